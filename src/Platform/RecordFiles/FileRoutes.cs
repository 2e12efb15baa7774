using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.Platform.RecordFiles;

/// <summary>Files on records: whoever sees a record sees its files, whoever edits it adds, replaces and archives them.</summary>
static class FileRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        var files = api.MapGroup("").WithTags("Files");
        ListFiles.Map(files);
        UploadFile.Map(files);
        DownloadFile.Map(files);
        FileVersions.Map(files);
        EditFile.Map(files);
        EraseFile.Map(files);
        TenantFileLimits.Map(files);
    }
}
