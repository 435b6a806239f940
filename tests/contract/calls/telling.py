"""What each operation's good call tells: the events that it emits, in their order.

An operation that is not named tells nothing.
"""

from __future__ import annotations

_BY_EVENTS: dict[tuple[str, ...], str] = {
    ("branch.created",): "branches_create",
    ("branch.deleted",): "branches_delete",
    ("branch.updated",): "branches_update",
    ("consent.recorded",): "consents_create legal_documents_accept",
    ("consent.recorded", "consent.recorded", "consent.recorded"): "consents_record_visitor",
    ("customer.created",): "customers_bulk customers_create",
    ("customer.created", "user.created", "user.updated"): "customers_telegram_session",
    ("customer.created", "user.updated", "user.registered"): "access_confirm_registration",
    ("customer.deleted",): "customers_delete",
    ("customer.merge_undone",): "customers_undo_merge",
    ("customer.updated",): """
        customers_remove_identity customers_set_identity customers_telegram_contact
        customers_update
    """,
    ("customer.updated", "customer.merged"): "customers_merge",
    ("file.uploaded", "file.analysed"): "files_create uploads_complete",
    ("invitation.revoked",): "invitations_revoke platform_invitations_revoke",
    ("invitation.sent",): """
        invitations_create invitations_resend platform_invitations_create
        platform_invitations_resend
    """,
    ("language_pair.created",): "language_pairs_create",
    ("language_pair.deleted",): "language_pairs_delete",
    ("language_pair.updated",): "language_pairs_update",
    ("legal_document.published",): "legal_documents_publish",
    ("loyalty.redemption_cancelled",): "loyalty_redemptions_cancel",
    ("loyalty.redemption_reserved",): "loyalty_redemptions_create",
    ("order.customer_attached",): "orders_attach_customer",
    ("order.handed_over",): "orders_decide_hand_over orders_hand_over",
    ("order.note_added",): "orders_add_note",
    ("order.placed",): "orders_create",
    ("order.transitioned",): "orders_transition",
    ("order.updated",): "orders_add_files orders_bulk orders_update",
    ("organization.updated",): "branding_update organization_update settings_update",
    ("payment.received", "receivable.paid", "payment.verified"): "payments_create",
    ("payment.rejected",): "payments_transition",
    ("price_rule.created",): "price_rules_create",
    ("price_rule.deleted",): "price_rules_delete",
    ("price_rule.updated",): "price_rules_bulk price_rules_update",
    ("privacy_request.created",): "privacy_requests_create",
    ("privacy_request.decided",): "privacy_requests_transition",
    ("product.created",): "products_bulk products_create",
    ("product.deleted",): "products_delete",
    ("product.updated",): "products_update",
    ("quote.cancelled",): "quote_requests_cancel",
    ("quote.ready",): "quote_requests_create",
    ("receivable.paid", "payment.allocated"): "payments_allocate",
    ("role.created",): "platform_roles_create roles_create",
    ("role.deleted",): "platform_roles_delete roles_delete",
    ("role.updated",): "platform_roles_update roles_update",
    ("scope_set.created",): "scope_sets_create",
    ("scope_set.deleted",): "scope_sets_delete",
    ("scope_set.updated",): "scope_sets_update",
    ("security.alert_acknowledged",): """
        platform_security_alerts_acknowledge security_alerts_acknowledge
    """,
    ("security_policy.updated",): "platform_security_policy_update security_policy_update",
    ("service.created",): "services_create",
    ("service.deleted",): "services_delete",
    ("service.updated",): "services_update",
    ("tax_rate.created",): "tax_rates_create",
    ("tax_rate.deleted",): "tax_rates_delete",
    ("tax_rate.updated",): "tax_rates_update",
    ("term.created",): "categories_create document_types_create languages_create",
    ("term.deleted",): "categories_delete document_types_delete languages_delete",
    ("term.updated",): "categories_update document_types_update languages_update",
    ("user.created",): "platform_users_create users_create",
    ("user.created", "invitation.accepted"): "invitations_accept platform_invitations_accept",
    ("user.deleted",): "platform_users_delete users_delete",
    ("user.updated",): """
        access_reset_password auth_change_expired_password me_account_change_password
        me_account_confirm_email me_second_factors_confirm me_second_factors_remove
        me_second_factors_renew_recovery_codes me_update platform_access_reset_password
        platform_auth_change_expired_password platform_me_account_change_password
        platform_me_account_confirm_email platform_me_second_factors_confirm
        platform_me_second_factors_remove platform_me_second_factors_renew_recovery_codes
        platform_me_update platform_users_update users_update
    """,
    ("variant.created",): "variants_create",
    ("variant.deleted",): "variants_delete",
    ("variant.updated",): "variants_update",
    ("webhook_endpoint.created",): "webhook_endpoints_create",
    ("webhook_endpoint.deleted",): "webhook_endpoints_delete",
    ("webhook_endpoint.tested",): "webhook_endpoints_test",
    ("webhook_endpoint.updated",): "webhook_endpoints_rotate_secret webhook_endpoints_update",
}

TELLS: dict[str, tuple[str, ...]] = {
    operation_id: events for events, named in _BY_EVENTS.items() for operation_id in named.split()
}

ELSEWHERE = {
    "customer.erased": "business/privacy/test_privacy.py",
    "ledger.control_differs": "business/payments/test_control.py",
    "loyalty.debt_settled": "business/loyalty/test_rules.py",
    "loyalty.points_earned": "journeys/test_spine.py",
    "loyalty.points_expired": "business/loyalty/test_loyalty.py",
    "loyalty.points_redeemed": "journeys/test_spine.py",
    "loyalty.points_returned": "business/loyalty/test_loyalty.py",
    "loyalty.points_taken_back": "business/loyalty/test_rules.py",
    "order.cancelled": "business/loyalty/test_loyalty.py",
    "order.completed": "journeys/test_spine.py",
    "order.hand_over_ended": "business/orders/test_handing_over.py",
    "order.hand_over_offered": "business/orders/test_handing_over.py",
    "payment.voided": "business/loyalty/test_loyalty.py",
    "quote.refused": "business/pricing/test_waiting.py",
    "security.alert_raised": "core/test_audit_alerts.py",
    "tenant.domain_lapsed": "platform/tenants/test_domains.py",
    "tenant.merged": "platform/backups/test_merge.py",
    "tenant.restored": "platform/backups/test_restore.py",
    "webhook_endpoint.disabled": "business/webhooks/test_delivering.py",
}
"""Events that no good call tells (time, handlers and further moves do), by the tests that see each told."""
