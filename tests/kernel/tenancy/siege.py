"""Two businesses, and the owner of one who tries to reach the other: for `test_wall_api` and `test_wall_parts`."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

import jwt

from backend.core.accounts.tokens import ALGORITHM
from backend.kernel.tenancy import TenantInfo
from tests.contract.world import World
from tests.support.client import Api, Reply

MARK = "Zarafshan-Secret"
"""Stands in the other business's rows, and may stand in no answer."""


@dataclass(frozen=True)
class Siege:
    """`own` attacks `other`. `send` signs in as the owner of `own`, at `own`, unless it is told otherwise."""

    own: World
    other: World

    def send(self, method: str, path: str, *, token: str | None = None, **options: Any) -> Reply:
        return self.own.api.call(method, path, token=self.own.token if token is None else token, **options)

    def at(
        self, host: str, method: str, path: str, *, named: TenantInfo | None = None, **options: Any
    ) -> Reply:
        """A request to a host, with the header of a business where one is named."""
        options.setdefault("token", self.own.token)
        return Api(named, host=host).call(method, path, **options)

    def forged(self, key: str | None = None, algorithm: str = ALGORITHM, **claims: Any) -> str:
        """The owner's own token with other claims: under its old signature, or signed with a key."""
        head, body, signature = self.own.token.split(".")
        payload = {**_decoded(body), **claims}
        if key is None:
            return f"{head}.{_encoded(payload)}.{signature}"
        return jwt.encode(payload, key, algorithm=algorithm)

    @property
    def their_user(self) -> str:
        return str(_decoded(self.other.token.split(".")[1])["sub"])


def _decoded(part: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def _encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def host_of(info: TenantInfo) -> str:
    """A business's own host."""
    return f"{info.slug}.guildhall.localhost"


def flat(world: World) -> dict[str, str]:
    """The world's ids by names that a template can hold."""
    return {key.replace(" ", "_").replace("-", "_"): value for key, value in world.ids.items()}
