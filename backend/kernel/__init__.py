"""Mechanisms with no business word in them.

Purpose: ids, money, clock, errors, states, permissions, tenancy, transactions and locks, events,
idempotency and the API base. Everything else stands on this package and it imports nothing above it.

Tables (every schema): kernel_event, kernel_eventhandling, kernel_idempotencykey, kernel_sequence;
public only: kernel_eventsignal.
"""
