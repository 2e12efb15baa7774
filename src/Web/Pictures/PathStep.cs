namespace Crm.Web.Pictures;

/// <summary>One stage on the path of an opportunity.</summary>
public sealed record PathStep(string Key, string Name, StepState State, string? Note = null);
