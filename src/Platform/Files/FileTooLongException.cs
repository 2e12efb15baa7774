namespace Crm.Platform.Files;

/// <summary>Ends the reading of a stream at the limit; turned into its refusal by the store.</summary>
sealed class FileTooLongException : IOException;
