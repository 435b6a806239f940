"""`refill_pool`: ready schemas for new businesses."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from backend.platform.tenants.pool import DEFAULT_SIZE, refill_pool


class Command(BaseCommand):
    """Brings the pool to its size."""

    help = "Makes ready schemas until the pool holds --size of them; drops those of older releases."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--size"""
        parser.add_argument("--size", type=int, default=DEFAULT_SIZE)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many were made."""
        self.stdout.write(f"{refill_pool(options['size'])} schemas made")
