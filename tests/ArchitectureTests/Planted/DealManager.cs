namespace Crm.ArchitectureTests.Planted;

internal sealed class DealManager
{
    // Naming a module here is itself the violation that the wall between modules must catch.
    public static string Neighbour() => typeof(Customers.CustomersModule).Name;
}
