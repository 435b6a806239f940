"""Customers: people and agencies that order, and the anonymous walk-in.

Tables: `customers_customer`.
Depends on: kernel, core.accounts (a customer's user and session), organizations (branch, default class).
Asks through `movers`, bound in wiring: pricing, accounts, files, orders, loyalty, payments and privacy, to move what
names a customer to another and back.
Emits: `customer.created`, `customer.updated`, `customer.deleted`, `customer.erased`, `customer.merged`,
`customer.merge_undone`.
Reacts to: nothing.
Invariants: names and contacts are in NFC, contacts in one normal form (E.164, lower case); a verified
contact belongs to one customer; a Telegram user is one customer; a customer that anything refers to is
switched off, not deleted; nobody changes their own price class; a merged customer is named by nothing but its
survivor's history: whatever is written down for a customer holds its row, so no merge misses it.
"""
