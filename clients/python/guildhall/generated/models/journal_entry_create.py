from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.journal_leg_in import JournalLegIn


T = TypeVar("T", bound="JournalEntryCreate")


@_attrs_define
class JournalEntryCreate:
    """An entry posted by hand: at least two legs, debits equal to credits.

    Attributes:
        description (str):
        legs (list[JournalLegIn]):
        at (datetime.datetime | Unset): The moment of the movement; now unless given, never ahead.
        branch (None | str | Unset): The head office unless given.
    """

    description: str
    legs: list[JournalLegIn]
    at: datetime.datetime | Unset = UNSET
    branch: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        description = self.description

        legs = []
        for legs_item_data in self.legs:
            legs_item = legs_item_data.to_dict()
            legs.append(legs_item)

        at: str | Unset = UNSET
        if not isinstance(self.at, Unset):
            at = self.at.isoformat()

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "description": description,
                "legs": legs,
            }
        )
        if at is not UNSET:
            field_dict["at"] = at
        if branch is not UNSET:
            field_dict["branch"] = branch

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.journal_leg_in import JournalLegIn  # noqa: PLC0415

        d = dict(src_dict)
        description = d.pop("description")

        legs = []
        _legs = d.pop("legs")
        for legs_item_data in _legs:
            legs_item = JournalLegIn.from_dict(legs_item_data)

            legs.append(legs_item)

        _at = d.pop("at", UNSET)
        at: datetime.datetime | Unset
        if isinstance(_at, Unset):
            at = UNSET
        else:
            at = datetime.datetime.fromisoformat(_at)

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        journal_entry_create = cls(
            description=description,
            legs=legs,
            at=at,
            branch=branch,
        )

        return journal_entry_create
