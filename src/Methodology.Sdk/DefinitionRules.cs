namespace Crm.Methodology.Sdk;

/// <summary>
/// The rules that every definition keeps. The host applies them when it loads a method; the author applies them in a test:
/// <c>Assert.Empty(DefinitionRules.Check(new MyMethod().Describe()))</c>.
/// </summary>
public static class DefinitionRules
{
    /// <summary>Whether a text can be a method's id.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a lower-case letter followed by up to 39 lower-case letters, digits or hyphens.</returns>
    public static bool IsMethodId(string? text) =>
        text is { Length: > 0 and <= 40 } && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a text can be the key of a stage, task, criterion, role or department.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is a letter followed by up to 39 letters, digits, hyphens or underscores.</returns>
    public static bool IsKey(string? text) =>
        text is { Length: > 0 and <= 40 } && char.IsAsciiLetter(text[0])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">The definition, however broken.</param>
    /// <returns>What is wrong with it; empty when it is sound. At most 100 faults are told.</returns>
    public static IReadOnlyList<DefinitionFault> Check(MethodDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var check = new DefinitionCheck(definition);
        return check.Run();
    }
}
