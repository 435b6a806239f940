"""`seed_demo`: the five demo businesses, and their logins in `.local/demo-logins.json`."""

from __future__ import annotations

import json
import secrets
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from backend.packs.demo import seed_demo


class Command(BaseCommand):
    """Makes the demo businesses that are not there."""

    help = "Makes the five demo businesses and writes their logins to .local/demo-logins.json."

    def handle(self, *args: Any, **options: Any) -> None:
        """Keeps the password and the bots' secret of an earlier run."""
        target = settings.LOCAL_DIR / "demo-logins.json"
        known = json.loads(target.read_text()) if target.exists() else {}
        password = known.get("password") or f"demo-{secrets.token_urlsafe(9)}"
        bot_secret = known.get("bot_secret") or secrets.token_urlsafe(32)
        logins = seed_demo(password, bot_secret, lambda line: self.stdout.write(line))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps({**logins, "bot_secret": bot_secret}, ensure_ascii=False, indent=1))
        target.chmod(0o600)
        self.stdout.write(f"{len(logins['businesses'])} demo businesses are there")
