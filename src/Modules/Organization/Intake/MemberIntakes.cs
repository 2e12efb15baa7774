using Crm.Contracts;
using Crm.Contracts.Organization;
using Crm.Organization.Access;
using Crm.Organization.Accounts;
using Crm.Organization.Data;
using Crm.Organization.Domain;
using Crm.Platform;
using Crm.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Crm.Organization.Intake;

/// <summary>Members from outside, with the departments they name.</summary>
internal sealed class MemberIntakes(AccountRules rules) : IMemberIntake, IMemberNames
{
    public async Task<IReadOnlyList<MemberName>> All(IUnitOfWork unit, CancellationToken ct)
    {
        var rows = await unit.Db().Set<Member>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.UserName, row.DisplayName, row.DepartmentId, row.ExternalSource, row.ExternalId }).ToListAsync(ct);
        return [.. rows.Select(row => new MemberName(
            row.Id, row.UserName, row.DisplayName, row.DepartmentId, row.ExternalId is null ? null : new ExternalKey(row.ExternalSource!, row.ExternalId)))];
    }

    public async Task<IReadOnlyList<IntakeAnswer>> TakeIn(IUnitOfWork unit, IReadOnlyList<MemberIntake> rows, CancellationToken ct)
    {
        var db = unit.Db();
        await AccessWrites.Touch(db, ct);
        var batch = await Batch.Load(db, rules, ct);
        var answers = new List<IntakeAnswer>(rows.Count);
        foreach (var row in rows) answers.Add(await batch.Take(row, ct));
        await db.SaveChangesAsync(ct);
        return answers;
    }

    /// <summary>A tenant's members and departments are few thousand at most: read once, then each row is decided in memory.</summary>
    sealed class Batch(CrmDb db, AccountRules rules, Tenant tenant)
    {
        readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);
        Dictionary<string, Member> _byName = [];
        Dictionary<ExternalKey, Member> _byKey = [];
        Dictionary<(Guid? Parent, string Name), Department> _departments = [];
        Dictionary<string, Guid> _roles = [];
        Dictionary<Guid, HashSet<Guid>> _held = [];
        Department _root = null!;

        public static async Task<Batch> Load(CrmDb db, AccountRules rules, CancellationToken ct)
        {
            var batch = new Batch(db, rules, await db.Set<Tenant>().AsNoTracking().SingleAsync(ct));
            var members = await db.Set<Member>().AsTracking().ToListAsync(ct);
            batch._byName = members.ToDictionary(member => member.NormalizedUserName, StringComparer.Ordinal);
            batch._byKey = members.Where(member => member.ExternalId is not null)
                .ToDictionary(member => new ExternalKey(member.ExternalSource!, member.ExternalId!));
            var departments = await db.Set<Department>().AsTracking().Where(row => row.ArchivedAt == null).ToListAsync(ct);
            batch._root = departments.Single(row => row.ParentId is null);
            batch._departments = departments.GroupBy(row => (row.ParentId, row.Name)).ToDictionary(group => group.Key, group => group.First());
            batch._roles = await db.Set<Role>().Where(row => row.ArchivedAt == null).ToDictionaryAsync(row => row.Key, row => row.Id, StringComparer.Ordinal, ct);
            batch._held = (await db.Set<MemberRole>().ToListAsync(ct)).GroupBy(row => row.MemberId)
                .ToDictionary(group => group.Key, group => group.Select(row => row.RoleId).ToHashSet());
            return batch;
        }

        public async Task<IntakeAnswer> Take(MemberIntake row, CancellationToken ct)
        {
            if (Check(row) is { Count: > 0 } reasons) return new IntakeAnswer(IntakeResult.Refused, null, reasons);
            var normalized = Names.Normalize(row.UserName);
            var named = _byName.GetValueOrDefault(normalized);
            var known = row.Key is { } key ? _byKey.GetValueOrDefault(key) : null;
            if (known is not null && named is not null && known != named)
                return IntakeAnswer.Refused("userName", "members/name-taken", "Another member has this user name.");
            if (known is null && named?.ExternalId is not null && row.Key is not null)
                return IntakeAnswer.Refused("userName", "members/name-taken", "The member of this user name came with another external key.");
            var member = known ?? named;
            var department = DepartmentOf(row.DepartmentPath);
            if (department is null)
                return IntakeAnswer.Refused("departmentPath", "departments/too-deep", $"At most {DepartmentTree.MaxDepth} levels.");
            var answer = member is null ? Create(row, normalized, department) : await Update(member, row, normalized, department, ct);
            if (row.LeadsDepartment) department.LeaderId = answer.Id;
            return answer;
        }

        IntakeAnswer Create(MemberIntake row, string normalized, Department department)
        {
            var now = db.UtcNow();
            var member = new Member
            {
                Id = Guid.CreateVersion7(now),
                UserName = row.UserName,
                NormalizedUserName = normalized,
                DisplayName = row.DisplayName.Trim(),
                Email = row.Email,
                DepartmentId = department.Id,
                Language = row.Language ?? tenant.Language,
                ExternalSource = row.Key?.Source,
                ExternalId = row.Key?.Id,
                CreatedAt = row.KnownAtUtc ?? now,
            };
            db.Add(member);
            db.Add(MemberChanges.NewCredential(member.Id, row.Password is null ? null : HashOf(row.Password), now));
            db.Add(MemberChanges.Membership(db, member, member.CreatedAt));
            AddRoles(member.Id, row.Roles);
            _byName[normalized] = member;
            if (row.Key is { } key) _byKey[key] = member;
            db.Publish(new MemberStateChanged(member.Id, true, now));
            return IntakeAnswer.Of(IntakeResult.Created, member.Id);
        }

        async Task<IntakeAnswer> Update(Member member, MemberIntake row, string normalized, Department department, CancellationToken ct)
        {
            var changed = false;
            Set(member.UserName, row.UserName, value => member.UserName = value);
            Set(member.DisplayName, row.DisplayName.Trim(), value => member.DisplayName = value);
            if (row.Email is not null) Set(member.Email, row.Email, value => member.Email = value);
            if (row.Language is not null) Set(member.Language, row.Language, value => member.Language = value);
            if (row.Key is not null && member.ExternalId is null)
            {
                (member.ExternalSource, member.ExternalId) = (row.Key.Source, row.Key.Id);
                _byKey[row.Key] = member;
                changed = true;
            }
            if (member.NormalizedUserName != normalized)
            {
                _byName.Remove(member.NormalizedUserName);
                member.NormalizedUserName = normalized;
                _byName[normalized] = member;
            }
            if (row.DepartmentPath.Count > 0 && member.DepartmentId != department.Id)
            {
                await MemberChanges.MoveNow(db, member, department.Id, ct);
                changed = true;
            }
            changed |= AddRoles(member.Id, row.Roles);
            return IntakeAnswer.Of(changed ? IntakeResult.Updated : IntakeResult.Unchanged, member.Id);

            void Set<T>(T old, T value, Action<T> set)
            {
                if (EqualityComparer<T>.Default.Equals(old, value)) return;
                set(value);
                changed = true;
            }
        }

        /// <summary>An intake gives roles and takes none away: what an administrator gave by hand stays.</summary>
        bool AddRoles(Guid memberId, IEnumerable<string> keys)
        {
            if (!_held.TryGetValue(memberId, out var held)) _held[memberId] = held = [];
            var added = false;
            foreach (var key in keys)
            {
                if (!held.Add(_roles[key])) continue;
                db.Add(MemberChanges.Holds(db, memberId, _roles[key]));
                added = true;
            }
            return added;
        }

        Department? DepartmentOf(IReadOnlyList<string> path)
        {
            if (path.Count >= DepartmentTree.MaxDepth) return null;
            var at = _root;
            foreach (var name in path.Select(name => name.Trim()))
            {
                if (!_departments.TryGetValue((at.Id, name), out var next))
                {
                    var id = Guid.CreateVersion7(db.UtcNow());
                    next = new Department { Id = id, Name = name, ParentId = at.Id, Path = DepartmentTree.PathOf(at.Path, id) };
                    db.Add(next);
                    _departments[(at.Id, name)] = next;
                }
                at = next;
            }
            return at;
        }

        // Members who come with one password, as demonstration data does, share its hash: hashing is slow by design.
        string HashOf(string password) =>
            _hashes.TryGetValue(password, out var hash) ? hash : _hashes[password] = rules.Hash(password);

        List<IntakeReason> Check(MemberIntake row)
        {
            var errors = new FieldErrors()
                .When(!Names.IsUserName(row.UserName), "userName", $"2 to {Names.MaxUserName} letters, digits and . _ - @ +, beginning with a letter or digit.")
                .Required("displayName", row.DisplayName, 100)
                .When(row.Email is not null && !Names.IsEmail(row.Email), "email", "Not a mail address.")
                .When(row.Language is not null && !Names.IsLanguage(row.Language), "language", "zh-CN or en.")
                .When(row.Key is { Source.Length: 0 or > 50 } or { Id.Length: 0 or > 200 }, "key", "A source of 1 to 50 and an id of 1 to 200 characters.")
                .When(row.Password?.Length > Names.MaxPassword, "password", $"At most {Names.MaxPassword} characters.");
            foreach (var name in row.DepartmentPath) errors.Required("departmentPath", name, 100);
            foreach (var role in row.Roles) errors.When(!_roles.ContainsKey(role), "roles", $"There is no role '{role}'.");
            return [.. errors.All.Select(error => new IntakeReason(error.Field, "members/invalid", error.Detail))];
        }
    }
}
