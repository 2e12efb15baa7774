using Crm.Platform.Handover;

namespace Crm.Organization.UseCases.Handover;

/// <summary>
/// How far a handover is. The moves under way stand here before they are made: after a kill they are made again, which changes nothing where
/// they were made, and each is answered for exactly once.
/// </summary>
internal sealed record HandoverCheckpoint(int Part, Guid? After, long Dealt, long Rows, IReadOnlyList<HandoverMove> UnderWay)
{
    public static readonly HandoverCheckpoint Start = new(0, null, 0, 0, []);
}
