namespace Crm.Bench.Load;

/// <summary>One opportunity to take through its stages: its address, the version it stands at, and the stages still ahead.</summary>
internal sealed record AdvanceWork(string Path, string ETag, IReadOnlyList<string> Stages);
