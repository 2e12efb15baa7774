namespace Crm.Platform.Importing;

/// <summary>
/// The rules by which an import may take a value otherwise than written. Each use is reported on its row by name; there is no other.
/// Blanks around a value are not part of it and are dropped without report.
/// </summary>
public static class ImportRules
{
    /// <summary>The caller's mapping said that this value stands for another one.</summary>
    public const string ValueMap = "value-map";

    /// <summary>The row's cell was empty and the caller gave a constant for that.</summary>
    public const string ConstantForEmpty = "constant-for-empty";

    /// <summary>Exactly one known name has the same letters and digits, ignoring case, blanks and punctuation.</summary>
    public const string SameLettersAndDigits = "same-letters-and-digits";

    /// <summary>Exactly one word of a closed list is one added, dropped, changed or swapped letter away; words of six letters or more only.</summary>
    public const string OneLetterOff = "one-letter-off";

    /// <summary>The amount had more decimals than its currency has: rounded half away from zero.</summary>
    public const string RoundedToMinorUnits = "rounded-to-minor-units";

    /// <summary>The row named no customer and the caller chose to book such rows on a placeholder customer.</summary>
    public const string PlaceholderCustomer = "placeholder-customer";

    /// <summary>The row had no amount and the caller chose the product's list price for it.</summary>
    public const string ListPriceForMissingAmount = "list-price-for-missing-amount";

    /// <summary>The file named no user name and the caller chose to make it from the name: letters and digits, words joined by dots.</summary>
    public const string UserNameFromName = "user-name-from-name";

    /// <summary>The row named a manager and the caller chose teams: a team of that name was made, led by the manager, who was taken in too.</summary>
    public const string TeamOfManager = "team-of-manager";

    /// <summary>The one known name that <paramref name="written"/> means: exact, or by a stated rule. Null when none or more than one does.</summary>
    public static Match? Find(string written, IEnumerable<string> known, bool allowOneLetterOff = false)
    {
        var all = known as IReadOnlyCollection<string> ?? [.. known];
        if (all.Contains(written, StringComparer.Ordinal)) return new Match(written, null);
        var key = NameKey.Of(written);
        if (key.Length == 0) return null;
        if (Only(all.Where(name => NameKey.Of(name) == key)) is { } same) return new Match(same, SameLettersAndDigits);
        if (!allowOneLetterOff || key.Length < 6) return null;
        return Only(all.Where(name => IsOneEdit(key, NameKey.Of(name)))) is { } near ? new Match(near, OneLetterOff) : null;
    }

    /// <param name="Name">The known name.</param>
    /// <param name="Rule">The rule that found it; null when it stands as written.</param>
    public sealed record Match(string Name, string? Rule);

    static string? Only(IEnumerable<string> names)
    {
        string? found = null;
        foreach (var name in names)
        {
            if (found is not null && found != name) return null;
            found = name;
        }
        return found;
    }

    /// <summary>One letter added, dropped, changed, or two neighbours swapped.</summary>
    internal static bool IsOneEdit(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1 || a == b) return false;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start]) start++;
        if (a.Length != b.Length)
        {
            var (longer, shorter) = a.Length > b.Length ? (a, b) : (b, a);
            return longer.AsSpan(start + 1).SequenceEqual(shorter.AsSpan(start));
        }
        if (a.AsSpan(start + 1).SequenceEqual(b.AsSpan(start + 1))) return true;
        return start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start]
            && a.AsSpan(start + 2).SequenceEqual(b.AsSpan(start + 2));
    }
}
