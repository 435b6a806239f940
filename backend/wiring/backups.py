"""What merging a backup means for each table of a business: the one list, which a new table has to join.

`backups.Choice` says what can be chosen. The reasons why a table is left alone:

- access: nobody gets in by a merge. Users, roles, keys and what belongs to them are given anew by who may.
- log: the audit log, its requests and alerts are only added to by what happens, and chained by hashes.
- work: what was sent or done is not sent or done twice: events, their handling, deliveries, mails, keys of requests.
- secrets: an endpoint holds secrets, and would send data to where somebody may have stopped sending it on purpose.
- structure: accounts, units and the book itself stand in trees and numbers of the library; use a replacement.
- derived: the database makes it of other rows.
- unused: tables of the library that nothing here writes.
"""

from __future__ import annotations

from backend.business.ledger.facade import settle_balances
from backend.platform.backups import facade as backups
from backend.platform.backups.facade import Choice, Ref

# The books may be closed since, or an account may take nothing any more: the database would refuse such an entry.
_CLOSED = """
EXISTS (SELECT FROM {live}.django_ledger_ledgermodel l
    JOIN {live}.django_ledger_entitymodel e ON e.uuid = l.entity_id
    WHERE l.uuid = lost.ledger_id AND (l.locked OR NOT l.posted
        OR (lost."timestamp" AT TIME ZONE coalesce(e.meta ->> 'timezone', 'UTC'))::date <= e.last_closing_date))
"""
# Legs of a posted entry arrive together, or the entry finds all of its own there.
_BROKEN = """
EXISTS (SELECT FROM {live}.django_ledger_transactionmodel t WHERE t.journal_entry_id = lost.uuid)
AND EXISTS (SELECT FROM {staging}.django_ledger_transactionmodel t WHERE t.journal_entry_id = lost.uuid
    AND NOT EXISTS (SELECT FROM {live}.django_ledger_transactionmodel x WHERE x.uuid = t.uuid))
"""
_ACCOUNT = """
EXISTS (SELECT FROM {live}.django_ledger_accountmodel a WHERE a.uuid = lost.account_id AND (a.locked OR NOT a.active))
"""
# What is settled already cannot be settled again by what comes back: neither a payment nor a receivable gets more.
_OVERPAID = """
EXISTS (SELECT FROM {{live}}.{parent} p WHERE p.id = lost.{column} AND p.amount < (
    SELECT sum(a.amount) FROM (
        SELECT amount FROM {{live}}.payments_allocation a
            WHERE a.{column} = lost.{column} AND a.state IN ('planned', 'applied')
        UNION ALL
        SELECT amount FROM {{staging}}.payments_allocation k
            WHERE k.{column} = lost.{column} AND k.state IN ('planned', 'applied')
            AND NOT EXISTS (SELECT FROM {{live}}.payments_allocation x WHERE x.id = k.id)
    ) a))
"""
_POSTED = """
EXISTS (SELECT FROM {live}.ledger_posting p WHERE p.subject_type = 'order' AND p.subject_id = lost.id
    AND NOT EXISTS (SELECT FROM {staging}.ledger_posting k WHERE k.entry_id = p.entry_id))
"""
# Two customers became one since: what names the other would be nobody's.
_JOINED = {
    "customer_merged": (
        "EXISTS (SELECT FROM {live}.customers_customer c"
        " WHERE c.id = lost.customer_id AND c.merged_into_id IS NOT NULL)"
    )
}
_ORDER = ("subject_type", "order")
_SUBJECTS = (
    Ref("subject_id", "orders_order", _ORDER, needed=False),
    Ref("subject_id", "payments_payment", ("subject_type", "payment"), needed=False),
)


def _never(why: str, *tables: str) -> dict[str, Choice]:
    return dict.fromkeys(tables, Choice("never", why))


LEFT_ALONE: dict[str, Choice] = {
    **_never(
        "access",
        "accounts_api_key",
        "accounts_assignment",
        "accounts_identity",
        "accounts_invitation",
        "accounts_oauth_application",
        "accounts_oauth_grant",
        "accounts_policy",
        "accounts_role",
        "accounts_scope_set",
        "accounts_session",
        "accounts_user",
    ),
    **_never("log", "audit_access", "audit_alert", "audit_entry"),
    **_never(
        "work",
        "accounts_mail",
        "kernel_event",
        "kernel_eventhandling",
        "kernel_idempotencykey",
        "webhooks_webhookdelivery",
    ),
    **_never("secrets", "webhooks_webhookendpoint"),
    **_never(
        "structure",
        "django_ledger_accountmodel",
        "django_ledger_chartofaccountmodel",
        "django_ledger_entitymodel",
        "django_ledger_entityunitmodel",
        "django_ledger_ledgermodel",
        "django_migrations",
    ),
    **_never("derived", "ledger_balance"),
    **_never(
        "unused",
        *(
            f"django_ledger_{name}model"
            for name in (
                "bankaccount",
                "bill",
                "closingentry",
                "closingentrytransaction",
                "customer",
                "entitymanagement",
                "estimate",
                "importjob",
                "invoice",
                "item",
                "itemtransaction",
                "purchaseorder",
                "receipt",
                "stagedtransaction",
                "unitofmeasure",
                "vendor",
            )
        ),
    ),
}

