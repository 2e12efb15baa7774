using System.Diagnostics.CodeAnalysis;

namespace Crm.Platform.Importing;

/// <summary>What the caller says about the file: which column fills which field, and how to read it.</summary>
[SuppressMessage("Usage", "CA2227:Collection properties should be read only", Justification = "Read from JSON.")]
public sealed record ImportMapping
{
    /// <summary>Field to column. A field that stands here is filled from that column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to a value that every row gets, used where the row's own cell is empty or no column is mapped.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to a text made of columns, <c>{account}: {product}</c>, for a field that no single column holds.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    /// <summary>Field to (as written → as meant). Each use is reported on its row.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>A .NET date pattern, for files whose dates are not year first, e.g. <c>dd/MM/yyyy</c>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Whether <c>1.234,50</c> is one thousand two hundred and thirty-four and a half.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>The mapping that the column names suggest. A column is suggested for one field only.</summary>
    public static ImportMapping Suggest(IReadOnlyList<ImportField> fields, IReadOnlyList<string> header)
    {
        var columns = new Dictionary<string, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var column = header.FirstOrDefault(name => !taken.Contains(name) && field.Suits(name));
            if (column is null) continue;
            taken.Add(column);
            columns[field.Key] = column;
        }
        return new ImportMapping { Columns = columns };
    }
}
