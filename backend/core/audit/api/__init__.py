"""The routes of the audit."""
