using System.IO.Compression;
using System.Text;
using Crm.Platform.Files;
using Xunit;

namespace Crm.UnitTests.Files;

public sealed class FormatSnifferTests
{
    [Theory]
    [InlineData("%PDF-1.7 and more", "pdf")]
    [InlineData("GIF89a....", "gif")]
    [InlineData("{\\rtf1 hello}", "rtf")]
    [InlineData("MZ\u0090\0", "program")]
    [InlineData("#!/bin/sh\n", "program")]
    [InlineData("name,price\n1,2\n", "text")]
    [InlineData("  <!DOCTYPE html><p>", "html")]
    [InlineData("<!-- x --><script>alert(1)</script>", "html")]
    [InlineData("<?xml version=\"1.0\"?><svg onload=\"x\"/>", "svg")]
    [InlineData("<?xml version=\"1.0\"?><order/>", "xml")]
    [InlineData("BM is how this note begins", "text")]
    [InlineData("\u0001\u0002\u0003", "other")]
    [InlineData("", "other")]
    public void Content_is_known_by_its_first_bytes(string content, string key)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        Assert.Equal(key, FormatSniffer.Of(bytes, bytes).Key);
    }

    [Fact]
    public void Text_is_text_in_any_encoding_that_people_use()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.GetEncoding("GB18030") })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("客户,金额\n华为,100\n")];
            Assert.Equal("text", FormatSniffer.Of(bytes, bytes).Key);
            byte[] page = [.. encoding.GetPreamble(), .. encoding.GetBytes("<html><script>alert(1)</script>")];
            Assert.Equal("html", FormatSniffer.Of(page, page).Key);
        }
    }

    [Theory]
    [InlineData("docx", "[Content_Types].xml", "word/document.xml")]
    [InlineData("xlsx", "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData("pptx", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("zip", "readme.txt", "word.txt")]
    public async Task An_office_file_is_told_from_an_archive_even_when_only_the_directory_at_its_end_says_so(string key, params string[] entries)
    {
        using var stream = new MemoryStream();
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            // So much before the entries that name it that the head alone tells nothing.
            await using (var padding = await archive.CreateEntry("aaa.bin", CompressionLevel.NoCompression).OpenAsync(TestContext.Current.CancellationToken)) padding.Write(new byte[200_000]);
            foreach (var name in entries)
            {
                await using var entry = await archive.CreateEntry(name).OpenAsync(TestContext.Current.CancellationToken);
                entry.Write("x"u8);
            }
        }
        await using var measured = new MeasuredStream(new MemoryStream(stream.ToArray()), long.MaxValue);
        await measured.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        Assert.Equal(stream.Length, measured.Taken);
        Assert.Equal(key, FormatSniffer.Of(measured.Head, measured.Tail).Key);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream.ToArray())), measured.Sha256());
    }

    [Theory]
    [InlineData("zip", "contract.pdf", false)]
    [InlineData("pdf", "contract.pdf", true)]
    [InlineData("jpeg", "PHOTO.JPG", true)]
    [InlineData("jpeg", "photo.png", false)]
    [InlineData("pdf", "contract", false)]
    [InlineData("zip", "drawing.xmind", true)]
    [InlineData("text", "notes.whatever", true)]
    [InlineData("html", "notes.txt", true)]
    [InlineData("other", "part.dwg", true)]
    [InlineData("other", "scan.pdf", false)]
    [InlineData("ole", "old.doc", true)]
    [InlineData("docx", "old.doc", false)]
    public void The_name_has_to_agree_with_the_content(string found, string name, bool agrees) =>
        Assert.Equal(agrees, FileFormats.WhyNot(FileFormats.Of(found), name) is null);

    [Theory]
    [InlineData("program", "photo", FileKind.Program)]
    [InlineData("text", "run.bat", FileKind.Program)]
    [InlineData("text", "letter.eml", FileKind.Mail)]
    [InlineData("ole", "old.xls", FileKind.Spreadsheet)]
    [InlineData("svg", "logo.svg", FileKind.Markup)]
    public void What_sort_of_file_it_is_content_and_name_say_together(string found, string name, FileKind kind) =>
        Assert.Equal(kind, FileFormats.KindOf(FileFormats.Of(found), name));
}
