"""The backup engine: plain Python over psycopg, the PostgreSQL tools and tink, with no Django in it.

Everything here works from a connection string and folders, so that a backup can be listed, verified and
decrypted on a machine that has neither the application's settings nor its database.
"""
