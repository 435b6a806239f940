"""`create_operator`: somebody who runs the installation, where there is nobody yet who could invite them."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from backend.core.accounts.management.asking import ask_password
from backend.core.accounts.services.operators import make_operator
from backend.kernel.errors import DomainError, Invalid
from backend.kernel.tenancy import PUBLIC, tenant_context


class Command(BaseCommand):
    """Makes an operator who may do everything; asks for the password (the first line of a pipe)."""

    help = "Makes an operator who may do everything, with a password that it asks for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who."""
        parser.add_argument("email", help="the address to sign in with")
        parser.add_argument("--name", default="Operator", help="what the others see")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Makes the operator, and says so."""
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError(f"{options['email']} is no e-mail address") from error
        password = ask_password()
        try:
            with tenant_context(PUBLIC):
                user = make_operator(email=options["email"], name=options["name"], password=password)
        except Invalid as error:
            raise CommandError("; ".join(problem.detail for problem in error.problems)) from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.email} may sign in")
