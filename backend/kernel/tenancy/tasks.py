"""Celery tasks carry their tenant, and refuse to run without one."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeVar

from celery import Task, shared_task
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from backend.kernel.tenancy.context import (
    PUBLIC,
    NoTenant,
    TenantInfo,
    current_or_none,
    tenant_context,
)
from backend.kernel.tenancy.directory import resolve_id

if TYPE_CHECKING:
    _Base = Task[Any, Any]
else:
    _Base = Task  # Celery's class takes no parameters when it runs.

logger = logging.getLogger(__name__)
HEADER = "guildhall_tenant"
Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def task(
    name: str, *, scope: str = "tenant", **options: Any
) -> Callable[[Callable[Parameters, Result]], Task[Parameters, Result]]:
    """Makes a Celery task of a function, with a scope (see TenantTask): `shared_task` with types."""
    made: Callable[[Callable[Parameters, Result]], Task[Parameters, Result]] = shared_task(
        name=name, scope=scope, **options
    )
    return made


class TenantTask(_Base):
    """A task that runs in the tenant that sent it.

    `scope` is "tenant" (the default: sending or running it without a tenant raises NoTenant), "public"
    (always the operator's schema), or "any" (the sender's tenant, PUBLIC too).

    Sending never fails a request: where the broker is dead, `apply_async` logs it and returns None. So a
    task is a hint to hurry; what must be done is in the database, and a periodic sweep finds it.
    """

    abstract = True
    scope: ClassVar[str] = "tenant"

    def apply_async(  # type: ignore[override]
        self, args: Any = None, kwargs: Any = None, **options: Any
    ) -> Any:
        """Sends the task with its tenant. Returns None where the broker did not take it."""
        tenant = self._sender()
        options["headers"] = {**(options.get("headers") or {}), HEADER: tenant.id.hex}
        options.setdefault("retry", False)
        try:
            return super().apply_async(args, kwargs, **options)
        except (OperationalError, RedisError, OSError) as error:
            logger.warning("task %s was not sent: %s", self.name, error)
            return None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the task in the tenant of its message."""
        direct = self.request.called_directly
        with tenant_context(self._receiver()):
            # Celery's own __call__ would push a fresh request over the one that a worker made.
            return super().__call__(*args, **kwargs) if direct else self.run(*args, **kwargs)

    def _sender(self) -> TenantInfo:
        if self.scope == "public":
            return PUBLIC
        tenant = current_or_none()
        if tenant is None or (self.scope == "tenant" and tenant.id == PUBLIC.id):
            raise NoTenant(f"the task {self.name} was sent without a tenant")
        return tenant

    def _receiver(self) -> TenantInfo:
        if self.scope == "public":
            return PUBLIC
        text = (self.request.headers or {}).get(HEADER) or self.request.get(HEADER)
        if not text:
            if self.request.called_directly:
                # Called as a function: the caller's tenant is the tenant.
                return self._sender()
            raise NoTenant(f"the task {self.name} came without a tenant")
        tenant_id = uuid.UUID(hex=text)
        if tenant_id == PUBLIC.id:
            if self.scope == "any":
                return PUBLIC
            raise NoTenant(f"the task {self.name} came for the operator's schema")
        tenant = resolve_id(tenant_id)
        if tenant is None:
            raise NoTenant(f"the task {self.name} came for a tenant that is not there: {tenant_id}")
        return tenant
