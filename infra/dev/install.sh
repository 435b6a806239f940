#!/usr/bin/env bash
# Brings .venv to exactly what the lock says. Does nothing, in a few milliseconds, where that is so already.
# Every way in which this fails ends in a sentence that says what to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

lock=infra/dev/requirements.lock
venv=.venv
stamp=$venv/.guildhall-lock
log=.local/logs/install.log

problem() {
  printf '✗ %s\n' "$*" >&2
  exit 1
}

digest() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$lock"; else shasum -a 256 "$lock"; fi | cut -d' ' -f1
}

[ -s "$lock" ] || problem "$lock is missing or empty: get it back with \`git checkout -- $lock\`, or make a new one with \`make lock\`."

# Python that can run Guildhall: the one asked for, else the usual one, else the newest of those that fit.
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1; }
version() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo "no Python"; }
find_python() {
  local candidate
  if [ -n "${PYTHON:-}" ]; then
    fits "$PYTHON" || problem "PYTHON=$PYTHON is $(version "$PYTHON"), and Guildhall needs Python 3.11, 3.12 or 3.13: set PYTHON to one of these, or unset it."
    command -v "$PYTHON"
    return
  fi
  for candidate in python3 python3.13 python3.12 python3.11 python; do
    if command -v "$candidate" >/dev/null 2>&1 && fits "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  problem "Guildhall needs Python 3.11, 3.12 or 3.13, and this machine has $(command -v python3 >/dev/null 2>&1 && echo "Python $(version python3)" || echo "no python3"): install one (Debian and Ubuntu: \`apt install python3.12 python3.12-venv\`, macOS: \`brew install python@3.12\`), or name it as PYTHON=/path/to/python3.12."
}

if [ -x "$venv/bin/python" ] && fits "$venv/bin/python" && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(digest)" ]; then
  exit 0
fi

python=$(find_python)
mkdir -p .local/logs
# Files that root installs here are run by PostgreSQL's own account too.
umask 022

# Run a command with its output shown and kept, and a sign of life while it is silent.
shown() {
  local title=$1 started=$SECONDS status=0 life
  shift
  (
    sleep 1
    while :; do
      if [ -t 2 ]; then
        printf '\r\033[K… %s (%d s)' "$title" $((SECONDS - started)) >&2
        sleep 1
      else
        printf '… %s (%d s)\n' "$title" $((SECONDS - started)) >&2
        sleep 10
      fi
    done
  ) &
  life=$!
  "$@" >"$log" 2>&1 || status=$?
  kill "$life" 2>/dev/null || true
  wait "$life" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$status" -eq 0 ]; then
    printf '✓ %s (%d s)\n' "$title" $((SECONDS - started)) >&2
  else
    [ -n "${again:-}" ] || tail -n 25 "$log" >&2
  fi
  return "$status"
}

says() { grep -qiE "$1" "$log"; }

explain() {
  if says 'hash mismatch|mismatched hash|hashes? (do|does) not match|no hashes? found|--require-hashes'; then
    problem "A package differs from what $lock promises, so it was not installed: get the lock back with \`git checkout -- $lock\`; if it is as committed, the registry or a proxy serves other files, and \`make lock\` accepts them."
  elif says "couldn't parse|failed to parse|unexpected '|invalid requirement|expected .* found"; then
    problem "$lock cannot be read: get it back with \`git checkout -- $lock\`, or make a new one with \`make lock\`."
  elif says 'gcc|clang|cc1|c compiler|msvc|cargo|rustc|failed to build|build backend'; then
    problem "A package has no ready build for $("$python" --version) on this machine, and building it failed (see $log): install a compiler (Debian and Ubuntu: \`apt install build-essential python3-dev\`, macOS: \`xcode-select --install\`), or use Python 3.12 by PYTHON=python3.12 after \`make clean-venv\`."
  elif says 'no space left'; then
    problem "The disk is full: make room (the installation needs about 1 GB) and try again."
  elif says 'dns|error sending request|connect|timed out|network|certificate|temporary failure|could not fetch|failed to fetch|no matching distribution|not found in the package registry'; then
    problem "The package registry could not be reached (see $log): check the network, proxy and certificates (HTTPS_PROXY, SSL_CERT_FILE), or name your registry's mirror in UV_DEFAULT_INDEX and PIP_INDEX_URL, and try again."
  fi
  problem "The installation failed; $log says why. Mend that and try again."
}

# uv: the machine's own, else one that is kept in .local/uv.
if command -v uv >/dev/null 2>&1; then
  uv=$(command -v uv)
else
  uv=.local/uv/bin/uv
  if [ ! -x "$uv" ] || ! "$uv" --version >/dev/null 2>&1; then
    rm -rf .local/uv
    # Where Python comes without ensurepip (Debian without python3-venv), its pip may still be there.
    shown "The installer (uv) is fetched" bash -euc '
      if "$1" -m venv .local/uv; then .local/uv/bin/python -m pip install --quiet uv
      else rm -rf .local/uv; "$1" -m pip install --quiet --target .local/uv uv; fi
      .local/uv/bin/uv --version
    ' bash "$python" || {
      says 'ensurepip|No module named pip' &&
        problem "This Python has no venv and no pip: install them (Debian and Ubuntu: \`apt install python3-venv\`), or put uv on the PATH."
      explain
    }
  fi
fi

if [ ! -x "$venv/bin/python" ] || ! fits "$venv/bin/python"; then
  shown "A Python environment is made from $("$python" --version)" \
    "$uv" venv --quiet --clear --no-python-downloads --python "$python" "$venv" || explain
fi
count=$(grep -cE '^[A-Za-z0-9]' "$lock" || true)
rm -f "$stamp"
packages() {
  shown "$count packages are installed" \
    "$uv" pip sync --python "$venv/bin/python" --require-hashes --no-progress "$lock"
}
# uv trusts certificates of its own; behind a company's proxy only the machine's will do.
again=yes packages || {
  if says 'certificate|UnknownIssuer'; then
    UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 packages
  else
    tail -n 25 "$log" >&2
    false
  fi
} || explain
digest >"$stamp"
