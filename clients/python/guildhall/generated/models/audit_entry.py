from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.credential_kind import CredentialKind, check_credential_kind

if TYPE_CHECKING:
    from ..models.audit_entry_after_type_0 import AuditEntryAfterType0
    from ..models.audit_entry_before_type_0 import AuditEntryBeforeType0


T = TypeVar("T", bound="AuditEntry")


@_attrs_define
class AuditEntry:
    """One change of one row, or one action that changed none.

    Attributes:
        id (str):
        at (datetime.datetime):
        table (str): The table that holds the row, or the kind of thing of an action; may be empty.
        resource (None | str): The id of the changed resource.
        action (str): insert, update or delete of a row; or what was done without a change, such as `auth.signed_in`.
        before (AuditEntryBeforeType0 | None): Columns as they were: the changed ones of an update, all of a deletion.
            Secrets are `***`.
        after (AuditEntryAfterType0 | None): Columns as they became: the changed ones of an update, all of an insertion,
            an action's details.
        actor (None | str):
        actor_kind (str): staff, customer, service, operator, anonymous; system or database without a user.
        impersonator (None | str):
        request_id (None | str):
        ip (None | str):
        user_agent (None | str):
        credential_kind (CredentialKind | None): What the actor showed; null without one, and in entries of before it
            was recorded.
        credential (None | str): The id of the session, the API key or the application.
        transaction (int): Changes with the same number were made together.
        sequence (int | None): The number in the hash chain; null until it is sealed.
        hash_ (None | str): SHA-256 over the hash of the entry before it and this entry, in hexadecimal.
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    at: datetime.datetime
    table: str
    resource: None | str
    action: str
    before: AuditEntryBeforeType0 | None
    after: AuditEntryAfterType0 | None
    actor: None | str
    actor_kind: str
    impersonator: None | str
    request_id: None | str
    ip: None | str
    user_agent: None | str
    credential_kind: CredentialKind | None
    credential: None | str
    transaction: int
    sequence: int | None
    hash_: None | str
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.audit_entry_after_type_0 import AuditEntryAfterType0  # noqa: PLC0415
        from ..models.audit_entry_before_type_0 import AuditEntryBeforeType0  # noqa: PLC0415

        id = self.id

        at = self.at.isoformat()

        table = self.table

        resource: None | str
        resource = self.resource

        action = self.action

        before: dict[str, Any] | None
        if isinstance(self.before, AuditEntryBeforeType0):
            before = self.before.to_dict()
        else:
            before = self.before

        after: dict[str, Any] | None
        if isinstance(self.after, AuditEntryAfterType0):
            after = self.after.to_dict()
        else:
            after = self.after

        actor: None | str
        actor = self.actor

        actor_kind = self.actor_kind

        impersonator: None | str
        impersonator = self.impersonator

        request_id: None | str
        request_id = self.request_id

        ip: None | str
        ip = self.ip

        user_agent: None | str
        user_agent = self.user_agent

        credential_kind: None | str
        if isinstance(self.credential_kind, str):
            credential_kind = self.credential_kind
        else:
            credential_kind = self.credential_kind

        credential: None | str
        credential = self.credential

        transaction = self.transaction

        sequence: int | None
        sequence = self.sequence

        hash_: None | str
        hash_ = self.hash_

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "table": table,
                "resource": resource,
                "action": action,
                "before": before,
                "after": after,
                "actor": actor,
                "actor_kind": actor_kind,
                "impersonator": impersonator,
                "request_id": request_id,
                "ip": ip,
                "user_agent": user_agent,
                "credential_kind": credential_kind,
                "credential": credential,
                "transaction": transaction,
                "sequence": sequence,
                "hash": hash_,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.audit_entry_after_type_0 import AuditEntryAfterType0  # noqa: PLC0415
        from ..models.audit_entry_before_type_0 import AuditEntryBeforeType0  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        table = d.pop("table")

        def _parse_resource(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        resource = _parse_resource(d.pop("resource"))

        action = d.pop("action")

        def _parse_before(data: object) -> AuditEntryBeforeType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                before_type_0 = AuditEntryBeforeType0.from_dict(data)

                return before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditEntryBeforeType0 | None, data)

        before = _parse_before(d.pop("before"))

        def _parse_after(data: object) -> AuditEntryAfterType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                after_type_0 = AuditEntryAfterType0.from_dict(data)

                return after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AuditEntryAfterType0 | None, data)

        after = _parse_after(d.pop("after"))

        def _parse_actor(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        actor = _parse_actor(d.pop("actor"))

        actor_kind = d.pop("actor_kind")

        def _parse_impersonator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        impersonator = _parse_impersonator(d.pop("impersonator"))

        def _parse_request_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        request_id = _parse_request_id(d.pop("request_id"))

        def _parse_ip(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ip = _parse_ip(d.pop("ip"))

        def _parse_user_agent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_agent = _parse_user_agent(d.pop("user_agent"))

        def _parse_credential_kind(data: object) -> CredentialKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                credential_kind_type_0 = check_credential_kind(data)

                return credential_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CredentialKind | None, data)

        credential_kind = _parse_credential_kind(d.pop("credential_kind"))

        def _parse_credential(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        credential = _parse_credential(d.pop("credential"))

        transaction = d.pop("transaction")

        def _parse_sequence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sequence = _parse_sequence(d.pop("sequence"))

        def _parse_hash_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        hash_ = _parse_hash_(d.pop("hash"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        audit_entry = cls(
            id=id,
            at=at,
            table=table,
            resource=resource,
            action=action,
            before=before,
            after=after,
            actor=actor,
            actor_kind=actor_kind,
            impersonator=impersonator,
            request_id=request_id,
            ip=ip,
            user_agent=user_agent,
            credential_kind=credential_kind,
            credential=credential,
            transaction=transaction,
            sequence=sequence,
            hash_=hash_,
            allowed_actions=allowed_actions,
        )

        audit_entry.additional_properties = d
        return audit_entry

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
