namespace Crm.Web.Text;

/// <summary>Sign-in, the frame around every page, and the command palette.</summary>
public sealed partial class Texts
{
    public string SignIn => Say("登录", "Sign in");
    public string SigningIn => Say("正在登录…", "Signing in…");
    public string SignInLead => Say("按流程做销售，随时看清漏斗。", "Sell by process. See the funnel as it moves.");
    public string Tenant => Say("企业代码", "Company code");
    public string TenantHint => Say("管理员告诉你的企业代码，例如 demo", "The code your administrator gave you, such as demo");
    public string UserName => Say("用户名", "User name");
    public string Password => Say("密码", "Password");
    public string ShowPassword => Say("显示密码", "Show password");
    public string HidePassword => Say("隐藏密码", "Hide password");
    public string SignInFailed => Say("企业代码、用户名或密码不正确。", "The company code, user name or password is not right.");
    public string SignInLocked => Say("尝试次数过多，账号暂时锁定，请稍后再试。", "Too many attempts. This account is locked for a while; try again later.");
    public string SessionEnded => Say("登录已过期，请重新登录。", "Your session has ended. Please sign in again.");
    public string SignOut => Say("退出登录", "Sign out");

    public string FirstAdministrator => Say("建立第一个管理员", "Create the first administrator");
    public string FirstAdministratorLead => Say("这套系统还没有企业。填好下面几项，你就是它的管理员。", "Nothing is set up here yet. Fill this in and you are its administrator.");
    public string CompanyName => Say("企业名称", "Company name");
    public string FullName => Say("姓名", "Full name");
    public string RepeatPassword => Say("再次输入密码", "Repeat the password");
    public string PasswordsDiffer => Say("两次输入的密码不一样。", "The two passwords differ.");
    public string PasswordRule => Say("至少 10 个字符，含大小写字母、数字和符号。", "At least 10 characters with upper and lower case letters, a digit and a sign.");
    public string BaseCurrency => Say("本位币", "Base currency");
    public string TenantRule => Say("2 到 40 个小写字母、数字或连字符，登录时用。", "2 to 40 lower-case letters, digits or hyphens. People sign in with it.");
    public string FixedFromNowOn => Say("以后不能更改。", "Cannot be changed later.");
    public string AmountBasisLabel => Say("金额口径", "Amounts are");
    public string CreateAndSignIn => Say("建立并登录", "Create and sign in");
    public string SetupToken => Say("安装口令", "Setup token");
    public string SetupTokenHint => Say("启动程序时显示在控制台里。", "Printed in the console when the program started.");

    public string SkipToContent => Say("跳到正文", "Skip to the content");
    public string Navigation => Say("导航", "Navigation");
    public string FoldNavigation => Say("收起导航", "Fold the navigation");
    public string UnfoldNavigation => Say("展开导航", "Unfold the navigation");
    public string OpenNavigation => Say("打开导航", "Open the navigation");
    public string Funnel => Say("销售漏斗", "Funnel");
    public string Opportunities => Say("商机", "Opportunities");
    public string Board => Say("看板", "Board");
    public string List => Say("列表", "List");
    public string PipelineChange => Say("漏斗变化", "Pipeline change");
    public string Customers => Say("客户", "Customers");
    public string Products => Say("产品", "Products");
    public string Import => Say("导入数据", "Import");
    public string Methodologies => Say("销售方法", "Sales methods");
    public string SectionSelling => Say("销售", "Selling");
    public string SectionAnalysis => Say("分析", "Analysis");
    public string SectionRecords => Say("资料", "Records");
    public string SectionAdministration => Say("管理", "Administration");

    public string SearchOrCommand => Say("搜索或命令", "Search or command");
    public string PaletteHint => Say("名称、拼音首字母、手机号、编码，或页面和命令", "A name, pinyin initials, a phone number, a code, a page or a command");
    public string PaletteEmpty => Say("没有找到，换个说法试试。", "Nothing found. Try other words.");
    public string PaletteKeys => Say("↑↓ 选择 · Enter 打开 · Esc 关闭", "↑↓ choose · Enter opens · Esc closes");
    public string GoTo(string page) => Say($"前往{page}", $"Go to {Lower(page)}");
    public string GroupPages => Say("页面", "Pages");
    public string GroupCommands => Say("命令", "Commands");
    public string Theme => Say("外观", "Theme");
    public string LightTheme => Say("浅色", "Light");
    public string DarkTheme => Say("深色", "Dark");
    public string SystemTheme => Say("跟随系统", "As the system");
    public string SwitchToDark => Say("换成深色", "Switch to dark");
    public string SwitchToLight => Say("换成浅色", "Switch to light");
    public string LanguageLabel => Say("语言", "Language");
    public string SwitchLanguage => Say("Switch to English", "切换到中文");
    public string SwitchLanguageTag => Say("en", "zh-CN");
    public string SwitchLanguageShort => Say("EN", "中文");
    public string MemberMenu => Say("我的账号", "My account");
    public string ChangePassword => Say("修改密码", "Change password");
    public string PresentPassword => Say("现在的密码", "Present password");
    public string NewPassword => Say("新密码", "New password");
    public string PasswordChanged => Say("密码已修改", "Password changed");
    public string PageForbidden => Say("你没有这个页面的权限", "You may not see this page");
    public string PageForbiddenHint => Say("需要权限时请找你的管理员。", "Ask your administrator if you need it.");

    /// <summary>The name of a role that the product brings, in the reader's language; a role of the tenant's own, or one that it renamed, keeps its name.</summary>
    public string RoleName(string key, string given) => (key, given) switch
    {
        ("salesperson", "Salesperson" or "销售人员") => Say("销售", "Salesperson"),
        ("sales-manager", "Sales manager" or "销售经理") => Say("销售经理", "Sales manager"),
        ("presales", "Presales" or "售前") => Say("售前", "Presales"),
        ("sales-operations", "Sales operations" or "销售运营") => Say("销售运营", "Sales operations"),
        ("marketing", "Marketing" or "市场") => Say("市场", "Marketing"),
        ("finance", "Finance" or "财务") => Say("财务", "Finance"),
        ("service", "Service" or "服务") => Say("服务", "Service"),
        ("shipping", "Shipping" or "发货") => Say("发货", "Shipping"),
        ("planning", "Planning" or "计划") => Say("计划", "Planning"),
        ("administrator", "Administrator" or "管理员") => Say("管理员", "Administrator"),
        ("read-only", "Read only" or "只读") => Say("只读", "Read only"),
        _ => given
    };

    public string Roles => Say("角色", "Roles");

    public string Live => Say("实时", "Live");
    public string LiveHint => Say("数字随商机变化自动更新", "Figures move by themselves as opportunities change");
    public string Reconnecting => Say("正在重新连接…", "Reconnecting…");
    public string NotLive => Say("未连接", "Not connected");

    // An abbreviation keeps its capitals: API keys.
    private static string Lower(string page) => page.Length > 1 && !char.IsUpper(page[1]) ? char.ToLowerInvariant(page[0]) + page[1..] : page;
}
