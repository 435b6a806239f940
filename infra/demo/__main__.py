"""Runs the demo and answers by its exit status."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "clients" / "python"))


def main() -> int:
    """The whole journey: 0 when everything held."""
    from guildhall import GuildhallError
    from infra.demo.journey import Journey
    from infra.demo.narrate import DemoFailed, Narrator

    logins = json.loads(Path(os.environ["GUILDHALL_DEMO_LOGINS"]).read_text(encoding="utf-8"))
    narrator = Narrator()
    try:
        Journey(
            narrator,
            base_url=os.environ["GUILDHALL_API"],
            stream_url=os.environ["GUILDHALL_STREAM"],
            database_url=os.environ["DATABASE_URL"],
            logins=logins,
        ).run()
    except (DemoFailed, GuildhallError) as error:
        print(f"\nThe demo failed: {error}", file=sys.stderr)
        return 1
    narrator.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
