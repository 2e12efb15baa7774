using Crm.Contracts.Events;

namespace Crm.UnitTests.Events;

[EventName("tests.happened.v1")]
sealed record Happened(Guid RecordId, int No) : IEvent;
