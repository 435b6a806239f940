"""Guildhall: a headless, multi-tenant backend for businesses that live from orders."""
