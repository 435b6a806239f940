"""Identity documents: sealed at rest, masked when shown, opened on record, sealed anew under a new key."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from backend.business.customers.models import Customer
from backend.core.accounts import facade as accounts
from backend.core.accounts.models import User
from backend.core.accounts.types import RoleSpec
from backend.core.audit.models import AuditEntry
from backend.kernel import crypto, sealing, tenancy
from backend.kernel.ids import decode
from tests.core.test_accounts_api import person

ROOT = Path(__file__).resolve().parents[3]
PASSPORT = {"kind": "passport", "country": "UZ", "number": "aa 1234567", "valid_until": "2030-01-31"}
KEYS = {name: base64.b64encode(bytes([index]) * 32).decode() for index, name in enumerate(("old", "new"))}


@pytest.fixture
def staff(api: Any, tenant: Any) -> Any:
    roles = accounts.seed_roles(
        [
            RoleSpec("owner", {"en": "Owner"}, ("*",)),
            RoleSpec("clerk", {"en": "Clerk"}, ("customers.customer.*",)),
        ]
    )

    def make(code: str) -> Any:
        return api.signed_in(accounts.issue_session_for(person(roles[code]).id).access_token)

    return make


def customer(client: Any) -> str:
    made = client.post("/customers", json={"name": "Aziza"})
    assert made.status == 201, made
    return made.json["id"]


def test_a_number_is_sealed_masked_and_opened_on_record(staff: Any) -> None:
    owner, clerk = staff("owner"), staff("clerk")
    key = customer(clerk)
    kept = clerk.put(f"/customers/{key}/identity", json=PASSPORT)
    assert kept.status == 200, kept
    assert kept.json["identity"]["number"] == "•••• 4567"
    row = Customer.objects.get(pk=decode("cus", key))
    assert "1234567" not in json.dumps(row.identity)
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(t::text, ' ') FROM audit_entry AS t")
        assert "1234567" not in cursor.fetchone()[0]
    refused = clerk.post(f"/customers/{key}/identity/reveal")
    assert (refused.status, refused.code) == (403, "permission_denied")
    looks = AuditEntry.objects.filter(action="data.viewed", row_id=row.pk)
    assert looks.count() == 0
    shown = owner.post(f"/customers/{key}/identity/reveal")
    assert (shown.status, shown.json["number"]) == (200, "AA1234567")
    assert looks.count() == 1
    assert clerk.delete(f"/customers/{key}/identity").status == 204
    assert clerk.get(f"/customers/{key}").json["identity"] is None
    assert owner.post(f"/customers/{key}/identity/reveal").status == 404


def test_a_sealed_number_moved_to_another_customer_does_not_open(staff: Any) -> None:
    owner = staff("owner")
    one, other = customer(owner), customer(owner)
    owner.put(f"/customers/{one}/identity", json=PASSPORT)
    stolen = Customer.objects.get(pk=decode("cus", one)).identity
    Customer.objects.filter(pk=decode("cus", other)).update(identity=stolen)
    assert owner.post(f"/customers/{other}/identity/reveal").code == "identity_unreadable"


def test_a_new_key_takes_over_everything(staff: Any, settings: Any) -> None:
    settings.ENCRYPTION_KEYS = {"old": KEYS["old"]}
    owner = staff("owner")
    keys = [customer(owner) for _ in range(3)]
    for key in keys:
        owner.put(f"/customers/{key}/identity", json=PASSPORT)
    user = person()
    place = f"accounts_user.second_factors:{user.id}"
    User.objects.filter(pk=user.id).update(
        second_factors={"totp": {"secret": crypto.encrypt(b"JBSWY3DP", context=place), "confirmed": True}}
    )
    settings.ENCRYPTION_KEYS = {"new": KEYS["new"], "old": KEYS["old"]}
    first = sealing.renew()
    assert (first.renewed, first.lost, dict(first.keys)) == (4, 0, {"new": 4})
    again = sealing.renew()
    assert (again.renewed, dict(again.keys)) == (0, {"new": 4})
    settings.ENCRYPTION_KEYS = {"new": KEYS["new"]}
    for key in keys:
        assert owner.post(f"/customers/{key}/identity/reveal").json["number"] == "AA1234567"
    kept = User.objects.get(pk=user.id).second_factors["totp"]
    assert crypto.decrypt(kept["secret"], context=place) == b"JBSWY3DP"
    settings.ENCRYPTION_KEYS = {"another": KEYS["old"]}
    assert sealing.renew().lost == 4


def test_a_rotation_that_is_killed_goes_on(live_tenant: Any, settings: Any, tmp_path: Path) -> None:
    settings.ENCRYPTION_KEYS = {"old": KEYS["old"]}
    from backend.business.customers import identities
    from backend.business.customers.facade import create_customer
    from backend.kernel.permissions import system_principal

    with tenancy.tenant_context(live_tenant):
        system = system_principal(live_tenant.id, live_tenant.schema)
        rows = []
        for index in range(30):
            row = create_customer(principal=system, name=f"C{index}", force=True)
            identities.set_identity(
                principal=system, customer_id=row.pk, kind="passport", number=f"AB{index:07}", country="UZ"
            )
            rows.append(row.pk)
    code = (
        "import os, signal\n"
        "import django\n"
        "django.setup()\n"
        "from backend.kernel import sealing, tenancy\n"
        "from backend.kernel.tenancy.directory import resolve_id\n"
        "import uuid\n"
        "write, count = sealing._replace, 0\n"
        "def once(*given):\n"
        "    global count\n"
        "    count += 1\n"
        "    if count == 11:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return write(*given)\n"
        "sealing._replace = once\n"
        f"with tenancy.tenant_context(resolve_id(uuid.UUID({str(live_tenant.id)!r}))):\n"
        "    sealing.renew()\n"
    )
    listed = ",".join(f"{name}:{KEYS[name]}" for name in ("new", "old"))
    from django.conf import settings as real

    database = real.DATABASES["default"]["NAME"]
    url = os.environ["DATABASE_URL"].rpartition("/")
    environment = {
        **os.environ,
        "GUILDHALL_ENCRYPTION_KEYS": listed,
        "DATABASE_URL": f"{url[0]}/{database}" + (f"?{url[2].partition('?')[2]}" if "?" in url[2] else ""),
        "DJANGO_SETTINGS_MODULE": "backend.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGKILL, done.stderr[-2000:]
    settings.ENCRYPTION_KEYS = {"new": KEYS["new"], "old": KEYS["old"]}

    def by_key() -> dict[str, int]:
        counts = {"old": 0, "new": 0}
        for found in Customer.objects.values_list("identity", flat=True):
            counts[crypto.key_of(found["number"])] += 1
        return counts

    with tenancy.tenant_context(live_tenant):
        assert by_key() == {"old": 20, "new": 10}
    call_command("rotate_encryption", tenant=live_tenant.slug, stdout=open(os.devnull, "w"))  # noqa: SIM115
    with tenancy.tenant_context(live_tenant):
        assert by_key() == {"old": 0, "new": 30}
        shown = identities.opened(rows[7], Customer.objects.get(pk=rows[7]).identity)
    assert shown is not None
    assert shown["number"] == "AB0000007"
