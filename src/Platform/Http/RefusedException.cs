namespace Crm.Platform.Http;

/// <summary>A refusal met while a request is bound, where no value can be returned. Turned into its problem document at once.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal?.Detail)
{
    public Refusal Refusal { get; } = refusal ?? throw new ArgumentNullException(nameof(refusal));
}
