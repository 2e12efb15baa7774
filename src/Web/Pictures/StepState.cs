namespace Crm.Web.Pictures;

public enum StepState
{
    Done,
    Now,
    Ahead,
    Ended
}
