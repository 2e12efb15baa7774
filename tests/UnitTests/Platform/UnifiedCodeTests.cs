using Crm.Platform;
using Xunit;

namespace Crm.UnitTests.Platform;

public sealed class UnifiedCodeTests
{
    [Theory]
    [InlineData("914403001922038216")]
    [InlineData("91110000100006021X", false)]
    [InlineData("914403001922038217", false)]
    [InlineData("91440300192203821", false)]
    [InlineData("9144030019220382I6", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_code_is_valid_only_with_its_own_check_character(string? code, bool valid = true) => Assert.Equal(valid, UnifiedCode.IsValid(code));

    [Fact]
    public void Changing_any_one_character_of_a_valid_code_makes_it_invalid()
    {
        const string letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        const string code = "914403001922038216";
        for (var at = 0; at < code.Length; at++)
        {
            foreach (var letter in letters.Where(letter => letter != code[at]))
                Assert.False(UnifiedCode.IsValid(code[..at] + letter + code[(at + 1)..]));
        }
    }
}
