from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.language import Language, check_language
from ..models.tenant_access import TenantAccess, check_tenant_access
from ..models.tenant_status import TenantStatus, check_tenant_status

if TYPE_CHECKING:
    from ..models.override import Override
    from ..models.tenant_plan import TenantPlan


T = TypeVar("T", bound="Tenant")


@_attrs_define
class Tenant:
    """A business.

    Attributes:
        id (str):
        slug (str): The first label of the business's host name, and its name in `X-Tenant`.
        name (str):
        host (str): Where links to the business lead: its primary domain, or else `slug` under the base domain, at which
            it always answers.
        pack (str): What it was filled with when it was made; empty for the common part only.
        country (str):
        currency (str): The currency of its books, for ever.
        languages (list[Language]): In order of preference, the default first.
        timezone (str):
        status (TenantStatus):
        access (TenantAccess):
        plan (None | TenantPlan): Null where nothing but its own limits holds.
        overrides (list[Override]): Limits of its own, those that are over included.
        reason (str): What the operator said of the state, for operators.
        purge_at (datetime.datetime | None): From then on the business is deleted for ever.
        keep_backups (bool): Whether its backups outlive it, until they are too old.
        owner_mailed_to (None | str): Of the answer that makes a business: the address that the mail went to which leads
            its owner to a password. Null in every other answer, and where the owner was given one.
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    slug: str
    name: str
    host: str
    pack: str
    country: str
    currency: str
    languages: list[Language]
    timezone: str
    status: TenantStatus
    access: TenantAccess
    plan: None | TenantPlan
    overrides: list[Override]
    reason: str
    purge_at: datetime.datetime | None
    keep_backups: bool
    owner_mailed_to: None | str
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.tenant_plan import TenantPlan  # noqa: PLC0415

        id = self.id

        slug = self.slug

        name = self.name

        host = self.host

        pack = self.pack

        country = self.country

        currency = self.currency

        languages = []
        for languages_item_data in self.languages:
            languages_item: str = languages_item_data
            languages.append(languages_item)

        timezone = self.timezone

        status: str = self.status

        access: str = self.access

        plan: dict[str, Any] | None
        if isinstance(self.plan, TenantPlan):
            plan = self.plan.to_dict()
        else:
            plan = self.plan

        overrides = []
        for overrides_item_data in self.overrides:
            overrides_item = overrides_item_data.to_dict()
            overrides.append(overrides_item)

        reason = self.reason

        purge_at: None | str
        if isinstance(self.purge_at, datetime.datetime):
            purge_at = self.purge_at.isoformat()
        else:
            purge_at = self.purge_at

        keep_backups = self.keep_backups

        owner_mailed_to: None | str
        owner_mailed_to = self.owner_mailed_to

        version = self.version

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        allowed_actions = self.allowed_actions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "slug": slug,
                "name": name,
                "host": host,
                "pack": pack,
                "country": country,
                "currency": currency,
                "languages": languages,
                "timezone": timezone,
                "status": status,
                "access": access,
                "plan": plan,
                "overrides": overrides,
                "reason": reason,
                "purge_at": purge_at,
                "keep_backups": keep_backups,
                "owner_mailed_to": owner_mailed_to,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.override import Override  # noqa: PLC0415
        from ..models.tenant_plan import TenantPlan  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        slug = d.pop("slug")

        name = d.pop("name")

        host = d.pop("host")

        pack = d.pop("pack")

        country = d.pop("country")

        currency = d.pop("currency")

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = check_language(languages_item_data)

            languages.append(languages_item)

        timezone = d.pop("timezone")

        status = check_tenant_status(d.pop("status"))

        access = check_tenant_access(d.pop("access"))

        def _parse_plan(data: object) -> None | TenantPlan:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                plan_type_0 = TenantPlan.from_dict(data)

                return plan_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TenantPlan, data)

        plan = _parse_plan(d.pop("plan"))

        overrides = []
        _overrides = d.pop("overrides")
        for overrides_item_data in _overrides:
            overrides_item = Override.from_dict(overrides_item_data)

            overrides.append(overrides_item)

        reason = d.pop("reason")

        def _parse_purge_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                purge_at_type_0 = datetime.datetime.fromisoformat(data)

                return purge_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        purge_at = _parse_purge_at(d.pop("purge_at"))

        keep_backups = d.pop("keep_backups")

        def _parse_owner_mailed_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        owner_mailed_to = _parse_owner_mailed_to(d.pop("owner_mailed_to"))

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        tenant = cls(
            id=id,
            slug=slug,
            name=name,
            host=host,
            pack=pack,
            country=country,
            currency=currency,
            languages=languages,
            timezone=timezone,
            status=status,
            access=access,
            plan=plan,
            overrides=overrides,
            reason=reason,
            purge_at=purge_at,
            keep_backups=keep_backups,
            owner_mailed_to=owner_mailed_to,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        tenant.additional_properties = d
        return tenant

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
