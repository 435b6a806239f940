from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_category import FileCategory, check_file_category
from ..models.upload_state import UploadState, check_upload_state

T = TypeVar("T", bound="Upload")


@_attrs_define
class Upload:
    """A resumable upload.

    Attributes:
        id (str):
        name (str):
        category (FileCategory):
        state (UploadState):
        size (int): Declared bytes.
        sha256 (str): Declared, in hexadecimal.
        offset (int): Bytes received: where the next chunk begins.
        file (None | str): The file, once the upload is completed.
        expires_at (datetime.datetime | None):
        version (int): Goes up by one with every chunk; it is the ETag.
        created_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    name: str
    category: FileCategory
    state: UploadState
    size: int
    sha256: str
    offset: int
    file: None | str
    expires_at: datetime.datetime | None
    version: int
    created_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        category: str = self.category

        state: str = self.state

        size = self.size

        sha256 = self.sha256

        offset = self.offset

        file: None | str
        file = self.file

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        version = self.version

        created_at = self.created_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "category": category,
                "state": state,
                "size": size,
                "sha256": sha256,
                "offset": offset,
                "file": file,
                "expires_at": expires_at,
                "version": version,
                "created_at": created_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        category = check_file_category(d.pop("category"))

        state = check_upload_state(d.pop("state"))

        size = d.pop("size")

        sha256 = d.pop("sha256")

        offset = d.pop("offset")

        def _parse_file(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        file = _parse_file(d.pop("file"))

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        upload = cls(
            id=id,
            name=name,
            category=category,
            state=state,
            size=size,
            sha256=sha256,
            offset=offset,
            file=file,
            expires_at=expires_at,
            version=version,
            created_at=created_at,
            allowed_actions=allowed_actions,
        )

        upload.additional_properties = d
        return upload

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
