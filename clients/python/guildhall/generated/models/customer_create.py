from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.customer_kind import CustomerKind, check_customer_kind
from ..models.language import Language, check_language
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contact_in import ContactIn
    from ..models.customer_create_metadata import CustomerCreateMetadata


T = TypeVar("T", bound="CustomerCreate")


@_attrs_define
class CustomerCreate:
    """A customer to add.

    Attributes:
        kind (CustomerKind | Unset):
        class_code (str | Unset):
        name (str | Unset):
        legal_name (None | str | Unset):
        tax_id (None | str | Unset):
        language (Language | Unset):
        contacts (list[ContactIn] | Unset):
        tags (list[str] | Unset):
        branch (None | str | Unset):
        metadata (CustomerCreateMetadata | Unset):
        force (bool | Unset): Add the customer although another has the same contact.
    """

    kind: CustomerKind | Unset = UNSET
    class_code: str | Unset = UNSET
    name: str | Unset = UNSET
    legal_name: None | str | Unset = UNSET
    tax_id: None | str | Unset = UNSET
    language: Language | Unset = UNSET
    contacts: list[ContactIn] | Unset = UNSET
    tags: list[str] | Unset = UNSET
    branch: None | str | Unset = UNSET
    metadata: CustomerCreateMetadata | Unset = UNSET
    force: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind

        class_code = self.class_code

        name = self.name

        legal_name: None | str | Unset
        if isinstance(self.legal_name, Unset):
            legal_name = UNSET
        else:
            legal_name = self.legal_name

        tax_id: None | str | Unset
        if isinstance(self.tax_id, Unset):
            tax_id = UNSET
        else:
            tax_id = self.tax_id

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language

        contacts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.contacts, Unset):
            contacts = []
            for contacts_item_data in self.contacts:
                contacts_item = contacts_item_data.to_dict()
                contacts.append(contacts_item)

        tags: list[str] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags

        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        force = self.force

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if kind is not UNSET:
            field_dict["kind"] = kind
        if class_code is not UNSET:
            field_dict["class_code"] = class_code
        if name is not UNSET:
            field_dict["name"] = name
        if legal_name is not UNSET:
            field_dict["legal_name"] = legal_name
        if tax_id is not UNSET:
            field_dict["tax_id"] = tax_id
        if language is not UNSET:
            field_dict["language"] = language
        if contacts is not UNSET:
            field_dict["contacts"] = contacts
        if tags is not UNSET:
            field_dict["tags"] = tags
        if branch is not UNSET:
            field_dict["branch"] = branch
        if metadata is not UNSET:
            field_dict["metadata"] = metadata
        if force is not UNSET:
            field_dict["force"] = force

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_in import ContactIn  # noqa: PLC0415
        from ..models.customer_create_metadata import CustomerCreateMetadata  # noqa: PLC0415

        d = dict(src_dict)
        _kind = d.pop("kind", UNSET)
        kind: CustomerKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = check_customer_kind(_kind)

        class_code = d.pop("class_code", UNSET)

        name = d.pop("name", UNSET)

        def _parse_legal_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        legal_name = _parse_legal_name(d.pop("legal_name", UNSET))

        def _parse_tax_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_id = _parse_tax_id(d.pop("tax_id", UNSET))

        _language = d.pop("language", UNSET)
        language: Language | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = check_language(_language)

        _contacts = d.pop("contacts", UNSET)
        contacts: list[ContactIn] | Unset = UNSET
        if _contacts is not UNSET:
            contacts = []
            for contacts_item_data in _contacts:
                contacts_item = ContactIn.from_dict(contacts_item_data)

                contacts.append(contacts_item)

        tags = cast(list[str], d.pop("tags", UNSET))

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        _metadata = d.pop("metadata", UNSET)
        metadata: CustomerCreateMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = CustomerCreateMetadata.from_dict(_metadata)

        force = d.pop("force", UNSET)

        customer_create = cls(
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
            force=force,
        )

        return customer_create
