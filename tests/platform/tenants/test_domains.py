"""Own domains: claimed, proved by a TXT record (over a real socket), reported on, given up."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.core.accounts import mails
from backend.kernel import clock, tenancy
from backend.kernel.errors import ResourceNotFound
from backend.kernel.ids import encode, new_id
from backend.kernel.models import Event
from backend.kernel.permissions import Principal, Scope
from backend.kernel.tenancy import PUBLIC, TenantInfo, tenant_context
from backend.platform.tenants import dns, domain_checks, domain_services, selectors
from backend.platform.tenants.models import Domain
from backend.platform.tenants.permissions import MANAGE
from tests.platform.tenants.test_api import operator, signed_in  # noqa: F401 - fixtures


class NameServer:
    """A name server on the loopback interface that answers TXT questions from a dict."""

    def __init__(self) -> None:
        self.records: dict[str, list[str]] = {}
        self.asked: list[str] = []
        self.flags = 0x8180
        self.forge: Callable[[bytes], list[bytes]] = lambda answer: [answer]
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.address: tuple[str, int] = self._socket.getsockname()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                message, peer = self._socket.recvfrom(4096)
            except OSError:
                return
            labels, at = [], 12
            while message[at]:
                labels.append(message[at + 1 : at + 1 + message[at]].decode())
                at += 1 + message[at]
            name = ".".join(labels)
            self.asked.append(name)
            found = self.records.get(name)
            body = b""
            for text in found or []:
                data = b"".join(
                    bytes([len(part)]) + part
                    for part in (text.encode()[i : i + 255] for i in range(0, len(text), 255))
                )
                body += struct.pack(">HHHIH", 0xC00C, 16, 1, 60, len(data)) + data
            flags = self.flags | (0 if found is not None else 3)
            answer = (
                message[:2]
                + struct.pack(">HHHHH", flags, 1, len(found or []), 0, 0)
                + message[12 : at + 5]
                + body
            )
            for one in self.forge(answer):
                self._socket.sendto(one, peer)

    def close(self) -> None:
        """Stops serving."""
        self._socket.close()


@pytest.fixture
def name_server(settings: Any) -> Iterator[NameServer]:
    """The only name server that is asked."""
    server = NameServer()
    settings.TENANCY = {**settings.TENANCY, "DNS_SERVERS": (server.address,)}
    yield server
    server.close()


@pytest.fixture
def claim(operator: Any, alpha: TenantInfo) -> Callable[[str], Any]:  # noqa: F811
    """Claims a domain for alpha over HTTP."""
    return lambda domain: operator.post(
        "/platform/domains", json={"tenant": encode("ten", alpha.id), "domain": domain}
    )


def test_a_domain_is_proved_and_answers(
    operator: Any,  # noqa: F811
    claim: Callable[[str], Any],
    name_server: NameServer,
    alpha: TenantInfo,
    commits: Any,
) -> None:
    made = claim("Shop.Example.")
    assert made.status == 201, made
    body = made.json
    assert (body["domain"], body["verified_at"], body["certificate"]) == ("shop.example", None, "none")
    assert body["challenge"]["name"] == "_guildhall.shop.example"
    assert body["allowed_actions"] == ["update", "delete", "verify"]
    path = f"/platform/domains/{body['id']}"

    refused = operator.post(f"{path}/verifications")
    assert (refused.status, refused.code) == (409, "tenant_domain_unproved")
    name_server.records["_guildhall.shop.example"] = ["v=spf1 -all", "not it"]
    assert operator.post(f"{path}/verifications").code == "tenant_domain_unproved"
    tenancy.forget_tenant(None)
    assert tenancy.resolve_host("shop.example") is None

    name_server.records["_guildhall.shop.example"].append(body["challenge"]["value"])
    with commits():
        proved = operator.post(f"{path}/verifications")
    assert proved.status == 200, proved
    assert proved.json["verified_at"] is not None
    assert (proved.json["certificate"], proved.json["version"]) == ("pending", 2)
    assert tenancy.resolve_host("shop.example") == alpha
    assert name_server.asked == ["_guildhall.shop.example"] * 3
    again = operator.post(f"{path}/verifications")
    assert (again.status, again.json["version"]) == (200, 2)

    reported = operator.patch(
        path,
        json={"certificate": "issued", "certificate_expires_at": "2027-01-01T00:00:00Z", "is_primary": True},
    )
    assert reported.json["certificate"] == "issued"
    with commits():
        assert operator.delete(path).status == 204
    assert tenancy.resolve_host("shop.example") is None
    assert operator.get(path).status == 404


@pytest.mark.parametrize(
    ("domain", "status", "code"),
    [
        ("no dots", 409, "invalid"),
        ("localhost", 409, "invalid"),
        ("-a.example", 409, "invalid"),
        ("a..example", 409, "invalid"),
        ("192.0.2.1", 409, "invalid"),
        ("магазин.example", 409, "invalid"),
        ("x.example/path", 409, "invalid"),
        ("a" * 64 + ".example", 409, "invalid"),
        ("x.guildhall.localhost", 409, "tenant_domain_reserved"),
        ("guildhall.localhost", 409, "tenant_domain_reserved"),
        ("platform.guildhall.localhost", 409, "tenant_domain_reserved"),
    ],
)
def test_names_that_cannot_be_claimed(
    claim: Callable[[str], Any], domain: str, status: int, code: str
) -> None:
    answer = claim(domain)
    assert (answer.status, answer.code) == (status, code), answer
    assert not Domain.objects.exists()


def test_a_claim_without_proof_blocks_nobody(
    operator: Any,  # noqa: F811
    claim: Callable[[str], Any],
    alpha: TenantInfo,
    beta: TenantInfo,
    name_server: NameServer,
) -> None:
    first = claim("shop.example")
    assert claim("shop.example").code == "tenant_domain_taken"
    second = operator.post(
        "/platform/domains", json={"tenant": encode("ten", beta.id), "domain": "shop.example"}
    )
    assert second.status == 201, second
    assert operator.get(f"/platform/domains/{first.json['id']}").status == 404
    name_server.records["_guildhall.shop.example"] = [second.json["challenge"]["value"]]
    assert operator.post(f"/platform/domains/{second.json['id']}/verifications").status == 200
    # A proved one stays.
    assert claim("shop.example").code == "tenant_domain_taken"


def test_one_primary_domain(operator: Any, claim: Callable[[str], Any]) -> None:  # noqa: F811
    ids = [claim(f"{name}.example").json["id"] for name in ("one", "two")]
    unproved = operator.get("/platform/domains", query={"unverified": "true", "certificate": "none"})
    assert len(unproved.json["data"]) == 2
    # What is not proved leads nowhere, and has no certificate.
    for change in ({"is_primary": True}, {"certificate": "issued"}):
        refused = operator.patch(f"/platform/domains/{ids[0]}", json=change)
        assert refused.code == "tenant_domain_not_verified"
        assert refused.json["errors"][0]["pointer"] == f"/{next(iter(change))}"
    Domain.objects.filter(domain__in=["one.example", "two.example"]).update(verified_at=clock.now())
    for one in ids:
        assert operator.patch(f"/platform/domains/{one}", json={"is_primary": True}).status == 200
    shown = {row["id"]: row["is_primary"] for row in operator.get("/platform/domains").json["data"]}
    assert shown == {ids[0]: False, ids[1]: True}


def test_an_unknown_business(operator: Any) -> None:  # noqa: F811
    answer = operator.post(
        "/platform/domains", json={"tenant": "ten_01h455vb4pex5vsknk084sn02q", "domain": "shop.example"}
    )
    assert (answer.status, answer.code) == (409, "reference_not_found")


def test_rights(signed_in: Callable[..., Any], claim: Callable[[str], Any]) -> None:  # noqa: F811
    path = f"/platform/domains/{claim('shop.example').json['id']}"
    viewer = signed_in("platform.tenant.view")
    assert viewer.get(path).json["allowed_actions"] == []
    assert viewer.post(f"{path}/verifications").status == 403
    assert viewer.patch(path, json={"is_primary": True}).status == 403
    assert viewer.delete(path).status == 403


def test_answers_of_name_servers(name_server: NameServer) -> None:
    servers = [name_server.address]
    long = "x" * 600
    name_server.records["a.example"] = [long, "é"]
    assert dns.txt_records("a.example", servers) == [long, "é"]
    assert dns.txt_records("none.example", servers) == []

    name_server.flags = 0x8380
    with pytest.raises(dns.DnsFailure, match="cut short"):
        dns.txt_records("a.example", servers)
    name_server.flags = 0x8182
    with pytest.raises(dns.DnsFailure, match="code 2"):
        dns.txt_records("a.example", servers)
    name_server.flags = 0x8180
    name_server.forge = lambda answer: [
        b"\0\0" + answer[2:],
        answer[:5],
        answer,
    ]  # Strangers' answers come first.
    assert dns.txt_records("a.example", servers) == [long, "é"]
    for cut in (3, 600):
        name_server.forge = lambda answer, cut=cut: [answer[:-cut]]  # type: ignore[misc]
        with pytest.raises(dns.DnsFailure, match="malformed"):
            dns.txt_records("a.example", servers)
    name_server.forge = lambda answer: []
    with pytest.raises(dns.DnsFailure):
        dns.txt_records("a.example", servers, seconds=0.2)
    with pytest.raises(dns.DnsFailure, match="no name server"):
        dns.txt_records("a.example", [])


def primary(operator: Any, claim: Callable[[str], Any], name_server: NameServer) -> dict[str, Any]:  # noqa: F811
    """A proved domain of alpha that links lead to."""
    body = claim("shop.example").json
    name_server.records["_guildhall.shop.example"] = [body["challenge"]["value"]]
    path = f"/platform/domains/{body['id']}"
    assert operator.post(f"{path}/verifications").status == 200
    found = operator.patch(path, json={"is_primary": True})
    assert found.status == 200, found
    return dict(found.json)


def test_links_lead_to_the_primary_domain(
    operator: Any,  # noqa: F811
    claim: Callable[[str], Any],
    name_server: NameServer,
    alpha: TenantInfo,
    commits: Any,
    queries: Callable[[], Any],
) -> None:
    path = f"/platform/tenants/{encode('ten', alpha.id)}"
    assert tenancy.resolve_name("alpha").host == "alpha.guildhall.localhost"  # type: ignore[union-attr]
    with commits():
        row = primary(operator, claim, name_server)
    info = tenancy.resolve_name("alpha")
    assert info is not None
    assert (info.host, tenancy.resolve_host("shop.example")) == ("shop.example", info)
    with queries() as seen:
        for kind in ("alpha", encode("ten", alpha.id)):
            assert tenancy.resolve_name(kind) is not None
        assert tenancy.resolve_host("shop.example") == info
    assert [text for text in seen if "tenants_domain" in text] == []
    assert operator.get(path).json["host"] == "shop.example"
    with tenant_context(info):
        assert mails._link("reset-password", "x") == "https://shop.example/reset-password?token=x"
    for host in ("alpha.guildhall.localhost", "shop.example"):
        told = Client().get("/.well-known/oauth-authorization-server", headers={"Host": host}, secure=True)
        assert told.json()["issuer"] == f"https://{host}"
        assert told.json()["authorization_endpoint"] == "https://shop.example/oauth/authorize"
    with commits():
        assert operator.delete(f"/platform/domains/{row['id']}").status == 204
    assert tenancy.resolve_name("alpha").host == "alpha.guildhall.localhost"  # type: ignore[union-attr]
    assert operator.get(path).json["host"] == "alpha.guildhall.localhost"


def test_a_domain_whose_record_is_gone_lapses(
    operator: Any,  # noqa: F811
    claim: Callable[[str], Any],
    name_server: NameServer,
    alpha: TenantInfo,
    commits: Any,
) -> None:
    with commits():
        row = primary(operator, claim, name_server)
    kept = name_server.records.pop("_guildhall.shop.example")
    path, start = f"/platform/domains/{row['id']}", clock.now()

    def day(number: int) -> int:
        with commits(), clock.use(lambda: start + timedelta(days=number)):
            return domain_checks.check_domains() + domain_checks.check_domains()

    for number in range(1, domain_checks.DAYS):
        assert day(number) == 0
    shown = operator.get(path).json
    assert (shown["failed_checks"], shown["version"]) == (domain_checks.DAYS - 1, row["version"])
    assert tenancy.resolve_host("shop.example") is not None, "it has time"
    # A name server that answers nobody takes no domain.
    name_server.flags = 0x8184
    assert day(domain_checks.DAYS) == 0
    name_server.flags = 0x8180
    # Found again, it begins anew.
    name_server.records["_guildhall.shop.example"] = kept
    day(domain_checks.DAYS + 1)
    assert operator.get(path).json["failed_checks"] == 0
    del name_server.records["_guildhall.shop.example"]
    lapsed = [day(10 + number) for number in range(domain_checks.DAYS)]
    assert lapsed == [0] * (domain_checks.DAYS - 1) + [1]
    assert tenancy.resolve_host("shop.example") is None
    shown = operator.get(path).json
    assert (shown["verified_at"], shown["certificate"], shown["is_primary"]) == (None, "none", True)
    assert tenancy.resolve_name("alpha").host == "alpha.guildhall.localhost"  # type: ignore[union-attr]
    with tenant_context(alpha):
        said = Event.objects.filter(type="tenant.domain_lapsed").get()
    assert said.payload["name"] == "shop.example"
    # Proved again, it is the primary one again.
    name_server.records["_guildhall.shop.example"] = kept
    with commits():
        assert operator.post(f"{path}/verifications").status == 200
    assert tenancy.resolve_name("alpha").host == "shop.example"  # type: ignore[union-attr]


def test_changes_of_a_domain_that_is_being_deleted(
    make_tenant: Callable[..., TenantInfo], run_parallel: Callable[..., list[Any]], monkeypatch: Any
) -> None:
    """Both have found the domain before either holds its business's lock: one deletes it, the other is told."""
    tenant = make_tenant()
    found = threading.Barrier(2)
    locked = selectors.locked_tenant

    def lock_together(tenant_id: Any) -> Any:
        found.wait(30)
        return locked(tenant_id)

    monkeypatch.setattr(selectors, "locked_tenant", lock_together)
    with tenant_context(PUBLIC):
        boss = Principal(
            kind="operator",
            user_id=new_id(),
            tenant_id=None,
            schema=PUBLIC.schema,
            grants={MANAGE.code: Scope(everything=True)},
        )
        for other in ("delete", "update"):
            domain = Domain.objects.create(tenant_id=tenant.id, domain=f"{other}.example")

            def change(number: int, other: str = other, domain: Domain = domain) -> None:
                if number == 0 or other == "delete":
                    domain_services.delete_domain(principal=boss, id=domain.pk)
                else:
                    domain_services.update_domain(
                        principal=boss, id=domain.pk, certificate_expires_at=clock.now()
                    )

            outcomes = run_parallel(change, 2, return_exceptions=True)
            assert not Domain.objects.filter(pk=domain.pk).exists()
            # The update may have come first; two deletions never both succeed.
            failed = [type(one) for one in outcomes if one is not None]
            assert failed == [ResourceNotFound] or (other == "update" and failed == []), outcomes
