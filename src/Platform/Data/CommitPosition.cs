using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Crm.Platform.Data;

/// <summary>
/// Where a positioned row stands in the order of commits, so that no reader skips a row that commits late.
/// SQLite: rowid, one writer. PostgreSQL: (transaction id, sequence). SQL Server: rowversion.
/// </summary>
/// <param name="Major">Transaction id or rowversion; 0 on SQLite.</param>
/// <param name="Seq">The row's sequence number.</param>
[SuppressMessage("Design", "CA1036:Override methods on comparable types", Justification = "The operators used are there.")]
public readonly record struct CommitPosition(long Major, long Seq) : IComparable<CommitPosition>
{
    public static readonly CommitPosition Start = new(0, 0);

    public static bool TryParse(string? text, out CommitPosition position)
    {
        position = default;
        if (string.IsNullOrEmpty(text)) return false;
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            if (!Number(text, out var only)) return false;
            position = new(0, only);
            return true;
        }
        if (!Number(text[..dot], out var major) || !Number(text[(dot + 1)..], out var seq)) return false;
        position = new(major, seq);
        return true;
    }

    public int CompareTo(CommitPosition other) => (Major, Seq).CompareTo((other.Major, other.Seq));

    public static bool operator >(CommitPosition a, CommitPosition b) => a.CompareTo(b) > 0;

    public static bool operator <(CommitPosition a, CommitPosition b) => a.CompareTo(b) < 0;

    public static bool operator >=(CommitPosition a, CommitPosition b) => a.CompareTo(b) >= 0;

    public static bool operator <=(CommitPosition a, CommitPosition b) => a.CompareTo(b) <= 0;

    public override string ToString() => Major == 0
        ? Seq.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Seq}");

    static bool Number(string text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
