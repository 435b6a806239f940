"""`refill_pool`: ready schemas for new businesses."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from backend.platform.tenants.pool import refill_pool


class Command(BaseCommand):
    """Brings the pool to its size."""

    help = "Makes and fills ready schemas as GUILDHALL_POOL says; drops those of older releases."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--size"""
        parser.add_argument("--size", type=int, help="make only empty ones, this many")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many were made."""
        self.stdout.write(f"{refill_pool(options['size'])} schemas made")
