"""What is packed can be used: the TypeScript client as npm packs it, from another project."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from tests.clients.conftest import TYPESCRIPT

USE = """
import { Guildhall, type models } from "@guildhall/client";
const api = new Guildhall("http://127.0.0.1:1", { tenant: "one", attempts: 1 });
export async function open(): Promise<Array<models.Order>> {
  const found: Array<models.Order> = [];
  for await (const order of api.orders.each({ query: { state_group: ["open"] } })) found.push(order);
  return found;
}
// @ts-expect-error an order needs a body
export const bodiless = () => api.orders.create({});
// @ts-expect-error there is no such parameter
export const strange = () => api.orders.list({ query: { nonsense: 1 } });
"""

RUN = """
import { open } from "./use.js";
const error = await open().catch((error) => error);
if (!(error instanceof TypeError)) throw new Error(`nobody listens there, but: ${error}`);
"""


def ran(*command: str, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@pytest.mark.usefixtures("compiled")
def test_the_packed_typescript_client_is_usable_and_typed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(TYPESCRIPT, source, ignore=shutil.ignore_patterns("node_modules", "dist"))
    (source / "node_modules").symlink_to(TYPESCRIPT / "node_modules")
    npm, node = shutil.which("npm") or "npm", shutil.which("node") or "node"
    ran(npm, "pack", "--pack-destination", str(tmp_path), cwd=source)
    user = tmp_path / "user"
    scope = user / "node_modules" / "@guildhall"
    scope.mkdir(parents=True)
    with tarfile.open(next(tmp_path.glob("*.tgz"))) as packed:
        packed.extractall(scope, filter="data")
    (scope / "package").rename(scope / "client")
    (user / "package.json").write_text('{"type": "module"}')
    (user / "use.ts").write_text(USE)
    tsc = TYPESCRIPT / "node_modules" / "typescript" / "bin" / "tsc"
    options = ("--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom")
    ran(node, str(tsc), *options, "use.ts", cwd=user)
    (user / "run.js").write_text(RUN)
    ran(node, "run.js", cwd=user)
