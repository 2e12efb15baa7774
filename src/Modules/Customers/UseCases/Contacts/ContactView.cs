using System.Text.Json;
using Crm.Customers.Data;
using Crm.Platform;
using Crm.Platform.Fields;
using Crm.Platform.Http;

namespace Crm.Customers.UseCases.Contacts;

/// <summary>A contact as the API shows it.</summary>
internal sealed record ContactView : IVersioned
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid CustomerId { get; init; }

    public required string Name { get; init; }

    public string? Title { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }

    public string? WeChat { get; init; }

    public required bool IsPrimary { get; init; }

    /// <summary>The tenant's own fields that have a value and that the caller sees, by key; see <c>GET /contacts/fields</c>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Custom { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime UpdatedAt { get; init; }

    public DateTime? ArchivedAt { get; init; }

    internal static Refusal NotFound => Refusal.NotFound("contacts/not-found", "There is no such contact.");

    internal static ContactView Of(Contact row, CallerFields fields) => new()
    {
        Id = row.Id,
        Version = row.Version,
        CustomerId = row.CustomerId,
        Name = row.Name,
        Title = row.Title,
        Mobile = row.Mobile,
        Email = row.Email,
        WeChat = row.WeChat,
        IsPrimary = row.IsPrimary,
        Custom = fields.Show(row),
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.UpdatedAt,
        ArchivedAt = row.ArchivedAt,
    };
}
