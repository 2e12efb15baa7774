namespace Crm.Web.Pictures;

/// <summary>One term of the pipeline identity. The amount carries its sign: what leaves the pipeline is below zero.</summary>
public sealed record WaterfallStep(string Key, string Name, int Count, decimal Amount, WaterfallTone Tone);
