using Crm.Platform;
using Crm.Platform.Importing;
using Xunit;

namespace Crm.UnitTests.Importing;

public sealed class BoundMappingTests
{
    static readonly ImportField[] Fields =
    [
        new("name", FieldKind.Text) { IsRequired = true, MaxChars = 20, AlsoKnownAs = ["account", "客户名称"] },
        new("industry", FieldKind.Choice) { Choices = ["technology", "medical", "retail"], AllowsOneLetterOff = true, AlsoKnownAs = ["sector"] },
        new("amount", FieldKind.Amount) { Min = 0 },
        new("currency", FieldKind.Currency),
        new("closeDate", FieldKind.Date) { AlsoKnownAs = ["close_date"] },
        new("employees", FieldKind.WholeNumber) { Min = 0 },
    ];

    static readonly string[] Header = ["account", "sector", "amount", "close_date", "employees"];

    [Fact]
    public void The_column_names_suggest_a_mapping()
    {
        var mapping = ImportMapping.Suggest(Fields, ["客户 名称", "Sector", "Close_Date", "other"]);
        Assert.Equal(new Dictionary<string, string> { ["name"] = "客户 名称", ["industry"] = "Sector", ["closeDate"] = "Close_Date" }, mapping.Columns);
    }

    [Fact]
    public void A_misspelt_word_of_a_closed_list_is_mended_by_a_stated_rule_and_reported()
    {
        var row = Read("Acme", "technolgy", "1", "", "");
        Assert.False(row.IsRefused);
        Assert.Equal("technology", row.Text("industry"));
        Assert.Equal([new RowWarning("industry", ImportRules.OneLetterOff, "technolgy", "technology")], row.Warnings);
    }

