"""Access for third parties' applications: an OAuth 2 authorization server in each business.

The protocol is oauthlib's, the engine of django-oauth-toolkit; see adr/0015 for why the toolkit's own tables are not.
"""
