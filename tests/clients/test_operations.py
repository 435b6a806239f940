"""Every operation of the contract, called from both languages against a real server."""

from __future__ import annotations

import base64
import hashlib
import inspect
import io
import typing
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

import httpx
import pytest

from guildhall import File, Guildhall, GuildhallError, models
from guildhall.calls import Resource
from tests.clients.bodies import CHUNK, bodies
from tests.clients.plan import Call, Planner
from tests.clients.site import SPARE, Site, signed_in

RFC_6749 = "oauth_"
"""How operations begin whose refusals are OAuth's own, in which no request id stands."""
SECOND_STEP = ("auth_second_factor", "auth_second_factor_code", "auth_change_expired_password")


@pytest.fixture
def spare(site: Site, request: pytest.FixtureRequest) -> Site:
    """A business that may be taken apart; the parameter is the language."""
    return replace(site, slug=SPARE[request.param])


@pytest.fixture
def calls(spare: Site) -> list[Call]:
    """The plan, over something of everything that a business has."""
    with signed_in(spare, "owner") as owner, signed_in(spare, "operator") as operator:
        ids, operated = made(owner), made_by_operator(operator, spare)

    def tokens(prefix: str, **body: str) -> dict[str, str]:
        headers = {"X-Tenant": spare.slug} if prefix == "/api/v1" else {}
        answer = httpx.post(f"{spare.api}{prefix}/auth/tokens", json=body, headers=headers)
        assert answer.status_code == 201, answer.text
        return {"refresh_token": answer.json()["refresh_token"]}

    staff = {"email": spare.staff["viewer"], "password": spare.password}
    operators = {"email": spare.operator, "password": spare.password}
    given: dict[str, Any] = bodies(ids) | {
        "auth_sign_in": staff,
        "auth_refresh": tokens("/api/v1", **staff),
        "auth_sign_out": tokens("/api/v1", **staff),
        "platform_auth_sign_in": operators,
        "platform_auth_refresh": tokens("/api/v1/platform", **operators),
        "platform_auth_sign_out": tokens("/api/v1/platform", **operators),
    }  # fmt: skip
    return Planner(ids, given, operated).calls()


def made(owner: Guildhall) -> dict[str, str]:
    """An id of every kind that can be had without much ado: `{"ord": "ord_…"}`."""
    customer = owner.customers.list().data[0].id
    services = {row.code: row.id for row in owner.services.list().data}
    lines = [models.QuoteLineIn(service=services["apostille"])]
    branch = owner.branches.list().data[0].id
    quote = owner.quotes.create(body=models.QuoteCreate(customer=customer, branch=branch, lines=lines))
    order = owner.orders.create(body=models.OrderCreate(quote=quote.id, customer=customer))
    cash = next(row for row in owner.payment_methods.list().data if row.code == "cash")
    payment = owner.payments.create(
        body=models.PaymentCreate(
            method=cash.id,
            amount=models.Money(order.total.amount, order.total.currency),
            customer=customer,
            allocations=[models.TargetIn(order=order.id)],
        )
    )
    file = owner.files.create(body=models.FilesCreateBody(file=text_file(b"an original")))
    name = {"en": "Smoke"}
    owner.categories.create(body=models.CategoryCreate.from_dict({"code": "smoke-first", "name": name}))
    product = owner.products.create(body=models.ProductCreate.from_dict({"sku": "SMOKE-1", "name": name}))
    owner.variants.create(
        body=models.VariantCreate.from_dict({"product": product.id, "sku": "SMOKE-1-A", "options": {}})
    )
    owner.webhook_endpoints.create(
        body=models.WebhookEndpointCreate(url="http://127.0.0.1:9/hooks", event_types=["order.placed"])
    )
    upload = owner.uploads.create(
        body=models.UploadCreate(name="smoke.txt", size=len(CHUNK), sha256=hashlib.sha256(CHUNK).hexdigest())
    )
    owner.invitations.create(
        body=models.InvitationCreate.from_dict({"email": "smoke@example.com", "name": "Smoke"})
    )
    for kind in ("export", "hold"):
        owner.privacy_requests.create(
            body=models.PrivacyRequestCreate.from_dict({"kind": kind, "customer": customer})
        )
    owner.consents.create(
        body=models.ConsentCreate.from_dict(
            {"customer": customer, "purpose": "smoke", "number": 1, "granted": True}
        )
    )
    owner.legal_documents.create(
        body=models.LegalDocumentCreate.from_dict({"code": "smoke", "title": name, "body": name})
    )
    owner.scope_sets.create(body=models.ScopeSetCreate.from_dict({"code": "smoke", "name": name}))
    sent(owner.holidays.create, {"day": "2031-03-21", "names": name})
    sent(owner.me_api_keys.mint, {"name": "Smoke"})
    sent(owner.oauth_applications.register, {"name": "Smoke", "scopes": ["orders:read"]})
    found = {"upl": upload.id, "quo": quote.id, "ord": order.id, "pay": payment.id, "fil": file.id}
    return listed(owner, found, platform=False)


def made_by_operator(operator: Guildhall, spare: Site) -> dict[str, str]:
    """The same of what operators keep, their colleague and not themselves: the calls end their sessions."""
    code, mail = spare.slug.replace("-", "_"), f"{spare.slug}@guildhall.example"
    business = next(
        row.id for row in operator.platform_tenants.list(q=spare.slug).data if row.slug == spare.slug
    )
    people = operator.platform_tenants.users(business).data
    viewer = next(row for row in people if row.email == spare.staff["viewer"])
    name = {"en": "Smoke"}
    rows = [
        sent(operator.platform_plans.create, {"code": code, "name": name, "limits": {"seats": 5}}),
        sent(
            operator.platform_roles.create,
            {"code": code, "name": name, "permissions": ["platform.tenant.view"]},
        ),
        sent(operator.platform_users.create, {"name": "Smoke", "email": mail, "assignments": []}),
        sent(operator.platform_invitations.create, {"name": "Smoke", "email": f"asked-{mail}"}),
        sent(operator.platform_domains.create, {"tenant": business, "domain": f"{spare.slug}.example"}),
        sent(
            operator.platform_impersonations.create,
            {"tenant": business, "user": viewer.id, "reason": "Smoke"},
        ),
    ]
    found = {"ten": business} | {row.id.partition("_")[0]: row.id for row in rows}
    return listed(operator, found, platform=True)


