#!/usr/bin/env bash
# Brings a Debian 12 machine to where the program runs; does nothing where all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*"; }

packages=(chromium chromium-driver chromium-headless-shell fonts-liberation fonts-noto-color-emoji libpango-1.0-0 libpangoft2-1.0-0 postgresql)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
command -v git >/dev/null || packages+=(git)
# Only `make test` and `make bench` need Java and what stands in bench/; FOR=run leaves them out.
for_tests=true; [ "${FOR:-test}" = run ] && for_tests=false
$for_tests && ! command -v java >/dev/null && packages+=(default-jre-headless)
python=$(command -v python3.11 || command -v python3)
"$python" -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  say "Systeempakketten installeren: ${missing[*]}"
  as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Before the Python packages: the project's own package takes axe-core and the style sheets in.
stamp=node_modules/.installed
wanted=$(sha256sum <package-lock.json)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
  say "axe-core en stijlbladen installeren"
  npm ci --silent --ignore-scripts --no-audit --no-fund
  printf '%s' "$wanted" >"$stamp"
fi

stamp=.venv/installed
wanted=$(cat requirements/test.txt pyproject.toml deploy/setup.sh | sha256sum)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
  say "Python-pakketten installeren"
  [ -x .venv/bin/python ] || "$python" -m venv .venv
  .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
  .venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  printf '%s' "$wanted" >"$stamp"
fi

stamp=bench/node_modules/.installed
wanted=$(sha256sum <bench/package-lock.json)
if $for_tests && { [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; }; then
  say "Selenium Grid, tweede motor en de programma's om mee te vergelijken installeren"
  (cd bench && PUPPETEER_SKIP_DOWNLOAD=true npm ci --silent --ignore-scripts --no-audit --no-fund)
  printf '%s' "$wanted" >"$stamp"
fi
