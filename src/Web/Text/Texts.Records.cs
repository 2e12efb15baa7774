namespace Crm.Web.Text;

/// <summary>Customers, products, import and methods.</summary>
public sealed partial class Texts
{
    public string SearchCustomers => Say("按名称查找客户", "Search customers by name");
    public string CustomersEmpty => Say("还没有客户", "No customers yet");
    public string CustomersEmptyHint => Say("建第一个客户，或从表格导入。", "Create the first customer, or import a spreadsheet.");
    public string NewCustomer => Say("新建客户", "New customer");
    public string CustomerName => Say("客户名称", "Customer name");
    public string ShortName => Say("简称", "Short name");
    public string Industry => Say("行业", "Industry");
    public string Region => Say("地区", "Region");
    public string Website => Say("网站", "Website");
    public string TaxNumber => Say("统一社会信用代码", "Registration number");
    public string Contacts => Say("联系人", "Contacts");
    public string NewContact => Say("新建联系人", "New contact");
    public string ContactsEmpty => Say("还没有联系人", "No contacts yet");
    public string JobTitle => Say("职务", "Job title");
    public string Mobile => Say("手机", "Mobile");
    public string Phone => Say("电话", "Phone");
    public string Email => Say("邮箱", "Email");
    public string WeChat => Say("微信", "WeChat");
    public string PrimaryContact => Say("主要", "Main");
    public string EditCustomer => Say("编辑客户", "Edit customer");
    public string EditContact => Say("编辑联系人", "Edit contact");
    public string EditNamed(string name) => Say($"编辑 {name}", $"Edit {name}");
    public string RemoveNamed(string name) => Say($"移除 {name}", $"Remove {name}");
    public string Remove => Say("移除", "Remove");
    public string Member => Say("成员", "Member");
    public string CustomerOpportunities => Say("商机", "Opportunities");
    public string NoOpportunitiesHere => Say("这个客户还没有商机", "This customer has no opportunities yet");

    public string SearchProducts => Say("按名称或编码查找产品", "Search products by name or code");
    public string ProductsEmpty => Say("还没有产品", "No products yet");
    public string ProductsEmptyHint => Say("产品可以从表格导入。", "Products can be imported from a spreadsheet.");
    public string NewProduct => Say("新建产品", "New product");
    public string EditProduct => Say("编辑产品", "Edit product");
    public string Code => Say("编码", "Code");
    public string ListPrice => Say("标准价", "List price");
    public string Unit => Say("单位", "Unit");
    public string Category => Say("分类", "Category");
    public string Active => Say("在售", "On sale");
    public string Inactive => Say("停售", "Off sale");

    public string MethodologiesLead => Say("阶段只来自销售方法。这里是已装载的方法和没能装载的原因。", "Stages come only from a sales method. These are loaded, or say why they are not.");
    public string MethodologiesEmpty => Say("没有销售方法", "No sales methods");
    public string MethodologiesEmptyHint => Say("把方法包放进 plugins 文件夹。", "Put a method package into the plugins folder.");
    public string Version => Say("版本", "Version");
    public string Stages => Say("阶段", "Stages");
    public string SdkVersion => Say("SDK", "SDK");
    public string AssignedTypes => Say("用于类型", "Used for types");

    public string MethodState(string state) => state switch
    {
        "Active" or "Loaded" or "Ready" => Say("可用", "Ready"),
        "Disabled" => Say("已停用", "Disabled"),
        "Malfunctioned" or "Faulty" or "Faulted" => Say("出错", "Faulty"),
        "NotSupported" or "Incompatible" or "SdkMismatch" => Say("SDK 不匹配", "Wrong SDK"),
        "Invalid" or "InvalidManifest" or "Refused" or "Rejected" => Say("未通过检查", "Refused"),
        "Discovered" => Say("待载入", "Not loaded yet"),
        "Superseded" => Say("已有新版本", "Superseded"),
        "Retired" or "Deleted" or "Removed" => Say("已移除", "Removed"),
        _ => Unknown
    };

    public string ImportLead => Say("上传 CSV，核对列，先试跑，再导入。每一行都有结果。", "Upload a CSV, check the columns, do a dry run, then import. Every row gets an answer.");
    public string ImportWhat => Say("导入什么", "What to import");
    public string ImportFile => Say("CSV 文件", "CSV file");
    public string ImportFileHint => Say("UTF-8 或 GBK，最大 100 MB。第一行是列名。", "UTF-8 or GBK, at most 100 MB. The first row holds the column names.");
    public string ChooseFile => Say("选择文件或拖到这里", "Choose a file or drop it here");
    public string Members => Say("成员", "Members");
    public string Source => Say("来源名称", "Source name");
    public string SourceHint => Say("同一来源、同一外部编号的行不会导入两次。", "Rows with the same source and outside key are never imported twice.");
    public string Mapping => Say("列对应", "Column mapping");
    public string MappingLead => Say("左边是系统的字段，右边选文件里的列。", "Fields of the system on the left; choose the file's column on the right.");
    public string NotImported => Say("（不导入）", "(not imported)");
    public string FileColumn => Say("文件列", "File column");
    public string SystemField => Say("系统字段", "Field");
    public string Sample => Say("示例", "Sample");
    public string DryRun => Say("试跑", "Dry run");
    public string DryRunNote => Say("试跑不写入任何数据。", "A dry run writes nothing.");
    public string StartImport => Say("开始导入", "Import");
    public string CancelJob => Say("停止", "Stop");
    public string JobProgress => Say("任务进度", "Progress of the job");
    public string JobRows(string done, string total) => Say($"{done} / {total} 行", $"{done} of {total} rows");
    public string Succeeded => Say("成功", "Succeeded");
    public string Failed => Say("失败", "Failed");
    public string RowResults => Say("逐行结果", "Row results");
    public string Row => Say("行", "Row");
    public string Result => Say("结果", "Result");
    public string OnlyFailed => Say("只看失败的行", "Failed rows only");
    public string DownloadResults => Say("下载结果", "Download the results");
    public string NoFailedRows => Say("没有失败的行", "No row failed");
    public string RecentImports => Say("最近的导入", "Recent imports");
    public string ImportDone => Say("导入完成", "Import finished");
    public string DryRunDone => Say("试跑完成，没有写入数据", "Dry run finished, nothing was written");
    public string CanLeave => Say("可以离开本页，任务会继续。", "You can leave this page; the work goes on.");
    public string FileEmpty => Say("文件是空的。", "The file is empty.");
    public string FileTooLarge => Say("文件超过 100 MB。", "The file is larger than 100 MB.");

    public string RowResult(string result) => result switch
    {
        "Created" => Say("新建", "Created"),
        "Updated" => Say("更新", "Updated"),
        "Unchanged" => Say("无变化", "Unchanged"),
        "Refused" or "Failed" => Say("拒绝", "Refused"),
        "Succeeded" or "Ok" => Say("成功", "Succeeded"),
        _ => Unknown
    };

    public string JobStatus(string status) => status switch
    {
        "Queued" or "Waiting" or "Pending" => Say("排队中", "Waiting"),
        "Running" => Say("进行中", "Running"),
        "Succeeded" or "Completed" or "Done" or "Finished" => Say("已完成", "Finished"),
        "Failed" => Say("失败", "Failed"),
        "Cancelled" or "Canceled" => Say("已停止", "Stopped"),
        _ => Unknown
    };
}
