namespace Crm.Platform.Importing;

/// <summary>A value that was not taken as written: by which stated rule it became what. Nothing is changed without one.</summary>
/// <param name="Field">The field.</param>
/// <param name="Rule">Name of the rule, see <see cref="ImportRules"/>.</param>
/// <param name="From">As written in the file.</param>
/// <param name="To">As taken.</param>
public sealed record RowWarning(string Field, string Rule, string From, string To);
