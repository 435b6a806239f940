from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Legal")


@_attrs_define
class Legal:
    """What the law asks a business to say of itself; null where it is not known.

    Attributes:
        form (None | str): Such as MChJ, OOO, LLC.
        registration_number (None | str): In the register of companies.
        registered_on (datetime.date | None):
        vat_id (None | str):
        director (None | str): Who signs for the business.
        address (None | str): The registered address, as it is printed.
        bank_name (None | str):
        bank_code (None | str): MFO, BIC or sort code.
        bank_account (None | str): Account number or IBAN.
        licence (None | str): Number and issuer, where the trade needs one.
    """

    form: None | str
    registration_number: None | str
    registered_on: datetime.date | None
    vat_id: None | str
    director: None | str
    address: None | str
    bank_name: None | str
    bank_code: None | str
    bank_account: None | str
    licence: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        form: None | str
        form = self.form

        registration_number: None | str
        registration_number = self.registration_number

        registered_on: None | str
        if isinstance(self.registered_on, datetime.date):
            registered_on = self.registered_on.isoformat()
        else:
            registered_on = self.registered_on

        vat_id: None | str
        vat_id = self.vat_id

        director: None | str
        director = self.director

        address: None | str
        address = self.address

        bank_name: None | str
        bank_name = self.bank_name

        bank_code: None | str
        bank_code = self.bank_code

        bank_account: None | str
        bank_account = self.bank_account

        licence: None | str
        licence = self.licence

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "form": form,
                "registration_number": registration_number,
                "registered_on": registered_on,
                "vat_id": vat_id,
                "director": director,
                "address": address,
                "bank_name": bank_name,
                "bank_code": bank_code,
                "bank_account": bank_account,
                "licence": licence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_form(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        form = _parse_form(d.pop("form"))

        def _parse_registration_number(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        registration_number = _parse_registration_number(d.pop("registration_number"))

        def _parse_registered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registered_on_type_0 = datetime.date.fromisoformat(data)

                return registered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        registered_on = _parse_registered_on(d.pop("registered_on"))

        def _parse_vat_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        vat_id = _parse_vat_id(d.pop("vat_id"))

        def _parse_director(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        director = _parse_director(d.pop("director"))

        def _parse_address(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        address = _parse_address(d.pop("address"))

        def _parse_bank_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_name = _parse_bank_name(d.pop("bank_name"))

        def _parse_bank_code(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_code = _parse_bank_code(d.pop("bank_code"))

        def _parse_bank_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_account = _parse_bank_account(d.pop("bank_account"))

        def _parse_licence(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        licence = _parse_licence(d.pop("licence"))

        legal = cls(
            form=form,
            registration_number=registration_number,
            registered_on=registered_on,
            vat_id=vat_id,
            director=director,
            address=address,
            bank_name=bank_name,
            bank_code=bank_code,
            bank_account=bank_account,
            licence=licence,
        )

        legal.additional_properties = d
        return legal

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
