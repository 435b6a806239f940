"""Bodies that differ where rows must: by a code, a name, a day."""

from __future__ import annotations

from typing import Any

#: The fields that tell rows apart, as one letter more.
FIELDS = ("code", "sku", "email", "domain", "slug")
#: Those of the centre's languages that its pack does not have.
PAIRS = (
    *("en-tr", "en-ko", "ru-de", "ru-tr", "ru-ko", "tr-de", "de-tr", "ko-tr", "tr-ko", "ko-de", "de-ko"),
    *("de-en", "de-ru", "tr-en", "tr-ru", "ko-en", "ko-ru", "uz-ko"),
)


def apart(stem: str, body: Any, index: int) -> Any:
    """The body of a new row of a resource, unlike those of other indexes (0 to 80; of PAIRS).

    Sign-ins and what is no object stay as they are.
    """
    if not isinstance(body, dict) or ("password" in body and "name" not in body):
        return body
    mark = f"{chr(98 + index % 20)}{chr(98 + index // 20)}"
    made = {**body, **{name: f"{mark}{body[name]}" for name in FIELDS if name in body}}
    if "contacts" in made:
        made["contacts"] = []
    if stem == "customers":
        made["name"] = f"{made['name']} {mark}"
    if stem == "languages":
        made["code"] = mark
    if stem == "language_pairs":
        made["source"], made["target"] = PAIRS[index % len(PAIRS)].split("-")
    if stem == "tax_rates":
        made["tax_class"] = f"class{index}"
    if stem == "price_rules":
        made["rank"] = index
    if stem == "loyalty_rules":
        made["customer_class"] = f"class{index}"
    if stem == "holidays":
        made["day"] = f"20{31 + index // 20}-01-{10 + index % 20:02}"
    if stem == "ledger_accounts":
        made["code"] = str(6910 + index)
    return made
