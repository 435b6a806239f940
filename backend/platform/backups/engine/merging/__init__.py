"""Merging: what a business lost comes back from a backup, and what it did since stays.

``choices`` says what that means table by table, ``shape`` reads keys and references from the catalogue,
``difference`` compares, ``obstacles`` finds what cannot come back and why, ``applying`` brings the rest back in one
transaction. Like the rest of the engine it depends on neither Django nor the kernel: the choices are given to it.
"""
