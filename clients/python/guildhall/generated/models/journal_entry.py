from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_activity import LedgerActivity, check_ledger_activity

if TYPE_CHECKING:
    from ..models.entry_subject import EntrySubject
    from ..models.journal_leg import JournalLeg


T = TypeVar("T", bound="JournalEntry")


@_attrs_define
class JournalEntry:
    """A posted entry: balanced, numbered, and never changed.

    Attributes:
        id (str):
        number (str):
        key (str): What was posted: a movement posts once under its key.
        at (datetime.datetime): The moment of the movement; its day decides the period.
        description (str):
        branch (None | str): Null for the head office.
        activity (LedgerActivity | None): What cash moved for; null where none did.
        subject (EntrySubject | None):
        reverses (None | str): The entry that this one takes back.
        reversed_by (None | str): The entry that took this one back.
        legs (list[JournalLeg]):
        version (int): Always 1: an entry does not change.
        created_at (datetime.datetime): When it was posted.
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    number: str
    key: str
    at: datetime.datetime
    description: str
    branch: None | str
    activity: LedgerActivity | None
    subject: EntrySubject | None
    reverses: None | str
    reversed_by: None | str
    legs: list[JournalLeg]
    version: int
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entry_subject import EntrySubject  # noqa: PLC0415

        id = self.id

        number = self.number

        key = self.key

        at = self.at.isoformat()

        description = self.description

        branch: None | str
        branch = self.branch

        activity: None | str
        if isinstance(self.activity, str):
            activity = self.activity
        else:
            activity = self.activity

        subject: dict[str, Any] | None
        if isinstance(self.subject, EntrySubject):
            subject = self.subject.to_dict()
        else:
            subject = self.subject

        reverses: None | str
        reverses = self.reverses

        reversed_by: None | str
        reversed_by = self.reversed_by

        legs = []
        for legs_item_data in self.legs:
            legs_item = legs_item_data.to_dict()
            legs.append(legs_item)

        version = self.version

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "key": key,
                "at": at,
                "description": description,
                "branch": branch,
                "activity": activity,
                "subject": subject,
                "reverses": reverses,
                "reversed_by": reversed_by,
                "legs": legs,
                "version": version,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_subject import EntrySubject  # noqa: PLC0415
        from ..models.journal_leg import JournalLeg  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        number = d.pop("number")

        key = d.pop("key")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        description = d.pop("description")

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_activity(data: object) -> LedgerActivity | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                activity_type_0 = check_ledger_activity(data)

                return activity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LedgerActivity | None, data)

        activity = _parse_activity(d.pop("activity"))

        def _parse_subject(data: object) -> EntrySubject | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                subject_type_0 = EntrySubject.from_dict(data)

                return subject_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EntrySubject | None, data)

        subject = _parse_subject(d.pop("subject"))

        def _parse_reverses(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reverses = _parse_reverses(d.pop("reverses"))

        def _parse_reversed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reversed_by = _parse_reversed_by(d.pop("reversed_by"))

        legs = []
        _legs = d.pop("legs")
        for legs_item_data in _legs:
            legs_item = JournalLeg.from_dict(legs_item_data)

            legs.append(legs_item)

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        journal_entry = cls(
            id=id,
            number=number,
            key=key,
            at=at,
            description=description,
            branch=branch,
            activity=activity,
            subject=subject,
            reverses=reverses,
            reversed_by=reversed_by,
            legs=legs,
            version=version,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        journal_entry.additional_properties = d
        return journal_entry

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
