from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.file_category import FileCategory, check_file_category
from ..models.file_kind import FileKind, check_file_kind
from ..models.file_state import FileState, check_file_state

if TYPE_CHECKING:
    from ..models.file_analysis import FileAnalysis
    from ..models.file_metadata import FileMetadata
    from ..models.file_subject import FileSubject


T = TypeVar("T", bound="File")


@_attrs_define
class File:
    """A file.

    Attributes:
        id (str):
        name (str): Cleaned, with an extension that fits the content.
        category (FileCategory):
        state (FileState):
        kind (FileKind):
        content_type (str):
        size (int): Bytes.
        sha256 (str): Of the content, in hexadecimal.
        analysis (FileAnalysis | None): Null until the file is analysed.
        rejection (None | str): The code of the refusal, in the state `rejected`.
        customer (None | str):
        branch (None | str):
        created_by (None | str):
        subject (FileSubject | None): What the file belongs to.
        expires_at (datetime.datetime | None): When it is deleted unless it comes to belong to something.
        metadata (FileMetadata):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    name: str
    category: FileCategory
    state: FileState
    kind: FileKind
    content_type: str
    size: int
    sha256: str
    analysis: FileAnalysis | None
    rejection: None | str
    customer: None | str
    branch: None | str
    created_by: None | str
    subject: FileSubject | None
    expires_at: datetime.datetime | None
    metadata: FileMetadata
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.file_analysis import FileAnalysis  # noqa: PLC0415
        from ..models.file_subject import FileSubject  # noqa: PLC0415

        id = self.id

        name = self.name

        category: str = self.category

        state: str = self.state

        kind: str = self.kind

        content_type = self.content_type

        size = self.size

        sha256 = self.sha256

        analysis: dict[str, Any] | None
        if isinstance(self.analysis, FileAnalysis):
            analysis = self.analysis.to_dict()
        else:
            analysis = self.analysis

        rejection: None | str
        rejection = self.rejection

        customer: None | str
        customer = self.customer

        branch: None | str
        branch = self.branch

        created_by: None | str
        created_by = self.created_by

        subject: dict[str, Any] | None
        if isinstance(self.subject, FileSubject):
            subject = self.subject.to_dict()
        else:
            subject = self.subject

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        metadata = self.metadata.to_dict()

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "category": category,
                "state": state,
                "kind": kind,
                "content_type": content_type,
                "size": size,
                "sha256": sha256,
                "analysis": analysis,
                "rejection": rejection,
                "customer": customer,
                "branch": branch,
                "created_by": created_by,
                "subject": subject,
                "expires_at": expires_at,
                "metadata": metadata,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.file_analysis import FileAnalysis  # noqa: PLC0415
        from ..models.file_metadata import FileMetadata  # noqa: PLC0415
        from ..models.file_subject import FileSubject  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        category = check_file_category(d.pop("category"))

        state = check_file_state(d.pop("state"))

        kind = check_file_kind(d.pop("kind"))

        content_type = d.pop("content_type")

        size = d.pop("size")

        sha256 = d.pop("sha256")

        def _parse_analysis(data: object) -> FileAnalysis | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                analysis_type_0 = FileAnalysis.from_dict(data)

                return analysis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileAnalysis | None, data)

        analysis = _parse_analysis(d.pop("analysis"))

        def _parse_rejection(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rejection = _parse_rejection(d.pop("rejection"))

        def _parse_customer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        customer = _parse_customer(d.pop("customer"))

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        def _parse_created_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        created_by = _parse_created_by(d.pop("created_by"))

        def _parse_subject(data: object) -> FileSubject | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                subject_type_0 = FileSubject.from_dict(data)

                return subject_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FileSubject | None, data)

        subject = _parse_subject(d.pop("subject"))

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

        metadata = FileMetadata.from_dict(d.pop("metadata"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        file = cls(
            id=id,
            name=name,
            category=category,
            state=state,
            kind=kind,
            content_type=content_type,
            size=size,
            sha256=sha256,
            analysis=analysis,
            rejection=rejection,
            customer=customer,
            branch=branch,
            created_by=created_by,
            subject=subject,
            expires_at=expires_at,
            metadata=metadata,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        file.additional_properties = d
        return file

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
