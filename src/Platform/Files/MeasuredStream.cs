using System.Security.Cryptography;

namespace Crm.Platform.Files;

/// <summary>Reads a stream forward and knows of what was read its length, its hash, its first and its last bytes.</summary>
sealed class MeasuredStream(Stream inner, long maxBytes) : Stream
{
    /// <summary>So much of the beginning and of the end is kept: enough for the first entries of an archive and for its directory.</summary>
    const int Kept = 64 * 1024;

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly MemoryStream _head = new();
    readonly byte[] _ring = new byte[Kept];
    int _ringAt;

    public long Taken { get; private set; }

    public ReadOnlySpan<byte> Head => _head.GetBuffer().AsSpan(0, (int)_head.Length);

    /// <summary>The last bytes, in their order; overlaps the head of a short file.</summary>
    public byte[] Tail => Taken < Kept ? _ring[..(int)Taken] : [.. _ring[_ringAt..], .. _ring[.._ringAt]];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Taken;
        set => throw new NotSupportedException();
    }

    public string Sha256() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("A body is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            _head.Dispose();
        }
        base.Dispose(disposing);
    }

    void Take(ReadOnlySpan<byte> bytes)
    {
        if (Taken + bytes.Length > maxBytes) throw new FileTooLongException();
        _hash.AppendData(bytes);
        if (_head.Length < Kept) _head.Write(bytes[..(int)Math.Min(bytes.Length, Kept - _head.Length)]);
        Taken += bytes.Length;
        var end = bytes[Math.Max(0, bytes.Length - Kept)..];
        var first = Math.Min(end.Length, Kept - _ringAt);
        end[..first].CopyTo(_ring.AsSpan(_ringAt));
        end[first..].CopyTo(_ring);
        _ringAt = (_ringAt + end.Length) % Kept;
    }
}
