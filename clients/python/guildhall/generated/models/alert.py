from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alert_rule import AlertRule, check_alert_rule

if TYPE_CHECKING:
    from ..models.alert_details import AlertDetails


T = TypeVar("T", bound="Alert")


@_attrs_define
class Alert:
    """Something that looked wrong.

    Attributes:
        id (str):
        rule (AlertRule):
        label (str):
        subject (str): Whom it is about: a user's id, an address.
        actor (None | str):
        ip (None | str):
        details (AlertDetails): What was counted, and over how many seconds.
        acknowledged_at (datetime.datetime | None):
        acknowledged_by (None | str):
        note (str):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    rule: AlertRule
    label: str
    subject: str
    actor: None | str
    ip: None | str
    details: AlertDetails
    acknowledged_at: datetime.datetime | None
    acknowledged_by: None | str
    note: str
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        rule: str = self.rule

        label = self.label

        subject = self.subject

        actor: None | str
        actor = self.actor

        ip: None | str
        ip = self.ip

        details = self.details.to_dict()

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        acknowledged_by: None | str
        acknowledged_by = self.acknowledged_by

        note = self.note

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "rule": rule,
                "label": label,
                "subject": subject,
                "actor": actor,
                "ip": ip,
                "details": details,
                "acknowledged_at": acknowledged_at,
                "acknowledged_by": acknowledged_by,
                "note": note,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.alert_details import AlertDetails  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        rule = check_alert_rule(d.pop("rule"))

        label = d.pop("label")

        subject = d.pop("subject")

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        details = AlertDetails.from_dict(d.pop("details"))

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        def _parse_acknowledged_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        acknowledged_by = _parse_acknowledged_by(d.pop("acknowledged_by"))

        note = d.pop("note")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        alert = cls(
            id=id,
            rule=rule,
            label=label,
            subject=subject,
            actor=actor,
            ip=ip,
            details=details,
            acknowledged_at=acknowledged_at,
            acknowledged_by=acknowledged_by,
            note=note,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        alert.additional_properties = d
        return alert

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
