"""Operators for the tests of what operators do."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backend.core.accounts import facade as accounts
from backend.core.accounts.types import Grant, RoleSpec
from backend.kernel.tenancy import PUBLIC, tenant_context
from backend.platform.tenants.owner import owner_connection
from tests.support.client import Api


@pytest.fixture
def operator(database: str) -> Iterator[Callable[..., Any]]:
    """Makes committed operators, clients of theirs; removed at the end."""
    made: list[tuple[uuid.UUID, list[uuid.UUID]]] = []

    def make(*permissions: str) -> Any:
        code = f"o{uuid.uuid4().hex[:8]}"
        with tenant_context(PUBLIC):
            roles = (
                accounts.seed_roles([RoleSpec(code, {"en": "Operator"}, permissions)]) if permissions else {}
            )
            user = accounts.create_user(
                principal=None, name="Operator", kind="operator", email=f"{code}@operator.example",
                assignments=[Grant(role) for role in roles.values()],
            )  # fmt: skip
            pair = accounts.issue_session_for(user)
        made.append((user.id, list(roles.values())))
        client = Api(None, pair.access_token)
        client.user_id = user.id  # type: ignore[attr-defined]
        return client

    yield make
    with owner_connection() as owner:
        for user_id, roles in made:
            owner.execute("DELETE FROM public.tenants_impersonation WHERE operator_id = %s", [user_id])
            owner.execute("DELETE FROM public.accounts_session WHERE user_id = %s", [user_id])
            owner.execute("DELETE FROM public.accounts_assignment WHERE user_id = %s", [user_id])
            owner.execute("DELETE FROM public.accounts_user WHERE id = %s", [user_id])
            owner.execute("DELETE FROM public.accounts_role WHERE id = ANY(%s)", [roles])
