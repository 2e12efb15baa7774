using System.Buffers.Text;
using System.Security.Cryptography;

namespace Crm.Organization.Access;

/// <summary>Refresh tokens and API keys: the ids that find the row, then 256 random bits of which only the hash is kept.</summary>
internal static class Secrets
{
    const string KeyPrefix = "crm_";
    const int SecretBytes = 32;
    const int IdBytes = 16;

    internal static string NewRefreshToken(Guid tenantId)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        tenantId.TryWriteBytes(bytes, bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    internal static bool TryReadRefreshToken(string? text, out Guid tenantId)
    {
        tenantId = default;
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes.Length) || !Decode(text, bytes)) return false;
        tenantId = new Guid(bytes[..IdBytes], bigEndian: true);
        return true;
    }

    /// <summary>So many first characters tell a tenant's keys apart and give nothing of the secret away.</summary>
    internal const int ShownLength = 12;

    internal static string NewApiKey(Guid tenantId, Guid keyId)
    {
        Span<byte> bytes = stackalloc byte[2 * IdBytes + SecretBytes];
        // The key's id comes first and backwards: its random end then stands where people see it.
        keyId.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[..IdBytes].Reverse();
        tenantId.TryWriteBytes(bytes[IdBytes..], bigEndian: true, out _);
        RandomNumberGenerator.Fill(bytes[(2 * IdBytes)..]);
        return KeyPrefix + Base64Url.EncodeToString(bytes);
    }

    internal static bool TryReadApiKey(string text, out Guid tenantId, out Guid keyId)
    {
        tenantId = keyId = default;
        Span<byte> bytes = stackalloc byte[2 * IdBytes + SecretBytes];
        if (!text.StartsWith(KeyPrefix, StringComparison.Ordinal)
            || text.Length != KeyPrefix.Length + Base64Url.GetEncodedLength(bytes.Length)
            || !Decode(text.AsSpan(KeyPrefix.Length), bytes)) return false;
        bytes[..IdBytes].Reverse();
        keyId = new Guid(bytes[..IdBytes], bigEndian: true);
        tenantId = new Guid(bytes[IdBytes..(2 * IdBytes)], bigEndian: true);
        return true;
    }

    static bool Decode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_')) return false;
        }
        return Base64Url.TryDecodeFromChars(text, bytes, out var written) && written == bytes.Length;
    }
}
