namespace Crm.ArchitectureTests.Planted;

public sealed class ExportedByMistake;
