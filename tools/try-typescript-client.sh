#!/usr/bin/env bash
# Compiles the TypeScript client as its package does (strict) and lets Node do a day's work with it against a host on an empty folder.
# Needs a built host, Node 20 or later, and the npm registry for the compiler, which is pinned by a lock file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
client=src/Clients/TypeScript

scratch=$(mktemp -d)
host=
cleanup() {
  [ -z "$host" ] || kill "$host" 2>/dev/null || true
  [ -z "$host" ] || wait "$host" 2>/dev/null || true
  rm -rf "$scratch"
}
trap cleanup EXIT

npm ci --prefix "$client" --no-audit --no-fund --loglevel=error
tsc="$client/node_modules/.bin/tsc"
"$tsc" -p "$client" --outDir "$scratch/package"
"$tsc" -p tests/TypeScriptClient --outDir "$scratch/try"
echo '{"type": "module"}' >"$scratch/package.json"

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
dotnet src/Host/bin/Debug/net10.0/Crm.Host.dll --urls "http://127.0.0.1:$port" --data "$scratch/data" >"$scratch/host.log" 2>&1 &
host=$!
for _ in $(seq 600); do
  code=$(sed -n 's/.*Set-up code: *\([^ ]*\).*/\1/p' "$scratch/host.log")
  [ -n "$code" ] && curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null && break
  kill -0 "$host" 2>/dev/null || { cat "$scratch/host.log"; exit 1; }
  sleep 0.1
done
[ -n "$code" ] || { cat "$scratch/host.log"; echo "The host never said its set-up code." >&2; exit 1; }

node "$scratch/try/tests/TypeScriptClient/try.js" "http://127.0.0.1:$port" "$code"
