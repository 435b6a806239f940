from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.customer_kind import CustomerKind, check_customer_kind
from ..models.customer_state import CustomerState, check_customer_state
from ..models.language import Language, check_language

if TYPE_CHECKING:
    from ..models.contact import Contact
    from ..models.customer_metadata import CustomerMetadata
    from ..models.identity import Identity


T = TypeVar("T", bound="Customer")


@_attrs_define
class Customer:
    """A customer.

    Attributes:
        id (str):
        kind (CustomerKind):
        class_code (str): The price class, such as retail, agency or vip.
        name (str): Empty only for a walk-in customer.
        legal_name (None | str):
        tax_id (None | str):
        language (Language):
        contacts (list[Contact]):
        tags (list[str]):
        branch (None | str): Where the customer belongs.
        metadata (CustomerMetadata):
        identity (Identity | None):
        active (bool):
        state (CustomerState):
        merged_into (None | str): The one that it is now.
        merged_at (datetime.datetime | None):
        undo_until (datetime.datetime | None): Until when the merge can be taken back.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    kind: CustomerKind
    class_code: str
    name: str
    legal_name: None | str
    tax_id: None | str
    language: Language
    contacts: list[Contact]
    tags: list[str]
    branch: None | str
    metadata: CustomerMetadata
    identity: Identity | None
    active: bool
    state: CustomerState
    merged_into: None | str
    merged_at: datetime.datetime | None
    undo_until: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.identity import Identity  # noqa: PLC0415

        id = self.id

        kind: str = self.kind

        class_code = self.class_code

        name = self.name

        legal_name: None | str
        legal_name = self.legal_name

        tax_id: None | str
        tax_id = self.tax_id

        language: str = self.language

        contacts = []
        for contacts_item_data in self.contacts:
            contacts_item = contacts_item_data.to_dict()
            contacts.append(contacts_item)

        tags = self.tags

        branch: None | str
        branch = self.branch

        metadata = self.metadata.to_dict()

        identity: dict[str, Any] | None
        if isinstance(self.identity, Identity):
            identity = self.identity.to_dict()
        else:
            identity = self.identity

        active = self.active

        state: str = self.state

        merged_into: None | str
        merged_into = self.merged_into

        merged_at: None | str
        if isinstance(self.merged_at, datetime.datetime):
            merged_at = self.merged_at.isoformat()
        else:
            merged_at = self.merged_at

        undo_until: None | str
        if isinstance(self.undo_until, datetime.datetime):
            undo_until = self.undo_until.isoformat()
        else:
            undo_until = self.undo_until

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "class_code": class_code,
                "name": name,
                "legal_name": legal_name,
                "tax_id": tax_id,
                "language": language,
                "contacts": contacts,
                "tags": tags,
                "branch": branch,
                "metadata": metadata,
                "identity": identity,
                "active": active,
                "state": state,
                "merged_into": merged_into,
                "merged_at": merged_at,
                "undo_until": undo_until,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact import Contact  # noqa: PLC0415
        from ..models.customer_metadata import CustomerMetadata  # noqa: PLC0415
        from ..models.identity import Identity  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        kind = check_customer_kind(d.pop("kind"))

        class_code = d.pop("class_code")

        name = d.pop("name")

        def _parse_legal_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        legal_name = _parse_legal_name(d.pop("legal_name"))

        def _parse_tax_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tax_id = _parse_tax_id(d.pop("tax_id"))

        language = check_language(d.pop("language"))

        contacts = []
        _contacts = d.pop("contacts")
        for contacts_item_data in _contacts:
            contacts_item = Contact.from_dict(contacts_item_data)

            contacts.append(contacts_item)

        tags = cast(list[str], d.pop("tags"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        metadata = CustomerMetadata.from_dict(d.pop("metadata"))

        def _parse_identity(data: object) -> Identity | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                identity_type_0 = Identity.from_dict(data)

                return identity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Identity | None, data)

        identity = _parse_identity(d.pop("identity"))

        active = d.pop("active")

        state = check_customer_state(d.pop("state"))

        def _parse_merged_into(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        merged_into = _parse_merged_into(d.pop("merged_into"))

        def _parse_merged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                merged_at_type_0 = datetime.datetime.fromisoformat(data)

                return merged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        merged_at = _parse_merged_at(d.pop("merged_at"))

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

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        customer = cls(
            id=id,
            kind=kind,
            class_code=class_code,
            name=name,
            legal_name=legal_name,
            tax_id=tax_id,
            language=language,
            contacts=contacts,
            tags=tags,
            branch=branch,
            metadata=metadata,
            identity=identity,
            active=active,
            state=state,
            merged_into=merged_into,
            merged_at=merged_at,
            undo_until=undo_until,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        customer.additional_properties = d
        return customer

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
