from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.required_input import RequiredInput, check_required_input
from ..models.service_kind import ServiceKind, check_service_kind
from ..models.unit import Unit, check_unit
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.option_in import OptionIn
    from ..models.service_create_description import ServiceCreateDescription
    from ..models.service_create_name import ServiceCreateName


T = TypeVar("T", bound="ServiceCreate")


@_attrs_define
class ServiceCreate:
    """A service to add.

    Attributes:
        code (str):
        kind (ServiceKind):
        name (ServiceCreateName):
        unit (Unit):
        description (ServiceCreateDescription | Unset):
        required_inputs (list[RequiredInput] | Unset):
        option_schema (list[OptionIn] | Unset):
        workflow (None | str | Unset):
        tax_class (None | str | Unset):
        revenue_account (None | str | Unset): The code of an account of income, or of deferred revenue, that takes
            entries.
        sort (int | Unset):
        active (bool | Unset):
    """

    code: str
    kind: ServiceKind
    name: ServiceCreateName
    unit: Unit
    description: ServiceCreateDescription | Unset = UNSET
    required_inputs: list[RequiredInput] | Unset = UNSET
    option_schema: list[OptionIn] | Unset = UNSET
    workflow: None | str | Unset = UNSET
    tax_class: None | str | Unset = UNSET
    revenue_account: None | str | Unset = UNSET
    sort: int | Unset = UNSET
    active: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        kind: str = self.kind

        name = self.name.to_dict()

        unit: str = self.unit

        description: dict[str, Any] | Unset = UNSET
        if not isinstance(self.description, Unset):
            description = self.description.to_dict()

        required_inputs: list[str] | Unset = UNSET
        if not isinstance(self.required_inputs, Unset):
            required_inputs = []
            for required_inputs_item_data in self.required_inputs:
                required_inputs_item: str = required_inputs_item_data
                required_inputs.append(required_inputs_item)

        option_schema: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.option_schema, Unset):
            option_schema = []
            for option_schema_item_data in self.option_schema:
                option_schema_item = option_schema_item_data.to_dict()
                option_schema.append(option_schema_item)

        workflow: None | str | Unset
        if isinstance(self.workflow, Unset):
            workflow = UNSET
        else:
            workflow = self.workflow

        tax_class: None | str | Unset
        if isinstance(self.tax_class, Unset):
            tax_class = UNSET
        else:
            tax_class = self.tax_class

        revenue_account: None | str | Unset
        if isinstance(self.revenue_account, Unset):
            revenue_account = UNSET
        else:
            revenue_account = self.revenue_account

        sort = self.sort

        active = self.active

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "kind": kind,
                "name": name,
                "unit": unit,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if required_inputs is not UNSET:
            field_dict["required_inputs"] = required_inputs
        if option_schema is not UNSET:
            field_dict["option_schema"] = option_schema
        if workflow is not UNSET:
            field_dict["workflow"] = workflow
        if tax_class is not UNSET:
            field_dict["tax_class"] = tax_class
        if revenue_account is not UNSET:
            field_dict["revenue_account"] = revenue_account
        if sort is not UNSET:
            field_dict["sort"] = sort
        if active is not UNSET:
            field_dict["active"] = active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.option_in import OptionIn  # noqa: PLC0415
        from ..models.service_create_description import ServiceCreateDescription  # noqa: PLC0415
        from ..models.service_create_name import ServiceCreateName  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        kind = check_service_kind(d.pop("kind"))

        name = ServiceCreateName.from_dict(d.pop("name"))

        unit = check_unit(d.pop("unit"))

        _description = d.pop("description", UNSET)
        description: ServiceCreateDescription | Unset
        if isinstance(_description, Unset):
            description = UNSET
        else:
            description = ServiceCreateDescription.from_dict(_description)

        _required_inputs = d.pop("required_inputs", UNSET)
        required_inputs: list[RequiredInput] | Unset = UNSET
        if _required_inputs is not UNSET:
            required_inputs = []
            for required_inputs_item_data in _required_inputs:
                required_inputs_item = check_required_input(required_inputs_item_data)

                required_inputs.append(required_inputs_item)

        _option_schema = d.pop("option_schema", UNSET)
        option_schema: list[OptionIn] | Unset = UNSET
        if _option_schema is not UNSET:
            option_schema = []
            for option_schema_item_data in _option_schema:
                option_schema_item = OptionIn.from_dict(option_schema_item_data)

                option_schema.append(option_schema_item)

        def _parse_workflow(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        workflow = _parse_workflow(d.pop("workflow", UNSET))

        def _parse_tax_class(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        tax_class = _parse_tax_class(d.pop("tax_class", UNSET))

        def _parse_revenue_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        revenue_account = _parse_revenue_account(d.pop("revenue_account", UNSET))

        sort = d.pop("sort", UNSET)

        active = d.pop("active", UNSET)

        service_create = cls(
            code=code,
            kind=kind,
            name=name,
            unit=unit,
            description=description,
            required_inputs=required_inputs,
            option_schema=option_schema,
            workflow=workflow,
            tax_class=tax_class,
            revenue_account=revenue_account,
            sort=sort,
            active=active,
        )

        return service_create
