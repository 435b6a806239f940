from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeletionPreview")


@_attrs_define
class DeletionPreview:
    """What deleting a user would end.

    Attributes:
        user (str):
        erased (list[str]): Data that is erased.
        kept (list[str]): What stays for the history.
        sessions (int): Open sessions that would end.
        api_keys (int): Keys that would be revoked.
        identities (int): Links to OpenID Connect providers that would be cut.
        applications (int): Consents to third parties' applications that would end.
        assignments (int): Roles that would be taken away.
    """

    user: str
    erased: list[str]
    kept: list[str]
    sessions: int
    api_keys: int
    identities: int
    applications: int
    assignments: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        user = self.user

        erased = self.erased

        kept = self.kept

        sessions = self.sessions

        api_keys = self.api_keys

        identities = self.identities

        applications = self.applications

        assignments = self.assignments

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "user": user,
                "erased": erased,
                "kept": kept,
                "sessions": sessions,
                "api_keys": api_keys,
                "identities": identities,
                "applications": applications,
                "assignments": assignments,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        user = d.pop("user")

        erased = cast(list[str], d.pop("erased"))

        kept = cast(list[str], d.pop("kept"))

        sessions = d.pop("sessions")

        api_keys = d.pop("api_keys")

        identities = d.pop("identities")

        applications = d.pop("applications")

        assignments = d.pop("assignments")

        deletion_preview = cls(
            user=user,
            erased=erased,
            kept=kept,
            sessions=sessions,
            api_keys=api_keys,
            identities=identities,
            applications=applications,
            assignments=assignments,
        )

        deletion_preview.additional_properties = d
        return deletion_preview

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
