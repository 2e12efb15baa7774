namespace Crm.BrowserTests.Fixtures;

/// <summary>How a visitor sees the app.</summary>
public sealed record Look(string Language = "zh-CN", string Theme = "light", int Width = 1280)
{
    public bool IsChinese => Language == "zh-CN";

    public override string ToString() => $"{Language}-{Theme}-{Width}";
}
