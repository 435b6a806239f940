"""Routes of the operator: businesses."""
