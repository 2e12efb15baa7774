namespace Crm.Web.Text;

/// <summary>Importing: fields, choices and what was done with each row.</summary>
public sealed partial class Texts
{
    public string Colon => Say("：", ": ");
    public string Uploading => Say("正在上传…", "Uploading…");
    public string FixedValue => Say("固定值", "Fixed value");
    public string FixedValueHint => Say("文件里没有这一列时，每行都用这个值", "Used for every row that has no value of its own");
    public string ValueMeans(string value) => Say($"「{value}」对应", $"“{value}” means");
    public string FileRead(string encoding, int columns) => Say($"{encoding} · {columns} 列", $"{encoding} · {Plural(columns, "1 column", $"{columns} columns")}");

    public string ImportKindName(string kind) => kind switch
    {
        "customers" => Customers,
        "products" => Products,
        "members" => Members,
        "opportunities" => Opportunities,
        _ => Unknown
    };

    /// <summary>A field that a column can fill. What is not known here is a field newer than this app and shown by the name programs use.</summary>
    public string ImportFieldName(string field) => field switch
    {
        "" => "",
        "externalId" or "key" or "externalKey" => Say("外部编号", "Outside key"),
        "name" => Name,
        "customer" => Customer,
        "owner" => Owner,
        "product" => ProductField,
        "quantity" => Quantity,
        "type" => Type,
        "stage" => Stage,
        "closedFromStage" => Say("关闭前的阶段", "Stage it was closed from"),
        "amount" => Amount,
        "currency" => Currency,
        "openedOn" => Say("建立日期", "Opened on"),
        "closeDate" => Say("成交日期", "Close date"),
        "closeReason" => CloseReason,
        "need" => Need,
        "address" => Say("地址", "Address"),
        "code" => Code,
        "contactEmail" => Say("联系人邮箱", "Contact mail"),
        "contactMobile" => Say("联系人手机", "Contact mobile"),
        "contactName" => Say("联系人姓名", "Contact name"),
        "contactTitle" => Say("联系人职务", "Contact job title"),
        "department" => Department,
        "displayName" => FullName,
        "email" => Email,
        "employees" => Say("员工人数", "Employees"),
        "foundedYear" => Say("成立年份", "Founded in"),
        "industry" => Industry,
        "language" => LanguageLabel,
        "line" => Category,
        "listPrice" => ListPrice,
        "manager" => Say("上级", "Manager"),
        "parentName" => Say("上级公司", "Parent company"),
        "region" => Region,
        "revenueMillions" => Say("年收入（百万）", "Revenue (millions)"),
        "role" => Say("角色", "Role"),
        "shortName" => ShortName,
        "unifiedSocialCreditCode" => TaxNumber,
        "unit" => Unit,
        "userName" => UserName,
        "website" => Website,
        _ => field
    };

    public string PolicyName(string policy) => policy switch
    {
        "onMissingCustomer" => Say("没有客户的行", "Rows without a customer"),
        "placeholderCustomer" => Say("占位客户的名称", "Name of the placeholder customer"),
        "onMissingAmount" => Say("没有金额的行", "Rows without an amount"),
        "history" => Say("历史何时可知", "When the past was known"),
        _ => policy
    };

    public string PolicyValue(string value) => value switch
    {
        "refuse" => Say("拒绝该行", "Refuse the row"),
        "placeholder" => Say("记到占位客户名下", "Book it on the placeholder"),
        "zero" => Say("记为 0", "Leave it at zero"),
        "listPrice" => Say("用产品标准价", "Take the list price"),
        "knownToday" => Say("今天才知道（过去的漏斗不变）", "Known today (the past pipeline stays)"),
        "asDated" => Say("按各自日期", "Each on its own date"),
        _ => value
    };
}
