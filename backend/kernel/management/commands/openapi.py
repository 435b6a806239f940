"""`openapi`: writes the contract, or with `--check` fails where the committed one differs."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


def build(*, judge: bool = True) -> dict[str, Any]:
    """The OpenAPI document as a dictionary. Raises CommandError for any warning of the generator.

    Judging it by the schema of OpenAPI takes some fifty times as long as making it: what only shows the document, which
    the gate has judged, leaves it out.
    """
    GENERATOR_STATS.silence()
    document: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    messages = [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache]
    if messages:
        raise CommandError("the contract has warnings:\n" + "\n".join(map(str, messages)))
    if judge:
        validate_schema(document)  # type: ignore[no-untyped-call]
    return document


def text_of(document: dict[str, Any]) -> str:
    """The document as YAML, stable from run to run."""

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(document, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=120)


class Command(BaseCommand):
    """Writes `openapi/guildhall.yaml`, and the events' schemas beside it."""

    help = "Writes openapi/guildhall.yaml and openapi/events/, or with --check compares them with the code."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """`--check` compares, `--output` names another file."""
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--output", default=str(settings.BASE_DIR / "openapi" / "guildhall.yaml"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes or compares. Raises CommandError where they differ."""
        target = Path(options["output"])
        call_command(
            "export_event_schemas",
            directory=str(target.parent / "events"),
            check=options["check"],
            verbosity=0,
        )
        text = text_of(build())
        if not options["check"]:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            self.stdout.write(f"{target.name}: {len(text.encode())} bytes")
            return
        committed = target.read_text(encoding="utf-8") if target.exists() else ""
        if committed != text:
            lines = difflib.unified_diff(
                committed.splitlines(), text.splitlines(), "committed", "code", lineterm="", n=1
            )
            raise CommandError(
                "the contract differs from the code; run `make openapi`:\n" + "\n".join(list(lines)[:60])
            )
        self.stdout.write("the contract is that of the code")
