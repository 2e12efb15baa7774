using System.Text.Json;

namespace Crm.Organization.UseCases.Audit;

/// <summary>A field before and after; of a new record there is no before, of a deleted one no after.</summary>
internal sealed record AuditChangeView
{
    public JsonElement? Old { get; init; }

    public JsonElement? New { get; init; }
}
