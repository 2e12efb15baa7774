using System.Runtime.CompilerServices;
using System.Text;

namespace Crm.Platform.Importing;

/// <summary>
/// Reads RFC 4180 records one by one from a text of any size. A library parser either keeps a whole record in memory or, when
/// its limit throws, goes on in the middle of the quoted cell and takes its lines for rows; here an oversized cell is
/// swallowed to its true end and only its own row is refused.
/// </summary>
public sealed class CsvReader(TextReader text, char delimiter, CsvLimits? limits = null)
{
    const int BlockChars = 32 * 1024;

    readonly CsvLimits _limits = limits ?? CsvLimits.Default;
    readonly StringBuilder _cell = new();
    List<string> _cells = [];
    RowReason? _fault;
    State _state = State.CellStart;
    long _line = 1;
    long _rowLine = 1;
    int _rowChars;
    bool _afterCarriageReturn;
    bool _rowHasAnything;

    enum State { CellStart, Plain, Quoted, QuoteInQuoted, AfterQuoted }

    /// <summary>Every record in order, the header and blank ones included.</summary>
    public async IAsyncEnumerable<CsvRow> ReadAll([EnumeratorCancellation] CancellationToken ct)
    {
        var block = new char[BlockChars];
        var isFirst = true;
        while (true)
        {
            var read = await text.ReadAsync(block.AsMemory(), ct);
            if (read == 0) break;
            for (var i = 0; i < read; i++)
            {
                if (isFirst)
                {
                    isFirst = false;
                    if (block[i] == '\uFEFF') continue;
                }
                if (Take(block[i]) is { } row) yield return row;
            }
        }
        if (_state == State.Quoted)
            _fault = new RowReason("", "import/quote-not-closed",
                $"A quotation mark opened in the record at line {_rowLine} is never closed; everything after it was read as one cell.");
        if (_rowHasAnything) yield return EndRow();
    }

    CsvRow? Take(char c)
    {
        if (_afterCarriageReturn)
        {
            _afterCarriageReturn = false;
            if (c == '\n') { _rowLine = _line; return null; }
        }
        if (_state is State.Quoted) return TakeQuoted(c);
        if (c == '\r' || c == '\n') return TakeLineEnd(c);

        _rowHasAnything = true;
        if (c == delimiter && _state != State.Quoted)
        {
            EndCell();
            return null;
        }
        switch (_state)
        {
            case State.CellStart when c == '"':
                _state = State.Quoted;
                break;
            case State.CellStart:
            case State.Plain:
                _state = State.Plain;
                Append(c);
                break;
            case State.QuoteInQuoted when c == '"':
                _state = State.Quoted;
                Append('"');
                break;
            case State.QuoteInQuoted when c is ' ' or '\t':
                _state = State.AfterQuoted;
                break;
            case State.AfterQuoted when c is ' ' or '\t':
                break;
            default:
                _state = State.AfterQuoted;
                _fault ??= new RowReason("", "import/text-after-quote",
                    $"Column {_cells.Count + 1} goes on after its closing quotation mark.");
                break;
        }
        return null;
    }

    CsvRow? TakeQuoted(char c)
    {
        if (c == '"')
        {
            _state = State.QuoteInQuoted;
            return null;
        }
        if (c == '\n') _line++;
        Append(c);
        return null;
    }

    CsvRow TakeLineEnd(char c)
    {
        _line++;
        _afterCarriageReturn = c == '\r';
        return EndRow();
    }

    CsvRow EndRow()
    {
        EndCell();
        var row = new CsvRow(_rowLine, _cells, _fault);
        _cells = [];
        _fault = null;
        _rowChars = 0;
        _rowLine = _line;
        _rowHasAnything = false;
        return row;
    }

    void EndCell()
    {
        if (_cells.Count < _limits.Columns) _cells.Add(_cell.ToString());
        else
            _fault ??= new RowReason("", "import/too-many-columns", $"The row has more than {_limits.Columns} columns.");
        _cell.Clear();
        _state = State.CellStart;
    }

    void Append(char c)
    {
        if (_cell.Length >= _limits.CellChars)
            _fault ??= new RowReason("", "import/cell-too-long",
                $"Column {_cells.Count + 1} holds more than {_limits.CellChars} characters.");
        else if (_rowChars >= _limits.RowChars)
            _fault ??= new RowReason("", "import/row-too-long", $"The row holds more than {_limits.RowChars} characters.");
        else
        {
            _rowChars++;
            _cell.Append(c);
        }
    }
}
