"""`reset_operator`: lets an operator in again whom no other operator can help."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.core.accounts.management.asking import ask_password
from backend.core.accounts.services.recovering import recover_operator
from backend.kernel.errors import DomainError, Invalid, ResourceNotFound
from backend.kernel.tenancy import PUBLIC, tenant_context


class Command(BaseCommand):
    """Forgets an operator's failed sign-ins and ends the sessions; more where it is asked for. It is audited."""

    help = "Lets an operator in again: forgets failed sign-ins, and with options what else keeps them out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and what."""
        parser.add_argument("email", help="the operator's address")
        parser.add_argument(
            "--password", action="store_true", help="ask for a new password (the first line of a pipe)"
        )
        parser.add_argument("--second-factors", action="store_true", help="take all second factors")
        parser.add_argument(
            "--networks", action="store_true", help="let operators come from every network again"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Does it, and says what was done."""
        password = ask_password() if options["password"] else None
        try:
            with tenant_context(PUBLIC):
                user = recover_operator(
                    email=options["email"],
                    password=password,
                    second_factors=options["second_factors"],
                    networks=options["networks"],
                    by=getpass.getuser(),
                )
        except ResourceNotFound as error:
            raise CommandError(f"no active operator has the address {options['email']}") from error
        except Invalid as error:
            raise CommandError("; ".join(problem.detail for problem in error.problems)) from error
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.email} may sign in")
