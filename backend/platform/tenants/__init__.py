"""Tenants: who they are, where they answer, how their schema is made and migrated.

Purpose: the directory of businesses; a ready schema in milliseconds; one change over all schemas.
Tables (public): tenants_tenant, tenants_domain, tenants_release, tenants_pooledschema,
tenants_renderedmigration, tenants_schemamigration.
Depends on: kernel. Emits: nothing. Reacts to: nothing.
Invariants: a tenant's schema is `t_<id>` and only the role `tr_<id>` can use it; every schema is shaped
as the template (`tenant_template`), which real migrations build; a pooled schema already bears the name
of the tenant that it will be, so claiming it is one row in the transaction that fills it.
"""
