"""Commands over several domains."""
