from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LegalIn")


@_attrs_define
class LegalIn:
    """The legal details that change; null takes one away.

    Attributes:
        form (None | str | Unset):
        registration_number (None | str | Unset):
        registered_on (datetime.date | None | Unset):
        vat_id (None | str | Unset):
        director (None | str | Unset):
        address (None | str | Unset):
        bank_name (None | str | Unset):
        bank_code (None | str | Unset):
        bank_account (None | str | Unset):
        licence (None | str | Unset):
    """

    form: None | str | Unset = UNSET
    registration_number: None | str | Unset = UNSET
    registered_on: datetime.date | None | Unset = UNSET
    vat_id: None | str | Unset = UNSET
    director: None | str | Unset = UNSET
    address: None | str | Unset = UNSET
    bank_name: None | str | Unset = UNSET
    bank_code: None | str | Unset = UNSET
    bank_account: None | str | Unset = UNSET
    licence: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        form: None | str | Unset
        if isinstance(self.form, Unset):
            form = UNSET
        else:
            form = self.form

        registration_number: None | str | Unset
        if isinstance(self.registration_number, Unset):
            registration_number = UNSET
        else:
            registration_number = self.registration_number

        registered_on: None | str | Unset
        if isinstance(self.registered_on, Unset):
            registered_on = UNSET
        elif isinstance(self.registered_on, datetime.date):
            registered_on = self.registered_on.isoformat()
        else:
            registered_on = self.registered_on

        vat_id: None | str | Unset
        if isinstance(self.vat_id, Unset):
            vat_id = UNSET
        else:
            vat_id = self.vat_id

        director: None | str | Unset
        if isinstance(self.director, Unset):
            director = UNSET
        else:
            director = self.director

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        bank_name: None | str | Unset
        if isinstance(self.bank_name, Unset):
            bank_name = UNSET
        else:
            bank_name = self.bank_name

        bank_code: None | str | Unset
        if isinstance(self.bank_code, Unset):
            bank_code = UNSET
        else:
            bank_code = self.bank_code

        bank_account: None | str | Unset
        if isinstance(self.bank_account, Unset):
            bank_account = UNSET
        else:
            bank_account = self.bank_account

        licence: None | str | Unset
        if isinstance(self.licence, Unset):
            licence = UNSET
        else:
            licence = self.licence

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if form is not UNSET:
            field_dict["form"] = form
        if registration_number is not UNSET:
            field_dict["registration_number"] = registration_number
        if registered_on is not UNSET:
            field_dict["registered_on"] = registered_on
        if vat_id is not UNSET:
            field_dict["vat_id"] = vat_id
        if director is not UNSET:
            field_dict["director"] = director
        if address is not UNSET:
            field_dict["address"] = address
        if bank_name is not UNSET:
            field_dict["bank_name"] = bank_name
        if bank_code is not UNSET:
            field_dict["bank_code"] = bank_code
        if bank_account is not UNSET:
            field_dict["bank_account"] = bank_account
        if licence is not UNSET:
            field_dict["licence"] = licence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_form(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        form = _parse_form(d.pop("form", UNSET))

        def _parse_registration_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        registration_number = _parse_registration_number(d.pop("registration_number", UNSET))

        def _parse_registered_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registered_on_type_0 = datetime.date.fromisoformat(data)

                return registered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        registered_on = _parse_registered_on(d.pop("registered_on", UNSET))

        def _parse_vat_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        vat_id = _parse_vat_id(d.pop("vat_id", UNSET))

        def _parse_director(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        director = _parse_director(d.pop("director", UNSET))

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_bank_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_name = _parse_bank_name(d.pop("bank_name", UNSET))

        def _parse_bank_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_code = _parse_bank_code(d.pop("bank_code", UNSET))

        def _parse_bank_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_account = _parse_bank_account(d.pop("bank_account", UNSET))

        def _parse_licence(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        licence = _parse_licence(d.pop("licence", UNSET))

        legal_in = cls(
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

        return legal_in
