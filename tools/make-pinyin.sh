#!/usr/bin/env bash
# Makes src/Platform/Search/pinyin.txt anew from the npm packages pinyin-pro (MIT) and @pinyin-pro/data (ISC). Needs node and npm; nothing else does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pinyin-pro@3.29.4 @pinyin-pro/data@1.3.1
node "$root/tools/Pinyin/make.mjs" "$root/src/Platform/Search/pinyin.txt"
