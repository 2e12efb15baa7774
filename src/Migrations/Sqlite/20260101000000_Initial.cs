using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "act_activities",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DurationMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    RecordKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_activities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "act_assignments",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TaskId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_assignments", x => new { x.TenantId, x.TaskId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "act_notifications",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecipientId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_notifications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "act_participants",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ActivityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PersonId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IsContact = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_participants", x => new { x.TenantId, x.ActivityId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "act_tasks",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Completion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DueRank = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TimelineAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_act_tasks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cust_contacts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    WeChat = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    IsPrimary = table.Column<bool>(type: "INTEGER", nullable: false),
                    Custom = table.Column<string>(type: "TEXT", nullable: true),
                    CustomPersonal = table.Column<string>(type: "TEXT", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cust_contacts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cust_customers",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ShortNameKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Uscc = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    Industry = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Employees = table.Column<int>(type: "INTEGER", nullable: true),
                    RevenueMillionsE4 = table.Column<long>(type: "INTEGER", nullable: true),
                    FoundedYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Website = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ParentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ParentName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ParentKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Tags = table.Column<string>(type: "TEXT", maxLength: 900, nullable: false),
                    Custom = table.Column<string>(type: "TEXT", nullable: true),
                    CustomPersonal = table.Column<string>(type: "TEXT", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cust_customers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cust_external_keys",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IdKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cust_external_keys", x => new { x.TenantId, x.Source, x.ExternalId });
                });

            migrationBuilder.CreateTable(
                name: "fld_fields",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Resource = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LabelEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LabelZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    HelpEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    HelpZh = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Required = table.Column<bool>(type: "INTEGER", nullable: false),
                    Unique = table.Column<bool>(type: "INTEGER", nullable: false),
                    Personal = table.Column<bool>(type: "INTEGER", nullable: false),
                    DefaultValue = table.Column<string>(type: "TEXT", nullable: true),
                    Rules = table.Column<string>(type: "TEXT", nullable: true),
                    PickListId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Access = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fld_fields", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fld_pick_lists",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LabelEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LabelZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BuiltIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllowsOther = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fld_pick_lists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fld_pick_values",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PickListId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LabelEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    LabelZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Color = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fld_pick_values", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "fld_serials",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fld_serials", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "fld_values",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FieldId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Number = table.Column<long>(type: "INTEGER", nullable: true),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fld_values", x => new { x.TenantId, x.RecordId, x.FieldId, x.No });
                });

            migrationBuilder.CreateTable(
                name: "opp_history",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OpportunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Skipped = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    HoldsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KnownAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InFunnel = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PrimaryContactId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MethodId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OpenStage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Band = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StageEnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AmountMode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AmountE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrencyCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    RateE10 = table.Column<long>(type: "INTEGER", nullable: false),
                    BaseCurrencyCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    BaseAmountE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    WeightedE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    Products = table.Column<string>(type: "TEXT", nullable: false),
                    ProbabilityMode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProbabilityE4 = table.Column<int>(type: "INTEGER", nullable: false),
                    ProbabilityReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ManualCategory = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    CloseDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalCloseDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SlipCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysSlipped = table.Column<int>(type: "INTEGER", nullable: false),
                    BudgetE4 = table.Column<long>(type: "INTEGER", nullable: true),
                    Need = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Timeline = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NextStepDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WinnerCompetitor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Custom = table.Column<string>(type: "TEXT", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Major = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_history", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "opp_lines",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpportunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProductId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_lines", x => new { x.TenantId, x.OpportunityId, x.ProductId });
                });

            migrationBuilder.CreateTable(
                name: "opp_opportunities",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CustomerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PrimaryContactId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SourceLeadId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MethodId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Band = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StageEnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenStage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StageProbabilityE4 = table.Column<int>(type: "INTEGER", nullable: false),
                    StageCategory = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AmountMode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AmountE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    CurrencyCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    RateE10 = table.Column<long>(type: "INTEGER", nullable: false),
                    BaseCurrencyCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    BaseAmountE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    WeightedE4 = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<string>(type: "TEXT", nullable: false),
                    ProbabilityMode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ProbabilityE4 = table.Column<int>(type: "INTEGER", nullable: false),
                    ManualProbabilityE4 = table.Column<int>(type: "INTEGER", nullable: true),
                    ProbabilityReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ManualCategory = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    CloseDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OriginalCloseDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CloseDay = table.Column<int>(type: "INTEGER", nullable: false),
                    SlipCount = table.Column<int>(type: "INTEGER", nullable: false),
                    DaysSlipped = table.Column<int>(type: "INTEGER", nullable: false),
                    BudgetE4 = table.Column<long>(type: "INTEGER", nullable: true),
                    Need = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Timeline = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    NextStepDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Team = table.Column<string>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WinnerCompetitor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Custom = table.Column<string>(type: "TEXT", nullable: true),
                    CustomPersonal = table.Column<string>(type: "TEXT", nullable: true),
                    ExternalSource = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExternalHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_opportunities", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "opp_settings",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ConversionWindowDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_settings", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "opp_team",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    OpportunityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_team", x => new { x.TenantId, x.OpportunityId, x.MemberId });
                });

            migrationBuilder.CreateTable(
                name: "opp_types",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MethodId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MethodVersion = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opp_types", x => new { x.TenantId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "org_access_serials",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_access_serials", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "org_api_keys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_api_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_bank_accounts",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LegalEntityId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AccountNumber = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_bank_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_calendar_days",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_calendar_days", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_credentials",
                columns: table => new
                {
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FailedCount = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PasswordSetAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSignInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_credentials", x => x.MemberId);
                });

            migrationBuilder.CreateTable(
                name: "org_department_memberships",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FromAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_department_memberships", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_departments",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ParentId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 420, nullable: false),
                    LeaderId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ExternalSource = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_departments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_installation",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_installation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_legal_entities",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Uscc = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_legal_entities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_member_roles",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    RoleId = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_member_roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_members",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Mobile = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DepartmentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ExternalSource = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_members", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_module_switches",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Module = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_module_switches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_planning_rates",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    FromDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RateE10 = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_planning_rates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_refresh_tokens",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SessionId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RotatedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_refresh_tokens", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "org_roles",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BuiltIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Permissions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_roles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_sessions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBecause = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_sessions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_signing_keys",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_signing_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "org_tenants",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BaseCurrency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    AmountBasis = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    TimeZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    FiscalFirstMonth = table.Column<int>(type: "INTEGER", nullable: false),
                    FiscalWeeks = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_tenants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "quo_products",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CodeKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Line = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ListPriceE6 = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Active = table.Column<bool>(type: "INTEGER", nullable: false),
                    Custom = table.Column<string>(type: "TEXT", nullable: true),
                    CustomPersonal = table.Column<string>(type: "TEXT", nullable: true),
                    ExternalSource = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quo_products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_audit",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecordType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Major = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sys_deliveries",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reaction = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Major = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ParkedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_file_limits",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaxFileBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    QuotaBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    AllowedKinds = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    UsedBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_file_limits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_file_parts",
                columns: table => new
                {
                    FileId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_file_parts", x => new { x.FileId, x.No });
                });

            migrationBuilder.CreateTable(
                name: "sys_file_previews",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Box = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_file_previews", x => new { x.TenantId, x.FileId, x.Box });
                });

            migrationBuilder.CreateTable(
                name: "sys_files",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Uses = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_idempotency",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MemberId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_idempotency", x => new { x.TenantId, x.MemberId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "sys_inbox",
                columns: table => new
                {
                    Reaction = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_inbox", x => new { x.Reaction, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "sys_job_results",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    JobId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    No = table.Column<long>(type: "INTEGER", nullable: false),
                    IsFailed = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasWarnings = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Line = table.Column<long>(type: "INTEGER", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_job_results", x => new { x.TenantId, x.JobId, x.No });
                });

            migrationBuilder.CreateTable(
                name: "sys_jobs",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Input = table.Column<string>(type: "TEXT", nullable: false),
                    Checkpoint = table.Column<string>(type: "TEXT", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", nullable: true),
                    Total = table.Column<long>(type: "INTEGER", nullable: true),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Succeeded = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<long>(type: "INTEGER", nullable: false),
                    ErrorCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ErrorDetail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CancelRequested = table.Column<bool>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_outbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EventId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<byte[]>(type: "BLOB", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Major = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_outbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sys_record_file_versions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RestoredFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_record_file_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_record_files",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RecordKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContentId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CurrentNo = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ContentBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UpdatedBy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ArchivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_record_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_relay",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Major = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    LeaseOwner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_relay", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sys_schedules",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsFailed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Runs = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_schedules", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "sys_search_docs",
                columns: table => new
                {
                    No = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsArchived = table.Column<bool>(type: "INTEGER", nullable: false),
                    Generation = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_search_docs", x => x.No);
                });

            migrationBuilder.CreateTable(
                name: "sys_search_state",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_search_state", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "sys_search_terms",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Term = table.Column<long>(type: "INTEGER", nullable: false),
                    Doc = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_search_terms", x => new { x.TenantId, x.Term, x.Doc });
                });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_At_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_CustomerId_At_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "CustomerId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_DepartmentId_At_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "DepartmentId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_OwnerId_At_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "OwnerId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_RecordKind_RecordId_At_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_activities_TenantId_UpdatedAt_Id",
                table: "act_activities",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_assignments_TenantId_MemberId_TaskId",
                table: "act_assignments",
                columns: new[] { "TenantId", "MemberId", "TaskId" });

            migrationBuilder.CreateIndex(
                name: "IX_act_notifications_TenantId_RecipientId_Channel_Key",
                table: "act_notifications",
                columns: new[] { "TenantId", "RecipientId", "Channel", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_act_notifications_TenantId_RecipientId_Channel_State_NotBefore_Id",
                table: "act_notifications",
                columns: new[] { "TenantId", "RecipientId", "Channel", "State", "NotBefore", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_notifications_TenantId_RecipientId_Channel_State_ReadAt_NotBefore",
                table: "act_notifications",
                columns: new[] { "TenantId", "RecipientId", "Channel", "State", "ReadAt", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_act_notifications_TenantId_RecordKind_RecordId_State",
                table: "act_notifications",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_act_participants_TenantId_PersonId_ActivityId",
                table: "act_participants",
                columns: new[] { "TenantId", "PersonId", "ActivityId" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_CreatedAt_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_CustomerId_TimelineAt_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "CustomerId", "TimelineAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_DueRank_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "DueRank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_OwnerId_State_DueRank_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "OwnerId", "State", "DueRank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_RecordKind_RecordId_TimelineAt_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "TimelineAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_State_DueRank_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "State", "DueRank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_act_tasks_TenantId_UpdatedAt_Id",
                table: "act_tasks",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_contacts_TenantId_CustomerId",
                table: "cust_contacts",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_contacts_TenantId_Name_Id",
                table: "cust_contacts",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_CreatedAt_Id",
                table: "cust_customers",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_DepartmentId_Name",
                table: "cust_customers",
                columns: new[] { "TenantId", "DepartmentId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_Name_Id",
                table: "cust_customers",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_NameKey",
                table: "cust_customers",
                columns: new[] { "TenantId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_OwnerId_Name",
                table: "cust_customers",
                columns: new[] { "TenantId", "OwnerId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_ParentId",
                table: "cust_customers",
                columns: new[] { "TenantId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_ParentKey",
                table: "cust_customers",
                columns: new[] { "TenantId", "ParentKey" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_ShortNameKey",
                table: "cust_customers",
                columns: new[] { "TenantId", "ShortNameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_UpdatedAt_Id",
                table: "cust_customers",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_customers_TenantId_Uscc",
                table: "cust_customers",
                columns: new[] { "TenantId", "Uscc" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_external_keys_TenantId_CustomerId",
                table: "cust_external_keys",
                columns: new[] { "TenantId", "CustomerId" });

            migrationBuilder.CreateIndex(
                name: "IX_cust_external_keys_TenantId_IdKey",
                table: "cust_external_keys",
                columns: new[] { "TenantId", "IdKey" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_fields_TenantId_PickListId",
                table: "fld_fields",
                columns: new[] { "TenantId", "PickListId" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_fields_TenantId_Position_Id",
                table: "fld_fields",
                columns: new[] { "TenantId", "Position", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_fields_TenantId_Resource_Key",
                table: "fld_fields",
                columns: new[] { "TenantId", "Resource", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fld_pick_lists_TenantId_Key",
                table: "fld_pick_lists",
                columns: new[] { "TenantId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fld_pick_values_TenantId_PickListId_Key",
                table: "fld_pick_values",
                columns: new[] { "TenantId", "PickListId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fld_pick_values_TenantId_Position_Id",
                table: "fld_pick_values",
                columns: new[] { "TenantId", "Position", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_values_TenantId_FieldId_Number_RecordId",
                table: "fld_values",
                columns: new[] { "TenantId", "FieldId", "Number", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_values_TenantId_FieldId_Text_RecordId",
                table: "fld_values",
                columns: new[] { "TenantId", "FieldId", "Text", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_fld_values_TenantId_FieldId_UniqueKey",
                table: "fld_values",
                columns: new[] { "TenantId", "FieldId", "UniqueKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_opp_history_TenantId_KnownAt",
                table: "opp_history",
                columns: new[] { "TenantId", "KnownAt" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_history_TenantId_OpportunityId_Version",
                table: "opp_history",
                columns: new[] { "TenantId", "OpportunityId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_opp_history_TenantId_Seq",
                table: "opp_history",
                columns: new[] { "TenantId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_history_TenantId_StageEnteredAt",
                table: "opp_history",
                columns: new[] { "TenantId", "StageEnteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_lines_TenantId_ProductId_OpportunityId",
                table: "opp_lines",
                columns: new[] { "TenantId", "ProductId", "OpportunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_AmountE4_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "AmountE4", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_CloseDay_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "CloseDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_CreatedAt_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_CustomerId_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "CustomerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_ExternalSource_ExternalId",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "ExternalSource", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_Name_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_OwnerId_Stage_AmountE4_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "OwnerId", "Stage", "AmountE4", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_OwnerId_Stage_CloseDay_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "OwnerId", "Stage", "CloseDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_OwnerId_Stage_UpdatedAt_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "OwnerId", "Stage", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_Status_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_opportunities_TenantId_UpdatedAt_Id",
                table: "opp_opportunities",
                columns: new[] { "TenantId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_settings_TenantId",
                table: "opp_settings",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_opp_team_TenantId_MemberId_OpportunityId",
                table: "opp_team",
                columns: new[] { "TenantId", "MemberId", "OpportunityId" });

            migrationBuilder.CreateIndex(
                name: "IX_opp_types_TenantId_Type",
                table: "opp_types",
                columns: new[] { "TenantId", "Type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_api_keys_TenantId_MemberId",
                table: "org_api_keys",
                columns: new[] { "TenantId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_org_api_keys_TenantId_Name_Id",
                table: "org_api_keys",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_bank_accounts_TenantId_AccountNumber",
                table: "org_bank_accounts",
                columns: new[] { "TenantId", "AccountNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_org_bank_accounts_TenantId_Bank_Id",
                table: "org_bank_accounts",
                columns: new[] { "TenantId", "Bank", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_bank_accounts_TenantId_LegalEntityId_Currency",
                table: "org_bank_accounts",
                columns: new[] { "TenantId", "LegalEntityId", "Currency" });

            migrationBuilder.CreateIndex(
                name: "IX_org_calendar_days_TenantId_Date",
                table: "org_calendar_days",
                columns: new[] { "TenantId", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_department_memberships_TenantId_DepartmentId_FromAt",
                table: "org_department_memberships",
                columns: new[] { "TenantId", "DepartmentId", "FromAt" });

            migrationBuilder.CreateIndex(
                name: "IX_org_department_memberships_TenantId_MemberId_FromAt",
                table: "org_department_memberships",
                columns: new[] { "TenantId", "MemberId", "FromAt" });

            migrationBuilder.CreateIndex(
                name: "IX_org_departments_TenantId_ExternalSource_ExternalId",
                table: "org_departments",
                columns: new[] { "TenantId", "ExternalSource", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_departments_TenantId_Name_Id",
                table: "org_departments",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_departments_TenantId_ParentId",
                table: "org_departments",
                columns: new[] { "TenantId", "ParentId" });

            migrationBuilder.CreateIndex(
                name: "IX_org_legal_entities_TenantId_Name_Id",
                table: "org_legal_entities",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_member_roles_TenantId_MemberId_RoleId",
                table: "org_member_roles",
                columns: new[] { "TenantId", "MemberId", "RoleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_member_roles_TenantId_RoleId",
                table: "org_member_roles",
                columns: new[] { "TenantId", "RoleId" });

            migrationBuilder.CreateIndex(
                name: "IX_org_members_TenantId_DepartmentId",
                table: "org_members",
                columns: new[] { "TenantId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_org_members_TenantId_DisplayName_Id",
                table: "org_members",
                columns: new[] { "TenantId", "DisplayName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_members_TenantId_ExternalSource_ExternalId",
                table: "org_members",
                columns: new[] { "TenantId", "ExternalSource", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_members_TenantId_NormalizedUserName",
                table: "org_members",
                columns: new[] { "TenantId", "NormalizedUserName" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_module_switches_TenantId_Module",
                table: "org_module_switches",
                columns: new[] { "TenantId", "Module" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_planning_rates_TenantId_Currency_FromDate",
                table: "org_planning_rates",
                columns: new[] { "TenantId", "Currency", "FromDate" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_planning_rates_TenantId_FromDate_Id",
                table: "org_planning_rates",
                columns: new[] { "TenantId", "FromDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_refresh_tokens_IssuedAt",
                table: "org_refresh_tokens",
                column: "IssuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_org_refresh_tokens_TenantId_SessionId",
                table: "org_refresh_tokens",
                columns: new[] { "TenantId", "SessionId" });

            migrationBuilder.CreateIndex(
                name: "IX_org_roles_TenantId_Key",
                table: "org_roles",
                columns: new[] { "TenantId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_org_roles_TenantId_Name_Id",
                table: "org_roles",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_org_sessions_StartedAt",
                table: "org_sessions",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_org_sessions_TenantId_MemberId_StartedAt",
                table: "org_sessions",
                columns: new[] { "TenantId", "MemberId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_org_signing_keys_TenantId_CreatedAt",
                table: "org_signing_keys",
                columns: new[] { "TenantId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_org_tenants_Slug",
                table: "org_tenants",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quo_products_TenantId_Code_Id",
                table: "quo_products",
                columns: new[] { "TenantId", "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_quo_products_TenantId_CodeKey",
                table: "quo_products",
                columns: new[] { "TenantId", "CodeKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quo_products_TenantId_ExternalSource_ExternalId",
                table: "quo_products",
                columns: new[] { "TenantId", "ExternalSource", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quo_products_TenantId_Name_Id",
                table: "quo_products",
                columns: new[] { "TenantId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_quo_products_TenantId_NameKey",
                table: "quo_products",
                columns: new[] { "TenantId", "NameKey" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_ActorId_At_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "ActorId", "At", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_At_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "At", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_RecordId_At_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "RecordId", "At", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_RecordType_At_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "RecordType", "At", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_deliveries_ParkedAt_NextTryAt",
                table: "sys_deliveries",
                columns: new[] { "ParkedAt", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_deliveries_Reaction_EventId",
                table: "sys_deliveries",
                columns: new[] { "Reaction", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sys_deliveries_TenantId_Reaction_RecordId",
                table: "sys_deliveries",
                columns: new[] { "TenantId", "Reaction", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_file_limits_TenantId",
                table: "sys_file_limits",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sys_files_ExpiresAt",
                table: "sys_files",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_sys_files_TenantId_Id",
                table: "sys_files",
                columns: new[] { "TenantId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_files_TenantId_Sha256_Length",
                table: "sys_files",
                columns: new[] { "TenantId", "Sha256", "Length" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_idempotency_CreatedAt",
                table: "sys_idempotency",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sys_inbox_At",
                table: "sys_inbox",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_sys_job_results_TenantId_JobId_IsFailed_No",
                table: "sys_job_results",
                columns: new[] { "TenantId", "JobId", "IsFailed", "No" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_jobs_Status_TenantId_CreatedAt",
                table: "sys_jobs",
                columns: new[] { "Status", "TenantId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_jobs_TenantId_CreatedAt_Id",
                table: "sys_jobs",
                columns: new[] { "TenantId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_outbox_EventId",
                table: "sys_outbox",
                column: "EventId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sys_outbox_TenantId_Seq",
                table: "sys_outbox",
                columns: new[] { "TenantId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_record_file_versions_TenantId_FileId_No",
                table: "sys_record_file_versions",
                columns: new[] { "TenantId", "FileId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sys_record_files_TenantId_RecordKind_RecordId_ContentAt_Id",
                table: "sys_record_files",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "ContentAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_record_files_TenantId_RecordKind_RecordId_Name_Id",
                table: "sys_record_files",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_record_files_TenantId_RecordKind_RecordId_UpdatedAt_Id",
                table: "sys_record_files",
                columns: new[] { "TenantId", "RecordKind", "RecordId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_search_docs_TenantId_RecordId_Kind",
                table: "sys_search_docs",
                columns: new[] { "TenantId", "RecordId", "Kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "act_activities");

            migrationBuilder.DropTable(
                name: "act_assignments");

            migrationBuilder.DropTable(
                name: "act_notifications");

            migrationBuilder.DropTable(
                name: "act_participants");

            migrationBuilder.DropTable(
                name: "act_tasks");

            migrationBuilder.DropTable(
                name: "cust_contacts");

            migrationBuilder.DropTable(
                name: "cust_customers");

            migrationBuilder.DropTable(
                name: "cust_external_keys");

            migrationBuilder.DropTable(
                name: "fld_fields");

            migrationBuilder.DropTable(
                name: "fld_pick_lists");

            migrationBuilder.DropTable(
                name: "fld_pick_values");

            migrationBuilder.DropTable(
                name: "fld_serials");

            migrationBuilder.DropTable(
                name: "fld_values");

            migrationBuilder.DropTable(
                name: "opp_history");

            migrationBuilder.DropTable(
                name: "opp_lines");

            migrationBuilder.DropTable(
                name: "opp_opportunities");

            migrationBuilder.DropTable(
                name: "opp_settings");

            migrationBuilder.DropTable(
                name: "opp_team");

            migrationBuilder.DropTable(
                name: "opp_types");

            migrationBuilder.DropTable(
                name: "org_access_serials");

            migrationBuilder.DropTable(
                name: "org_api_keys");

            migrationBuilder.DropTable(
                name: "org_bank_accounts");

            migrationBuilder.DropTable(
                name: "org_calendar_days");

            migrationBuilder.DropTable(
                name: "org_credentials");

            migrationBuilder.DropTable(
                name: "org_department_memberships");

            migrationBuilder.DropTable(
                name: "org_departments");

            migrationBuilder.DropTable(
                name: "org_installation");

            migrationBuilder.DropTable(
                name: "org_legal_entities");

            migrationBuilder.DropTable(
                name: "org_member_roles");

            migrationBuilder.DropTable(
                name: "org_members");

            migrationBuilder.DropTable(
                name: "org_module_switches");

            migrationBuilder.DropTable(
                name: "org_planning_rates");

            migrationBuilder.DropTable(
                name: "org_refresh_tokens");

            migrationBuilder.DropTable(
                name: "org_roles");

            migrationBuilder.DropTable(
                name: "org_sessions");

            migrationBuilder.DropTable(
                name: "org_signing_keys");

            migrationBuilder.DropTable(
                name: "org_tenants");

            migrationBuilder.DropTable(
                name: "quo_products");

            migrationBuilder.DropTable(
                name: "sys_audit");

            migrationBuilder.DropTable(
                name: "sys_deliveries");

            migrationBuilder.DropTable(
                name: "sys_file_limits");

            migrationBuilder.DropTable(
                name: "sys_file_parts");

            migrationBuilder.DropTable(
                name: "sys_file_previews");

            migrationBuilder.DropTable(
                name: "sys_files");

            migrationBuilder.DropTable(
                name: "sys_idempotency");

            migrationBuilder.DropTable(
                name: "sys_inbox");

            migrationBuilder.DropTable(
                name: "sys_job_results");

            migrationBuilder.DropTable(
                name: "sys_jobs");

            migrationBuilder.DropTable(
                name: "sys_outbox");

            migrationBuilder.DropTable(
                name: "sys_record_file_versions");

            migrationBuilder.DropTable(
                name: "sys_record_files");

            migrationBuilder.DropTable(
                name: "sys_relay");

            migrationBuilder.DropTable(
                name: "sys_schedules");

            migrationBuilder.DropTable(
                name: "sys_search_docs");

            migrationBuilder.DropTable(
                name: "sys_search_state");

            migrationBuilder.DropTable(
                name: "sys_search_terms");
        }
    }
}
