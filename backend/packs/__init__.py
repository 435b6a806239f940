"""Packs: what a new business of a kind starts with, as data, and the demo businesses made from them.

`<pack>/pack.yaml` holds settings, roles, workflows, vocabularies, services, products, taxes, prices by
currency, payment methods, loyalty rules and chart additions; `<pack>/demo.yaml` one demo business. A pack
is read into the specifications of the domains (`loader`), which seed themselves; no table is a pack's own.

Tables: none. Depends on: the facades and types of the domains it fills.
Invariants: applying a pack twice changes nothing; a pack that names what is not there does not load.
"""
