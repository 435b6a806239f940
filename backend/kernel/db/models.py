"""The base of every table whose rows a caller can change."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from backend.kernel import clock
from backend.kernel.db.rows import update_version
from backend.kernel.errors import ResourceNotFound, VersionMismatch


class Record(models.Model):
    """A row with a version (its ETag) and the times of its making and last change."""

    version = models.IntegerField(default=1, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    updated_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True

    def check_version(self, expected: int | None) -> None:
        """Raises VersionMismatch where a caller expects another version than the row has."""
        if expected is not None and expected != self.version:
            raise VersionMismatch(version=self.version)

    def save_versioned(self, **changes: Any) -> None:
        """Writes `changes` and the next version, in one UPDATE that refuses a lost update.

        Raises VersionMismatch where another transaction changed the row since it was read, and
        ResourceNotFound where it is gone.
        """
        moment = clock.now()
        model = type(self)
        done = update_version(
            self, self.version, {**changes, "version": self.version + 1, "updated_at": moment}
        )
        if not done:
            found = model._default_manager.filter(pk=self.pk).values_list("version", flat=True).first()
            if found is None:
                raise ResourceNotFound()
            raise VersionMismatch(version=found)
        for name, value in changes.items():
            setattr(self, name, value)
        self.version += 1
        self.updated_at = moment
