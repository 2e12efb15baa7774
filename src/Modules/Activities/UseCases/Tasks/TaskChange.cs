using Crm.Activities.Data;
using Crm.Platform;
using Crm.Platform.Data;

namespace Crm.Activities.UseCases.Tasks;

/// <summary>A change of one task and its members' parts: decided before anything is touched, so that a refused one leaves no trace.</summary>
internal delegate Outcome<Telling> TaskChange(CrmDb db, WorkTask row, List<AssignmentRow> parts);

/// <summary>Tells whom it concerns, once the change is saved.</summary>
internal delegate Task Telling(CrmDb db, CancellationToken ct);
