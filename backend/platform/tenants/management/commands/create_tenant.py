"""`create_tenant`: a new business."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.kernel.errors import DomainError
from backend.kernel.ids import encode
from backend.platform.tenants.services import provision_tenant


class Command(BaseCommand):
    """Makes a business and prints its id."""

    help = "Makes a new business from a ready schema."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The business's facts."""
        parser.add_argument("slug")
        parser.add_argument("--name", required=True)
        parser.add_argument("--pack", default="")
        parser.add_argument("--country", default="UZ")
        parser.add_argument("--currency", default="UZS")
        parser.add_argument("--languages", default="en", help="comma-separated, the default first")
        parser.add_argument("--timezone", default="UTC")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the TypeID of the new business."""
        try:
            tenant = provision_tenant(
                slug=options["slug"],
                name=options["name"],
                pack=options["pack"],
                country=options["country"],
                currency=options["currency"],
                languages=options["languages"].split(","),
                timezone=options["timezone"],
            )
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(encode("ten", tenant.id))
