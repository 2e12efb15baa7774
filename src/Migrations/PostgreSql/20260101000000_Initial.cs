using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Crm.Migrations.PostgreSql
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
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Action = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Changes = table.Column<string>(type: "text", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Major = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::text)::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sys_deliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reaction = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    Major = table.Column<long>(type: "bigint", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ParkedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Error = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_deliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_file_parts",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_file_parts", x => new { x.FileId, x.No });
                });

            migrationBuilder.CreateTable(
                name: "sys_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_idempotency",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_idempotency", x => new { x.TenantId, x.MemberId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "sys_inbox",
                columns: table => new
                {
                    Reaction = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_inbox", x => new { x.Reaction, x.EventId });
                });

            migrationBuilder.CreateTable(
                name: "sys_job_results",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    JobId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<long>(type: "bigint", nullable: false),
                    IsFailed = table.Column<bool>(type: "boolean", nullable: false),
                    HasWarnings = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Line = table.Column<long>(type: "bigint", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_job_results", x => new { x.TenantId, x.JobId, x.No });
                });

            migrationBuilder.CreateTable(
                name: "sys_jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Input = table.Column<string>(type: "text", nullable: false),
                    Checkpoint = table.Column<string>(type: "text", nullable: true),
                    Summary = table.Column<string>(type: "text", nullable: true),
                    Total = table.Column<long>(type: "bigint", nullable: true),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Succeeded = table.Column<long>(type: "bigint", nullable: false),
                    Failed = table.Column<long>(type: "bigint", nullable: false),
                    ErrorCode = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ErrorDetail = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CancelRequested = table.Column<bool>(type: "boolean", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sys_outbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Payload = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Major = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_current_xact_id()::text)::bigint")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_outbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sys_relay",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Major = table.Column<long>(type: "bigint", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    LeaseOwner = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_relay", x => x.Name);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_Major_Seq",
                table: "sys_audit",
                columns: new[] { "Major", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_ActorId_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "ActorId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_Major_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "Major", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_audit_TenantId_RecordId_Seq",
                table: "sys_audit",
                columns: new[] { "TenantId", "RecordId", "Seq" });

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
                name: "IX_sys_outbox_Major_Seq",
                table: "sys_outbox",
                columns: new[] { "Major", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sys_outbox_TenantId_Major_Seq",
                table: "sys_outbox",
                columns: new[] { "TenantId", "Major", "Seq" });
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
