namespace Crm.Web.Text;

/// <summary>Legal entities, bank accounts, currencies, rates and calendars.</summary>
public sealed partial class Texts
{
    public string LegalEntities => Say("法人主体", "Legal entities");
    public string LegalEntitiesLead => Say("签合同、开单据的公司，以及它们的收款账户。", "The companies that sign contracts and issue documents, and the accounts customers pay into.");
    public string NewLegalEntity => Say("新建法人主体", "New legal entity");
    public string EditLegalEntity => Say("编辑法人主体", "Edit legal entity");
    public string LegalEntitiesEmpty => Say("还没有法人主体", "No legal entities yet");
    public string LegalEntitiesEmptyHint => Say("先建一个，合同和单据才知道以谁的名义。", "Add one, so that contracts and documents know in whose name they are.");
    public string NoTaxNumber => Say("未填写统一社会信用代码", "No registration number");
    public string TaxNumberHint => Say("18 位，最后一位是校验码。", "18 characters; the last one is a check character.");
    public string AddressLabel => Say("地址", "Address");
    public string DefaultOne => Say("默认", "Default");
    public string MakeDefault => Say("设为默认", "Make it the default");
    public string Bank => Say("开户行", "Bank");
    public string AccountNumber => Say("账号", "Account number");
    public string AccountName => Say("户名", "Account name");
    public string AccountNameHint => Say("不填则用公司名称。", "The company's own name when left empty.");
    public string DefaultOfCurrency => Say("这个币种的默认账户", "Default account of this currency");
    public string NewBankAccount => Say("新建银行账户", "New bank account");
    public string EditBankAccount => Say("编辑银行账户", "Edit bank account");
    public string NoBankAccounts => Say("还没有银行账户。", "No bank accounts yet.");
    public string BankAccountsOf(string name) => Say($"{name} 的银行账户", $"Bank accounts of {name}");

    public string Currencies => Say("币种和汇率", "Currencies and rates");
    public string CurrenciesLead => Say("有计划汇率的币种可以用在商机里。汇率从生效日起用到同币种的下一个汇率为止。", "A currency with a planning rate can be used in opportunities. A rate holds from its date until the next one of its currency.");
    public string PlanningRates => Say("计划汇率", "Planning rates");
    public string NewRate => Say("新增汇率", "New rate");
    public string Rate => Say("汇率", "Rate");
    public string RateHint(string currency) => Say($"1 单位外币等于多少 {currency}。", $"How many {currency} one unit counts as.");
    public string RateSource => Say("依据", "Source");
    public string RateSourceHint => Say("谁定的，例如：财务部。", "Who says so, such as the treasury.");
    public string HoldsFrom => Say("生效日期", "Holds from");
    public string InForce => Say("正在使用", "In force");
    public string Upcoming => Say("未生效", "Upcoming");
    public string Past => Say("已过", "Past");
    public string RatesEmpty => Say("还没有计划汇率", "No planning rates yet");
    public string RatesEmptyHint => Say("用外币报价前，先给这个币种定一个计划汇率。", "Before anybody sells in another currency, give it a planning rate.");
    public string TakeBack => Say("撤回汇率", "Take the rate back");
    public string TakeBackRate(string currency, string day) => Say($"撤回 {currency} {day} 的汇率", $"Take back the {currency} rate of {day}");
    public string TakeBackNote => Say("同币种的前一个汇率会重新生效。商机的金额不变，直到重估。", "The rate before it holds again. Amounts of opportunities stay until they are revalued.");
    public string RateTakenBack => Say("汇率已撤回", "The rate was taken back");
    public string Revaluation => Say("重估在手商机", "Revalue open opportunities");
    public string RevaluationLead(string day) => Say($"按 {day} 的计划汇率重新折算。搁置和已关闭的商机不变。", $"Counts them anew at the planning rates of {day}. What is on hold or closed stays.");
    public string RevaluationNote(int count) => Say($"{count} 个商机会按今天的汇率重新折算，各自的历史里会留下记录，漏斗变化里归入「重估」。", $"{Plural(count, "1 opportunity is", $"{count} opportunities are")} counted anew at today's rate. Each keeps a line in its history, and the pipeline tells it as revalued.");
    public string Revalue => Say("重估", "Revalue");
    public string RevalueMany(int count) => Say($"重估 {count} 个商机", $"Revalue {Plural(count, "1 opportunity", $"{count} opportunities")}");
    public string NothingToRevalue => Say("都是今天的汇率", "All stand at today's rate");
    public string RateToday => Say("今天的汇率", "Rate today");
    public string AtAnotherRate => Say("汇率不同", "At another rate");
    public string AsItStands => Say("现在的金额", "As it stands");
    public string AtTodaysRate => Say("按今天汇率", "At today's rate");
    public string Difference => Say("差额", "Difference");
    public string NoRate => Say("没有汇率", "No rate");

