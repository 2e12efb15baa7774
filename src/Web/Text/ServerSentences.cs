using System.Text.RegularExpressions;

namespace Crm.Web.Text;

/// <summary>
/// What the API says in English about a field or a row, as Chinese people say it. The API speaks one language, since programs read its
/// codes; a sentence that is not known here is shown as it came rather than hidden.
/// </summary>
internal static class ServerSentences
{
    private static readonly (Regex Pattern, string Chinese)[] All = [.. new (string, string)[]
    {
        ("Required\\.", "必填。"),
        ("Another record has this value\\.", "已有记录用了这个值。"),
        ("There is no such field\\.", "没有这个字段。"),
        ("The field is retired\\.", "字段已停用。"),
        ("Your roles let you see this field and not write it\\.", "你只能查看这个字段。"),
        ("Is retired: it stays where it stands.*", "选项已停用，不能再选。"),
        ("Has not the form that this field asks for\\.", "格式不符合要求。"),
        ("At most (\\d+) decimals\\.", "最多 $1 位小数。"),
        ("Not before (\\S+)\\.", "不能早于 $1。"),
        ("Not after (\\S+)\\.", "不能晚于 $1。"),
        ("Not a telephone number.*", "这不是电话号码。"),
        ("The field's amounts stand in (\\S+)\\.", "这个字段的币种是 $1。"),
        ("A small letter and up to (\\d+) letters or digits\\.", "以小写字母开头，只含字母和数字，最多再加 $1 个。"),
        ("A small letter and up to (\\d+) small letters, digits or hyphens\\.", "以小写字母开头，只含小写字母、数字和连字符，最多再加 $1 个。"),
        ("Is no regular expression.*", "不是可用的正则表达式（不支持环视和反向引用）。"),
        ("An amount needs a currency of ISO 4217\\.", "金额要有币种。"),
        ("A choice is made from a pick list\\.", "请选择选项列表。"),
        ("Records have values of this field.*", "已有记录填了这个字段，不能这样改；请另建一个字段。"),
        ("The field '(.*)' is chosen from this list.*", "字段「$1」在用这个列表，请先停用字段。"),
        ("Is missing or not of the expected type\\.", "缺少，或类型不对。"),
        ("At most (\\S+) characters\\.", "最多 $1 个字。"),
        ("Contains characters that are not text\\.", "含有不是文字的字符。"),
        ("There is no such (?:active )?member.*", "没有这个成员，或不在你的范围内。"),
        ("There is no member '(.*)'\\.", "没有成员「$1」。"),
        ("There is no such customer\\.", "没有这个客户。"),
        ("There is no customer '(.*)'\\.", "没有客户「$1」。"),
        ("There is no such product\\.", "没有这个产品。"),
        ("There is no product '(.*)'\\.", "没有产品「$1」。"),
        ("There is no such department\\.", "没有这个部门。"),
        ("There is no role '(.*)'\\.", "没有角色「$1」。"),
        ("There is no field '(.*)'\\.", "没有字段「$1」。"),
        ("There is no stage '(.*)'.*", "没有阶段「$1」。"),
        ("Not a mail address\\.", "这不是邮箱地址。"),
        ("Not a unified social credit code.*", "不是有效的统一社会信用代码：18 位，最后一位是校验码。"),
        ("Begins with http.*", "以 http:// 或 https:// 开头。"),
        ("(?:Is )?[Nn]ot a currency of ISO 4217\\.", "不是 ISO 4217 的币种。"),
        ("Not an IANA time zone.*", "不是 IANA 时区，例如 Asia/Shanghai。"),
        ("Lies within ten years\\.", "应在前后十年之内。"),
        ("Lies between ten years ago and two years ahead\\.", "应在十年前到两年后之间。"),
        ("There is no such member\\.", "没有这个成员。"),
        ("There is no such contact\\.", "没有这个联系人。"),
        ("The member is not active and is given nothing new\\.", "成员不在职，不能再派任务。"),
        ("Lies in the future.*", "不能晚于现在。"),
        ("Lies before from\\.", "早于起点。"),
        ("Say why\\.", "请说明原因。"),
        ("An amount lies between 0 and (\\S+)\\.", "金额在 0 到 $1 之间。"),
        ("A unit price lies between 0 and (\\S+)\\.", "单价在 0 到 $1 之间。"),
        ("A quantity lies above 0 and up to (\\S+)\\.", "数量大于 0，最多 $1。"),
        ("A (?:quantity|probability) has at most 4 decimals\\.", "最多 4 位小数。"),
        ("A unit price has at most 6 decimals\\.", "单价最多 6 位小数。"),
        ("A probability lies between 0 and 1\\.", "赢率在 0 到 1 之间。"),
        ("The lines add up to more than (\\S+)\\.", "明细合计超过 $1。"),
        ("An amount from lines needs at least one line\\.", "按明细计算金额至少要有一行明细。"),
        ("A member stands in a team once\\.", "一个成员在团队里只出现一次。"),
        ("At most (\\d+) lines\\.", "最多 $1 行明细。"),
        ("At most (\\d+) members\\.", "最多 $1 个成员。"),
        ("At most (\\d+) tags\\.", "最多 $1 个标签。"),
        ("Comes to more than (\\S+) (\\S+) at the planning rate\\.", "按计划汇率折合超过 $1 $2。"),
        ("The tenant has no planning rate for (\\S+) on (\\S+)\\.", "$2 没有 $1 的计划汇率，请管理员先设置。"),
        ("The list price stands in (\\S+): say the price in (\\S+)\\.", "标准价是 $1，请填写 $2 的单价。"),
        ("Differs from the amount's currency\\.", "与金额的币种不同。"),
        ("Stands in another currency than the amount\\.", "币种与金额不同。"),
        ("Another product has this code\\.", "已有产品用了这个编码。"),
        ("Another member has this user name\\.", "已有成员用了这个用户名。"),
        ("Somebody else has just used this name.*", "这个名称刚被别人用了，换一个。"),
        ("The customer has no such contact\\.", "这个客户没有这个联系人。"),
        ("The customer is archived\\.", "客户已归档。"),
        ("The member is not active\\.", "成员不在职。"),
        ("This is not your present password\\.", "现在的密码不对。"),
        ("This is not the set-up code.*", "安装口令不对，请看启动程序的控制台。"),
        ("At least (\\d+) characters.*", "至少 $1 个字符。"),
        ("Your roles do not include the right (\\S+)\\.", "你的角色没有这项权限（$1）。"),
        ("A loss to a competitor names the competitor\\.", "输给竞争对手时请写明是谁。"),
        ("The row names no customer\\.", "这一行没有客户。"),
        ("The row has no amount, and no product.*", "这一行没有金额，也没有同币种标准价的产品。"),
        ("The row has (\\d+) cells, the header has (\\d+)\\.", "这一行有 $1 格，表头有 $2 格。"),
        ("Row (\\d+) of this file has the same external id\\.", "本文件第 $1 行的外部编号相同。"),
        ("A closed opportunity needs the stage it was closed from.*", "已关闭的商机需要关闭前的阶段：对应一列或给固定值。"),
        ("A closed opportunity needs the date it was closed on\\.", "已关闭的商机需要关闭日期。"),
        ("A closed opportunity needs a reason\\.", "已关闭的商机需要原因。"),
        ("It was closed before it was opened\\.", "关闭日期早于建立日期。"),
        ("Is none of (.*)\\.", "应为其中之一：$1。"),
        ("A year of four digits\\.", "应为四位年份。"),
        ("A number or address of a contact without a name\\.", "有联系人的电话或邮箱，却没有姓名。"),
        ("You may not write records of '(.*)'\\.", "你不能写入「$1」的记录。"),
        ("The row could not be taken in because of a fault.*", "系统出错，这一行没有导入；服务器日志里有记录。"),
        ("The file holds bytes that (\\S+) does not have\\.", "文件里有 $1 没有的字节，请检查编码。"),
        ("The column '(.*)' stands in the header more than once\\.", "表头里「$1」出现了不止一次。"),
        ("The file has no header row\\.", "文件没有表头。"),
        ("The method that (\\S+) is sold by is not in working order here\\.", "这个类型的销售方法现在不可用。"),
        ("The job has ended\\.", "任务已结束。"),
        ("'(.*)' is empty\\.", "没有填写。"),
        ("'(.*)' holds a control character\\.", "含有控制字符。"),
        ("'(.*)' has (\\d+) characters; (\\d+) are allowed\\.", "有 $2 个字，最多 $3 个。"),
        ("'(.*)' is not a currency of ISO 4217\\.", "「$1」不是 ISO 4217 的币种。"),
        ("'(.*)' is not a date.*", "「$1」不是日期，应先写年份，例如 2026-11-23。"),
        ("(\\S+) is not between (\\S+) and (\\S+)\\.", "$1 不在 $2 到 $3 之间。"),
        ("'(.*)' is not a number\\.", "「$1」不是数字。"),
        ("(\\S+) is not a whole number\\.", "$1 不是整数。"),
        ("(\\S+) has more than 6 decimals\\.", "$1 的小数超过 6 位。"),
        ("'(.*)' is none of (.*)\\.", "「$1」应为其中之一：$2。"),
    }.Select(pair => (new Regex("^(?:" + pair.Item1 + ")$", RegexOptions.CultureInvariant), pair.Item2))];

    public static string InChinese(string sentence)
    {
        foreach (var (pattern, chinese) in All)
        {
            var match = pattern.Match(sentence);
            if (match.Success) return match.Result(chinese);
        }

        return sentence;
    }
}
