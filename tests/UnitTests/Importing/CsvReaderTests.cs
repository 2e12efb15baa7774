using System.Text;
using Crm.Platform.Importing;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Importing;

public sealed class CsvReaderTests
{
    [Fact]
    public async Task Quoted_cells_keep_delimiters_quotes_and_line_breaks()
    {
        var rows = await Read("a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n");
        Assert.Equal(["a", "b"], rows[0].Cells);
        Assert.Equal(["x, \"y\"\nz", "2"], rows[1].Cells);
        Assert.Equal(2, rows[1].Line);
    }

    [Theory]
    [InlineData("a,b\n1,2")]
    [InlineData("a,b\r1,2\r")]
    [InlineData("\uFEFFa,b\r\n1,2\r\n")]
    public async Task Every_line_ending_and_a_mark_at_the_start_are_understood(string text)
    {
        var rows = await Read(text);
        Assert.Equal(2, rows.Count);
        Assert.Equal(["a", "b"], rows[0].Cells);
        Assert.Equal(["1", "2"], rows[1].Cells);
    }

    [Fact]
    public async Task The_line_of_a_row_counts_line_breaks_inside_quotes()
    {
        var rows = await Read("h\n\"1\n2\n3\"\nnext\n");
        Assert.Equal(5, rows[2].Line);
    }

    [Fact]
    public async Task A_cell_of_ten_megabytes_refuses_its_own_row_only_and_its_lines_are_no_rows()
    {
        var huge = new StringBuilder("id,note\n1,\"");
        while (huge.Length < 10 * 1024 * 1024) huge.Append("3,planted\n");
        huge.Append("\"\n2,fine\n");

        var rows = await Read(huge.ToString());

        Assert.Equal(3, rows.Count);
        Assert.Equal("import/cell-too-long", rows[1].Fault!.Code);
        Assert.True(rows[1].Cells.Sum(cell => cell.Length) <= 32_768);
        Assert.Equal(["2", "fine"], rows[2].Cells);
    }

    [Fact]
    public async Task A_huge_cell_is_read_with_bounded_memory()
    {
        using var text = new EndlessCell(200 * 1024 * 1024);
        // This thread's own: the reader completes at once, and the tests beside it allocate too.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        await foreach (var _ in new CsvReader(text, ',').ReadAll(TestContext.Current.CancellationToken)) count++;
        Assert.Equal(2, count);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20 * 1024 * 1024);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_named()
    {
        var rows = await Read("a\n1\n\"2\n3\n4");
        Assert.Equal(3, rows.Count);
        Assert.Equal("import/quote-not-closed", rows[2].Fault!.Code);
        Assert.Equal(3, rows[2].Line);
    }

    [Fact]
    public async Task Text_after_a_closing_quote_refuses_the_row()
    {
        var rows = await Read("a,b\n\"x\"y,1\n\"x\" ,1\n");
        Assert.Equal("import/text-after-quote", rows[1].Fault!.Code);
        Assert.Null(rows[2].Fault);
    }

    [Fact]
    public async Task A_quote_inside_a_plain_cell_is_a_sign_like_any_other() =>
        Assert.Equal(["5\" pipe", "x"], (await Read("5\" pipe,x"))[0].Cells);

    [Fact]
    public async Task Too_many_columns_refuse_the_row()
    {
        var rows = await Read(new string(',', 100_000) + "\n1");
        Assert.Equal("import/too-many-columns", rows[0].Fault!.Code);
        Assert.True(rows[0].Cells.Count <= 256);
    }

    [Theory]
    [InlineData("a;b;c\n1;2,5;3\n", ';')]
    [InlineData("a\tb\n1,2\t3\n", '\t')]
    [InlineData("名称,金额\n\"一;二;三\",3\n", ',')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("only\n1\n", ',')]
    public async Task The_delimiter_is_guessed_from_the_first_rows(string text, char expected) =>
        Assert.Equal(expected, await Delimiter.Guess(text, TestContext.Current.CancellationToken));

    [Property]
    public async Task<bool> Whatever_is_written_by_the_rules_is_read_back(string[][] table)
    {
        var cells = table.Where(row => row is { Length: > 0 and <= 256 })
            .Select(row => row.Select(cell => cell ?? "").ToArray()).ToList();
        var text = string.Concat(cells.Select(row => string.Join(',', row.Select(Quote)) + "\r\n"));
        var back = await Read(text);
        return back.Count == cells.Count && back.Zip(cells).All(pair => pair.First.Cells.SequenceEqual(pair.Second));

        static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [Property]
    public async Task<bool> No_text_whatever_makes_the_reader_fail(string text) =>
        (await Read(text ?? "")).All(row => row.Cells.Count > 0);

    static async Task<List<CsvRow>> Read(string text)
    {
        var rows = new List<CsvRow>();
        await foreach (var row in new CsvReader(new StringReader(text), ',').ReadAll(CancellationToken.None)) rows.Add(row);
        return rows;
    }

    /// <summary>A header and then one quoted cell of the given length.</summary>
    sealed class EndlessCell(long length) : TextReader
    {
        long _left = length;
        bool _started;

        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
        {
            if (!_started)
            {
                _started = true;
                "h\n\"".CopyTo(buffer.Span);
                return ValueTask.FromResult(3);
            }
            var count = (int)Math.Min(buffer.Length, _left);
            buffer.Span[..count].Fill('x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
