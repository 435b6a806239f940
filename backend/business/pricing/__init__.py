"""Pricing: price rules, taxes, the engine that applies them, and quotes that hold a price.

Tables: `pricing_pricerule` and `pricing_taxrate` (current rows and, beside them, the versions that were
before), `pricing_quote`.
Depends on: kernel, core.files (pages of files), organizations (branches, rounding), customers (price
class), catalog (what is priced).
Emits: `price_rule.*` and `tax_rate.*` (`created`, `updated`, `deleted`), `quote.ready`, `quote.refused`,
`quote.cancelled`.
Reacts to: `file.analysed` (wiring): what waited for the file is priced.
Invariants: what was in force at a past time never changes, so a price can be computed again for ever; a
change starts now or later and leaves the version before it in place; a quote is used by one order, before
it expires; every figure of a quote is named by its trace, whose digest is kept beside it; a quote that waits for its
files has no price and cannot be used.
Read: `engine.py` (the steps), `precedence.py` (which rule counts), `formulas.py` (the forms of rules).
"""
