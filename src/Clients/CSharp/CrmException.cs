namespace Crm.Client;

public partial class CrmException
{
    /// <summary>What the API said of its refusal; null when the answer was no problem document.</summary>
    public Problem? Problem => (this as CrmException<Problem>)?.Result;
}
