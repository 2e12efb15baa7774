using Crm.Contracts.Organization;

namespace Crm.Platform.Importing;

/// <summary>Finds the member that a row names by user name, name or external id; exact first, then by the same letters and digits.</summary>
public sealed class MemberLookup(IReadOnlyList<MemberName> members)
{
    readonly ILookup<string, MemberName> _byKey = members
        .SelectMany(member => new[] { member.UserName, member.DisplayName, member.Key?.Id }.OfType<string>().Select(NameKey.Of).Distinct().Select(key => (key, member)))
        .ToLookup(pair => pair.key, pair => pair.member);

    /// <summary>The member of the row's field; the importing member when the field is empty. Null when the row was refused for it.</summary>
    public MemberName? Find(ImportRun run, RowValues row, string field)
    {
        var written = row.Text(field);
        var found = written is null ? members.Where(member => member.Id == run.Me).ToList() : Named(written);
        if (found.Count != 1)
        {
            row.Refuse(field, "import/member-unknown", found.Count == 0 ? $"There is no member '{written}'." : $"{found.Count} members are called '{written}'.");
            return null;
        }
        var member = found[0];
        if (!run.MayWriteFor(member.Id, member.DepartmentId))
        {
            row.Refuse(field, "import/member-out-of-scope", $"You may not write records of '{written}'.");
            return null;
        }
        if (written is not null && written != member.UserName && written != member.DisplayName && written != member.Key?.Id)
            row.Warn(field, ImportRules.SameLettersAndDigits, written, member.DisplayName);
        return member;
    }

    List<MemberName> Named(string written)
    {
        var alike = _byKey[NameKey.Of(written)].ToList();
        var exact = alike.Where(member => written == member.UserName || written == member.DisplayName || written == member.Key?.Id).ToList();
        return exact.Count > 0 ? exact : alike;
    }
}
