namespace Crm.Bench.Data;

/// <summary>An opportunity that the floor advances: all columns of its row as they stand.</summary>
internal sealed class AdvancedRow(object[] values)
{
    public object[] Values => values;
}
