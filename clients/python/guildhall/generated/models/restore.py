from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.restore_mode import RestoreMode, check_restore_mode
from ..models.restore_state import RestoreState, check_restore_state

if TYPE_CHECKING:
    from ..models.difference import Difference
    from ..models.merged import Merged
    from ..models.outcome import Outcome
    from ..models.preview import Preview


T = TypeVar("T", bound="Restore")


@_attrs_define
class Restore:
    """A restore of one business from a backup.

    Attributes:
        id (str):
        backup (str):
        tenant (str):
        mode (RestoreMode):
        state (RestoreState):
        phase (str): What it is at now, or was at when it failed; empty otherwise.
        error (str): Why it failed; the business is then as it was. Empty otherwise.
        requested_by (None | str):
        started_at (datetime.datetime | None):
        finished_at (datetime.datetime | None):
        undo_until (datetime.datetime | None): Until when what was live before is kept.
        undone_at (datetime.datetime | None):
        preview (None | Preview): What a finished preview found.
        staged_until (datetime.datetime | None): Until when a merge's difference can be applied, or could be.
        difference (Difference | None): What a merge has found.
        merged (Merged | None): How an applied merge went.
        outcome (None | Outcome): How a finished replacement went.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    backup: str
    tenant: str
    mode: RestoreMode
    state: RestoreState
    phase: str
    error: str
    requested_by: None | str
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    undo_until: datetime.datetime | None
    undone_at: datetime.datetime | None
    preview: None | Preview
    staged_until: datetime.datetime | None
    difference: Difference | None
    merged: Merged | None
    outcome: None | Outcome
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.difference import Difference  # noqa: PLC0415
        from ..models.merged import Merged  # noqa: PLC0415
        from ..models.outcome import Outcome  # noqa: PLC0415
        from ..models.preview import Preview  # noqa: PLC0415

        id = self.id

        backup = self.backup

        tenant = self.tenant

        mode: str = self.mode

        state: str = self.state

        phase = self.phase

        error = self.error

        requested_by: None | str
        requested_by = self.requested_by

        started_at: None | str
        if isinstance(self.started_at, datetime.datetime):
            started_at = self.started_at.isoformat()
        else:
            started_at = self.started_at

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        undo_until: None | str
        if isinstance(self.undo_until, datetime.datetime):
            undo_until = self.undo_until.isoformat()
        else:
            undo_until = self.undo_until

        undone_at: None | str
        if isinstance(self.undone_at, datetime.datetime):
            undone_at = self.undone_at.isoformat()
        else:
            undone_at = self.undone_at

        preview: dict[str, Any] | None
        if isinstance(self.preview, Preview):
            preview = self.preview.to_dict()
        else:
            preview = self.preview

        staged_until: None | str
        if isinstance(self.staged_until, datetime.datetime):
            staged_until = self.staged_until.isoformat()
        else:
            staged_until = self.staged_until

        difference: dict[str, Any] | None
        if isinstance(self.difference, Difference):
            difference = self.difference.to_dict()
        else:
            difference = self.difference

        merged: dict[str, Any] | None
        if isinstance(self.merged, Merged):
            merged = self.merged.to_dict()
        else:
            merged = self.merged

        outcome: dict[str, Any] | None
        if isinstance(self.outcome, Outcome):
            outcome = self.outcome.to_dict()
        else:
            outcome = self.outcome

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "backup": backup,
                "tenant": tenant,
                "mode": mode,
                "state": state,
                "phase": phase,
                "error": error,
                "requested_by": requested_by,
                "started_at": started_at,
                "finished_at": finished_at,
                "undo_until": undo_until,
                "undone_at": undone_at,
                "preview": preview,
                "staged_until": staged_until,
                "difference": difference,
                "merged": merged,
                "outcome": outcome,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.difference import Difference  # noqa: PLC0415
        from ..models.merged import Merged  # noqa: PLC0415
        from ..models.outcome import Outcome  # noqa: PLC0415
        from ..models.preview import Preview  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        backup = d.pop("backup")

        tenant = d.pop("tenant")

        mode = check_restore_mode(d.pop("mode"))

        state = check_restore_state(d.pop("state"))

        phase = d.pop("phase")

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

        def _parse_undo_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undo_until_type_0 = datetime.datetime.fromisoformat(data)

                return undo_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        undo_until = _parse_undo_until(d.pop("undo_until"))

        def _parse_undone_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                undone_at_type_0 = datetime.datetime.fromisoformat(data)

                return undone_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        undone_at = _parse_undone_at(d.pop("undone_at"))

        def _parse_preview(data: object) -> None | Preview:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                preview_type_0 = Preview.from_dict(data)

                return preview_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Preview, data)

        preview = _parse_preview(d.pop("preview"))

        def _parse_staged_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                staged_until_type_0 = datetime.datetime.fromisoformat(data)

                return staged_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        staged_until = _parse_staged_until(d.pop("staged_until"))

        def _parse_difference(data: object) -> Difference | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                difference_type_0 = Difference.from_dict(data)

                return difference_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Difference | None, data)

        difference = _parse_difference(d.pop("difference"))

        def _parse_merged(data: object) -> Merged | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                merged_type_0 = Merged.from_dict(data)

                return merged_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Merged | None, data)

        merged = _parse_merged(d.pop("merged"))

        def _parse_outcome(data: object) -> None | Outcome:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                outcome_type_0 = Outcome.from_dict(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Outcome, data)

        outcome = _parse_outcome(d.pop("outcome"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        restore = cls(
            id=id,
            backup=backup,
            tenant=tenant,
            mode=mode,
            state=state,
            phase=phase,
            error=error,
            requested_by=requested_by,
            started_at=started_at,
            finished_at=finished_at,
            undo_until=undo_until,
            undone_at=undone_at,
            preview=preview,
            staged_until=staged_until,
            difference=difference,
            merged=merged,
            outcome=outcome,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        restore.additional_properties = d
        return restore

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
