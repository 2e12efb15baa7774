using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Platform;
using Crm.Platform.Fields;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Fields;

/// <summary>What holds of custom values whatever a tenant defines and whoever sends what.</summary>
[Trait("Promise", "S-93")]
public sealed class FieldInvariants
{
    static readonly ChoiceList Sizes = new(Guid.NewGuid(), "size", allowsOther: false, [new("small", "Small", "小"), new("large", "Large", "大"), new("old", "Old", "旧", Retired: true)]);

    [Property(MaxTest = 500)]
    public void A_value_that_was_taken_is_taken_again_as_the_same_text(decimal number, string text, int days, bool yes)
    {
        foreach (var (field, given) in Samples(number, text, days, yes))
        {
            if (FieldReading.Read(field, given, null, out _) is not { } value) continue;
            var again = FieldReading.Read(field, JsonSerializer.SerializeToElement(value), value, out var mistake);
            Assert.True(again is not null, $"{field.Type}: {value.ToJsonString()} was refused: {mistake}");
            Assert.Equal(value.ToJsonString(), again.ToJsonString());
            Assert.Equal(FieldReading.Index(field.Type, value), FieldReading.Index(field.Type, again));
        }
    }

    [Property(MaxTest = 500)]
    public void Numbers_are_found_and_sorted_as_numbers(int a, int b, byte scale)
    {
        var field = Field(CustomFieldType.Number);
        var (one, other) = (a / Power(scale % 7), b / Power(scale % 7));
        var (left, right) = (Number(field, one), Number(field, other));
        Assert.Equal(Math.Sign(one.CompareTo(other)), Math.Sign(left.CompareTo(right)));
    }

    [Property(MaxTest = 500)]
    public void What_is_not_sent_stays_and_null_clears_in_any_order(int seats, string note, bool clear)
    {
        var fields = new TenantFields(1, [Field(CustomFieldType.Number, "seats"), Field(CustomFieldType.Text, "note"), Field(CustomFieldType.Text, "buyer", personal: true)], []).For("customers", null);
        var words = new string([.. (note ?? "").Where(char.IsAsciiLetterOrDigit)]);
        var full = Merged(fields, CustomValues.None, new() { ["seats"] = seats, ["buyer"] = "Wang Wei", ["note"] = words.Length == 0 ? null : words });
        Assert.Equal(full, Merged(fields, CustomValues.None, new() { ["note"] = words.Length == 0 ? null : words, ["buyer"] = "Wang Wei", ["seats"] = seats }));
        Assert.DoesNotContain("Wang", full.Open ?? "", StringComparison.Ordinal);

        var after = Merged(fields, full, new() { [clear ? "seats" : "note"] = null });
        Assert.Equal(clear ? null : seats, (int?)after.Read().GetValueOrDefault("seats"));
        Assert.Equal("Wang Wei", (string?)after.Read()["buyer"]);
        Assert.Equal(full, Merged(fields, full, []));
    }

    [Property(MaxTest = 300)]
    public void A_hidden_field_answers_as_one_that_does_not_exist(string text, int number, bool yes)
    {
        var hidden = Field(CustomFieldType.Number, "margin", access: """{"seller":"Hidden"}""");
        var all = new TenantFields(1, [hidden, Field(CustomFieldType.Text, "note")], []);
        var (seller, chief) = (all.For("customers", ["seller"]), all.For("customers", ["seller", "chief"]));
        var held = Merged(chief, CustomValues.None, new() { ["margin"] = 12, ["note"] = "kept" });
        foreach (var guess in new[] { JsonValue.Create(text), JsonValue.Create(number), JsonValue.Create(yes), JsonValue.Create(12), null })
        {
            FieldErrors probed = new(), unknown = new();
            var sent = JsonSerializer.SerializeToElement(guess);
            var after = seller.Merge(held, new Dictionary<string, JsonElement> { ["margin"] = sent }, false, probed);
            seller.Merge(held, new Dictionary<string, JsonElement> { ["nosuch"] = sent }, false, unknown);
            Assert.Equal(unknown.All.Select(error => error.Detail), probed.All.Select(error => error.Detail));
            Assert.Equal(held, after);
        }
        Assert.Equal(["note"], seller.Show(held).Keys);
        Assert.Equal(["margin", "note"], chief.Show(held).Keys);
    }