NUMBERS: dict[str, Choice] = {
    "kernel_sequence": Choice("highest", number="value", label="name"),
    "django_ledger_entitystatemodel": Choice("highest", number="sequence", label="key"),
}
"""Numbers that came back with rows are not given again."""

OFFER: dict[str, Choice] = {
    "catalog_languagepair": Choice(overwrite=True),
    # Their pictures are files of their own, which a changed row of the backup may name in vain.
    "catalog_product": Choice(label="sku"),
    "catalog_variant": Choice(label="sku"),
    "catalog_service": Choice(overwrite=True, label="code"),
    "catalog_term": Choice(overwrite=True, label="code"),
    "loyalty_promotion": Choice(overwrite=True, label="code"),
    "loyalty_rule": Choice(overwrite=True, label="code"),
    "organizations_branch": Choice(overwrite=True, label="code"),
    # There is one at most: where another stands, the lost one has been replaced.
    "organizations_organization": Choice(
        overwrite=True, obstacles={"replaced": "EXISTS (SELECT FROM {live}.organizations_organization)"}
    ),
    "payments_paymentmethod": Choice(overwrite=True, label="code"),
    "scheduling_holiday": Choice(overwrite=True, label="day"),
    # What has versions keeps them: prices and documents of old must stay what they were.
    "orders_workflow": Choice(label="code"),
    "pricing_pricerule": Choice(label="component"),
    "pricing_taxrate": Choice(label="code"),
    "privacy_document": Choice(label="code"),
}

WORK: dict[str, Choice] = {
    "customers_customer": Choice(),
    "files_file": Choice(
        only="lost.state = 'ready'",
        obstacles=_JOINED,
        refs=(
            Ref("customer_id", "customers_customer"),
            Ref("branch_id", "organizations_branch"),
            Ref("subject_id", "orders_order", _ORDER),
            Ref("subject_id", "orders_line", ("subject_type", "order_line")),
            Ref("subject_id", "orders_note", ("subject_type", "note")),
            Ref("subject_id", "payments_payment", ("subject_type", "payment")),
            Ref("subject_id", "pricing_quote", ("subject_type", "quote")),
            Ref("subject_id", "customers_customer", ("subject_type", "customer")),
            Ref("subject_id", "accounts_user", ("subject_type", "user")),
            Ref("subject_id", "catalog_product", ("subject_type", "product")),
            Ref("subject_id", "catalog_variant", ("subject_type", "variant")),
        ),
    ),
    "orders_line": Choice(part_of=("order_id",)),
    "orders_note": Choice(),
    "orders_order": Choice(
        label="number",
        refs=(
            Ref("quote_id", "pricing_quote", needed=False),
            Ref("redemption_id", "loyalty_redemption", needed=False),
        ),
        obstacles={"changed_since": _POSTED, **_JOINED},
    ),
    "orders_transition": Choice(part_of=("order_id",), label="name"),
    "pricing_quote": Choice(obstacles=_JOINED),
    "privacy_consent": Choice(refs=(Ref("user_id", "accounts_user"),), label="purpose", obstacles=_JOINED),
    "privacy_request": Choice(exact=True, label="kind", obstacles=_JOINED),
}

MONEY: dict[str, Choice] = {
    # An entry is whole or it is not: legs, foreign amounts and what it was posted for come with it or not at all.
    "django_ledger_journalentrymodel": Choice(
        impersonal=True, label="je_number", obstacles={"period_closed": _CLOSED, "part_stands": _BROKEN}
    ),
    "django_ledger_transactionmodel": Choice(
        impersonal=True, part_of=("journal_entry_id",), obstacles={"account_closed": _ACCOUNT}
    ),
    "ledger_foreign": Choice(impersonal=True, part_of=("leg_id",)),
    "ledger_posting": Choice(
        impersonal=True, label="key", part_of=("entry_id",), refs=_SUBJECTS, bound=("subject_id",)
    ),
    "loyalty_account": Choice(obstacles=_JOINED),
    "loyalty_lot": Choice(exact=True),
    "loyalty_redemption": Choice(exact=True, refs=(Ref("order_id", "orders_order"),)),
    "payments_allocation": Choice(
        exact=True,
        part_of=("payment_id", "receivable_id"),
        obstacles={
            "overpaid": " OR ".join(
                _OVERPAID.format(parent=parent, column=column)
                for parent, column in (
                    ("payments_payment", "payment_id"),
                    ("payments_receivable", "receivable_id"),
                )
            )
        },
    ),
    "payments_payment": Choice(exact=True, label="number", obstacles=_JOINED),
    "payments_receivable": Choice(
        exact=True,
        label="number",
        refs=(Ref("subject_id", "orders_order", _ORDER),),
        bound=("subject_id",),
        obstacles=_JOINED,
    ),
}

ERASED = {
    "customers_customer": (
        "SELECT customer_id FROM {live}.privacy_request WHERE kind = 'erasure' AND state = 'completed' UNION"
        " SELECT customer_id FROM {staging}.privacy_request WHERE kind = 'erasure' AND state = 'completed'"
    ),
    "accounts_user": "SELECT id FROM {live}.accounts_user WHERE status = 'deleted'",
}
"""Who was erased: nothing that was theirs comes back."""

for choices in (LEFT_ALONE, NUMBERS, OFFER, WORK, MONEY):
    backups.register_choices(choices)
for table, query in ERASED.items():
    backups.register_erased(table, query)
backups.register_settling("django_ledger_journalentrymodel", settle_balances)
