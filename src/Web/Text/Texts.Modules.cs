namespace Crm.Web.Text;

/// <summary>Switching modules.</summary>
public sealed partial class Texts
{
    public string Modules => Say("功能模块", "Modules");
    public string ModulesLead => Say("用不到的模块可以关闭：菜单和接口不再提供，后台工作暂停，数据原样保留，随时可以再打开。", "Switch off what you do not need: menus and the API stop offering it and its background work waits. Its data stay as they are; switch it on again at any time.");
    public string ModuleOn => Say("已打开", "On");
    public string ModuleOff => Say("已关闭", "Off");
    public string SwitchOn => Say("打开", "Switch on");
    public string SwitchOff => Say("关闭", "Switch off");
    public string SwitchOffNote => Say("所有人立即不能再使用这个模块，它的任务会暂停。数据不会改变。", "Nobody can use this module any more, at once, and its jobs wait. No data are changed.");
    public string SwitchOnNote => Say("数据和关闭前一样，暂停的任务会继续。", "Its data are as they were, and jobs that waited go on.");
    public string AlwaysOn => Say("始终打开", "Always on");
    public string NeedsModules => Say("需要", "Needs");
    public string NeededByModules => Say("被需要", "Needed by");
    public string SwitchedAt => Say("最近切换", "Last switched");
    public string FirstSwitchOff(string names) => Say($"先关闭 {names}", $"First switch off {names}");
    public string FirstSwitchOn(string names) => Say($"先打开 {names}", $"First switch on {names}");
    public string ModuleIsOff(string name) => Say($"{name} 已关闭", $"{name}: off");
    public string ModuleIsOn(string name) => Say($"{name} 已打开", $"{name}: on");
}
