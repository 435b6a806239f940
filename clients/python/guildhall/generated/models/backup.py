from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.backup_kind import BackupKind, check_backup_kind
from ..models.backup_state import BackupState, check_backup_state
from ..models.backup_verification import BackupVerification, check_backup_verification

if TYPE_CHECKING:
    from ..models.artifact import Artifact
    from ..models.backup_tables import BackupTables
    from ..models.copy import Copy


T = TypeVar("T", bound="Backup")


@_attrs_define
class Backup:
    """A backup of one business, and what is known of it.

    Attributes:
        id (str):
        tenant (str):
        slug (str): The business's slug at the time.
        kind (BackupKind):
        state (BackupState):
        error (str): Why it failed; empty otherwise.
        requested_by (None | str): Null for the schedule's own.
        started_at (datetime.datetime | None):
        snapshot_at (datetime.datetime | None): The moment whose data it holds.
        finished_at (datetime.datetime | None):
        release (str): The release of the product that took it.
        key_id (str): The key that encrypts it, in the installation's key set.
        rows (int): Rows of all tables.
        tables (BackupTables): Rows by table.
        file_count (int):
        stored_bytes (int): Of one copy.
        plain_bytes (int): Before compression and encryption.
        artifacts (list[Artifact]):
        copies (list[Copy]):
        verification (BackupVerification):
        verified_at (datetime.datetime | None):
        verification_error (str): What was found damaged; empty where nothing was.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    tenant: str
    slug: str
    kind: BackupKind
    state: BackupState
    error: str
    requested_by: None | str
    started_at: datetime.datetime | None
    snapshot_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    release: str
    key_id: str
    rows: int
    tables: BackupTables
    file_count: int
    stored_bytes: int
    plain_bytes: int
    artifacts: list[Artifact]
    copies: list[Copy]
    verification: BackupVerification
    verified_at: datetime.datetime | None
    verification_error: str
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        tenant = self.tenant

        slug = self.slug

        kind: str = self.kind

        state: str = self.state

        error = self.error

        requested_by: None | str
        requested_by = self.requested_by

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        snapshot_at: None | str
        if isinstance(self.snapshot_at, datetime.datetime):
            snapshot_at = self.snapshot_at.isoformat()
        else:
            snapshot_at = self.snapshot_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        release = self.release

        key_id = self.key_id

        rows = self.rows

        tables = self.tables.to_dict()

        file_count = self.file_count

        stored_bytes = self.stored_bytes

        plain_bytes = self.plain_bytes

        artifacts = []
        for artifacts_item_data in self.artifacts:
            artifacts_item = artifacts_item_data.to_dict()
            artifacts.append(artifacts_item)

        copies = []
        for copies_item_data in self.copies:
            copies_item = copies_item_data.to_dict()
            copies.append(copies_item)

        verification: str = self.verification

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        verification_error = self.verification_error

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "tenant": tenant,
                "slug": slug,
                "kind": kind,
                "state": state,
                "error": error,
                "requested_by": requested_by,
                "started_at": started_at,
                "snapshot_at": snapshot_at,
                "finished_at": finished_at,
                "release": release,
                "key_id": key_id,
                "rows": rows,
                "tables": tables,
                "file_count": file_count,
                "stored_bytes": stored_bytes,
                "plain_bytes": plain_bytes,
                "artifacts": artifacts,
                "copies": copies,
                "verification": verification,
                "verified_at": verified_at,
                "verification_error": verification_error,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.artifact import Artifact  # noqa: PLC0415
        from ..models.backup_tables import BackupTables  # noqa: PLC0415
        from ..models.copy import Copy  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        tenant = d.pop("tenant")

        slug = d.pop("slug")

        kind = check_backup_kind(d.pop("kind"))

        state = check_backup_state(d.pop("state"))

        error = d.pop("error")

        def _parse_requested_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        requested_by = _parse_requested_by(d.pop("requested_by"))

        def _parse_started_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                started_at_type_0 = datetime.datetime.fromisoformat(data)

                return started_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_snapshot_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                snapshot_at_type_0 = datetime.datetime.fromisoformat(data)

                return snapshot_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        snapshot_at = _parse_snapshot_at(d.pop("snapshot_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        release = d.pop("release")

        key_id = d.pop("key_id")

        rows = d.pop("rows")

        tables = BackupTables.from_dict(d.pop("tables"))

        file_count = d.pop("file_count")

        stored_bytes = d.pop("stored_bytes")

        plain_bytes = d.pop("plain_bytes")

        artifacts = []
        _artifacts = d.pop("artifacts")
        for artifacts_item_data in _artifacts:
            artifacts_item = Artifact.from_dict(artifacts_item_data)

            artifacts.append(artifacts_item)

        copies = []
        _copies = d.pop("copies")
        for copies_item_data in _copies:
            copies_item = Copy.from_dict(copies_item_data)

            copies.append(copies_item)

        verification = check_backup_verification(d.pop("verification"))

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        verification_error = d.pop("verification_error")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        backup = cls(
            id=id,
            tenant=tenant,
            slug=slug,
            kind=kind,
            state=state,
            error=error,
            requested_by=requested_by,
            started_at=started_at,
            snapshot_at=snapshot_at,
            finished_at=finished_at,
            release=release,
            key_id=key_id,
            rows=rows,
            tables=tables,
            file_count=file_count,
            stored_bytes=stored_bytes,
            plain_bytes=plain_bytes,
            artifacts=artifacts,
            copies=copies,
            verification=verification,
            verified_at=verified_at,
            verification_error=verification_error,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        backup.additional_properties = d
        return backup

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
