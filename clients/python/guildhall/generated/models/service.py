from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.required_input import RequiredInput, check_required_input
from ..models.service_kind import ServiceKind, check_service_kind
from ..models.unit import Unit, check_unit

if TYPE_CHECKING:
    from ..models.localized_text_type_1 import LocalizedTextType1
    from ..models.option import Option


T = TypeVar("T", bound="Service")


@_attrs_define
class Service:
    """Work that the business sells.

    Attributes:
        id (str):
        code (str):
        kind (ServiceKind):
        name (LocalizedTextType1 | str):
        description (LocalizedTextType1 | str):
        unit (Unit):
        required_inputs (list[RequiredInput]): What a line must give to be priced.
        option_schema (list[Option]):
        workflow (None | str): The code of the workflow that its orders follow by default.
        tax_class (None | str): Of `/tax-rates`; null where no tax is due. A class without a rate in force is not priced
            (`tax_rate_missing`).
        revenue_account (None | str): The code of the account that earns.
        sort (int):
        active (bool):
        version (int): Goes up by one with every change; it is the ETag.
        created_at (datetime.datetime):
        updated_at (datetime.datetime):
        allowed_actions (list[str]): What the caller may do with this resource now.
    """

    id: str
    code: str
    kind: ServiceKind
    name: LocalizedTextType1 | str
    description: LocalizedTextType1 | str
    unit: Unit
    required_inputs: list[RequiredInput]
    option_schema: list[Option]
    workflow: None | str
    tax_class: None | str
    revenue_account: None | str
    sort: int
    active: bool
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    allowed_actions: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415

        id = self.id

        code = self.code

        kind: str = self.kind

        name: dict[str, Any] | str
        if isinstance(self.name, LocalizedTextType1):
            name = self.name.to_dict()
        else:
            name = self.name

        description: dict[str, Any] | str
        if isinstance(self.description, LocalizedTextType1):
            description = self.description.to_dict()
        else:
            description = self.description

        unit: str = self.unit

        required_inputs = []
        for required_inputs_item_data in self.required_inputs:
            required_inputs_item: str = required_inputs_item_data
            required_inputs.append(required_inputs_item)

        option_schema = []
        for option_schema_item_data in self.option_schema:
            option_schema_item = option_schema_item_data.to_dict()
            option_schema.append(option_schema_item)

        workflow: None | str
        workflow = self.workflow

        tax_class: None | str
        tax_class = self.tax_class

        revenue_account: None | str
        revenue_account = self.revenue_account

        sort = self.sort

        active = self.active

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
                "kind": kind,
                "name": name,
                "description": description,
                "unit": unit,
                "required_inputs": required_inputs,
                "option_schema": option_schema,
                "workflow": workflow,
                "tax_class": tax_class,
                "revenue_account": revenue_account,
                "sort": sort,
                "active": active,
                "version": version,
                "created_at": created_at,
                "updated_at": updated_at,
                "allowed_actions": allowed_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.localized_text_type_1 import LocalizedTextType1  # noqa: PLC0415
        from ..models.option import Option  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        code = d.pop("code")

        kind = check_service_kind(d.pop("kind"))

        def _parse_name(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_description(data: object) -> LocalizedTextType1 | str:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_localized_text_type_1 = LocalizedTextType1.from_dict(data)

                return componentsschemas_localized_text_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LocalizedTextType1 | str, data)

        description = _parse_description(d.pop("description"))

        unit = check_unit(d.pop("unit"))

        required_inputs = []
        _required_inputs = d.pop("required_inputs")
        for required_inputs_item_data in _required_inputs:
            required_inputs_item = check_required_input(required_inputs_item_data)

            required_inputs.append(required_inputs_item)

        option_schema = []
        _option_schema = d.pop("option_schema")
        for option_schema_item_data in _option_schema:
            option_schema_item = Option.from_dict(option_schema_item_data)

            option_schema.append(option_schema_item)

        def _parse_workflow(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        workflow = _parse_workflow(d.pop("workflow"))

        def _parse_tax_class(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        tax_class = _parse_tax_class(d.pop("tax_class"))

        def _parse_revenue_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        revenue_account = _parse_revenue_account(d.pop("revenue_account"))

        sort = d.pop("sort")

        active = d.pop("active")

        version = d.pop("version")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        allowed_actions = cast(list[str], d.pop("allowed_actions"))

        service = cls(
            id=id,
            code=code,
            kind=kind,
            name=name,
            description=description,
            unit=unit,
            required_inputs=required_inputs,
            option_schema=option_schema,
            workflow=workflow,
            tax_class=tax_class,
            revenue_account=revenue_account,
            sort=sort,
            active=active,
            version=version,
            created_at=created_at,
            updated_at=updated_at,
            allowed_actions=allowed_actions,
        )

        service.additional_properties = d
        return service

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
