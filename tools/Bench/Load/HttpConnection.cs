using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Crm.Bench.Load;

/// <summary>
/// One keep-alive HTTP/1.1 connection on a blocking socket. The generator shares two cores with the host, so it does as
/// little as it can for a request: no pipeline, no header objects, no JSON.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    readonly Socket _socket;
    byte[] _buffer = new byte[64 * 1024];
    int _start;
    int _end;

    public HttpConnection(string host, int port)
    {
        _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000, SendTimeout = 30_000 };
        _socket.Connect(host, port);
    }

    public string ETag { get; private set; } = "";

    /// <summary>The start of the last answer's body, for the report of a failure.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Sends a prepared request, reads its whole answer and returns the status.</summary>
    public int Send(ReadOnlySpan<byte> request, bool wantsETag = false)
    {
        while (request.Length > 0)
            request = request[_socket.Send(request)..];

        int headEnd;
        while ((headEnd = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            Receive();

        var head = _buffer.AsSpan(_start, headEnd + 2);
        var status = int.Parse(head[9..12], NumberStyles.None, CultureInfo.InvariantCulture);
        if (wantsETag)
            ETag = Encoding.ASCII.GetString(Header(head, "\r\nETag: "u8));
        var length = Header(head, "\r\nContent-Length: "u8);
        var chunked = length.IsEmpty && !Header(head, "\r\nTransfer-Encoding: "u8).IsEmpty;
        var size = 0;
        if (!length.IsEmpty)
            _ = Utf8Parser.TryParse(length, out size, out _);
        _start += headEnd + 4;

        if (chunked)
            SkipChunks(status);
        else
            Skip(size, status);
        if (_start == _end)
            _start = _end = 0;
        return status;
    }

    public void Dispose() => _socket.Dispose();

    static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0)
            return default;
        var value = head[(at + name.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }

    void SkipChunks(int status)
    {
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0)
                Receive();
            _ = Utf8Parser.TryParse(_buffer.AsSpan(_start, line), out int size, out _, 'X');
            _start += line + 2;
            Skip(size + 2, status);
            if (size == 0)
                return;
        }
    }

    void Skip(int size, int status)
    {
        while (_end - _start < size)
            Receive();
        if (status >= 400 && size > 2)
            Body = Encoding.UTF8.GetString(_buffer, _start, Math.Min(size, 600));
        _start += size;
    }

    void Receive()
    {
        if (_start > 0 && _end == _buffer.Length)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = _socket.Receive(_buffer.AsSpan(_end));
        if (received == 0)
            throw new IOException("The host closed the connection.");
        _end += received;
    }
}
