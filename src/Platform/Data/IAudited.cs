namespace Crm.Platform.Data;

/// <summary>Each change of such a row is written to the audit with old and new values, in the same save.</summary>
public interface IAudited;
