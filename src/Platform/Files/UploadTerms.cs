namespace Crm.Platform.Files;

/// <summary>On what terms a file is received.</summary>
/// <param name="MaxBytes">The longest that is taken.</param>
/// <param name="Name">What it is called when its sender does not say.</param>
/// <param name="KeepFor">How long it stays when nobody keeps it.</param>
public sealed record UploadTerms(long MaxBytes, string Name, TimeSpan KeepFor);
