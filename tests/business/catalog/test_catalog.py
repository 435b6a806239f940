"""The catalogue: services, products with variants, vocabularies, language pairs."""

from __future__ import annotations

from typing import Any

import pytest

from backend.business.catalog import facade as catalog
from backend.business.catalog.models import Product, Term
from backend.business.catalog.types import TermKind
from backend.business.ledger import facade as ledger
from backend.kernel.ids import encode, new_id
from tests.business.organizations.people import Centre, sign_in


@pytest.fixture
def editor(api: Any, centre: Centre) -> Any:
    return sign_in(api, "catalog.*")


COLOURS = [
    {
        "code": "colour",
        "kind": "choice",
        "name": {"en": "Colour", "ru": "Цвет"},
        "required": True,
        "values": [{"code": "red", "name": {"en": "Red"}}, {"code": "blue", "name": {"en": "Blue"}}],
    },
    {"code": "text", "kind": "text", "name": {"en": "Text"}, "max_length": 10},
]


def test_a_service_is_added_changed_and_deleted(editor: Any, event_types: Any) -> None:
    """Localized for readers, whole for editors; each step tells its event."""
    made = editor.post(
        "/services",
        json={
            "code": "notary",
            "kind": "notarization",
            "name": {"en": "Notarization", "ru": "Нотариальное заверение"},
            "unit": "document",
            "required_inputs": ["document_type"],
            "option_schema": COLOURS,
            "tax_class": "standard",
        },
    )
    assert made.status == 201, made
    path = f"/services/{made.json['id']}"
    russian = editor.get(path, headers={"Accept-Language": "ru"}).json
    assert russian["name"] == "Нотариальное заверение"
    assert russian["option_schema"][0]["name"] == "Цвет"
    assert russian["option_schema"][0]["values"][1] == {"code": "blue", "name": "Blue"}
    whole = editor.get(path, query={"locale": "all"}).json
    assert whole["name"] == {"en": "Notarization", "ru": "Нотариальное заверение"}
    assert whole["option_schema"][0]["name"] == {"en": "Colour", "ru": "Цвет"}
    changed = editor.patch(path, json={"unit": "page", "active": False})
    assert (changed.json["unit"], changed.json["version"]) == ("page", 2)
    assert editor.patch(path, json={"unit": "page"}).json["version"] == 2
    assert editor.delete(path).status == 204
    assert editor.get(path).status == 404
    assert event_types("service.") == ["service.created", "service.updated", "service.deleted"]


@pytest.mark.parametrize("path", ["/services", "/products"])
def test_sales_earn_on_accounts_that_can_earn(editor: Any, api: Any, centre: Centre, path: str) -> None:
    """The account is looked for when it is named, and when what earns on it is sold again."""
    if ledger.find_book() is None:
        ledger.open_book(name="Alpha", currency="UZS")
    accountant = sign_in(api, "ledger.*")

    def account(code: str, role: str, side: str, **more: Any) -> str:
        made = accountant.post(
            "/ledger-accounts", json={"code": code, "name": code, "role": role, "side": side, **more}
        )
        assert made.status == 201, made
        return f"/ledger-accounts/{made.json['id']}"

    account("4801", "in_operational", "credit", heading=True)
    account("2801", "lia_cl_def_rev", "credit")
    spare = account("4802", "in_operational", "credit")
    closed = account("4803", "in_operational", "credit")
    assert accountant.patch(closed, json={"active": False}).status == 200
    body = {
        "/services": {"code": "w", "kind": "notarization", "name": {"en": "W"}, "unit": "document"},
        "/products": {"sku": "w", "name": {"en": "W"}},
    }[path]
    refusals = {
        "9999": "reference_not_found",
        "4801": "ledger_account_is_heading",
        "4803": "ledger_account_not_usable",
        ledger.CASH: "ledger_account_earns_nothing",
        ledger.DISCOUNTS: "ledger_account_earns_nothing",
        ledger.CUSTOMER_ADVANCES: "ledger_account_earns_nothing",
    }
    made = editor.post(path, json={**body, "revenue_account": ledger.REVENUE_SERVICES})
    assert made.status == 201, made
    row = f"{path}/{made.json['id']}"
    other = {**body, "code" if path == "/services" else "sku": "w2"}
    for code, refusal in refusals.items():
        for reply in (
            editor.post(path, json={**other, "revenue_account": code}),
            editor.patch(row, json={"revenue_account": code}),
        ):
            assert (reply.status, reply.code) == (409, refusal), (code, reply)
            assert reply.json["errors"][0]["pointer"] == "/revenue_account"
    assert editor.get(row).json["revenue_account"] == ledger.REVENUE_SERVICES
    for code in ("2801", "4802", None, "4802"):
        assert editor.patch(row, json={"revenue_account": code}).json["revenue_account"] == code
    # What is not sold keeps no account in use; nor is it sold again on one that was closed meanwhile.
    assert accountant.patch(spare, json={"active": False}).code == "ledger_account_referenced"
    assert editor.patch(row, json={"active": False}).status == 200
    assert accountant.patch(spare, json={"active": False}).status == 200
    again = editor.patch(row, json={"active": True})
    assert (again.status, again.code) == (409, "ledger_account_not_usable")
    assert again.json["errors"][0]["pointer"] == "/active"
    assert editor.patch(row, json={"active": True, "revenue_account": None}).status == 200


