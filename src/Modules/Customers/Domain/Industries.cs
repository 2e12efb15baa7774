using Crm.Platform.Fields;

namespace Crm.Customers.Domain;

/// <summary>The industries that a tenant begins with. The list is open: any other word is taken as written, until the tenant closes it.</summary>
internal static class Industries
{
    internal const string List = "industry";

    internal static readonly BuiltInPickList BuiltIn = new(List, "Industry", "行业",
    [
        new("technology", "Technology", "科技"), new("software", "Software", "软件"), new("telecommunications", "Telecommunications", "通信"),
        new("manufacturing", "Manufacturing", "制造业"), new("machinery", "Machinery", "机械制造"), new("electronics", "Electronics", "电子"),
        new("semiconductors", "Semiconductors", "半导体"), new("aerospace", "Aerospace", "航空航天"), new("medical-devices", "Medical devices", "医疗器械"),
        new("new-energy", "New energy", "新能源"), new("chemicals", "Chemicals and materials", "化工材料"), new("food", "Food and drink", "食品饮料"), new("appliances", "Home appliances", "家电"),
        new("automotive", "Automotive", "汽车"), new("energy", "Energy", "能源"),
        new("construction", "Construction", "建筑"), new("logistics", "Logistics", "物流"), new("retail", "Retail", "零售"),
        new("finance", "Finance", "金融"), new("insurance", "Insurance", "保险"), new("medical", "Medical", "医疗"),
        new("education", "Education", "教育"), new("government", "Government", "政府"), new("agriculture", "Agriculture", "农业"),
        new("hospitality", "Hospitality", "酒店餐饮"), new("entertainment", "Entertainment", "文化娱乐"), new("marketing", "Marketing", "营销"),
        new("services", "Services", "服务业"), new("employment", "Employment", "人力资源"),
    ]);
}
