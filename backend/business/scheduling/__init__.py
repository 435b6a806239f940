"""Scheduling: the days on which the business does not work.

Tables: scheduling_holiday. Depends on: kernel, organizations. Emits and reacts to: nothing.
Invariants: a day is a holiday once for the business, and once for a branch.
"""
