"""Ledger: the double-entry books of one business, kept in django-ledger's tables.

Purpose: post each movement of value once, as a balanced entry that nobody can change; and answer trial
balances, balance sheets, income and cash-flow statements from balances that the database keeps.

Tables (tenant): django-ledger's 24 (of which entity, unit, chart, account, ledger, journal entry,
transaction and state are used), ledger_posting (key → entry, subject, reversal), ledger_balance (unit ×
account × activity × day), ledger_foreign (a leg's original currency and rate).
Depends on: kernel, core.accounts (the service user that owns the book), organizations (the name of a
branch that has no unit yet).
Asks of above (`register_use`): whether something posts to an account by itself.
Emits: ledger.control_differs (the nightly check of wiring.books); who changed the chart or closed a period stands
in the audit log.
Reacts to: nothing; other domains call `facade.post` in their own transaction or from their handlers.

Only this package imports django_ledger. Invariants, each held by the database (see adr/0003):
- A posted entry has at least two legs, debits equal credits, and its legs arrive in one statement.
- Posted entries and legs do not change, go, or grow; a mistake is corrected by one reversal.
- A key posts once. Numbers run without gaps and without twins per unit and fiscal year.
- Nothing is posted into a closed period, to a locked, inactive or foreign account, or without a unit.
- A used account keeps its code, role and side; a book with entries keeps its currency and time zone.
- Accounts stand beneath headings of their kind; a heading has no entries, and what something stands on stays in use
  (see adr/0027).
- ledger_balance is written by triggers only, and equals the sum of the posted legs.

Amounts are `Money` of the book's currency at the edge. The library's columns have two decimals: a
currency with at most two decimals is stored in its units; one with more (KWD, BHD) in hundreds of its
minor units, so 1.234 KWD stands there as 12.34. Days are days of the book's time zone, periods half-open.
"""
