using Crm.Contracts;

namespace Crm.Platform.Data;

public static class UnitOfWork
{
    /// <summary>The context behind a unit of work that another module passed on.</summary>
    public static CrmDb Db(this IUnitOfWork unit) => (CrmDb)unit;
}
