using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Client;

public partial class CrmClient
{
    /// <summary>The If-Match value of a version that was read.</summary>
    public static string ETag(int version) => $"\"{version.ToString(System.Globalization.CultureInfo.InvariantCulture)}\"";

    // A member that is null is left out: in a merge patch null would clear what was not meant to change.
    // Words inside lists and dictionaries have no converter of their own, so it stands here for all.
    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        settings.Converters.Add(new JsonStringEnumConverter());
    }
}
