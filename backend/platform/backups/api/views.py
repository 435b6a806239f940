"""Routes of the operator: backups, their verification, and restores."""

from __future__ import annotations

import uuid
from typing import Any

from backend.kernel.api import Resource, action
from backend.kernel.errors import Invalid, ReferenceNotFound
from backend.platform.backups import errors, selectors, services
from backend.platform.backups.api.filters import BackupFilters, RestoreFilters
from backend.platform.backups.api.serializers import (
    BackupRead,
    BackupRequest,
    MergeRequest,
    RestoreRead,
    RestoreRequest,
)
from backend.platform.backups.permissions import CREATE, RESTORE_TENANT, VIEW


class BackupResource(Resource):
    """Backups of businesses: encrypted copies of a business's data and files in one or more stores."""

    plural = "backups"
    prefix = "bkp"
    tag = "backups"
    platform = True
    rows = staticmethod(selectors.backups_for)
    read = BackupRead
    permissions = {"list": VIEW, "retrieve": VIEW}
    filters = BackupFilters
    sort = ("created_at",)
    search = ("slug",)
    possible = dict.fromkeys(("verify", "restore"), lambda row: row.state in services.USABLE)

    @action(
        "",
        detail=False,
        permission=CREATE,
        request=BackupRequest,
        response=BackupRead,
        many=True,
        status=202,
        errors=[ReferenceNotFound, errors.BackupUnderWay],
    )
    def create(self, data: dict[str, Any]) -> Any:
        """Asks for a backup of one, several or all businesses; a worker takes them one after the other.

        Businesses whose backup waits already are passed over when all are asked for.
        """
        return services.request_backup(principal=self.principal, tenants=data.get("tenants"))

    @action(
        "verifications",
        permission=CREATE,
        response=BackupRead,
        status=202,
        errors=[errors.BackupNotRestorable],
    )
    def verify(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Has every copy read in whole and proved; the result is in `verification` and `copies`."""
        return services.request_verification(principal=self.principal, backup_id=id)

    @action(
        "restores",
        permission=RESTORE_TENANT,
        request=RestoreRequest,
        response=RestoreRead,
        status=202,
        errors=[errors.BackupNotRestorable, errors.RestoreUnderWay],
    )
    def restore(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Asks for a preview of a restore, for a merge, or for the restore itself. No other business is touched."""
        return services.request_restore(principal=self.principal, backup_id=id, mode=data["mode"])


class RestoreResource(Resource):
    """Restores of businesses from backups."""

    plural = "restores"
    prefix = "rst"
    tag = "backups"
    platform = True
    rows = staticmethod(selectors.restores_for)
    read = RestoreRead
    permissions = {"list": VIEW, "retrieve": VIEW}
    filters = RestoreFilters
    sort = ("created_at",)
    possible = {
        "undo": selectors.is_kept,
        **dict.fromkeys(("apply", "discard"), lambda row: row.state == "ready"),
    }

    @action(
        "apply",
        permission=RESTORE_TENANT,
        request=MergeRequest,
        response=RestoreRead,
        status=202,
        errors=[errors.RestoreNotReady, Invalid],
    )
    def apply(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Asks that what a merge found lost be brought back, in one transaction. What cannot come is in `merged`."""
        return services.request_merge(principal=self.principal, restore_id=id, **data)

    @action(
        "discard",
        permission=RESTORE_TENANT,
        response=RestoreRead,
        status=200,
        errors=[errors.RestoreNotReady],
    )
    def discard(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Gives a merge up that was not applied. Nothing live has changed."""
        return services.request_discard(principal=self.principal, restore_id=id)

    @action(
        "undo",
        permission=RESTORE_TENANT,
        response=RestoreRead,
        status=202,
        errors=[errors.RestoreNotUndoable, errors.RestoreUnderWay],
    )
    def undo(self, id: uuid.UUID, data: dict[str, Any]) -> Any:
        """Asks that what was live before the replacement be put back; what was written since then is lost."""
        return services.request_undo(principal=self.principal, restore_id=id)
