namespace Crm.Platform.Data;

/// <summary>Another process works on the data folder. Its message is for the operator as it stands.</summary>
public sealed class DataFolderInUseException(string message, Exception inner) : IOException(message, inner);