def test_a_products_events_hold_before_and_after(editor: Any, centre: Centre) -> None:
    """Only what changed; long texts are named, not carried."""
    from django.db import connection

    made = editor.post(
        "/products", json={"sku": "MUG", "name": {"en": "Mug"}, "description": {"en": "x" * 2000}}
    ).json
    editor.patch(
        f"/products/{made['id']}", json={"name": {"en": "Big mug"}, "description": {"en": "y" * 2000}}
    )
    editor.delete(f"/products/{made['id']}")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT type, payload, object_version FROM kernel_event WHERE type LIKE 'product.%%' ORDER BY seq",
            [],
        )
        import json

        rows = [
            (kind, json.loads(data) if isinstance(data, str) else data, version)
            for kind, data, version in cursor.fetchall()
        ]
    assert [(kind, version) for kind, _, version in rows] == [
        ("product.created", 1),
        ("product.updated", 2),
        ("product.deleted", 3),
    ]
    assert rows[0][1]["after"]["name"] == {"en": "Mug"}
    assert rows[1][1] == {
        "product": made["id"],
        "sku": "MUG",
        "changed": ["description", "name"],
        "before": {"name": {"en": "Mug"}},
        "after": {"name": {"en": "Big mug"}},
    }
    assert rows[2][1]["before"]["name"] == {"en": "Big mug"}


def test_the_longest_product_still_fits_an_event(editor: Any) -> None:
    """Every field at its limit, in four bytes a character: the change is kept and told."""
    wide = "𝔘"
    languages = ("en", "ru", "uz", "fa", "uk")
    made = editor.post(
        "/products",
        json={
            "sku": "X" * 60,
            "name": dict.fromkeys(languages, wide * 200),
            "description": dict.fromkeys(languages, wide * 2000),
            "attributes": {f"k{index}": wide * 500 for index in range(50)},
        },
    )
    assert made.status == 201, made.code
    changed = editor.patch(f"/products/{made.json['id']}", json={"name": dict.fromkeys(languages, "𝔙" * 200)})
    assert changed.status == 200
    assert editor.delete(f"/products/{made.json['id']}").status == 204


def test_stock_numbers_and_barcodes_are_the_businesss_own(editor: Any, centre: Centre) -> None:
    """One number for one thing, product or variant."""
    for body in ({"sku": "FOLDER"}, {"sku": "FOLDER-RED"}):
        reply = editor.post("/products", json={**body, "name": {"en": "X"}})
        assert (reply.status, reply.code) == (409, "sku_taken")
    first = editor.post("/products", json={"sku": "A", "name": {"en": "A"}, "barcode": "4780000000014"})
    assert first.status == 201
    variant = {"product": centre.product("FOLDER"), "sku": "FOLDER-BLUE", "options": {"colour": "blue"}}
    assert editor.post("/variants", json={**variant, "barcode": "4780000000014"}).code == "barcode_taken"
    assert editor.post("/variants", json={**variant, "sku": "A"}).code == "sku_taken"
    good = editor.post("/variants", json={**variant, "barcode": "4780000000021"})
    assert good.status == 201, good
    path = f"/variants/{good.json['id']}"
    assert editor.patch(path, json={"barcode": "4780000000014"}).code == "barcode_taken"
    assert editor.patch(path, json={"barcode": "4780000000021", "sku": "FOLDER-B"}).status == 200
    product = editor.get(f"/products/{centre.product('FOLDER')}").json
    assert [one["sku"] for one in product["variants"]] == ["FOLDER-RED", "FOLDER-B"]


def test_a_variant_answers_its_products_options(editor: Any, centre: Centre) -> None:
    """Unknown options and values are refused, on the variant's side and on the schema's."""
    product = centre.product("FOLDER")
    for options in ({"size": "XL"}, {"colour": "green"}):
        reply = editor.post("/variants", json={"product": product, "sku": "F", "options": options})
        assert reply.code == "variant_options_invalid"
    without_red = [{**COLOURS[0], "values": [{"code": "blue", "name": {"en": "Blue"}}]}]
    assert (
        editor.patch(f"/products/{product}", json={"option_schema": without_red}).code
        == "variant_options_invalid"
    )
    unknown = editor.post("/variants", json={"product": encode("prd", new_id()), "sku": "F", "options": {}})
    assert (unknown.code, unknown.json["errors"][0]["pointer"]) == ("reference_not_found", "/product")


