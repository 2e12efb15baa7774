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
                name: "IX_sys_idempotency_CreatedAt",
                table: "sys_idempotency",
                column: "CreatedAt");

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
                name: "sys_idempotency");

            migrationBuilder.DropTable(
                name: "sys_outbox");
        }
    }
}
