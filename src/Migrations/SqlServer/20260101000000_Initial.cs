using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Crm.Migrations.SqlServer
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
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    RecordType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RecordId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Action = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Changes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    TenantId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Major = table.Column<byte[]>(type: "rowversion", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sys_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sys_idempotency",
                columns: table => new
                {
                    TenantId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MemberId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                        .Annotation("SqlServer:Identity", "1, 1"),
                    EventId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    RecordId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ActorId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    TenantId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Major = table.Column<byte[]>(type: "rowversion", nullable: false)
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
                name: "IX_sys_audit_TenantId_Major",
                table: "sys_audit",
                columns: new[] { "TenantId", "Major" });

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
                name: "IX_sys_outbox_TenantId_Major",
                table: "sys_outbox",
                columns: new[] { "TenantId", "Major" });
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
