using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Platform.Files;

/// <summary>Reads a stored file from any position on. Holds one part and no connection between reads.</summary>
sealed class PartStream(Database database, StoredFile file) : Stream
{
    byte[] _part = [];
    int _at;
    int _next;
    int _skip;
    long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_at == _part.Length && !await Next(cancellationToken)) return 0;
        var count = Math.Min(buffer.Length, _part.Length - _at);
        _part.AsMemory(_at, count).CopyTo(buffer);
        _at += count;
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Stored files are read asynchronously.");

    public override void Flush()
    {
    }

    /// <remarks>Parts are of one size but the last, so a position names its part; nothing is read until the next read.</remarks>
    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = offset + (origin == SeekOrigin.Begin ? 0 : origin == SeekOrigin.Current ? _position : file.Length);
        if (position < 0 || position > file.Length) throw new IOException("The position is outside the file.");
        _position = position;
        _next = (int)(position / StoredFilePart.Bytes);
        _skip = (int)(position % StoredFilePart.Bytes);
        (_part, _at) = ([], 0);
        return position;
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    async Task<bool> Next(CancellationToken ct)
    {
        await using var db = database.Read(file.TenantId);
        var no = _next;
        var part = await db.Set<StoredFilePart>().Where(row => row.FileId == file.Id && row.No == no).Select(row => row.Content).SingleOrDefaultAsync(ct);
        if (part is null) return _position == file.Length ? false : throw new EndOfStreamException($"Part {no} of file {file.Id} is missing.");
        _next++;
        _part = part;
        _at = Math.Min(_skip, part.Length);
        _skip = 0;
        return part.Length > _at;
    }
}
