using Crm.Organization.Data;

namespace Crm.Organization.Accounts;

/// <summary>A member with what proves who they are: the user of ASP.NET Core Identity.</summary>
internal sealed record Account(Member Member, Credential Credential);
