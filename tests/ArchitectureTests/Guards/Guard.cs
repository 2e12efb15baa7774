using Crm.ArchitectureTests.Reading;

namespace Crm.ArchitectureTests.Guards;

/// <summary>
/// A rule of the house with the violation that it must catch. A guard cannot be written without its planted violation,
/// because a guard that catches nothing looks exactly like a house that keeps its rules.
/// </summary>
internal sealed record Guard(string Rule, Func<IEnumerable<string>> OnTheHouse, Func<IEnumerable<string>> OnThePlanted, string MustName)
{
    public static Guard OnFiles(string rule, Func<Repository, IEnumerable<string>> check, string plantedPath, string plantedText) =>
        new(rule, () => check(Repository.Here), () => check(Repository.Here.With(plantedPath, plantedText)), plantedPath);

    public static Guard OnAssemblies(string rule, Func<IEnumerable<AssemblyFacts>, IEnumerable<string>> check, string mustName) =>
        new(rule, () => check(AssemblyFacts.Ours), () => check([AssemblyFacts.OfThisTest]), mustName);

    public override string ToString() => Rule;
}
