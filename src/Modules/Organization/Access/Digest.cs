using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Crm.Organization.Access;

/// <summary>SHA-256 of a secret: what memory and database keep of it.</summary>
internal readonly record struct Digest(ulong A, ulong B, ulong C, ulong D)
{
    const int MaxOnStack = 2048;

    internal static Digest Of(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = length <= MaxOnStack ? stackalloc byte[MaxOnStack] : new byte[length];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(text, bytes)], hash);
        return new Digest(
            BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(hash[16..]), BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));
    }

    internal static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public override int GetHashCode() => unchecked((int)A);
}
