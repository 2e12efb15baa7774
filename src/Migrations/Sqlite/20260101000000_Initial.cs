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
                name: "IX_sys_idempotency_CreatedAt",
                table: "sys_idempotency",
                column: "CreatedAt");

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
                name: "sys_idempotency");

            migrationBuilder.DropTable(
                name: "sys_outbox");
        }
    }
}