    [Fact]
    public void A_word_too_far_from_the_list_refuses_the_row_with_the_field_and_the_list()
    {
        var reason = Assert.Single(Read("Acme", "tech", "", "", "").Reasons);
        Assert.Equal(("industry", "import/choice-unknown"), (reason.Field, reason.Code));
        Assert.Contains("technology", reason.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GTXPro", "GTX Pro", ImportRules.SameLettersAndDigits)]
    [InlineData("gtx  pro", "GTX Pro", ImportRules.SameLettersAndDigits)]
    [InlineData("ＧＴＸ Pro", "GTX Pro", ImportRules.SameLettersAndDigits)]
    [InlineData("GTX Pro", "GTX Pro", null)]
    public void A_name_with_the_same_letters_and_digits_is_found_when_it_is_the_only_one(string written, string name, string? rule) =>
        Assert.Equal(new ImportRules.Match(name, rule), ImportRules.Find(written, ["GTX Basic", "GTX Pro", "GTX Plus Pro"]));

    [Fact]
    public void A_name_that_two_known_names_share_is_not_guessed() =>
        Assert.Null(ImportRules.Find("abcd", ["AB CD", "A BCD"]));

    [Theory]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("￥1,234.50", "1234.5")]
    [InlineData("１２３４", "1234")]
    [InlineData("1 234", "1234")]
    [InlineData("0.1", "0.1")]
    public void Amounts_are_read_exactly_as_people_write_them(string written, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Read("A", "", written, "", "").Number("amount"));

    [Theory]
    [InlineData("1,5", "import/number-not-understood")]
    [InlineData("12abc", "import/number-not-understood")]
    [InlineData("1e5", "import/number-not-understood")]
    [InlineData("-1", "import/number-out-of-range")]
    [InlineData("(1)", "import/number-out-of-range")]
    [InlineData("1000000000000000", "import/number-out-of-range")]
    [InlineData("99999999999999999999999999999999", "import/number-not-understood")]
    public void An_amount_that_cannot_be_is_refused_with_its_field(string written, string code)
    {
        var reason = Assert.Single(Read("A", "", written, "", "").Reasons);
        Assert.Equal(("amount", code), (reason.Field, reason.Code));
    }

    [Fact]
    public void More_decimals_than_the_currency_has_are_rounded_half_away_from_zero_with_a_warning()
    {
        var row = Read("A", "", "10.125", "", "");
        Assert.Equal(10.13m, row.Amount("amount", Currency.Parse("CNY")));
        Assert.Equal(ImportRules.RoundedToMinorUnits, Assert.Single(row.Warnings).Rule);
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2026/11/23")]
    [InlineData("2026.11.23")]
    [InlineData("20261123")]
    [InlineData("2026年11月23日")]
    [InlineData("2026-11-23 00:00:00")]
    public void Dates_with_the_year_first_are_understood(string written) =>
        Assert.Equal(new DateOnly(2026, 11, 23), Read("A", "", "", written, "").Date("closeDate"));

    [Theory]
    [InlineData("03/04/2026", "import/date-not-understood")]
    [InlineData("2026-02-30", "import/date-not-understood")]
    [InlineData("2026-11-23 whenever", "import/date-not-understood")]
    [InlineData("9999-01-01", "import/date-out-of-range")]
    public void A_date_that_could_mean_two_days_or_none_is_refused(string written, string code) =>
        Assert.Equal(code, Assert.Single(Read("A", "", "", written, "").Reasons).Code);

    [Fact]
    public void A_named_date_pattern_is_used()
    {
        var row = Read(new ImportMapping { DateFormat = "dd/MM/yyyy" }, "A", "", "", "03/04/2026", "");
        Assert.Equal(new DateOnly(2026, 4, 3), row.Date("closeDate"));
    }

    [Fact]
    public void Every_wrong_field_of_a_row_is_named_at_once() =>
        Assert.Equal(["name", "amount", "closeDate", "employees"], Read("", "", "x", "y", "1.5").Reasons.Select(r => r.Field));

    [Fact]
    public void A_ragged_row_is_refused_with_both_counts()
    {
        var reason = Assert.Single(Bind(new ImportMapping()).Read(7, new CsvRow(9, ["a", "b"], null)).Reasons);
        Assert.Equal("import/ragged-row", reason.Code);
        Assert.Contains("2 cells, the header has 5", reason.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_the_caller_maps_is_reported_on_its_row()
    {
        var mapping = new ImportMapping { Values = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["industry"] = new Dictionary<string, string> { ["tech"] = "technology" } } };
        var row = Read(mapping, "A", "tech", "", "", "");
        Assert.Equal("technology", row.Text("industry"));
        Assert.Equal(ImportRules.ValueMap, Assert.Single(row.Warnings).Rule);
    }

    [Fact]
    public void A_constant_fills_empty_cells_and_unmapped_fields()
    {
        var row = Read(new ImportMapping { Constants = new Dictionary<string, string> { ["currency"] = "usd", ["amount"] = "5" } }, "A", "", "", "", "");
        Assert.Equal(("USD", 5m), (row.Text("currency"), row.Number("amount")));
    }

    [Theory]
    [InlineData("{account} ({sector})", "Acme (retail)", "Acme", "retail")]
    [InlineData("{account} {sector}", "retail", "", "retail")]
    public void A_template_makes_a_text_of_several_columns(string template, string expected, string account, string sector)
    {
        var bound = BoundMapping.Bind(new ImportMapping { Templates = new Dictionary<string, string> { ["name"] = template } }, Fields, Header);
        Assert.Equal(expected, bound.Value.Read(1, new CsvRow(2, [account, sector, "", "", ""], null)).Text("name"));
    }

    [Theory]
    [InlineData("no column")]
    [InlineData("{nobody}")]
    [InlineData("{account")]
    public void A_template_without_a_column_of_the_file_is_refused(string template) =>
        Assert.Equal("mapping.templates.name", Assert.Single(BoundMapping.Bind(
            new ImportMapping { Templates = new Dictionary<string, string> { ["name"] = template } }, Fields, Header).Refusal.Errors!).Key);

    [Fact]
    public void A_mapping_that_names_what_is_not_there_is_refused_with_every_error()
    {
        var outcome = BoundMapping.Bind(
            new ImportMapping { Columns = new Dictionary<string, string> { ["name"] = "nobody", ["colour"] = "account" }, DateFormat = "QQ" }, Fields, Header);
        Assert.Equal(["mapping.colour", "mapping.columns.name", "mapping.dateFormat"], outcome.Refusal.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("technolgy", "technology", true)]
    [InlineData("tehcnology", "technology", true)]
    [InlineData("technologyy", "technology", true)]
    [InlineData("technalogy", "technology", true)]
    [InlineData("technlgy", "technology", false)]
    [InlineData("medical", "medical", false)]
    public void One_letter_off_is_one_added_dropped_changed_or_swapped_letter(string a, string b, bool expected)
    {
        Assert.Equal(expected, ImportRules.IsOneEdit(a, b));
        Assert.Equal(expected, ImportRules.IsOneEdit(b, a));
    }

    static BoundMapping Bind(ImportMapping mapping) =>
        BoundMapping.Bind(mapping with { Columns = ImportMapping.Suggest(Fields, Header).Columns }, Fields, Header).Value;

    static RowValues Read(params string[] cells) => Read(new ImportMapping(), cells);

    static RowValues Read(ImportMapping mapping, params string[] cells) => Bind(mapping).Read(1, new CsvRow(2, cells, null));
}
