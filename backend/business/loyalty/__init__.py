"""Loyalty: points as lots, earned by orders and redeemed on others.

Purpose: keep each customer's points as lots with a life of their own, earn them by rules, reserve and
commit redemptions, and keep the liability for them in the books.

Tables: loyalty_account (a customer's, the row that is locked), loyalty_lot, loyalty_redemption,
loyalty_rule, loyalty_promotion.
Depends on: kernel, customers, catalog, ledger.
Emits: loyalty.points_earned, loyalty.points_redeemed, loyalty.redemption_reserved,
loyalty.redemption_cancelled, loyalty.points_returned, loyalty.points_taken_back, loyalty.debt_settled,
loyalty.points_expired.
Reacts to (through wiring): order.completed earns; order.cancelled gives the points that paid for it back to their
lots, while payments voids the tender that they were, and takes back what it had earned.

Invariants:
- A balance is the sum of lots less the points taken from them; nothing takes more of a lot than it has: a database
  CHECK, and every change holds the account's lock.
- What a cancelled order earned and was used is a debt (`debts`): a lot of points below nothing, one an order. Whoever
  brings points in or is about to use some settles debts first, so none is used while any are owed, and the sum of all
  lots less what is taken of them is what orders that stand have earned less what is redeemed or expired.
- A redemption takes from the lots that end soonest first, and giving back returns to the same lots.
- An order earns once however often its event is handled: its lots are numbered from 0, and each number is there once.
- A sale earns line by line (`earning`): each line by one rule and the promotions that count, rounded once for each
  rule; the lines' points sum to the lots' exactly. What points paid for earns none. A dry run asks the same function.
- The books: earning posts loyalty expense against loyalty liability at the redemption value under
  `points:<lot id>`; redeeming releases the liability as a tender of payments.
"""
