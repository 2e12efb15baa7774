namespace Crm.Bench.Data;

/// <summary>A data folder with a tenant in it and so many opportunities.</summary>
internal sealed record FilledFolder(string Path, BenchTenant Tenant);
