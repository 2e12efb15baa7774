using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace Crm.Organization.Setup;

/// <summary>
/// Proves that whoever makes the first administrator runs this installation: it is printed on the host's console, or was set by the operator as
/// <c>Crm:SetupCode</c> where several nodes start at once.
/// </summary>
internal sealed class SetupCode(IConfiguration configuration)
{
    // Without letters and digits that look alike.
    const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 12;

    internal string Value { get; } = configuration["Crm:SetupCode"] is { Length: >= 8 } set ? set : RandomNumberGenerator.GetString(Letters, Length);

    internal bool Matches(string code) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(code)), SHA256.HashData(Encoding.UTF8.GetBytes(Value)));
}