@pytest.mark.parametrize(
    "schema",
    [
        [COLOURS[0], COLOURS[0]],
        [{**COLOURS[0], "values": []}],
        [{**COLOURS[1], "values": COLOURS[0]["values"]}],
        [{**COLOURS[0], "values": [{"code": "a", "name": {"en": "A"}}] * 2}],
        [{**COLOURS[0], "max_length": 5}],
    ],
)
def test_options_that_make_no_sense_are_refused(editor: Any, schema: Any) -> None:
    """Repeated codes, a choice of nothing, a text with values, a choice with a length."""
    reply = editor.post("/products", json={"sku": "F", "name": {"en": "F"}, "option_schema": schema})
    assert (reply.status, reply.code) == (409, "option_schema_invalid")


def test_what_is_in_use_is_switched_off_and_not_deleted(editor: Any, centre: Centre) -> None:
    """A price names the service, a product the category, a category its parent, a pair the language."""
    assert editor.delete(f"/services/{centre.service('translation')}").code == "catalog_entry_in_use"
    categories = {one["code"]: one["id"] for one in editor.get("/categories").json["data"]}
    assert editor.delete(f"/categories/{categories['folders']}").code == "catalog_entry_in_use"
    assert editor.delete(f"/categories/{categories['paper']}").code == "catalog_entry_in_use"
    languages = {one["code"]: one["id"] for one in editor.get("/languages").json["data"]}
    assert editor.delete(f"/languages/{languages['en']}").code == "catalog_entry_in_use"
    assert editor.delete(f"/languages/{languages['de']}").status == 204
    assert editor.delete(f"/products/{centre.product('FOLDER')}").status == 204
    assert not Product.objects.filter(sku="FOLDER").exists()


def test_categories_are_a_tree_without_circles(editor: Any, centre: Centre) -> None:
    """At most eight deep."""
    ids = {one["code"]: one["id"] for one in editor.get("/categories").json["data"]}
    circle = editor.patch(f"/categories/{ids['paper']}", json={"parent": ids["folders"]})
    assert circle.code == "category_cycle"
    parent = ids["folders"]
    for depth in range(3, 9):
        reply = editor.post("/categories", json={"code": f"d{depth}", "name": {"en": "D"}, "parent": parent})
        parent = reply.json["id"]
    deep = editor.post("/categories", json={"code": "d9", "name": {"en": "D"}, "parent": parent})
    assert deep.code == "category_too_deep"
    language = editor.get("/languages").json["data"][0]["id"]
    wrong = editor.post("/categories", json={"code": "x", "name": {"en": "D"}, "parent": language})
    assert (wrong.code, wrong.json["errors"][0]["pointer"]) == ("reference_not_found", "/parent")


def test_the_vocabularies_are_kept_apart(editor: Any, centre: Centre) -> None:
    """A code may be in two of them; an id of one is not there in another."""
    passport = editor.get("/document-types").json["data"][0]
    assert passport["code"] == "passport"
    assert editor.get(f"/languages/{passport['id']}").status == 404
    assert editor.patch(f"/languages/{passport['id']}", json={"sort": 1}).status == 404
    assert editor.delete(f"/categories/{passport['id']}").status == 404
    assert editor.post("/document-types", json={"code": "en", "name": {"en": "Entry"}}).status == 201
    assert editor.post("/languages", json={"code": "en", "name": {"en": "E"}}).code == "catalog_code_taken"
    renamed = editor.patch(f"/document-types/{passport['id']}", json={"name": {"fa": "گذرنامه"}})
    assert (
        editor.get(f"/document-types/{passport['id']}", headers={"Accept-Language": "fa"}).json["name"]
        == renamed.json["name"]
        == "گذرنامه"
    )


def test_language_pairs(editor: Any, centre: Centre) -> None:
    """Two known languages, each direction once."""
    for body, code in (
        ({"source": "en", "target": "uz"}, "language_pair_exists"),
        ({"source": "en", "target": "en"}, "language_pair_same"),
        ({"source": "en", "target": "xx"}, "language_unknown"),
    ):
        assert editor.post("/language-pairs", json=body).code == code
    made = editor.post("/language-pairs", json={"source": "uz", "target": "en"})
    assert made.status == 201
    path = f"/language-pairs/{made.json['id']}"
    assert editor.patch(path, json={"active": False}).json["active"] is False
    assert editor.patch(path, json={"source": "ru"}).status == 400
    assert editor.delete(path).status == 204


