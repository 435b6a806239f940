"""Domains that stand in every schema, the operator's and each business's: files, accounts, audit."""
