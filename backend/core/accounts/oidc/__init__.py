"""Signing in at an OpenID Connect provider, which the business names in its rules of security.

Source: OpenID Connect Core 1.0 (authorization code flow), OpenID Connect Discovery 1.0, RFC 7636 (PKCE).
"""
