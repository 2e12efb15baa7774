using Microsoft.Extensions.DependencyInjection;

namespace Crm.Platform.Search;

public static class SearchServices
{
    /// <summary>Makes a kind of record searchable.</summary>
    public static IServiceCollection AddSearch<TKind>(this IServiceCollection services)
        where TKind : class, ISearchKind => services.AddSingleton<ISearchKind, TKind>();
}
