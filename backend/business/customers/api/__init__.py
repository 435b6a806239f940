"""The HTTP face of the domain."""
