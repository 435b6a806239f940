"""Orders: what a customer wants done, at a price that was quoted, through a workflow that is data.

Purpose: place orders from quotes, move them through their business's workflow and between its branches, keep
notes, files and one timeline, show what is due in a calendar, and tell payments what is owed.

Tables: orders_workflow, orders_order, orders_line, orders_transition, orders_note.
Depends on: kernel, core.files, organizations, customers, catalog, pricing, scheduling, payments, loyalty.
Emits: order.placed, order.updated, order.transitioned, order.completed, order.cancelled, order.note_added,
order.hand_over_offered, order.handed_over, order.hand_over_ended.
Reacts to (through wiring): payment.received, receivable.paid: transitions that the workflow marks as
automatic are made.

Invariants:
- An order's lines and totals are those of its quote, for ever; lines + tax sum to the total.
- A state changes only by a transition of the order's own version of its workflow, under the order's lock.
- A version of a workflow is never changed: what a release adds is one more (`extend_workflows`, ADR 0030).
- Completing recognises the revenue and cancelling releases what was paid, in the transition's transaction.
- A branch gives an order and a branch takes it; one is asked at a time, and a finished order is offered to none.
- An order's number is taken once, without gaps, in its business's year.
"""
