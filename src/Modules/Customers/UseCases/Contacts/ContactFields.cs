using System.Text.Json;
using Crm.Customers.Data;
using Crm.Platform;

namespace Crm.Customers.UseCases.Contacts;

/// <summary>What may be set of a contact.</summary>
internal sealed record ContactFields
{
    public required string Name { get; init; }

    public string? Title { get; init; }

    public string? Mobile { get; init; }

    public string? Email { get; init; }

    public string? WeChat { get; init; }

    /// <summary>The customer's main contact; there is one at the most.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>Values of the tenant's own fields by key: what is sent replaces, null clears, what is not sent stays.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Custom { get; init; }

    internal static ContactFields Of(Contact row) => new()
    {
        Name = row.Name,
        Title = row.Title,
        Mobile = row.Mobile,
        Email = row.Email,
        WeChat = row.WeChat,
        IsPrimary = row.IsPrimary,
    };

    internal FieldErrors Check() => new FieldErrors()
        .Required("name", Name, 100)
        .Optional("title", Title, 100)
        .Optional("mobile", Mobile, 40)
        .Optional("email", Email, 254)
        .When(Email is not null && (Email.IndexOf('@', StringComparison.Ordinal) < 1 || Email.EndsWith('@') || Email.Any(char.IsWhiteSpace)), "email", "Not a mail address.")
        .Optional("weChat", WeChat, 60);

    internal void ApplyTo(Contact row)
    {
        row.Name = Name.Trim();
        row.Title = Title?.Trim();
        row.Mobile = Mobile?.Trim();
        row.Email = Email;
        row.WeChat = WeChat?.Trim();
        row.IsPrimary = IsPrimary;
    }
}
