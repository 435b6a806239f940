"""The events of a business over HTTP."""
