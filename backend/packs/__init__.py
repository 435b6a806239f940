"""Packs: what a new business of a kind starts with, as data, and the demo businesses made from them.

`<pack>/pack.yaml` holds settings, roles, workflows, vocabularies, services, products, taxes, prices by
currency, payment methods and loyalty rules; `<pack>/chart.yaml` the accounts and headings that its chart has beside
the default ones; `<pack>/demo.yaml` one demo business. A pack is read into the specifications of the domains
(`reading`), which seed themselves; no table is a pack's own. What a release adds to a pack's roles, chart and
workflows reaches the businesses that are there by the commands `renew_roles`, `extend_charts` and
`extend_workflows` (which writes only with `--apply`).

Tables: none. Depends on: the facades and types of the domains it fills.
Invariants: applying a pack twice changes nothing; a pack that names what is not there does not load.
"""