def test_customers_see_what_is_on_offer(api: Any, editor: Any, centre: Centre) -> None:
    """What is switched off is not there for them, and cannot be priced by them."""
    editor.patch(f"/services/{centre.service('apostille')}", json={"active": False})
    red = centre.variant("FOLDER-RED")
    editor.patch(f"/variants/{red}", json={"active": False})
    customer = centre.customer()
    portal = sign_in(api, "catalog.*.view", "pricing.quote.create", customer=customer.pk, kind="customer")
    codes = {one["code"] for one in portal.get("/services").json["data"]}
    assert "apostille" not in codes
    assert "translation" in codes
    assert portal.get(f"/products/{centre.product('FOLDER')}").json["variants"] == []
    assert portal.post("/services", json={}).status == 403
    hidden = portal.post("/quotes", json={"lines": [{"service": centre.service("apostille")}]})
    assert hidden.code == "reference_not_found"
    clerk = sign_in(api, "pricing.quote.create")
    told = clerk.post("/quotes", json={"lines": [{"service": centre.service("apostille")}]})
    assert told.json["errors"][0]["code"] == "item_inactive"


def test_rights(api: Any, centre: Centre) -> None:
    """Every list needs its right, every change the greater one."""
    for path, domain in (
        ("/services", "service"),
        ("/products", "product"),
        ("/variants", "product"),
        ("/categories", "term"),
        ("/languages", "term"),
        ("/document-types", "term"),
        ("/language-pairs", "term"),
    ):
        assert api.get(path).status == 401
        reader = sign_in(api, f"catalog.{domain}.view")
        assert reader.get(path).status == 200
        assert reader.post(path, json={}).status == 403
        row = reader.get(path).json["data"][0]
        assert row["allowed_actions"] == []
        assert reader.patch(f"{path}/{row['id']}", json={}).status == 403
        assert reader.delete(f"{path}/{row['id']}").status == 403
        assert sign_in(api, "customers.*").get(path).status == 403


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/services", {"code": "X Y", "kind": "other", "name": {"en": "X"}, "unit": "page"}),
        ("/services", {"code": "x", "kind": "magic", "name": {"en": "X"}, "unit": "page"}),
        ("/services", {"code": "x", "kind": "other", "name": {"en": "X"}, "unit": "furlong"}),
        ("/services", {"code": "x", "kind": "other", "name": {"en": ""}, "unit": "page"}),
        ("/products", {"sku": "", "name": {"en": "X"}}),
        ("/products", {"sku": "X", "name": {"en": "X"}, "attributes": {"weight": 5}}),
        ("/products", {"sku": "X", "name": {"en": "X"}, "category": "ter_x"}),
        ("/products", {"sku": "X", "name": {"en": "X"}, "option_schema": [{}]}),
        ("/languages", {"code": "English", "name": {"en": "X"}}),
        ("/categories", {"code": "x", "name": None}),
    ],
)
def test_what_breaks_the_schema_is_400(editor: Any, path: str, body: dict[str, Any]) -> None:
    """Never a 500."""
    assert editor.post(path, json=body).status == 400


def test_lists_are_searched_filtered_and_cost_the_same(editor: Any, centre: Centre, queries: Any) -> None:
    """The number of statements does not grow with the rows."""
    assert [one["code"] for one in editor.get("/services", query={"q": "ПЕРЕВОД"}).json["data"]] == [
        "translation"
    ]
    assert len(editor.get("/services", query={"kind": "apostille,certification"}).json["data"]) == 2
    with queries() as few:
        editor.get("/products")
    for index in range(20):
        editor.post("/products", json={"sku": f"P{index}", "name": {"en": f"Pen {index}"}})
    with queries() as many:
        assert len(editor.get("/products").json["data"]) == 21
    assert len(many) == len(few)
    assert [one["sku"] for one in editor.get("/products", query={"q": "pen 13"}).json["data"]] == ["P13"]
    category = encode("ter", centre.codes["category"]["folders"])
    assert len(editor.get("/products", query={"category": category}).json["data"]) == 1


def test_seeding_twice_changes_nothing(centre: Centre) -> None:
    """A pack may be applied again."""
    before = (catalog.item_ids_by_code(), Term.objects.count())
    Centre()
    assert (catalog.item_ids_by_code(), Term.objects.count()) == before
    assert catalog.known_terms([(TermKind.LANGUAGE, "en"), (TermKind.LANGUAGE, "xx")]) == {
        (TermKind.LANGUAGE, "en")
    }


def test_eight_at_once_make_one_product(live_tenant: Any, live_api: Any, run_parallel: Any) -> None:
    """The stock number is locked; the others are told that it is taken."""
    editor = sign_in(live_api, "catalog.*")
    body = {"sku": "ONE", "name": {"en": "One"}}
    statuses = run_parallel(lambda _: editor.post("/products", json=body).status, 8)
    assert sorted(statuses) == [201, *[409] * 7]
