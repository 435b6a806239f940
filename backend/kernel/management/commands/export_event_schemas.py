"""Writes `openapi/events/`: a JSON schema for each event, and an index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from backend.kernel.events import schemas


class Command(BaseCommand):
    """`export_event_schemas [--check]`."""

    help = "Writes the events' JSON schemas; with --check fails where the committed ones differ."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """The command's options."""
        parser.add_argument("--check", action="store_true", help="change nothing; fail where files differ")
        parser.add_argument("--directory", default=str(Path(settings.BASE_DIR) / "openapi" / "events"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes or compares. Raises CommandError with the names that differ."""
        directory = Path(options["directory"])
        wanted = {
            name: json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
            for name, schema in schemas.files().items()
        }
        present = (
            {path.name: path.read_text() for path in directory.glob("*.json")} if directory.is_dir() else {}
        )
        changed = sorted(name for name, text in wanted.items() if present.get(name) != text)
        stale = sorted(set(present) - set(wanted))
        if options["check"]:
            if changed or stale:
                raise CommandError(
                    f"{directory.name}/ is not what the code tells: {', '.join([*changed, *stale])}. "
                    "Run export_event_schemas and commit; a breaking change of a schema needs a new version."
                )
            return
        directory.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (directory / name).write_text(wanted[name])
        for name in stale:
            (directory / name).unlink()
        if options["verbosity"]:
            self.stdout.write(f"{len(wanted) - 1} events; {len(changed)} files written, {len(stale)} removed")
