"""`make bench`: rates of the main operations, each beside its reference of the same run. Asserts no times."""

from __future__ import annotations

import argparse
import os
import sys

from infra.dev.layout import ROOT, Local
from infra.dev.secrets import development_secrets
from infra.dev.services import shared_services


def main() -> int:
    """Starts the services, measures, prints."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=2.0, help="length of one slice")
    parser.add_argument("--rounds", type=int, default=3, help="slices of each measure; the median counts")
    parser.add_argument("--profile", action="store_true", help="profile the main requests instead")
    parser.add_argument(
        "--orders",
        type=int,
        default=0,
        metavar="N",
        help="measure instead what requests cost in a business with N orders and in one with a thousand",
    )
    options = parser.parse_args()
    local = Local.at(ROOT / ".local" / "test")
    for name, value in development_secrets(local).items():
        os.environ.setdefault(name, value)
    # No limits of rates, and fast password hashes: a bench signs in a hundred times.
    os.environ["GUILDHALL_ENV"] = "test"
    os.environ["GUILDHALL_LOCAL_DIR"] = str(local.path)
    os.environ["DJANGO_SETTINGS_MODULE"] = "backend.config.settings"
    with shared_services(local) as found:
        os.environ.update(found)
        # Only now: settings are read from the environment when they are imported.
        from tests.bench import measuring

        return measuring.run(
            sys.stdout.write,
            seconds=options.seconds,
            rounds=options.rounds,
            profile=options.profile,
            orders=options.orders,
        )


if __name__ == "__main__":
    raise SystemExit(main())
