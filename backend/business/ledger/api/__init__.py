"""The ledger's routes: the chart of accounts, journal entries, statements."""
