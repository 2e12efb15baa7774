#!/usr/bin/env bash
# A PostgreSQL of one's own for tests and measurements: in its own folder, on a free port of the loopback address, gone afterwards.
#
#   tools/private-postgres.sh start DIR [--fast]   prints the connection string of its administrator
#   tools/private-postgres.sh stop DIR
#
# --fast switches durability off: for tests, never for measurements. It makes the product's roles as an installation has
# them: crm_migrator owns the schema, crm_runtime works under row-level security, crm_across is what the runtime role
# assumes for work that spans tenants. Passwords equal the role names: the server listens on this machine alone and
# lives as long as the run.
set -euo pipefail

usage() { sed -n '2,10p' "$0" | cut -c3- >&2; exit 2; }

[ $# -ge 2 ] || usage
verb=$1 dir=$2 fast=${3:-}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "PostgreSQL's server is not installed (apt-get install postgresql)" >&2; exit 3; }

# PostgreSQL refuses to run as root, so root borrows the account that its package made.
as_owner() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$dir" "$@"
  else
    "$@"
  fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-29999 -n 50); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  return 1
}

start() {
  mkdir -p "$dir"
  [ "$(id -u)" != 0 ] || chown postgres:postgres "$dir"
  local settings=(-c listen_addresses=127.0.0.1 -c "unix_socket_directories=$dir" -c max_connections=400 -c shared_buffers=256MB)
  [ "$fast" != --fast ] || settings+=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)

  (cd "$dir" && as_owner "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1) ||
    { cat "$dir/initdb.log" >&2; exit 1; }
  local port tries=0
  while :; do
    port=$(free_port)
    # Another process may take the port between the look and the start; then the next one is tried.
    if (cd "$dir" && as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 -o "-p $port ${settings[*]}" start >"$dir/start.log" 2>&1); then
      break
    fi
    tries=$((tries + 1))
    [ $tries -lt 5 ] || { cat "$dir/start.log" "$dir/server.log" >&2; exit 1; }
  done

  as_owner "$bin/psql" -h 127.0.0.1 -p "$port" -U postgres -d postgres -q -v ON_ERROR_STOP=1 <<'SQL'
create role crm_migrator login createdb password 'crm_migrator';
-- noinherit: a policy for crm_across also holds for whoever has its privileges, and the runtime role must assume it by name to get them.
create role crm_runtime login noinherit nobypassrls password 'crm_runtime';
create role crm_across nologin nobypassrls;
grant crm_across to crm_runtime;
SQL
  echo "Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

case $verb in
  start) start ;;
  stop)
    [ ! -d "$dir/data" ] || (cd "$dir" && as_owner "$bin/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$dir"
    ;;
  *) usage ;;
esac
