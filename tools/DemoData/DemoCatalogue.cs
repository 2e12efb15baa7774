namespace Crm.DemoData;

/// <summary>What the company sells: equipment and software by project, parts and service by relationship.</summary>
static class DemoCatalogue
{
    public const string Automation = "自动化产线 Automation";
    public const string Inspection = "检测设备 Inspection";
    public const string Software = "工业软件 Software";
    public const string Parts = "备件与服务 Parts and service";

    public static IReadOnlyList<DemoProduct> Products { get; } =
    [
        new("AL-100", "柔性装配线 Flexible assembly line", Automation, 1_280_000m, "套"),
        new("AL-200", "机器人工作站 Robot cell", Automation, 460_000m, "套"),
        new("AL-300", "AGV 物流系统 AGV logistics", Automation, 320_000m, "套"),
        new("AL-400", "智能仓储单元 Storage unit", Automation, 580_000m, "套"),
        new("IN-100", "视觉检测机 Vision inspection", Inspection, 168_000m, "台"),
        new("IN-200", "三坐标测量机 Coordinate measuring machine", Inspection, 395_000m, "台"),
        new("IN-300", "X 射线检测机 X-ray inspection", Inspection, 276_000m, "台"),
        new("IN-400", "气密性测试仪 Leak tester", Inspection, 58_000m, "台"),
        new("SW-100", "制造执行系统 MES", Software, 240_000m, "套"),
        new("SW-200", "设备联网平台 Machine connectivity", Software, 96_000m, "套"),
        new("SW-300", "质量追溯系统 Quality tracing", Software, 128_000m, "套"),
        new("PS-100", "年度维保 Annual maintenance", Parts, 36_000m, "年"),
        new("PS-200", "伺服驱动备件 Servo drive", Parts, 4_860m, "个"),
        new("PS-300", "视觉光源组件 Lighting unit", Parts, 1_280.50m, "个"),
        new("PS-400", "操作培训 Operator training", Parts, 9_800m, "天"),
    ];
}
