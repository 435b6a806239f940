#!/usr/bin/env bash
# Resolves pyproject.toml into infra/dev/requirements.lock, and its group `load` (an environment of its own) into
# infra/dev/load.lock: exact versions and hashes, and no registry's address.
# UPGRADE=1 takes the newest versions; otherwise what is locked already and still fits stays.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

lock=infra/dev/requirements.lock
if command -v uv >/dev/null 2>&1; then
  uv=$(command -v uv)
elif [ -x .local/uv/bin/uv ]; then
  uv=.local/uv/bin/uv
elif [ -s "$lock" ]; then
  infra/dev/install.sh
  uv=.local/uv/bin/uv
fi
[ -x "${uv:-}" ] || {
  echo "✗ There is no uv to make a lock with: install it (\`python3 -m pip install --user uv\`) and try again." >&2
  exit 1
}

options=(--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet)
[ -z "${UPGRADE:-}" ] || options+=(--upgrade)
resolved() {
  "$uv" pip compile "$@" "${options[@]}" || {
    echo "✗ The dependencies of pyproject.toml could not be resolved; the lines above say which. Mend them there." >&2
    exit 1
  }
}
resolved pyproject.toml --group dev -o "$lock"
resolved --group load -o infra/dev/load.lock
echo "✓ $lock holds $(grep -cE '^[A-Za-z0-9]' "$lock") packages; \`make install\` brings .venv to it." >&2
