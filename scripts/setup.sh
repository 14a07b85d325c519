#!/usr/bin/env bash
# Installs the Debian 12 packages that are missing. Usage: scripts/setup.sh demo|test. Says nothing when all are there.
set -euo pipefail

common="g++ cmake ninja-build pkg-config libboost-context-dev libboost-program-options-dev libspdlog-dev libfmt-dev libgmp-dev libssl-dev zlib1g-dev libpcre2-dev libicu-dev
libmimalloc-dev libtomlplusplus-dev nlohmann-json3-dev python3 git"
case "${1:-}" in
  demo) packages="$common" ;;
  test) packages="$common libgtest-dev clang" ;;
  *) echo "usage: scripts/setup.sh demo|test" >&2; exit 2 ;;
esac

missing=()
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "scripts/setup.sh: needs root or sudo to install: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