    public string Calendars => Say("日历", "Calendars");
    public string CalendarsLead => Say("周一到周五是工作日，节假日和调休在这里改。提醒和到期日按它计算。", "Monday to Friday are worked. Holidays and make-up days are changed here; reminders and due dates follow.");
    public string UploadHolidays => Say("上传节假日", "Upload holidays");
    public string UploadHolidaysHint => Say("每年公布的节假日和调休文件，涉及的年份整年替换。", "A file of holidays and make-up days as published each year. The years it names are replaced.");
    public string HolidaysImported(int days, int years) => Say($"导入 {years} 年共 {days} 天", $"{days} days of {Plural(years, "1 year", $"{years} years")} imported");
    public string NotAHolidayFile => Say("这不是节假日文件。", "This is not a file of holidays.");
    public string Holiday => Say("休息", "Holiday");
    public string MakeUpDay => Say("调休上班", "Make-up day");
    public string OrdinaryDay => Say("按平常", "As the week has it");
    public string DayKind => Say("这一天", "This day");
    public string SetDay(string day) => Say($"修改 {day}", $"Change {day}");
    public string Year => Say("年份", "Year");
    public string YearBefore => Say("上一年", "Year before");
    public string YearAfter => Say("下一年", "Year after");
    public string HolidaysOf(int year) => Say($"{year} 年的节假日和调休", $"Holidays and make-up days of {year}");
    public string NoHolidays => Say("这一年还没有节假日", "No holidays in this year yet");
    public string NoHolidaysHint => Say("上传公布的文件，或逐天设置。", "Upload the published file, or set days one by one.");
    public string Date => Say("日期", "Date");
    public string AddDay => Say("设置一天", "Set a day");
    public string NameChinese => Say("中文名称", "Chinese name");
    public string NameEnglish => Say("英文名称", "English name");
    public string CalendarCounts(int holidays, int workdays) => Say($"休息 {holidays} 天，调休上班 {workdays} 天", $"{Plural(holidays, "1 holiday", $"{holidays} holidays")}, {Plural(workdays, "1 make-up day", $"{workdays} make-up days")}");

    public string FiscalCalendar => Say("财年", "Fiscal year");
    public string FiscalHint => Say("指标、预测和分析按它分期。", "Targets, forecasts and analysis take their periods from it.");
    public string FirstMonth => Say("从哪个月开始", "Begins in");
    public string WeeksDivided => Say("周的划分", "Weeks");
    public string FiscalWeeksName(string weeks) => weeks switch
    {
        "ClippedToMonths" => Say("按月截断", "Cut at the ends of months"),
        "Iso" => Say("整周，可跨月", "Whole weeks, crossing months"),
        "FourFourFive" => Say("4-4-5 周为一季", "4-4-5 weeks to a quarter"),
        _ => Unknown
    };
    public string MonthName(int month) => new DateOnly(2026, month, 1).ToString(Say("M 月", "MMMM"), Format.Culture);
    public string FiscalYearSpan(int year, string from, string to, int weeks) => Say($"{year} 财年：{from} 至 {to}，{weeks} 周", $"Fiscal {year}: {from} to {to}, {weeks} weeks");
    public string Quarter => Say("季度", "Quarter");
    public string Period => Say("期间", "Period");
}
