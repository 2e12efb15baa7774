using System.Text;
using Crm.Platform.Importing;
using Xunit;

namespace Crm.UnitTests.Importing;

public sealed class ImportSourceTests
{
    static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;

    [Fact]
    public async Task A_file_in_GBK_is_found_to_be_GB18030_and_read_as_Chinese()
    {
        var source = await Open(Gbk.GetBytes("客户名称,行业\n深圳市华远科技有限公司,电子\n"));
        Assert.Equal(new TextEncoding("gb18030", "Content"), source.Encoding);
        Assert.Equal(["客户名称", "行业"], source.Header);
        var rows = await Rows(source);
        Assert.Equal("深圳市华远科技有限公司", rows[0].Row.Cells[0]);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column()
    {
        var source = await Open([0xEF, 0xBB, 0xBF, .. "name,x\n1,2\n"u8]);
        Assert.Equal(new TextEncoding("utf-8", "ByteOrderMark"), source.Encoding);
        Assert.Equal("name", source.Header[0]);
    }

    [Fact]
    public async Task A_spreadsheet_export_in_UTF16_with_tabs_is_read()
    {
        var source = await Open([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("名称\t金额\r\n甲\t1\r\n")]);
        Assert.Equal("utf-16", source.Encoding.Name);
        Assert.Equal('\t', source.Delimiter);
        Assert.Equal("甲", (await Rows(source))[0].Row.Cells[0]);
    }

    [Fact]
    public async Task A_character_cut_by_a_block_boundary_is_still_UTF8()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var text = "h\n" + new string('a', shift) + new string('中', 100_000).Insert(50_000, "𠮷") + "\n";
            Assert.Equal("utf-8", (await Open(Encoding.UTF8.GetBytes(text))).Encoding.Name);
        }
    }

    [Fact]
    public async Task A_file_that_is_in_neither_encoding_asks_for_its_name()
    {
        byte[] western = [.. "name\ncaf"u8, 0xE9, .. "\n"u8, 0xFF, 0x0A];
        var outcome = await ImportSource.Open(() => new MemoryStream(western), null, null, TestContext.Current.CancellationToken);
        Assert.Equal("import/encoding-not-found", outcome.Refusal.Code);

        var named = await ImportSource.Open(() => new MemoryStream(western), "windows-1252", null, TestContext.Current.CancellationToken);
        Assert.Equal("café", (await Rows(named.Value))[0].Row.Cells[0]);
    }

    [Fact]
    public async Task A_wrongly_named_encoding_is_refused_and_never_read_as_question_marks()
    {
        var outcome = await ImportSource.Open(() => new MemoryStream(Gbk.GetBytes("客户\n")), "utf-8", null, TestContext.Current.CancellationToken);
        Assert.Equal("import/encoding-wrong", outcome.Refusal.Code);
    }

    [Theory]
    [InlineData("", "import/file-empty")]
    [InlineData("\n\n  \n", "import/file-empty")]
    [InlineData("a,b,a\n1,2,3\n", "import/column-twice")]
    public async Task A_file_without_a_usable_header_is_refused(string text, string code)
    {
        var outcome = await ImportSource.Open(() => new MemoryStream(Encoding.UTF8.GetBytes(text)), null, null, TestContext.Current.CancellationToken);
        Assert.Equal(code, outcome.Refusal.Code);
    }

    [Fact]
    public async Task Blank_lines_are_no_rows_but_keep_their_line_numbers()
    {
        var rows = await Rows(await Open("a,b\n\n1,2\n,\n3,4\n"u8.ToArray()));
        Assert.Equal([(1L, 3L), (2L, 5L)], rows.Select(r => (r.Number, r.Row.Line)));
    }

    static async Task<ImportSource> Open(byte[] bytes) =>
        (await ImportSource.Open(() => new MemoryStream(bytes), null, null, TestContext.Current.CancellationToken)).Value;

    static async Task<List<(long Number, CsvRow Row)>> Rows(ImportSource source)
    {
        var rows = new List<(long, CsvRow)>();
        await foreach (var row in source.Rows(TestContext.Current.CancellationToken)) rows.Add(row);
        return rows;
    }
}
