"""Payments: what customers owe, what they paid, and which payment settles what.

Purpose: record money received by any method, have it verified, allocate it to receivables, and keep the
books in step. A receivable is what one subject (an order) is owed; a payment is money; an allocation
joins them. What is not allocated is the customer's available credit.

Tables: payments_paymentmethod, payments_receivable, payments_payment, payments_allocation.
Depends on: kernel, core.files (proofs), organizations, customers, ledger.
Emits: payment.received, payment.verified, payment.rejected, payment.voided,
payment.allocated, receivable.paid.
Reacts to: nothing; orders opens, changes, earns and cancels receivables through the facade.

Invariants:
- Only a verified payment counts. Σ of its applied allocations never passes its amount, nor what the
  receivable is worth: both rows are locked first, payment before receivable.
- Balances are sums of rows: outstanding = amount − Σ applied; credit = Σ verified − Σ applied.
- Each money movement has one journal entry, posted in the same transaction under its own key:
  `payment:<id>`, `allocation:<id>` (credit used on an earned receivable), `earn:<receivable id>`.
- Before a receivable is earned, money for it is a customer advance (a liability); after that it settles
  accounts receivable.
"""
