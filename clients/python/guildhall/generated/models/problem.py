from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.problem_limit_name import ProblemLimitName, check_problem_limit_name
from ..models.problem_methods_item import ProblemMethodsItem, check_problem_methods_item
from ..models.problem_tenant_status import ProblemTenantStatus, check_problem_tenant_status
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
        limit_name (ProblemLimitName | Unset): Only with `limit_reached`. What the plan limits, as `GET /usage` names
            it.
        limit (int | Unset): Only with `limit_reached`. How much the plan, or the business's own limit, holds.
        used (int | Unset): Only with `limit_reached`. How much there is.
        error (str | Unset): Only with `oauth_request_invalid`. The code of RFC 6749, 4.1.2.1 and 5.2, or of RFC 7009.
        error_description (str | Unset): Only with `oauth_request_invalid`. For the application's developer, in English.
        challenge (str | Unset): Only with `second_factor_required`. For `POST /auth/second-factor`, good for five
            minutes.
        methods (list[ProblemMethodsItem] | Unset): Only with `second_factor_required`. The second factors that the user
            has.
        tenant_status (ProblemTenantStatus | Unset): Only with `tenant_read_only`. The state that the business is in.
        guard (str | Unset): Only with `transition_guard_failed`. The condition that does not hold, as `GET
            /orders/{id}/transitions` names it.
    """

    type_: str
    title: str
    status: int
    detail: str
    code: str
    request_id: str
    errors: list[FieldProblem]
    limit_name: ProblemLimitName | Unset = UNSET
    limit: int | Unset = UNSET
    used: int | Unset = UNSET
    error: str | Unset = UNSET
    error_description: str | Unset = UNSET
    challenge: str | Unset = UNSET
    methods: list[ProblemMethodsItem] | Unset = UNSET
    tenant_status: ProblemTenantStatus | Unset = UNSET
    guard: str | Unset = UNSET

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

        limit_name: str | Unset = UNSET
        if not isinstance(self.limit_name, Unset):
            limit_name = self.limit_name

        limit = self.limit

        used = self.used

        error = self.error

        error_description = self.error_description

        challenge = self.challenge

        methods: list[str] | Unset = UNSET
        if not isinstance(self.methods, Unset):
            methods = []
            for methods_item_data in self.methods:
                methods_item: str = methods_item_data
                methods.append(methods_item)

        tenant_status: str | Unset = UNSET
        if not isinstance(self.tenant_status, Unset):
            tenant_status = self.tenant_status

        guard = self.guard

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
        if limit_name is not UNSET:
            field_dict["limit_name"] = limit_name
        if limit is not UNSET:
            field_dict["limit"] = limit
        if used is not UNSET:
            field_dict["used"] = used
        if error is not UNSET:
            field_dict["error"] = error
        if error_description is not UNSET:
            field_dict["error_description"] = error_description
        if challenge is not UNSET:
            field_dict["challenge"] = challenge
        if methods is not UNSET:
            field_dict["methods"] = methods
        if tenant_status is not UNSET:
            field_dict["tenant_status"] = tenant_status
        if guard is not UNSET:
            field_dict["guard"] = guard

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

        _limit_name = d.pop("limit_name", UNSET)
        limit_name: ProblemLimitName | Unset
        if isinstance(_limit_name, Unset):
            limit_name = UNSET
        else:
            limit_name = check_problem_limit_name(_limit_name)

        limit = d.pop("limit", UNSET)

        used = d.pop("used", UNSET)

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

        _tenant_status = d.pop("tenant_status", UNSET)
        tenant_status: ProblemTenantStatus | Unset
        if isinstance(_tenant_status, Unset):
            tenant_status = UNSET
        else:
            tenant_status = check_problem_tenant_status(_tenant_status)

        guard = d.pop("guard", UNSET)

        problem = cls(
            type_=type_,
            title=title,
            status=status,
            detail=detail,
            code=code,
            request_id=request_id,
            errors=errors,
            limit_name=limit_name,
            limit=limit,
            used=used,
            error=error,
            error_description=error_description,
            challenge=challenge,
            methods=methods,
            tenant_status=tenant_status,
            guard=guard,
        )

        return problem
