using System.Text;
using Crm.Platform;
using Crm.Platform.Files;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Crm.UnitTests.Files;

public sealed class FileNameTests
{
    static readonly string[] Pieces =
    [
        "a", "报价", "🎉", "e\u0301", ".", "..", "/", "\\", " ", "\t", "\0", "\n", "CON", "nul", "COM1", "lpt9", ":", "*", "?", "\"", "<", ">", "|", "\u202E", "\u200D", "\uFEFF", "\uD800", ".pdf", ".tar.gz",
        new string('x', 120), new string('长', 90),
    ];

    [Property(MaxTest = 2_000)]
    public Property Whatever_is_sent_becomes_a_name_that_every_file_system_takes_or_is_refused() =>
        Prop.ForAll(Gen.Elements(Pieces).ArrayOf().Select(string.Concat).ToArbitrary(), sent =>
        {
            var cleaned = FileNames.Clean(sent);
            if (cleaned.IsRefused) return cleaned.Refusal.Code == "files/bad-name" && cleaned.Refusal.Errors!.ContainsKey("fileName");
            var name = cleaned.Value;
            return name.Length is > 0 and <= FileNames.MaxLength && Encoding.UTF8.GetByteCount(name) <= FileNames.MaxBytes
                && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|', '\u202E']) < 0 && FieldErrors.IsText(name)
                && !name.EndsWith('.') && name.Trim() == name && name is not ("." or "..")
                && !new[] { "CON", "NUL", "COM1", "LPT9" }.Contains(name.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase)
                && FileNames.Clean(name).Value == name;
        });

    [Theory]
    [InlineData("报价单 v2.pdf", true)]
    [InlineData("a/b.pdf", false)]
    [InlineData("a\\b.pdf", false)]
    [InlineData("..", false)]
    [InlineData("aux.pdf", false)]
    [InlineData("a?.pdf", false)]
    [InlineData("", false)]
    public void A_name_that_a_person_writes_is_taken_as_it_is_or_refused(string name, bool taken) => Assert.Equal(taken, FileNames.WhyNot(name) is null);

    [Fact]
    public void A_name_that_is_too_long_keeps_its_ending_and_no_half_letter()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("🎉", 200)) + ".xlsx").Value;
        Assert.EndsWith(".xlsx", name);
        Assert.True(FieldErrors.IsText(name));
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 250, FileNames.MaxBytes);
    }
}
