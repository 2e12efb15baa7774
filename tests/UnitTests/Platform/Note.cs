using Crm.Platform.Data;

namespace Crm.UnitTests.Platform;

sealed class Note : Entity, IAudited
{
    public required string Text { get; set; }

    public int Rank { get; set; }

    public long AmountE4 { get; set; }

    public DateOnly? Due { get; set; }

    public Guid? Parent { get; set; }

    [Personal]
    public string? Phone { get; set; }
}
