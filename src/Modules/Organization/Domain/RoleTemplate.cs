namespace Crm.Organization.Domain;

/// <summary>A role that every new tenant gets a copy of.</summary>
internal sealed record RoleTemplate(string Key, string NameEn, string NameZh, Grants Grants)
{
    internal string Name(string language) => language == "zh-CN" ? NameZh : NameEn;
}
