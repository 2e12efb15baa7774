#!/usr/bin/env bash
# The host as an operator runs it: optimised, compiled ahead to machine code where it starts, the web app inside. It needs the ASP.NET Core runtime.
#
#   tools/publish.sh DIR [RID]      DIR is made anew; RID defaults to the machine's, e.g. linux-x64, win-x64, linux-arm64
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,4p' "$0" | cut -c3- >&2; exit 2; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)
rid=${2:-$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

rm -rf "${dir:?}"/*
# The compiler for a platform comes with its restore; the committed lock files, which name no platform, stay out of it.
dotnet publish src/Host -c Release -r "$rid" --self-contained false -p:NuGetLockFilePath=obj/publish.lock.json -o "$dir" -v quiet -clp:ErrorsOnly
echo "dotnet $dir/Crm.Host.dll --data FOLDER --urls http://localhost:5080"
