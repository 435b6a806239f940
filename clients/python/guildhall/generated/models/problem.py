from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.problem_methods_item import ProblemMethodsItem, check_problem_methods_item
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.field_problem import FieldProblem


T = TypeVar("T", bound="Problem")


@_attrs_define
class Problem:
    """A refusal (RFC 9457). `code` is stable; `detail` is in the caller's language.

    Attributes:
        type_ (str):
        title (str):
        status (int):
        detail (str):
        code (str):
        request_id (str):
        errors (list[FieldProblem]):
        error (str | Unset): Only with `oauth_request_invalid`. The code of RFC 6749, 4.1.2.1 and 5.2, or of RFC 7009.
        error_description (str | Unset): Only with `oauth_request_invalid`. For the application's developer, in English.
        challenge (str | Unset): Only with `second_factor_required`. For `POST /auth/second-factor`, good for five
            minutes.
        methods (list[ProblemMethodsItem] | Unset): Only with `second_factor_required`. The second factors that the user
            has.
    """

    type_: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[FieldProblem]
    error: str | Unset = UNSET
    error_description: str | Unset = UNSET
    challenge: str | Unset = UNSET
    methods: list[ProblemMethodsItem] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        type_ = self.type_

        title = self.title

        status = self.status

        detail = self.detail

        code = self.code

        request_id = self.request_id

        errors = []
        for errors_item_data in self.errors:
            errors_item = errors_item_data.to_dict()
            errors.append(errors_item)

        error = self.error

        error_description = self.error_description

        challenge = self.challenge

        methods: list[str] | Unset = UNSET
        if not isinstance(self.methods, Unset):
            methods = []
            for methods_item_data in self.methods:
                methods_item: str = methods_item_data
                methods.append(methods_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "type": type_,
                "title": title,
                "status": status,
                "detail": detail,
                "code": code,
                "request_id": request_id,
                "errors": errors,
            }
        )
        if error is not UNSET:
            field_dict["error"] = error
        if error_description is not UNSET:
            field_dict["error_description"] = error_description
        if challenge is not UNSET:
            field_dict["challenge"] = challenge
        if methods is not UNSET:
            field_dict["methods"] = methods

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.field_problem import FieldProblem  # noqa: PLC0415

        d = dict(src_dict)
        type_ = d.pop("type")

        title = d.pop("title")

        status = d.pop("status")

        detail = d.pop("detail")

        code = d.pop("code")

        request_id = d.pop("request_id")

        errors = []
        _errors = d.pop("errors")
        for errors_item_data in _errors:
            errors_item = FieldProblem.from_dict(errors_item_data)

            errors.append(errors_item)

        error = d.pop("error", UNSET)

        error_description = d.pop("error_description", UNSET)

        challenge = d.pop("challenge", UNSET)

        _methods = d.pop("methods", UNSET)
        methods: list[ProblemMethodsItem] | Unset = UNSET
        if _methods is not UNSET:
            methods = []
            for methods_item_data in _methods:
                methods_item = check_problem_methods_item(methods_item_data)

                methods.append(methods_item)

        problem = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            code=code,
            request_id=request_id,
            errors=errors,
            error=error,
            error_description=error_description,
            challenge=challenge,
            methods=methods,
        )

        return problem
