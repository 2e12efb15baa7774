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
                name: "sys_files",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TenantId = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
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

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_ActorId_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "ActorId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_RecordId_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "RecordId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "Seq" });

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
                name: "IX_sys_files_CreatedAt",
                table: "sys_files",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_sys_files_TenantId_Id",
                table: "sys_files",
                columns: new[] { "TenantId", "Id" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sys_audit");

            migrationBuilder.DropTable(
                name: "sys_deliveries");

            migrationBuilder.DropTable(
                name: "sys_file_parts");

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
                name: "sys_relay");
        }
    }
}
