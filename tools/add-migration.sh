#!/usr/bin/env bash
# Brings the migrations of all three engines to the present model.
#
#   tools/add-migration.sh          regenerates the one migration, Initial (until the first release)
#   tools/add-migration.sh NAME     adds a migration NAME to each engine (from then on)
#
# Never edit or merge these files by hand: take either side of a conflict and run this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

name=${1:-Initial}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet tool restore >/dev/null

if [ "$name" = Initial ]; then
  for engine in Sqlite SqlServer PostgreSql; do
    find "src/Migrations/$engine" -maxdepth 1 -name '*.cs' -delete
  done
fi
dotnet build src/Host -v quiet -clp:ErrorsOnly

for engine in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add "$name" --no-build --prefix-output \
    --project "src/Migrations/$engine" --startup-project src/Host \
    --output-dir . --namespace "Crm.Migrations.$engine" -- "$engine"
  # The tool lays a first snapshot into folders named after its namespace; later ones it finds by name.
  find "src/Migrations/$engine" -mindepth 2 -name CrmDbModelSnapshot.cs -not -path '*/obj/*' -exec mv {} "src/Migrations/$engine/" \;
  rm -rf "src/Migrations/$engine/Crm"
  # A stable id: regenerating an unchanged model then changes nothing, and a database made yesterday is not offered it again.
  if [ "$name" = Initial ]; then
    (
      cd "src/Migrations/$engine"
      stamp=$(ls [0-9]*_Initial.cs | sed 's/_Initial\.cs$//')
      mv "${stamp}_Initial.cs" 20260101000000_Initial.cs
      mv "${stamp}_Initial.Designer.cs" 20260101000000_Initial.Designer.cs
      sed -i "s/${stamp}_Initial/20260101000000_Initial/" 20260101000000_Initial.Designer.cs
    )
  fi
  # The tool writes a byte order mark and the platform's line ends; the repository has neither.
  sed -i '1s/^\xEF\xBB\xBF//; s/\r$//' "src/Migrations/$engine"/*.cs
done
dotnet build src/Host -v quiet -clp:ErrorsOnly
