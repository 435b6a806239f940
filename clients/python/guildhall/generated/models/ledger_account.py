from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ledger_section import LedgerSection, check_ledger_section
from ..models.ledger_side import LedgerSide, check_ledger_side

T = TypeVar("T", bound="LedgerAccount")


@_attrs_define
class LedgerAccount:
    """An account of the chart.

    Attributes:
        id (str):
        code (str): The account's number; its first digit says the kind.
        name (str):
        role (str): What the account is for; statements group by it.
        section (LedgerSection):
        side (LedgerSide):
        active (bool): Whether it is in use: what is not takes no entries.
        heading (bool): Whether it sums up the accounts beneath it, and takes no entries itself.
        parent (None | str): The heading it stands beneath; null right beneath its kind.
        level (int): 1 right beneath its kind.
        default (bool): Whether it is its role's default account.
        control (bool): Whether its documents alone post to it, and no entry by hand.
        used (bool): Whether it has entries: its code, role and side then stay for good.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    code: str
    name: str
    role: str
    section: LedgerSection
    side: LedgerSide
    active: bool
    heading: bool
    parent: None | str
    level: int
    default: bool
    control: bool
    used: bool
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        code = self.code

        name = self.name

        role = self.role

        section: str = self.section

        side: str = self.side

        active = self.active

        heading = self.heading

        parent: None | str
        parent = self.parent

        level = self.level

        default = self.default

        control = self.control

        used = self.used

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "code": code,
                "name": name,
                "role": role,
                "section": section,
                "side": side,
                "active": active,
                "heading": heading,
                "parent": parent,
                "level": level,
                "default": default,
                "control": control,
                "used": used,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        name = d.pop("name")

        role = d.pop("role")

        section = check_ledger_section(d.pop("section"))

        side = check_ledger_side(d.pop("side"))

        active = d.pop("active")

        heading = d.pop("heading")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        level = d.pop("level")

        default = d.pop("default")

        control = d.pop("control")

        used = d.pop("used")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        ledger_account = cls(
            id=id,
            code=code,
            name=name,
            role=role,
            section=section,
            side=side,
            active=active,
            heading=heading,
            parent=parent,
            level=level,
            default=default,
            control=control,
            used=used,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        ledger_account.additional_properties = d
        return ledger_account

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
