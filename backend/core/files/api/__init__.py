"""The API of files."""