def listed(api: Guildhall, found: dict[str, str], *, platform: bool) -> dict[str, str]:
    """``found`` and the first row of every list whose kind is not yet in it."""
    for resource in vars(api).values():
        if not isinstance(resource, Resource) or not hasattr(resource, "list"):
            continue
        if type(resource).__name__.startswith("Platform") != platform:
            continue
        row = next(iter(resource.list().data), None)
        identity = getattr(row, "id", "")
        if "_" in identity:
            found.setdefault(identity.partition("_")[0], identity)
    return found


def sent(method: Callable[..., Any], data: dict[str, Any]) -> Any:
    """What a method of the client answers to a body."""
    return method(body=body_of(method, data))


def body_of(method: Callable[..., Any], data: Any) -> Any:
    hint = typing.get_type_hints(method)["body"]
    model = next(kind for kind in (hint, *typing.get_args(hint)) if hasattr(kind, "from_dict"))
    return model.from_dict(data)


def text_file(content: bytes) -> File:
    return File(payload=io.BytesIO(content), file_name="smoke.txt", mime_type="text/plain")


def run(api: Guildhall, call: Call) -> Any:
    """Calls the client's method for an operation."""
    method = getattr(getattr(api, call.resource), call.method)
    hints = typing.get_type_hints(method)
    given = {typed(name, method): converted(value, hints.get(name)) for name, value in call.query.items()}
    if call.sends == "form":
        given["body"] = models.FilesCreateBody(file=text_file(CHUNK))
    elif call.sends == "bytes":
        given["body"] = File(payload=io.BytesIO(CHUNK))
    elif call.sends == "json":
        given["body"] = body_of(method, call.body)
    return method(*call.ids, **given)


def typed(name: str, method: Any) -> str:
    """The parameter of a query's name: `from` is `from_`."""
    return name if name in inspect.signature(method).parameters else f"{name}_"


def converted(value: Any, hint: Any) -> Any:
    kinds = {hint, *typing.get_args(hint)}
    if datetime in kinds:
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if date in kinds else value


@pytest.mark.parametrize("spare", ["python"], indirect=True)
def test_every_operation_answers_python_as_the_contract_says(spare: Site, calls: list[Call]) -> None:
    seen: list[int] = []
    wrong: list[str] = []
    refused: list[str] = []
    succeeded = 0
    with (
        signed_in(spare, "owner", attempts=1) as staff,
        signed_in(spare, "operator", attempts=1) as operator,
    ):
        for api in (staff, operator):
            api.http.event_hooks = {"response": [lambda response: seen.append(response.status_code)]}
        for call in calls:
            seen.clear()
            problem = ""
            try:
                run(operator if call.platform else staff, call)
                succeeded += 1
            except GuildhallError as error:
                refused.append(f"{call.operation} {error.code}")
                # A refusal is one of the API's own; and a list has no reason to refuse.
                told = error.request_id or call.operation.startswith(RFC_6749)
                if error.code == "unknown" or not told or call.method == "list":
                    problem = str(error)
            if call.operation.endswith(SECOND_STEP) or call.operation.startswith(RFC_6749):
                # A challenge or an application that is none is 401, and the client renews its own session before it
                # believes it.
                seen[:] = seen[-1:]
            if len(seen) != 1 or seen[0] >= 500 or seen[0] not in call.statuses or problem:
                wrong.append(f"{call.operation}: {seen} {problem}")
    assert not wrong, "\n".join(wrong)
    assert succeeded > len(calls) * 2 / 3, (
        f"only {succeeded} of {len(calls)} operations succeeded, not {refused}"
    )


@pytest.mark.parametrize("spare", ["typescript"], indirect=True)
def test_every_operation_answers_typescript_as_the_contract_says(
    spare: Site, calls: list[Call], node: Callable[..., str]
) -> None:
    node("operations.test.js", site=spare, calls=[asdict(call) for call in calls])


def test_the_client_has_the_contract_s_operations_and_no_others() -> None:
    calls = Planner({}, {}, {}).calls()
    named = {f"{call.resource}.{call.method}" for call in calls}
    found = {
        f"{name}.{method}"
        for name, resource in vars(Guildhall("http://127.0.0.1:1", tenant="nobody")).items()
        if isinstance(resource, Resource)
        for method in vars(type(resource))
        if not method.startswith("_") and not method.startswith("each")
    }
    assert found == named
    assert len(named) == len(calls)


def test_bytes_are_sent_and_come_back(client: Callable[..., Guildhall]) -> None:
    owner = client("owner")
    content = base64.b64encode(bytes(range(256)) * 40)
    upload = owner.uploads.create(
        body=models.UploadCreate(
            name="long.txt", size=len(content), sha256=hashlib.sha256(content).hexdigest()
        )
    )
    half = len(content) // 2
    for start, end in ((0, half), (half, len(content))):
        owner.uploads.update(upload.id, body=File(payload=io.BytesIO(content[start:end])), offset=start)
    file = owner.uploads.complete(upload.id)
    assert owner.files.content(file.id).payload.read() == content
