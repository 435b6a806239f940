"""Preferences: how languages, numbers, dates and currencies are written, for every front end alike.

Tables: none yet. Depends on: kernel. Emits and reacts to: nothing.
Source: the Unicode CLDR, by Babel; ISO 4217 for minor units. Values on the wire stay ISO: this says how to show them.
"""
