#!/usr/bin/env bash
# What is generated must be what the code says. tools/check.sh: format and drift; tools/check.sh drift: drift alone. Needs a built host.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

[ "${1:-}" = drift ] || dotnet format whitespace --verify-no-changes --no-restore

dotnet tool restore >/dev/null
for engine in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations has-pending-model-changes --no-build \
    --project "src/Migrations/$engine" --startup-project src/Host -- "$engine"
done

if [ -f docs/openapi/v1.json ]; then
  fresh=$(mktemp -d)
  trap 'rm -rf "$fresh"' EXIT
  dotnet src/Host/bin/Debug/net10.0/Crm.Host.dll --openapi "$fresh/v1.json" --data "$fresh" >/dev/null
  diff -u docs/openapi/v1.json "$fresh/v1.json" || { echo "docs/openapi/v1.json is behind the code: run tools/generate-clients.sh" >&2; exit 1; }
  tools/generate-clients.sh --from-document "$fresh/clients"
  cmp "$fresh/clients/CSharp/CrmClient.g.cs" src/Clients/CSharp/CrmClient.g.cs
  cmp "$fresh/clients/TypeScript/client.ts" src/Clients/TypeScript/client.ts
fi
