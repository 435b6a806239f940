"""Makes the reference's tables and first rows, and prints what its caller needs: a token and a customer."""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.bare.settings"


def main() -> None:
    """Prints `{"token": …, "customer": …}`."""
    import django

    django.setup()
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from rest_framework_simplejwt.tokens import AccessToken

    from tests.bench.bare.models import Customer

    # Tables without migrations come first in one run, and ours refer to the users.
    call_command("migrate", "auth", verbosity=0)
    call_command("migrate", run_syncdb=True, verbosity=0)
    user = User.objects.create_user("clerk")
    customer = Customer.objects.create(name="Aziz")
    token = AccessToken.for_user(user)
    token.set_exp(lifetime=timedelta(hours=2))
    sys.stdout.write(json.dumps({"token": str(token), "customer": customer.pk}))


if __name__ == "__main__":
    main()
