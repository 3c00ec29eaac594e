#!/usr/bin/env bash
# Starts the product in a fresh folder, replays the tour of the README (a need posted over HTTP and matched), stops it with Ctrl-C.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
url=http://127.0.0.1:$port
log=$folder/log

DATA_DIR=$folder/data PORT=$port setsid npm start >"$log" 2>&1 &
pid=$!
stop() { kill -INT -- -"$pid" 2>/dev/null || true; }
trap 'stop; wait "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT

for _ in $(seq 600); do
  if grep -q 'Ctrl-C stops everything' "$log"; then break; fi
  if ! kill -0 "$pid" 2>/dev/null; then cat "$log"; echo 'npm start ended by itself'; exit 1; fi
  sleep 0.2
done
cat "$log"
grep -q 'Latest matching: succeeded' "$log"
node scripts/tour.mjs "$url"
curl -sf -H 'accept: text/html' "$url/bureau" | grep -q 'id="root"'

stop
wait "$pid" || true
if grep -qi 'error' "$log"; then cat "$log"; echo 'errors in the log'; exit 1; fi
if curl -s -o /dev/null --max-time 2 "$url/health/live"; then echo 'still running after Ctrl-C'; exit 1; fi
echo 'smoke run passed'
