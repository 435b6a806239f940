"""Payments: what customers owe, what they paid, and which payment settles what.

Purpose: record money received by any method, have it verified, allocate it to receivables, and keep the
books in step. A receivable is what one subject (an order) is owed; a payment is money; an allocation
joins them. What is not allocated is the customer's available credit.

Tables: payments_paymentmethod, payments_receivable, payments_payment, payments_allocation.
Depends on: kernel, core.files (proofs), core.accounts (who recorded what), organizations, customers, ledger.
Emits: payment.received, payment.verified, payment.rejected, payment.voided,
payment.allocated, receivable.paid.
Reacts to: nothing; orders opens, changes, earns and cancels receivables through the facade.

Invariants:
- Only a verified payment counts. Σ of its applied allocations never passes its amount, nor what the
  receivable is worth: both rows are locked first, payment before receivable.
- What waits holds back only its like: money that counts at once takes what is owed; an entry of staff that awaits
  verification what is owed less other such entries, and a customer's claim less all that waits. So claims never hide a
  debt from the desk, and nobody records more than is owed without `excess: credit`. Of two that prove true the later is
  credit, for money that came is not refused.
- Balances are sums of rows: outstanding = amount − Σ applied; credit = Σ verified − Σ applied.
- Each money movement has one journal entry, posted in the same transaction under its own key:
  `payment:<id>`, `allocation:<id>` (credit used on an earned receivable), `earn:<receivable id>`.
- Before a receivable is earned, money for it is a customer advance (a liability); after that it settles
  accounts receivable.
"""
