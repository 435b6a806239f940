"""Refusals of backups."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class BackupNotRestorable(Conflict):
    """Only a backup that some store holds can be verified or restored."""

    code = "backup_not_usable"
    message = _("The backup is {state}: there is nothing to read.")


class BackupUnderWay(Conflict):
    """A backup of the business is waiting or running already."""

    code = "backup_under_way"
    message = _("A backup of {tenant} is under way already.")


class RestoreUnderWay(Conflict):
    """The business is being restored already."""

    code = "restore_under_way"
    message = _("The business is being restored already.")


class RestoreNotReady(Conflict):
    """Only a merge whose difference is there to be looked at can be applied or discarded."""

    code = "restore_not_ready"
    message = _("This restore is {state}: there is no difference to apply or discard.")


class RestoreNotUndoable(Conflict):
    """Only the latest replacement can be undone, while what was live before is kept."""

    code = "restore_not_undoable"
    message = _("This restore cannot be undone: {reason}.")
