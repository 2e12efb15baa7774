namespace Crm.Web.Text;

/// <summary>Custom fields and pick lists.</summary>
public sealed partial class Texts
{
    public string OwnFields => Say("自定义字段", "Own fields");
    public string NoOwnValues => Say("还没有填写", "Nothing filled in yet");
    public string ShowEmptyFields(int count) => Say($"显示 {count} 个空字段", Plural(count, "Show 1 empty field", $"Show {count} empty fields"));
    public string HideEmptyFields => Say("收起空字段", "Hide empty fields");
    public string FieldReadOnly => Say("你可以查看，不能修改。", "You may see this and not change it.");
    public string RetiredChoice(string label) => Say($"{label}（已停用）", $"{label} (retired)");
    public string ShowAsColumn => Say("显示为列", "Show as a column");
    public string AtLeast(string what) => Say($"{what} 从", $"{what} from");
    public string AtMost(string what) => Say($"{what} 到", $"{what} to");
    public string HasValue => Say("已填写", "Filled in");
    public string HasNoValue => Say("未填写", "Empty");
    public string OtherReason => Say("其他（请写明）", "Other, in words");

    public string FieldsPage => Say("字段", "Fields");
    public string FieldsLead => Say("给客户、联系人、商机和产品加上你们自己的字段。改名不影响筛选和接口。", "Add fields of your own to customers, contacts, opportunities and products. Renaming one breaks no filter and no program.");
    public string NewField => Say("新建字段", "New field");
    public string EditField => Say("编辑字段", "Edit field");
    public string NoFields => Say("这里还没有自定义字段", "No fields of your own here yet");
    public string NoFieldsHint => Say("例如：客户等级、装机量、合同到期日。", "For example: customer tier, installed base, contract end.");
    public string FieldKey => Say("字段标识", "Key");
    public string FieldKeyHint => Say("用于接口、筛选和导入；以小写字母开头，建好后不能改。", "Used by programs, filters and imports; begins with a small letter and stays for good.");
    public string LabelZh => Say("中文名称", "Chinese name");
    public string LabelEn => Say("英文名称", "English name");
    public string HelpZh => Say("中文提示", "Chinese hint");
    public string HelpEn => Say("英文提示", "English hint");
    public string FieldType => Say("类型", "Type");
    public string RequiredField => Say("必填", "Required");
    public string UniqueField => Say("不允许重复", "No two records alike");
    public string PersonalField => Say("个人信息（审计不留内容）", "Names a person (the audit keeps no value)");
    public string DefaultValue => Say("默认值", "Default");
    public string PickList => Say("选项列表", "Pick list");
    public string MinLength => Say("最少字数", "Fewest characters");
    public string MaxLength => Say("最多字数", "Most characters");
    public string PatternRule => Say("格式（正则表达式）", "Form (regular expression)");
    public string MinValue => Say("最小值", "Smallest");
    public string MaxValue => Say("最大值", "Largest");
    public string Decimals => Say("小数位数", "Decimals");
    public string Earliest => Say("最早日期", "First day");
    public string Latest => Say("最晚日期", "Last day");
    public string FieldAccessTitle => Say("按角色限制", "Limits by role");
    public string FieldAccessHint => Say("没有列出的角色可以读写。一个人有几个角色时，取最宽的。", "Roles that are not limited may read and write. Of several roles the most generous counts.");
    public string AccessName(string access) => access switch { "Hidden" => Say("不可见", "Hidden"), "Read" => Say("只读", "Read only"), _ => Say("可读写", "Read and write") };
    public string Retire => Say("停用", "Retire");
    public string RetireNamed(string name) => Say($"停用 {name}", $"Retire {name}");
    public string RestoreNamed(string name) => Say($"恢复 {name}", $"Restore {name}");
    public string Retired => Say("已停用", "Retired");
    public string ShowRetired => Say("显示已停用的", "Show retired ones");
    public string MoveUp(string name) => Say($"上移 {name}", $"Move {name} up");
    public string MoveDown(string name) => Say($"下移 {name}", $"Move {name} down");
    public string Preview => Say("预览", "Preview");
    public string FieldRetired(string name) => Say($"已停用「{name}」，数据保留。", $"{name} is retired; its values are kept.");

    public string PickListsPage => Say("选项列表", "Pick lists");
    public string PickListsLead => Say("下拉选项的名称、颜色和顺序。改名后旧记录随之更新；停用的选项在旧记录上仍可读。", "Names, colours and order of choices. A renamed choice shows its new name everywhere; a retired one stays readable on old records.");
    public string NewPickList => Say("新建列表", "New list");
    public string EditPickList => Say("编辑列表", "Edit list");
    public string ListKey => Say("列表标识", "Key");
    public string ListKeyHint => Say("小写字母、数字和连字符，建好后不能改。", "Small letters, digits and hyphens; stays for good.");
    public string BuiltInList => Say("内置", "Built in");
    public string AllowsOther => Say("也接受列表之外的内容", "Other words are taken too");
    public string NewChoice => Say("新建选项", "New choice");
    public string EditChoice => Say("编辑选项", "Edit choice");
    public string NoChoices => Say("还没有选项", "No choices yet");
    public string NoChoicesHint => Say("加上第一个，字段就能选了。", "Add the first one, and fields can be chosen from the list.");
    public string Color => Say("颜色", "Colour");

    public string ColorName(string color) => color switch
    {
        "None" => Say("无", "None"),
        "Grey" => Say("灰", "Grey"),
        "Red" => Say("红", "Red"),
        "Orange" => Say("橙", "Orange"),
        "Yellow" => Say("黄", "Yellow"),
        "Green" => Say("绿", "Green"),
        "Teal" => Say("青", "Teal"),
        "Blue" => Say("蓝", "Blue"),
        "Purple" => Say("紫", "Purple"),
        _ => Say("粉", "Pink"),
    };

    public string FieldTypeName(string type) => type switch
    {
        "Text" => Say("单行文本", "Text"),
        "LongText" => Say("多行文本", "Long text"),
        "Number" => Say("数字", "Number"),
        "Money" => Say("金额", "Amount"),
        "Date" => Say("日期", "Date"),
        "Instant" => Say("日期和时间", "Date and time"),
        "YesNo" => Say("是 / 否", "Yes or no"),
        "Choice" => Say("单选", "One choice"),
        "Choices" => Say("多选", "Several choices"),
        "Member" => Say("成员", "Member"),
        "Customer" => Say("客户", "Customer"),
        "Url" => Say("网址", "Web address"),
        "Email" => Say("邮箱", "Mail address"),
        _ => Say("电话", "Telephone"),
    };

    public string ResourceName(string resource) => resource switch
    {
        "customers" => Customers,
        "contacts" => Contacts,
        "opportunities" => Opportunities,
        _ => Products,
    };
}
