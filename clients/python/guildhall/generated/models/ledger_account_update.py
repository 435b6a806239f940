from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.ledger_role import LedgerRole, check_ledger_role
from ..models.ledger_side import LedgerSide, check_ledger_side
from ..types import UNSET, Unset

T = TypeVar("T", bound="LedgerAccountUpdate")


@_attrs_define
class LedgerAccountUpdate:
    """What can change of an account; code, role, side, and that it is no heading stay once it has entries.

    Attributes:
        code (str | Unset):
        name (str | Unset):
        role (LedgerRole | Unset):
        side (LedgerSide | Unset):
        heading (bool | Unset):
        parent (None | str | Unset): A heading of the same kind; null right beneath the kind.
        default (bool | Unset): True makes it its role's default account, instead of the one that is.
        active (bool | Unset): False only where nothing stands on it (on income and expenses: in the running year) and
            nothing posts to it by itself.
    """

    code: str | Unset = UNSET
    name: str | Unset = UNSET
    role: LedgerRole | Unset = UNSET
    side: LedgerSide | Unset = UNSET
    heading: bool | Unset = UNSET
    parent: None | str | Unset = UNSET
    default: bool | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        side: str | Unset = UNSET
        if not isinstance(self.side, Unset):
            side = self.side

        heading = self.heading

        parent: None | str | Unset
        if isinstance(self.parent, Unset):
            parent = UNSET
        else:
            parent = self.parent

        default = self.default

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if code is not UNSET:
            field_dict["code"] = code
        if name is not UNSET:
            field_dict["name"] = name
        if role is not UNSET:
            field_dict["role"] = role
        if side is not UNSET:
            field_dict["side"] = side
        if heading is not UNSET:
            field_dict["heading"] = heading
        if parent is not UNSET:
            field_dict["parent"] = parent
        if default is not UNSET:
            field_dict["default"] = default
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code", UNSET)

        name = d.pop("name", UNSET)

        _role = d.pop("role", UNSET)
        role: LedgerRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_ledger_role(_role)

        _side = d.pop("side", UNSET)
        side: LedgerSide | Unset
        if isinstance(_side, Unset):
            side = UNSET
        else:
            side = check_ledger_side(_side)

        heading = d.pop("heading", UNSET)

        def _parse_parent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        parent = _parse_parent(d.pop("parent", UNSET))

        default = d.pop("default", UNSET)

        active = d.pop("active", UNSET)

        ledger_account_update = cls(
            code=code,
            name=name,
            role=role,
            side=side,
            heading=heading,
            parent=parent,
            default=default,
            active=active,
        )

        return ledger_account_update
