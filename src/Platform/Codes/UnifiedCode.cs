namespace Crm.Platform;

/// <summary>统一社会信用代码, the unified social credit code of GB 32100-2015: 17 characters and a check character over them.</summary>
public static class UnifiedCode
{
    public const int Length = 18;

    // No I, O, S, V, Z: they look like digits.
    const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Powers of 3 modulo 31.</summary>
    static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public static string Normalize(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Trim().ToUpperInvariant();
    }

    public static bool IsValid(string? code)
    {
        if (code is not { Length: Length } || code.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal))) return false;
        return code[^1] == CheckCharacter(code);
    }

    /// <summary>The check character that belongs to the first 17.</summary>
    public static char CheckCharacter(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += Letters.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        return Letters[(31 - sum % 31) % 31];
    }
}
