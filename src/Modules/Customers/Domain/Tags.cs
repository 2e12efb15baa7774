using Crm.Platform;

namespace Crm.Customers.Domain;

/// <summary>Tags as a row keeps them: in order, each between commas, so that one is found by <c>,tag,</c>.</summary>
internal static class Tags
{
    internal const int Most = 20;
    internal const int MaxLength = 40;

    internal static FieldErrors Check(FieldErrors errors, IReadOnlyList<string> tags)
    {
        errors.When(tags.Count > Most, "tags", $"At most {Most} tags.");
        foreach (var tag in tags.Take(Most))
        {
            errors.Required("tags", tag, MaxLength);
            errors.When(tag?.Contains(',', StringComparison.Ordinal) == true, "tags", "A tag has no comma.");
        }
        return errors;
    }

    internal static string Write(IEnumerable<string> tags)
    {
        var list = tags.Select(tag => tag.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return list.Count == 0 ? "" : $",{string.Join(',', list)},";
    }

    internal static IReadOnlyList<string> Read(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
