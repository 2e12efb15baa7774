using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Crm.Methodology.Sdk;

/// <summary>A version by Semantic Versioning 2.0 without build metadata: <c>1.4.0</c>, <c>2.0.0-rc.1</c>.</summary>
public sealed record SemanticVersion : IComparable<SemanticVersion>
{
    /// <summary>The longest version, in characters.</summary>
    public const int MaxLength = 64;

    /// <summary>A version from its parts.</summary>
    /// <param name="major">Raised when something breaks; 0 or more.</param>
    /// <param name="minor">Raised when something is added; 0 or more.</param>
    /// <param name="patch">Raised when something is repaired; 0 or more.</param>
    /// <param name="preRelease">Dot-separated identifiers of a pre-release, or empty.</param>
    public SemanticVersion(int major, int minor, int patch, string preRelease = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(major);
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        ArgumentOutOfRangeException.ThrowIfNegative(patch);
        ArgumentNullException.ThrowIfNull(preRelease);
        if (preRelease.Length > 0 && !preRelease.Split('.').All(IsIdentifier))
            throw new ArgumentException("A pre-release is made of dot-separated letters, digits and hyphens.", nameof(preRelease));
        (Major, Minor, Patch, PreRelease) = (major, minor, patch, preRelease);
    }

    /// <summary>Raised when something breaks.</summary>
    public int Major { get; }

    /// <summary>Raised when something is added.</summary>
    public int Minor { get; }

    /// <summary>Raised when something is repaired.</summary>
    public int Patch { get; }

    /// <summary>The identifiers of a pre-release, or empty.</summary>
    public string PreRelease { get; }

    /// <summary>Whether this is a pre-release, which ranks below its release.</summary>
    public bool IsPreRelease => PreRelease.Length > 0;

    /// <summary>Reads a version.</summary>
    /// <param name="text">The text; every part must be there, without leading zeros.</param>
    /// <param name="version">The version.</param>
    /// <returns>Whether the text is a version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SemanticVersion? version)
    {
        version = null;
        if (text is null || text.Length > MaxLength)
            return false;

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var core = (dash < 0 ? text : text[..dash]).Split('.');
        var preRelease = dash < 0 ? "" : text[(dash + 1)..];
        if (core.Length != 3 || (dash >= 0 && !preRelease.Split('.').All(IsIdentifier)))
            return false;
        if (!TryNumber(core[0], out var major) || !TryNumber(core[1], out var minor) || !TryNumber(core[2], out var patch))
            return false;

        version = new SemanticVersion(major, minor, patch, preRelease);
        return true;
    }

    /// <summary>Ranks two versions as Semantic Versioning 2.0, chapter 11, has it.</summary>
    /// <param name="other">The other version; <see langword="null"/> ranks lowest.</param>
    /// <returns>Below 0 when this one is older, above 0 when it is newer, 0 when they are equal.</returns>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;
        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (core != 0)
            return core;
        if (!IsPreRelease || !other.IsPreRelease)
            return other.IsPreRelease.CompareTo(IsPreRelease);

        var (mine, theirs) = (PreRelease.Split('.'), other.PreRelease.Split('.'));
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            var order = CompareIdentifiers(mine[i], theirs[i]);
            if (order != 0)
                return order;
        }

        return mine.Length.CompareTo(theirs.Length);
    }

    /// <summary>The version as it is written.</summary>
    /// <returns>For example <c>2.0.0-rc.1</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{(IsPreRelease ? "-" : "")}{PreRelease}");

    /// <summary>Whether one version is older than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether <paramref name="left"/> ranks below.</returns>
    public static bool operator <(SemanticVersion? left, SemanticVersion? right) => Comparer<SemanticVersion>.Default.Compare(left, right) < 0;

    /// <summary>Whether one version is older than another or equal to it.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether <paramref name="left"/> does not rank above.</returns>
    public static bool operator <=(SemanticVersion? left, SemanticVersion? right) => Comparer<SemanticVersion>.Default.Compare(left, right) <= 0;

    /// <summary>Whether one version is newer than another.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether <paramref name="left"/> ranks above.</returns>
    public static bool operator >(SemanticVersion? left, SemanticVersion? right) => right < left;

    /// <summary>Whether one version is newer than another or equal to it.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether <paramref name="left"/> does not rank below.</returns>
    public static bool operator >=(SemanticVersion? left, SemanticVersion? right) => right <= left;

    static int CompareIdentifiers(string mine, string theirs)
    {
        var (mineIsNumber, theirsIsNumber) = (mine.All(char.IsAsciiDigit), theirs.All(char.IsAsciiDigit));
        if (mineIsNumber && theirsIsNumber)
            return mine.Length != theirs.Length ? mine.Length.CompareTo(theirs.Length) : string.CompareOrdinal(mine, theirs);
        return mineIsNumber != theirsIsNumber ? theirsIsNumber.CompareTo(mineIsNumber) : string.CompareOrdinal(mine, theirs);
    }

    static bool TryNumber(string text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 9 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    static bool IsIdentifier(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && (text.Length == 1 || text[0] != '0' || !text.All(char.IsAsciiDigit));
}
