namespace Crm.Host;

/// <summary>Switches without a value (<c>--demo</c>) become <c>--demo=true</c>, which the configuration understands.</summary>
static class CommandLine
{
    static readonly string[] Switches = ["--demo", "--bench"];

    public static string[] Normalize(IEnumerable<string> args) => [.. args.Select(a => Switches.Contains(a) ? a + "=true" : a)];
}
