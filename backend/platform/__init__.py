"""The operator's domains. They stand in the public schema."""
