using Microsoft.EntityFrameworkCore;

namespace Crm.ArchitectureTests.Planted.Domain;

internal sealed class NamesTheDatabase
{
    // Inside a lambda and behind var, where a look at fields and signatures alone would miss it.
    public Func<object> Hidden { get; } = () =>
    {
        var options = new DbContextOptionsBuilder();
        return options.Options.ContextType;
    };
}
