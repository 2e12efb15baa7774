namespace Crm.Methodology.Sdk;

/// <summary>Who gets a task when its stage is entered.</summary>
public enum AssigneeRule
{
    /// <summary>The owner of the opportunity.</summary>
    Owner,

    /// <summary>The owner's manager.</summary>
    Manager,

    /// <summary>The team member who fills the role named by <see cref="TaskTemplate.AssigneeRole"/>; the owner while nobody does.</summary>
    Role,
}