    [Property(MaxTest = 300)]
    public void Two_writings_of_one_value_are_one_for_a_unique_field(string text)
    {
        var plain = new string([.. (text ?? "").Where(char.IsAsciiLetterOrDigit)]) + "x";
        var wide = new string([.. plain.ToUpperInvariant().Select(letter => (char)(letter + 0xFEE0))]);
        var field = Field(CustomFieldType.Text);
        var keys = new[] { plain, plain.ToUpperInvariant(), $"  {plain} ", wide }.Select(written => FieldReading.UniqueKey(Taken(field, written))).Distinct();
        Assert.Single(keys);
    }

    [Fact]
    public void A_retired_choice_stays_where_it_stands_and_is_not_chosen_anew()
    {
        var field = Field(CustomFieldType.Choices, choices: Sizes);
        var held = new JsonArray("old");
        Assert.NotNull(FieldReading.Read(field, JsonSerializer.SerializeToElement(new[] { "small", "old" }), held, out _));
        Assert.Null(FieldReading.Read(field, JsonSerializer.SerializeToElement(new[] { "small", "old" }), null, out var mistake));
        Assert.Contains("retired", mistake, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(a+)+$", true), InlineData("[A-Z]{2}\\d{4}", true), InlineData("(?=a)b", false), InlineData("(a)\\1", false), InlineData("a)|(b", false), InlineData("(", false)]
    public void A_pattern_is_taken_when_it_can_be_run_in_linear_time(string pattern, bool taken) => Assert.Equal(taken, FieldRules.Compile(pattern) is not null);

    static CustomValues Merged(CallerFields fields, CustomValues former, Dictionary<string, JsonNode?> sent)
    {
        var errors = new FieldErrors();
        var after = fields.Merge(former, sent.ToDictionary(value => value.Key, value => JsonSerializer.SerializeToElement(value.Value)), false, errors);
        Assert.Empty(errors.All);
        return after;
    }

    static JsonNode Taken(FieldDefinition field, object given) => FieldReading.Read(field, JsonSerializer.SerializeToElement(given), null, out _)!;

    static long Number(FieldDefinition field, decimal number) => FieldReading.Index(field.Type, Taken(field, number)).Single().Number!.Value;

    static decimal Power(int exponent) => (decimal)Math.Pow(10, exponent);

    static IEnumerable<(FieldDefinition, JsonElement)> Samples(decimal number, string text, int days, bool yes)
    {
        var rounded = decimal.Round(number % 1_000_000_000m, 6);
        yield return (Field(CustomFieldType.Number), JsonSerializer.SerializeToElement(rounded));
        yield return (Field(CustomFieldType.Money, rules: """{"currencyCode":"CNY"}"""), JsonSerializer.SerializeToElement(new { amount = decimal.Round(rounded, 2), currency = "CNY" }));
        yield return (Field(CustomFieldType.Text), JsonSerializer.SerializeToElement(text ?? ""));
        yield return (Field(CustomFieldType.LongText), JsonSerializer.SerializeToElement(text ?? ""));
        yield return (Field(CustomFieldType.Date), JsonSerializer.SerializeToElement(DateOnly.FromDayNumber(Math.Abs(days % 3_000_000)).ToString("yyyy-MM-dd", null)));
        yield return (Field(CustomFieldType.Instant), JsonSerializer.SerializeToElement(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null)));
        yield return (Field(CustomFieldType.YesNo), JsonSerializer.SerializeToElement(yes));
        yield return (Field(CustomFieldType.Choice, choices: Sizes), JsonSerializer.SerializeToElement(yes ? "small" : "large"));
        yield return (Field(CustomFieldType.Choices, choices: Sizes), JsonSerializer.SerializeToElement(yes ? new[] { "small", "large", "small" } : ["large"]));
    }

    static FieldDefinition Field(CustomFieldType type, string key = "field", bool personal = false, string? access = null, string? rules = null, ChoiceList? choices = null) => new(
        new CustomField { Id = Guid.NewGuid(), Resource = "customers", Key = key, Type = type, LabelEn = key, LabelZh = key, Personal = personal, Access = access, Rules = rules }, choices);
}
