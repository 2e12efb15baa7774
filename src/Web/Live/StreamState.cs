namespace Crm.Web.Live;

internal enum StreamState
{
    Off,
    On,
    Waiting
}
