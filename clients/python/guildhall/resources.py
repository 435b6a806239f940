"""The API's resources. Generated from openapi/guildhall.yaml by clients/python/generate: do not edit."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Iterator
from typing import cast

from .calls import Caller, Resource, new_key
from .generated import types
from .generated.api.api_keys import (
    api_keys_delete,
    api_keys_list,
    api_keys_mint,
    api_keys_retrieve,
    api_keys_rotate,
    me_api_keys_delete,
    me_api_keys_list,
    me_api_keys_mint,
    me_api_keys_retrieve,
    me_api_keys_rotate,
)
from .generated.api.audit import (
    access_log_list,
    audit_actions_catalogue,
    audit_log_chain,
    audit_log_export,
    audit_log_list,
    audit_log_retrieve,
    platform_access_log_list,
    platform_audit_log_chain,
    platform_audit_log_export,
    platform_audit_log_list,
    platform_audit_log_retrieve,
    platform_security_alerts_acknowledge,
    platform_security_alerts_list,
    platform_security_alerts_retrieve,
    platform_tenants_audit_log,
    security_alerts_acknowledge,
    security_alerts_list,
    security_alerts_retrieve,
)
from .generated.api.auth import (
    access_confirm_registration,
    access_register,
    access_request_password_reset,
    access_reset_password,
    auth_change_expired_password,
    auth_refresh,
    auth_second_factor,
    auth_second_factor_code,
    auth_sign_in,
    auth_sign_out,
    me_account_change_email,
    me_account_change_password,
    me_account_confirm_email,
    me_account_preferences_schema,
    me_account_send_verification,
    me_identities_delete,
    me_identities_link,
    me_identities_list,
    me_logins_list,
    me_retrieve,
    me_second_factors_confirm,
    me_second_factors_enrol,
    me_second_factors_overview,
    me_second_factors_remove,
    me_second_factors_renew_recovery_codes,
    me_second_factors_send_code,
    me_second_factors_verify,
    me_sessions_delete,
    me_sessions_list,
    me_sessions_revoke_others,
    me_update,
    oidc_finish,
    oidc_providers,
    oidc_start,
    platform_access_request_password_reset,
    platform_access_reset_password,
    platform_auth_change_expired_password,
    platform_auth_refresh,
    platform_auth_second_factor,
    platform_auth_second_factor_code,
    platform_auth_sign_in,
    platform_auth_sign_out,
    platform_me_account_change_email,
    platform_me_account_change_password,
    platform_me_account_confirm_email,
    platform_me_account_preferences_schema,
    platform_me_account_send_verification,
    platform_me_logins_list,
    platform_me_retrieve,
    platform_me_second_factors_confirm,
    platform_me_second_factors_enrol,
    platform_me_second_factors_overview,
    platform_me_second_factors_remove,
    platform_me_second_factors_renew_recovery_codes,
    platform_me_second_factors_send_code,
    platform_me_second_factors_verify,
    platform_me_sessions_delete,
    platform_me_sessions_list,
    platform_me_sessions_revoke_others,
    platform_me_update,
)
from .generated.api.backups import (
    platform_backups_create,
    platform_backups_list,
    platform_backups_restore,
    platform_backups_retrieve,
    platform_backups_verify,
    platform_restores_apply,
    platform_restores_discard,
    platform_restores_list,
    platform_restores_retrieve,
    platform_restores_undo,
)
from .generated.api.catalog import (
    categories_create,
    categories_delete,
    categories_list,
    categories_retrieve,
    categories_update,
    document_types_create,
    document_types_delete,
    document_types_list,
    document_types_retrieve,
    document_types_update,
    language_pairs_create,
    language_pairs_delete,
    language_pairs_list,
    language_pairs_retrieve,
    language_pairs_update,
    languages_create,
    languages_delete,
    languages_list,
    languages_retrieve,
    languages_update,
    products_bulk,
    products_create,
    products_delete,
    products_list,
    products_retrieve,
    products_update,
    services_create,
    services_delete,
    services_list,
    services_retrieve,
    services_update,
    variants_create,
    variants_delete,
    variants_list,
    variants_retrieve,
    variants_update,
)
from .generated.api.customers import (
    customers_bulk,
    customers_create,
    customers_delete,
    customers_duplicates,
    customers_list,
    customers_merge,
    customers_remove_identity,
    customers_retrieve,
    customers_reveal_identity,
    customers_set_identity,
    customers_telegram_contact,
    customers_telegram_session,
    customers_undo_merge,
    customers_update,
)
from .generated.api.events import (
    dead_letters_list,
    dead_letters_replay,
    dead_letters_retrieve,
    event_types_catalogue,
    events_list,
    events_retrieve,
)
from .generated.api.files import (
    capabilities_retrieve,
    files_content,
    files_create,
    files_delete,
    files_download,
    files_image,
    files_links,
    files_list,
    files_retrieve,
    files_update,
    uploads_complete,
    uploads_create,
    uploads_delete,
    uploads_retrieve,
    uploads_update,
)
from .generated.api.ledger import (
    journal_entries_create,
    journal_entries_list,
    journal_entries_retrieve,
    journal_entries_reverse,
    ledger_accounts_create,
    ledger_accounts_list,
    ledger_accounts_retrieve,
    ledger_accounts_tree,
    ledger_accounts_update,
    reports_balance_sheet,
    reports_cash_flow,
    reports_profit_and_loss,
    reports_trial_balance,
)
from .generated.api.loyalty import (
    loyalty_lots_balance,
    loyalty_lots_list,
    loyalty_lots_retrieve,
    loyalty_promotions_create,
    loyalty_promotions_list,
    loyalty_promotions_retrieve,
    loyalty_promotions_update,
    loyalty_redemptions_cancel,
    loyalty_redemptions_create,
    loyalty_redemptions_list,
    loyalty_redemptions_retrieve,
    loyalty_rules_create,
    loyalty_rules_dry_run,
    loyalty_rules_list,
    loyalty_rules_retrieve,
    loyalty_rules_update,
)
from .generated.api.oauth import (
    me_applications_delete,
    me_applications_list,
    oauth_applications_delete,
    oauth_applications_list,
    oauth_applications_register,
    oauth_applications_retrieve,
    oauth_applications_rotate_secret,
    oauth_applications_update,
    oauth_authorization,
    oauth_authorize,
    oauth_introspect,
    oauth_revoke,
    oauth_scopes,
    oauth_token,
)
from .generated.api.orders import (
    calendar_days,
    calendar_list,
    orders_add_files,
    orders_add_note,
    orders_attach_customer,
    orders_bulk,
    orders_create,
    orders_decide_hand_over,
    orders_hand_over,
    orders_hand_overs,
    orders_list,
    orders_notes,
    orders_retrieve,
    orders_timeline,
    orders_transition,
    orders_transitions,
    orders_update,
    workflows_list,
    workflows_retrieve,
)
from .generated.api.organizations import (
    branches_create,
    branches_delete,
    branches_list,
    branches_open,
    branches_retrieve,
    branches_update,
    branding_contrast,
    branding_retrieve,
    branding_update,
    organization_retrieve,
    organization_update,
    settings_retrieve,
    settings_update,
    usage_current,
)
from .generated.api.payments import (
    payment_methods_create,
    payment_methods_list,
    payment_methods_retrieve,
    payment_methods_update,
    payments_add_proofs,
    payments_allocate,
    payments_balance,
    payments_create,
    payments_list,
    payments_retrieve,
    payments_transition,
    receivables_list,
    receivables_retrieve,
)
from .generated.api.preferences import currencies_catalogue, locales_catalogue
from .generated.api.pricing import (
    price_rules_bulk,
    price_rules_create,
    price_rules_delete,
    price_rules_list,
    price_rules_retrieve,
    price_rules_update,
    price_rules_versions,
    quote_requests_cancel,
    quote_requests_create,
    quote_requests_retrieve,
    quotes_create,
    quotes_list,
    quotes_open,
    quotes_retrieve,
    tax_rates_create,
    tax_rates_delete,
    tax_rates_list,
    tax_rates_retrieve,
    tax_rates_update,
)
from .generated.api.privacy import (
    consents_cookies,
    consents_create,
    consents_list,
    consents_record_visitor,
    consents_retrieve,
    consents_standing,
    legal_documents_accept,
    legal_documents_awaiting,
    legal_documents_create,
    legal_documents_current,
    legal_documents_list,
    legal_documents_publish,
    legal_documents_retrieve,
    legal_documents_update,
    my_data_package,
    privacy_requests_create,
    privacy_requests_list,
    privacy_requests_package,
    privacy_requests_preview,
    privacy_requests_retrieve,
    privacy_requests_transition,
    retention_dry_run,
)
from .generated.api.roles import (
    permissions_catalogue,
    platform_permissions_catalogue,
    platform_roles_create,
    platform_roles_delete,
    platform_roles_list,
    platform_roles_retrieve,
    platform_roles_update,
    roles_create,
    roles_delete,
    roles_list,
    roles_retrieve,
    roles_update,
    scope_sets_create,
    scope_sets_delete,
    scope_sets_list,
    scope_sets_retrieve,
    scope_sets_update,
)
from .generated.api.scheduling import (
    holidays_create,
    holidays_delete,
    holidays_list,
    holidays_retrieve,
    holidays_update,
)
from .generated.api.security import (
    platform_security_logins_list,
    platform_security_policy_retrieve,
    platform_security_policy_update,
    security_logins_list,
    security_policy_retrieve,
    security_policy_update,
)
from .generated.api.tenants import (
    platform_domains_create,
    platform_domains_delete,
    platform_domains_list,
    platform_domains_retrieve,
    platform_domains_update,
    platform_domains_verify,
    platform_impersonations_create,
    platform_impersonations_end,
    platform_impersonations_list,
    platform_impersonations_retrieve,
    platform_plans_create,
    platform_plans_delete,
    platform_plans_list,
    platform_plans_retrieve,
    platform_plans_update,
    platform_tenants_change_user,
    platform_tenants_create,
    platform_tenants_list,
    platform_tenants_recover_user,
    platform_tenants_remove_override,
    platform_tenants_retrieve,
    platform_tenants_send_password_reset,
    platform_tenants_set_override,
    platform_tenants_transition,
    platform_tenants_update,
    platform_tenants_usage,
    platform_tenants_users,
)
from .generated.api.users import (
    invitations_accept,
    invitations_create,
    invitations_list,
    invitations_resend,
    invitations_retrieve,
    invitations_revoke,
    invitations_show,
    platform_invitations_accept,
    platform_invitations_create,
    platform_invitations_list,
    platform_invitations_resend,
    platform_invitations_retrieve,
    platform_invitations_revoke,
    platform_invitations_show,
    platform_users_activity,
    platform_users_create,
    platform_users_delete,
    platform_users_deletion_preview,
    platform_users_list,
    platform_users_reset_second_factors,
    platform_users_retrieve,
    platform_users_revoke_sessions,
    platform_users_send_password_reset,
    platform_users_sessions,
    platform_users_unlock,
    platform_users_update,
    users_activity,
    users_create,
    users_delete,
    users_deletion_preview,
    users_list,
    users_reset_second_factors,
    users_retrieve,
    users_revoke_sessions,
    users_send_password_reset,
    users_sessions,
    users_unlock,
    users_update,
)
from .generated.api.webhooks import (
    webhook_deliveries_list,
    webhook_deliveries_resend,
    webhook_deliveries_retrieve,
    webhook_endpoints_create,
    webhook_endpoints_delete,
    webhook_endpoints_list,
    webhook_endpoints_recover,
    webhook_endpoints_retrieve,
    webhook_endpoints_rotate_secret,
    webhook_endpoints_test,
    webhook_endpoints_update,
)
from .generated.models.acceptance_in import AcceptanceIn
from .generated.models.access_entry import AccessEntry
from .generated.models.access_entry_page import AccessEntryPage
from .generated.models.access_log_list_locale import AccessLogListLocale
from .generated.models.access_log_sort import AccessLogSort
from .generated.models.access_method import AccessMethod
from .generated.models.acknowledge_in import AcknowledgeIn
from .generated.models.alert import Alert
from .generated.models.alert_page import AlertPage
from .generated.models.alert_rule import AlertRule
from .generated.models.allocations_in import AllocationsIn
from .generated.models.api_key import ApiKey
from .generated.models.api_key_create import ApiKeyCreate
from .generated.models.api_key_page import ApiKeyPage
from .generated.models.api_keys_list_locale import ApiKeysListLocale
from .generated.models.api_keys_retrieve_locale import ApiKeysRetrieveLocale
from .generated.models.api_keys_sort import ApiKeysSort
from .generated.models.application import Application
from .generated.models.application_create import ApplicationCreate
from .generated.models.application_page import ApplicationPage
from .generated.models.application_update import ApplicationUpdate
from .generated.models.audit_action_list import AuditActionList
from .generated.models.audit_actions_catalogue_locale import (
    AuditActionsCatalogueLocale,
)
from .generated.models.audit_entry import AuditEntry
from .generated.models.audit_entry_page import AuditEntryPage
from .generated.models.audit_entry_slice import AuditEntrySlice
from .generated.models.audit_log_chain_locale import AuditLogChainLocale
from .generated.models.audit_log_list_locale import AuditLogListLocale
from .generated.models.audit_log_retrieve_locale import (
    AuditLogRetrieveLocale,
)
from .generated.models.audit_log_sort import AuditLogSort
from .generated.models.authorization import Authorization
from .generated.models.authorization_in import AuthorizationIn
from .generated.models.backup import Backup
from .generated.models.backup_kind import BackupKind
from .generated.models.backup_list import BackupList
from .generated.models.backup_page import BackupPage
from .generated.models.backup_request import BackupRequest
from .generated.models.backup_state import BackupState
from .generated.models.backup_verification import BackupVerification
from .generated.models.backups_sort import BackupsSort
from .generated.models.balance_sheet_compared import BalanceSheetCompared
from .generated.models.branch import Branch
from .generated.models.branch_calendar_list import BranchCalendarList
from .generated.models.branch_create import BranchCreate
from .generated.models.branch_page import BranchPage
from .generated.models.branch_update import BranchUpdate
from .generated.models.branches_list_locale import BranchesListLocale
from .generated.models.branches_open_locale import BranchesOpenLocale
from .generated.models.branches_retrieve_locale import BranchesRetrieveLocale
from .generated.models.branches_sort import BranchesSort
from .generated.models.branding import Branding
from .generated.models.branding_contrast_locale import BrandingContrastLocale
from .generated.models.branding_retrieve_locale import BrandingRetrieveLocale
from .generated.models.branding_update import BrandingUpdate
from .generated.models.bulk_request import BulkRequest
from .generated.models.bulk_result import BulkResult
from .generated.models.calendar_days_locale import CalendarDaysLocale
from .generated.models.calendar_entry import CalendarEntry
from .generated.models.calendar_entry_page import CalendarEntryPage
from .generated.models.calendar_list_locale import CalendarListLocale
from .generated.models.calendar_sort import CalendarSort
from .generated.models.capabilities import Capabilities
from .generated.models.capabilities_retrieve_locale import (
    CapabilitiesRetrieveLocale,
)
from .generated.models.cash_flow_compared import CashFlowCompared
from .generated.models.categories_list_locale import CategoriesListLocale
from .generated.models.categories_retrieve_locale import (
    CategoriesRetrieveLocale,
)
from .generated.models.categories_sort import CategoriesSort
from .generated.models.category import Category
from .generated.models.category_create import CategoryCreate
from .generated.models.category_page import CategoryPage
from .generated.models.category_update import CategoryUpdate
from .generated.models.chain import Chain
from .generated.models.challenge_in import ChallengeIn
from .generated.models.chart_tree import ChartTree
from .generated.models.confirm_in import ConfirmIn
from .generated.models.consent import Consent
from .generated.models.consent_create import ConsentCreate
from .generated.models.consent_list import ConsentList
from .generated.models.consent_page import ConsentPage
from .generated.models.consents_cookies_locale import ConsentsCookiesLocale
from .generated.models.consents_list_locale import ConsentsListLocale
from .generated.models.consents_retrieve_locale import ConsentsRetrieveLocale
from .generated.models.consents_sort import ConsentsSort
from .generated.models.consents_standing_locale import ConsentsStandingLocale
from .generated.models.contact import Contact
from .generated.models.contrast_report import ContrastReport
from .generated.models.cookie_category_list import CookieCategoryList
from .generated.models.cookie_choices_in import CookieChoicesIn
from .generated.models.credential_kind import CredentialKind
from .generated.models.currencies_catalogue_locale import (
    CurrenciesCatalogueLocale,
)
from .generated.models.currency_list import CurrencyList
from .generated.models.customer import Customer
from .generated.models.customer_balance import CustomerBalance
from .generated.models.customer_create import CustomerCreate
from .generated.models.customer_duplicate_list import CustomerDuplicateList
from .generated.models.customer_kind import CustomerKind
from .generated.models.customer_merge import CustomerMerge
from .generated.models.customer_merge_in import CustomerMergeIn
from .generated.models.customer_page import CustomerPage
from .generated.models.customer_update import CustomerUpdate
from .generated.models.customers_duplicates_locale import (
    CustomersDuplicatesLocale,
)
from .generated.models.customers_list_locale import CustomersListLocale
from .generated.models.customers_retrieve_locale import (
    CustomersRetrieveLocale,
)
from .generated.models.customers_sort import CustomersSort
from .generated.models.dead_letter import DeadLetter
from .generated.models.dead_letter_page import DeadLetterPage
from .generated.models.dead_letters_list_locale import DeadLettersListLocale
from .generated.models.dead_letters_retrieve_locale import (
    DeadLettersRetrieveLocale,
)
from .generated.models.dead_letters_sort import DeadLettersSort
from .generated.models.deletion_preview import DeletionPreview
from .generated.models.document_type_create import DocumentTypeCreate
from .generated.models.document_types_list_locale import (
    DocumentTypesListLocale,
)
from .generated.models.document_types_retrieve_locale import (
    DocumentTypesRetrieveLocale,
)
from .generated.models.document_types_sort import DocumentTypesSort
from .generated.models.domain import Domain
from .generated.models.domain_certificate import DomainCertificate
from .generated.models.domain_create import DomainCreate
from .generated.models.domain_page import DomainPage
from .generated.models.domain_update import DomainUpdate
from .generated.models.domains_sort import DomainsSort
from .generated.models.enrol_in import EnrolIn
from .generated.models.enrolment import Enrolment
from .generated.models.erasure_preview import ErasurePreview
from .generated.models.event import Event
from .generated.models.event_page import EventPage
from .generated.models.event_type_list import EventTypeList
from .generated.models.event_types_catalogue_locale import (
    EventTypesCatalogueLocale,
)
from .generated.models.events_list_locale import EventsListLocale
from .generated.models.events_retrieve_locale import EventsRetrieveLocale
from .generated.models.events_sort import EventsSort
from .generated.models.expired_password_in import ExpiredPasswordIn
from .generated.models.file import File
from .generated.models.file_category import FileCategory
from .generated.models.file_kind import FileKind
from .generated.models.file_link import FileLink
from .generated.models.file_link_create import FileLinkCreate
from .generated.models.file_page import FilePage
from .generated.models.file_state import FileState
from .generated.models.file_update import FileUpdate
from .generated.models.files_create_body import FilesCreateBody
from .generated.models.files_list_locale import FilesListLocale
from .generated.models.files_retrieve_locale import FilesRetrieveLocale
from .generated.models.files_sort import FilesSort
from .generated.models.grant import Grant
from .generated.models.grant_page import GrantPage
from .generated.models.hand_over_direction import HandOverDirection
from .generated.models.holiday import Holiday
from .generated.models.holiday_create import HolidayCreate
from .generated.models.holiday_page import HolidayPage
from .generated.models.holiday_update import HolidayUpdate
from .generated.models.holidays_list_locale import HolidaysListLocale
from .generated.models.holidays_retrieve_locale import HolidaysRetrieveLocale
from .generated.models.holidays_sort import HolidaysSort
from .generated.models.identity import Identity
from .generated.models.identity_in import IdentityIn
from .generated.models.impersonation_create import ImpersonationCreate
from .generated.models.impersonation_session import ImpersonationSession
from .generated.models.impersonation_session_page import ImpersonationSessionPage
from .generated.models.impersonation_started import ImpersonationStarted
from .generated.models.impersonations_sort import ImpersonationsSort
from .generated.models.introspection import Introspection
from .generated.models.introspection_in import IntrospectionIn
from .generated.models.invitation import Invitation
from .generated.models.invitation_accept import InvitationAccept
from .generated.models.invitation_create import InvitationCreate
from .generated.models.invitation_page import InvitationPage
from .generated.models.invitation_shown import InvitationShown
from .generated.models.invitation_state import InvitationState
from .generated.models.invitations_list_locale import InvitationsListLocale
from .generated.models.invitations_retrieve_locale import (
    InvitationsRetrieveLocale,
)
from .generated.models.invitations_sort import InvitationsSort
from .generated.models.journal_entries_list_locale import (
    JournalEntriesListLocale,
)
from .generated.models.journal_entries_retrieve_locale import (
    JournalEntriesRetrieveLocale,
)
from .generated.models.journal_entries_sort import JournalEntriesSort
from .generated.models.journal_entry import JournalEntry
from .generated.models.journal_entry_create import JournalEntryCreate
from .generated.models.journal_entry_page import JournalEntryPage
from .generated.models.language_create import LanguageCreate
from .generated.models.language_pair import LanguagePair
from .generated.models.language_pair_create import LanguagePairCreate
from .generated.models.language_pair_page import LanguagePairPage
from .generated.models.language_pair_update import LanguagePairUpdate
from .generated.models.language_pairs_list_locale import (
    LanguagePairsListLocale,
)
from .generated.models.language_pairs_retrieve_locale import (
    LanguagePairsRetrieveLocale,
)
from .generated.models.language_pairs_sort import LanguagePairsSort
from .generated.models.languages_list_locale import LanguagesListLocale
from .generated.models.languages_retrieve_locale import (
    LanguagesRetrieveLocale,
)
from .generated.models.languages_sort import LanguagesSort
from .generated.models.ledger_account import LedgerAccount
from .generated.models.ledger_account_create import LedgerAccountCreate
from .generated.models.ledger_account_page import LedgerAccountPage
from .generated.models.ledger_account_update import LedgerAccountUpdate
from .generated.models.ledger_accounts_list_locale import (
    LedgerAccountsListLocale,
)
from .generated.models.ledger_accounts_retrieve_locale import (
    LedgerAccountsRetrieveLocale,
)
from .generated.models.ledger_accounts_sort import LedgerAccountsSort
from .generated.models.ledger_accounts_tree_locale import (
    LedgerAccountsTreeLocale,
)
from .generated.models.ledger_subject_type import LedgerSubjectType
from .generated.models.legal_document import LegalDocument
from .generated.models.legal_document_create import LegalDocumentCreate
from .generated.models.legal_document_list import LegalDocumentList
from .generated.models.legal_document_page import LegalDocumentPage
from .generated.models.legal_document_update import LegalDocumentUpdate
from .generated.models.legal_documents_awaiting_locale import (
    LegalDocumentsAwaitingLocale,
)
from .generated.models.legal_documents_current_locale import (
    LegalDocumentsCurrentLocale,
)
from .generated.models.legal_documents_list_locale import (
    LegalDocumentsListLocale,
)
from .generated.models.legal_documents_retrieve_locale import (
    LegalDocumentsRetrieveLocale,
)
from .generated.models.legal_documents_sort import LegalDocumentsSort
from .generated.models.link_in import LinkIn
from .generated.models.linked_identity import LinkedIdentity
from .generated.models.linked_identity_page import LinkedIdentityPage
from .generated.models.locale_list import LocaleList
from .generated.models.locales_catalogue_locale import LocalesCatalogueLocale
from .generated.models.login import Login
from .generated.models.login_outcome import LoginOutcome
from .generated.models.login_page import LoginPage
from .generated.models.loyalty_balance import LoyaltyBalance
from .generated.models.loyalty_dry_run import LoyaltyDryRun
from .generated.models.loyalty_earning import LoyaltyEarning
from .generated.models.loyalty_lot import LoyaltyLot
from .generated.models.loyalty_lot_page import LoyaltyLotPage
from .generated.models.loyalty_lots_balance_locale import (
    LoyaltyLotsBalanceLocale,
)
from .generated.models.loyalty_lots_list_locale import LoyaltyLotsListLocale
from .generated.models.loyalty_lots_retrieve_locale import (
    LoyaltyLotsRetrieveLocale,
)
from .generated.models.loyalty_lots_sort import LoyaltyLotsSort
from .generated.models.loyalty_promotion import LoyaltyPromotion
from .generated.models.loyalty_promotion_create import LoyaltyPromotionCreate
from .generated.models.loyalty_promotion_page import LoyaltyPromotionPage
from .generated.models.loyalty_promotion_update import LoyaltyPromotionUpdate
from .generated.models.loyalty_promotions_list_locale import (
    LoyaltyPromotionsListLocale,
)
from .generated.models.loyalty_promotions_retrieve_locale import (
    LoyaltyPromotionsRetrieveLocale,
)
from .generated.models.loyalty_promotions_sort import LoyaltyPromotionsSort
from .generated.models.loyalty_redemptions_list_locale import (
    LoyaltyRedemptionsListLocale,
)
from .generated.models.loyalty_redemptions_retrieve_locale import (
    LoyaltyRedemptionsRetrieveLocale,
)
from .generated.models.loyalty_redemptions_sort import LoyaltyRedemptionsSort
from .generated.models.loyalty_rule import LoyaltyRule
from .generated.models.loyalty_rule_create import LoyaltyRuleCreate
from .generated.models.loyalty_rule_page import LoyaltyRulePage
from .generated.models.loyalty_rule_update import LoyaltyRuleUpdate
from .generated.models.loyalty_rules_list_locale import (
    LoyaltyRulesListLocale,
)
from .generated.models.loyalty_rules_retrieve_locale import (
    LoyaltyRulesRetrieveLocale,
)
from .generated.models.loyalty_rules_sort import LoyaltyRulesSort
from .generated.models.mailbox_in import MailboxIn
from .generated.models.me import Me
from .generated.models.me_account_preferences_schema_locale import (
    MeAccountPreferencesSchemaLocale,
)
from .generated.models.me_api_keys_list_locale import MeApiKeysListLocale
from .generated.models.me_api_keys_retrieve_locale import (
    MeApiKeysRetrieveLocale,
)
from .generated.models.me_api_keys_sort import MeApiKeysSort
from .generated.models.me_applications_list_locale import (
    MeApplicationsListLocale,
)
from .generated.models.me_applications_sort import MeApplicationsSort
from .generated.models.me_identities_list_locale import (
    MeIdentitiesListLocale,
)
from .generated.models.me_identities_sort import MeIdentitiesSort
from .generated.models.me_logins_list_locale import MeLoginsListLocale
from .generated.models.me_logins_sort import MeLoginsSort
from .generated.models.me_retrieve_locale import MeRetrieveLocale
from .generated.models.me_second_factors_overview_locale import (
    MeSecondFactorsOverviewLocale,
)
from .generated.models.me_sessions_list_locale import MeSessionsListLocale
from .generated.models.me_sessions_sort import MeSessionsSort
from .generated.models.me_update import MeUpdate
from .generated.models.merge_request import MergeRequest
from .generated.models.minted_key import MintedKey
from .generated.models.new_recovery_codes import NewRecoveryCodes
from .generated.models.o_auth_error import OAuthError
from .generated.models.o_auth_scope_list import OAuthScopeList
from .generated.models.o_auth_token import OAuthToken
from .generated.models.oauth_applications_list_locale import (
    OauthApplicationsListLocale,
)
from .generated.models.oauth_applications_retrieve_locale import (
    OauthApplicationsRetrieveLocale,
)
from .generated.models.oauth_applications_sort import OauthApplicationsSort
from .generated.models.oauth_authorization_locale import (
    OauthAuthorizationLocale,
)
from .generated.models.oauth_scopes_locale import OauthScopesLocale
from .generated.models.oidc_button_list import OidcButtonList
from .generated.models.oidc_finish_in import OidcFinishIn
from .generated.models.oidc_providers_locale import OidcProvidersLocale
from .generated.models.oidc_start import OidcStart
from .generated.models.oidc_start_in import OidcStartIn
from .generated.models.open_branch_list import OpenBranchList
from .generated.models.order import Order
from .generated.models.order_create import OrderCreate
from .generated.models.order_customer_in import OrderCustomerIn
from .generated.models.order_files_in import OrderFilesIn
from .generated.models.order_hand_over import OrderHandOver
from .generated.models.order_hand_over_decision_in import OrderHandOverDecisionIn
from .generated.models.order_hand_over_in import OrderHandOverIn
from .generated.models.order_hand_over_slice import OrderHandOverSlice
from .generated.models.order_moment_list import OrderMomentList
from .generated.models.order_move_list import OrderMoveList
from .generated.models.order_note import OrderNote
from .generated.models.order_note_in import OrderNoteIn
from .generated.models.order_note_slice import OrderNoteSlice
from .generated.models.order_page import OrderPage
from .generated.models.order_relation import OrderRelation
from .generated.models.order_source import OrderSource
from .generated.models.order_state_group import OrderStateGroup
from .generated.models.order_transition_in import OrderTransitionIn
from .generated.models.order_update import OrderUpdate
from .generated.models.orders_hand_overs_locale import OrdersHandOversLocale
from .generated.models.orders_list_locale import OrdersListLocale
from .generated.models.orders_notes_locale import OrdersNotesLocale
from .generated.models.orders_retrieve_locale import OrdersRetrieveLocale
from .generated.models.orders_sort import OrdersSort
from .generated.models.orders_timeline_locale import OrdersTimelineLocale
from .generated.models.orders_transitions_locale import (
    OrdersTransitionsLocale,
)
from .generated.models.organization import Organization
from .generated.models.organization_retrieve_locale import (
    OrganizationRetrieveLocale,
)
from .generated.models.organization_update import OrganizationUpdate
from .generated.models.override_in import OverrideIn
from .generated.models.override_removal import OverrideRemoval
from .generated.models.own_api_key_create import OwnApiKeyCreate
from .generated.models.own_mailbox_in import OwnMailboxIn
from .generated.models.password_change_in import PasswordChangeIn
from .generated.models.password_reset_in import PasswordResetIn
from .generated.models.payment import Payment
from .generated.models.payment_create import PaymentCreate
from .generated.models.payment_method import PaymentMethod
from .generated.models.payment_method_create import PaymentMethodCreate
from .generated.models.payment_method_page import PaymentMethodPage
from .generated.models.payment_method_update import PaymentMethodUpdate
from .generated.models.payment_methods_list_locale import (
    PaymentMethodsListLocale,
)
from .generated.models.payment_methods_retrieve_locale import (
    PaymentMethodsRetrieveLocale,
)
from .generated.models.payment_methods_sort import PaymentMethodsSort
from .generated.models.payment_page import PaymentPage
from .generated.models.payment_state import PaymentState
from .generated.models.payment_transition import PaymentTransition
from .generated.models.payments_balance_locale import PaymentsBalanceLocale
from .generated.models.payments_list_locale import PaymentsListLocale
from .generated.models.payments_retrieve_locale import PaymentsRetrieveLocale
from .generated.models.payments_sort import PaymentsSort
from .generated.models.permission_group_list import PermissionGroupList
from .generated.models.permissions_catalogue_locale import (
    PermissionsCatalogueLocale,
)
from .generated.models.plan import Plan
from .generated.models.plan_create import PlanCreate
from .generated.models.plan_page import PlanPage
from .generated.models.plan_update import PlanUpdate
from .generated.models.plans_sort import PlansSort
from .generated.models.platform_access_log_list_locale import (
    PlatformAccessLogListLocale,
)
from .generated.models.platform_access_log_sort import PlatformAccessLogSort
from .generated.models.platform_audit_log_chain_locale import (
    PlatformAuditLogChainLocale,
)
from .generated.models.platform_audit_log_list_locale import (
    PlatformAuditLogListLocale,
)
from .generated.models.platform_audit_log_retrieve_locale import (
    PlatformAuditLogRetrieveLocale,
)
from .generated.models.platform_audit_log_sort import PlatformAuditLogSort
from .generated.models.platform_backups_list_locale import (
    PlatformBackupsListLocale,
)
from .generated.models.platform_backups_retrieve_locale import (
    PlatformBackupsRetrieveLocale,
)
from .generated.models.platform_domains_list_locale import (
    PlatformDomainsListLocale,
)
from .generated.models.platform_domains_retrieve_locale import (
    PlatformDomainsRetrieveLocale,
)
from .generated.models.platform_impersonations_list_locale import (
    PlatformImpersonationsListLocale,
)
from .generated.models.platform_impersonations_retrieve_locale import (
    PlatformImpersonationsRetrieveLocale,
)
from .generated.models.platform_invitations_list_locale import (
    PlatformInvitationsListLocale,
)
from .generated.models.platform_invitations_retrieve_locale import (
    PlatformInvitationsRetrieveLocale,
)
from .generated.models.platform_invitations_sort import (
    PlatformInvitationsSort,
)
from .generated.models.platform_me_account_preferences_schema_locale import (
    PlatformMeAccountPreferencesSchemaLocale,
)
from .generated.models.platform_me_logins_list_locale import (
    PlatformMeLoginsListLocale,
)
from .generated.models.platform_me_logins_sort import PlatformMeLoginsSort
from .generated.models.platform_me_retrieve_locale import (
    PlatformMeRetrieveLocale,
)
from .generated.models.platform_me_second_factors_overview_locale import (
    PlatformMeSecondFactorsOverviewLocale,
)
from .generated.models.platform_me_sessions_list_locale import (
    PlatformMeSessionsListLocale,
)
from .generated.models.platform_me_sessions_sort import (
    PlatformMeSessionsSort,
)
from .generated.models.platform_permissions_catalogue_locale import (
    PlatformPermissionsCatalogueLocale,
)
from .generated.models.platform_plans_list_locale import (
    PlatformPlansListLocale,
)
from .generated.models.platform_plans_retrieve_locale import (
    PlatformPlansRetrieveLocale,
)
from .generated.models.platform_restores_list_locale import (
    PlatformRestoresListLocale,
)
from .generated.models.platform_restores_retrieve_locale import (
    PlatformRestoresRetrieveLocale,
)
from .generated.models.platform_roles_list_locale import (
    PlatformRolesListLocale,
)
from .generated.models.platform_roles_retrieve_locale import (
    PlatformRolesRetrieveLocale,
)
from .generated.models.platform_roles_sort import PlatformRolesSort
from .generated.models.platform_security_alerts_list_locale import (
    PlatformSecurityAlertsListLocale,
)
from .generated.models.platform_security_alerts_retrieve_locale import (
    PlatformSecurityAlertsRetrieveLocale,
)
from .generated.models.platform_security_alerts_sort import (
    PlatformSecurityAlertsSort,
)
from .generated.models.platform_security_logins_list_locale import (
    PlatformSecurityLoginsListLocale,
)
from .generated.models.platform_security_logins_sort import (
    PlatformSecurityLoginsSort,
)
from .generated.models.platform_security_policy_retrieve_locale import (
    PlatformSecurityPolicyRetrieveLocale,
)
from .generated.models.platform_tenants_audit_log_locale import (
    PlatformTenantsAuditLogLocale,
)
from .generated.models.platform_tenants_list_locale import (
    PlatformTenantsListLocale,
)
from .generated.models.platform_tenants_retrieve_locale import (
    PlatformTenantsRetrieveLocale,
)
from .generated.models.platform_tenants_usage_locale import (
    PlatformTenantsUsageLocale,
)
from .generated.models.platform_tenants_users_locale import (
    PlatformTenantsUsersLocale,
)
from .generated.models.platform_users_activity_locale import (
    PlatformUsersActivityLocale,
)
from .generated.models.platform_users_deletion_preview_locale import (
    PlatformUsersDeletionPreviewLocale,
)
from .generated.models.platform_users_list_locale import (
    PlatformUsersListLocale,
)
from .generated.models.platform_users_retrieve_locale import (
    PlatformUsersRetrieveLocale,
)
from .generated.models.platform_users_sessions_locale import (
    PlatformUsersSessionsLocale,
)
from .generated.models.platform_users_sort import PlatformUsersSort
from .generated.models.preferences_schema import PreferencesSchema
from .generated.models.price_component import PriceComponent
from .generated.models.price_rule import PriceRule
from .generated.models.price_rule_create import PriceRuleCreate
from .generated.models.price_rule_page import PriceRulePage
from .generated.models.price_rule_update import PriceRuleUpdate
from .generated.models.price_rule_version import PriceRuleVersion
from .generated.models.price_rule_version_slice import PriceRuleVersionSlice
from .generated.models.price_rules_list_locale import PriceRulesListLocale
from .generated.models.price_rules_retrieve_locale import (
    PriceRulesRetrieveLocale,
)
from .generated.models.price_rules_sort import PriceRulesSort
from .generated.models.price_rules_versions_locale import (
    PriceRulesVersionsLocale,
)
from .generated.models.priority import Priority
from .generated.models.privacy_request import PrivacyRequest
from .generated.models.privacy_request_create import PrivacyRequestCreate
from .generated.models.privacy_request_kind import PrivacyRequestKind
from .generated.models.privacy_request_page import PrivacyRequestPage
from .generated.models.privacy_request_state import PrivacyRequestState
from .generated.models.privacy_requests_list_locale import (
    PrivacyRequestsListLocale,
)
from .generated.models.privacy_requests_preview_locale import (
    PrivacyRequestsPreviewLocale,
)
from .generated.models.privacy_requests_retrieve_locale import (
    PrivacyRequestsRetrieveLocale,
)
from .generated.models.privacy_requests_sort import PrivacyRequestsSort
from .generated.models.privacy_transition_in import PrivacyTransitionIn
from .generated.models.product import Product
from .generated.models.product_create import ProductCreate
from .generated.models.product_page import ProductPage
from .generated.models.product_update import ProductUpdate
from .generated.models.products_list_locale import ProductsListLocale
from .generated.models.products_retrieve_locale import ProductsRetrieveLocale
from .generated.models.products_sort import ProductsSort
from .generated.models.profit_and_loss_compared import ProfitAndLossCompared
from .generated.models.proofs_in import ProofsIn
from .generated.models.quote import Quote
from .generated.models.quote_create import QuoteCreate
from .generated.models.quote_open import QuoteOpen
from .generated.models.quote_page import QuotePage
from .generated.models.quote_request import QuoteRequest
from .generated.models.quote_requests_retrieve_locale import (
    QuoteRequestsRetrieveLocale,
)
from .generated.models.quotes_list_locale import QuotesListLocale
from .generated.models.quotes_retrieve_locale import QuotesRetrieveLocale
from .generated.models.quotes_sort import QuotesSort
from .generated.models.receivable import Receivable
from .generated.models.receivable_page import ReceivablePage
from .generated.models.receivable_state import ReceivableState
from .generated.models.receivables_list_locale import ReceivablesListLocale
from .generated.models.receivables_retrieve_locale import (
    ReceivablesRetrieveLocale,
)
from .generated.models.receivables_sort import ReceivablesSort
from .generated.models.recover_period import RecoverPeriod
from .generated.models.recovered import Recovered
from .generated.models.redemption import Redemption
from .generated.models.redemption_create import RedemptionCreate
from .generated.models.redemption_page import RedemptionPage
from .generated.models.redemption_state import RedemptionState
from .generated.models.redirect import Redirect
from .generated.models.refresh_request import RefreshRequest
from .generated.models.registered_application import RegisteredApplication
from .generated.models.registration_confirm import RegistrationConfirm
from .generated.models.registration_in import RegistrationIn
from .generated.models.remove_in import RemoveIn
from .generated.models.renew_in import RenewIn
from .generated.models.reports_balance_sheet_locale import (
    ReportsBalanceSheetLocale,
)
from .generated.models.reports_cash_flow_locale import ReportsCashFlowLocale
from .generated.models.reports_profit_and_loss_locale import (
    ReportsProfitAndLossLocale,
)
from .generated.models.reports_trial_balance_locale import (
    ReportsTrialBalanceLocale,
)
from .generated.models.restore import Restore
from .generated.models.restore_mode import RestoreMode
from .generated.models.restore_page import RestorePage
from .generated.models.restore_request import RestoreRequest
from .generated.models.restore_state import RestoreState
from .generated.models.restores_sort import RestoresSort
from .generated.models.retention_dry_run_locale import RetentionDryRunLocale
from .generated.models.retention_due_list import RetentionDueList
from .generated.models.reversal_create import ReversalCreate
from .generated.models.revocation_in import RevocationIn
from .generated.models.revoke_in import RevokeIn
from .generated.models.revoked import Revoked
from .generated.models.role import Role
from .generated.models.role_create import RoleCreate
from .generated.models.role_page import RolePage
from .generated.models.role_update import RoleUpdate
from .generated.models.roles_list_locale import RolesListLocale
from .generated.models.roles_retrieve_locale import RolesRetrieveLocale
from .generated.models.roles_sort import RolesSort
from .generated.models.rotate_in import RotateIn
from .generated.models.rotate_secret import RotateSecret
from .generated.models.scope_set import ScopeSet
from .generated.models.scope_set_create import ScopeSetCreate
from .generated.models.scope_set_page import ScopeSetPage
from .generated.models.scope_set_update import ScopeSetUpdate
from .generated.models.scope_sets_list_locale import ScopeSetsListLocale
from .generated.models.scope_sets_retrieve_locale import (
    ScopeSetsRetrieveLocale,
)
from .generated.models.scope_sets_sort import ScopeSetsSort
from .generated.models.second_factor_in import SecondFactorIn
from .generated.models.second_factors import SecondFactors
from .generated.models.security_alerts_list_locale import (
    SecurityAlertsListLocale,
)
from .generated.models.security_alerts_retrieve_locale import (
    SecurityAlertsRetrieveLocale,
)
from .generated.models.security_alerts_sort import SecurityAlertsSort
from .generated.models.security_logins_list_locale import (
    SecurityLoginsListLocale,
)
from .generated.models.security_logins_sort import SecurityLoginsSort
from .generated.models.security_policy import SecurityPolicy
from .generated.models.security_policy_retrieve_locale import (
    SecurityPolicyRetrieveLocale,
)
from .generated.models.security_policy_update import SecurityPolicyUpdate
from .generated.models.service import Service
from .generated.models.service_create import ServiceCreate
from .generated.models.service_kind import ServiceKind
from .generated.models.service_page import ServicePage
from .generated.models.service_update import ServiceUpdate
from .generated.models.services_list_locale import ServicesListLocale
from .generated.models.services_retrieve_locale import ServicesRetrieveLocale
from .generated.models.services_sort import ServicesSort
from .generated.models.session import Session
from .generated.models.session_page import SessionPage
from .generated.models.session_slice import SessionSlice
from .generated.models.settings_document import SettingsDocument
from .generated.models.settings_retrieve_locale import SettingsRetrieveLocale
from .generated.models.settings_update import SettingsUpdate
from .generated.models.sign_in_request import SignInRequest
from .generated.models.tax_rate import TaxRate
from .generated.models.tax_rate_create import TaxRateCreate
from .generated.models.tax_rate_page import TaxRatePage
from .generated.models.tax_rate_update import TaxRateUpdate
from .generated.models.tax_rates_list_locale import TaxRatesListLocale
from .generated.models.tax_rates_retrieve_locale import (
    TaxRatesRetrieveLocale,
)
from .generated.models.tax_rates_sort import TaxRatesSort
from .generated.models.telegram_contact_create import TelegramContactCreate
from .generated.models.telegram_session import TelegramSession
from .generated.models.telegram_session_create import TelegramSessionCreate
from .generated.models.tenant import Tenant
from .generated.models.tenant_create import TenantCreate
from .generated.models.tenant_page import TenantPage
from .generated.models.tenant_password_reset import TenantPasswordReset
from .generated.models.tenant_status import TenantStatus
from .generated.models.tenant_transition import TenantTransition
from .generated.models.tenant_update import TenantUpdate
from .generated.models.tenant_user import TenantUser
from .generated.models.tenant_user_change import TenantUserChange
from .generated.models.tenant_user_recovery import TenantUserRecovery
from .generated.models.tenant_user_slice import TenantUserSlice
from .generated.models.tenants_sort import TenantsSort
from .generated.models.term import Term
from .generated.models.term_page import TermPage
from .generated.models.term_update import TermUpdate
from .generated.models.token_in import TokenIn
from .generated.models.token_pair import TokenPair
from .generated.models.trial_balance_compared import TrialBalanceCompared
from .generated.models.true_or_false import TrueOrFalse
from .generated.models.upload import Upload
from .generated.models.upload_create import UploadCreate
from .generated.models.uploads_retrieve_locale import UploadsRetrieveLocale
from .generated.models.usage_current_locale import UsageCurrentLocale
from .generated.models.usage_list import UsageList
from .generated.models.user import User
from .generated.models.user_create import UserCreate
from .generated.models.user_kind import UserKind
from .generated.models.user_page import UserPage
from .generated.models.user_status import UserStatus
from .generated.models.user_update import UserUpdate
from .generated.models.users_activity_locale import UsersActivityLocale
from .generated.models.users_deletion_preview_locale import (
    UsersDeletionPreviewLocale,
)
from .generated.models.users_list_locale import UsersListLocale
from .generated.models.users_retrieve_locale import UsersRetrieveLocale
from .generated.models.users_sessions_locale import UsersSessionsLocale
from .generated.models.users_sort import UsersSort
from .generated.models.variant import Variant
from .generated.models.variant_create import VariantCreate
from .generated.models.variant_page import VariantPage
from .generated.models.variant_update import VariantUpdate
from .generated.models.variants_list_locale import VariantsListLocale
from .generated.models.variants_retrieve_locale import VariantsRetrieveLocale
from .generated.models.variants_sort import VariantsSort
from .generated.models.verify_in import VerifyIn
from .generated.models.webhook_deliveries_list_locale import (
    WebhookDeliveriesListLocale,
)
from .generated.models.webhook_deliveries_retrieve_locale import (
    WebhookDeliveriesRetrieveLocale,
)
from .generated.models.webhook_deliveries_sort import WebhookDeliveriesSort
from .generated.models.webhook_delivery import WebhookDelivery
from .generated.models.webhook_delivery_page import WebhookDeliveryPage
from .generated.models.webhook_delivery_state import WebhookDeliveryState
from .generated.models.webhook_endpoint import WebhookEndpoint
from .generated.models.webhook_endpoint_create import WebhookEndpointCreate
from .generated.models.webhook_endpoint_page import WebhookEndpointPage
from .generated.models.webhook_endpoint_revealed import WebhookEndpointRevealed
from .generated.models.webhook_endpoint_state import WebhookEndpointState
from .generated.models.webhook_endpoint_update import WebhookEndpointUpdate
from .generated.models.webhook_endpoints_list_locale import (
    WebhookEndpointsListLocale,
)
from .generated.models.webhook_endpoints_retrieve_locale import (
    WebhookEndpointsRetrieveLocale,
)
from .generated.models.webhook_endpoints_sort import WebhookEndpointsSort
from .generated.models.workflow import Workflow
from .generated.models.workflow_page import WorkflowPage
from .generated.models.workflows_list_locale import WorkflowsListLocale
from .generated.models.workflows_retrieve_locale import (
    WorkflowsRetrieveLocale,
)
from .generated.models.workflows_sort import WorkflowsSort
from .generated.types import UNSET, Unset


class AccessApi(Resource):
    """The resource `access`."""

    def register(self, *, body: RegistrationIn) -> None:
        """Registers a customer. A link goes to the address; the name and password given with it open the account."""
        self._caller.settle(access_register.sync_detailed(body=body, client=self._caller.client))


class AccessConfirmApi(Resource):
    """The resource `access_confirm`."""

    def registration(self, *, body: RegistrationConfirm) -> None:
        """Opens the account of somebody who registered, by the link of the mail. The link works once, for 3 days."""
        self._caller.settle(access_confirm_registration.sync_detailed(body=body, client=self._caller.client))


class AccessLogApi(Resource):
    """The resource `access_log`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: AccessLogSort | Unset = UNSET,
        count: bool | Unset = False,
        actor: builtins.list[str] | Unset = UNSET,
        method: builtins.list[AccessMethod] | Unset = UNSET,
        route: str | Unset = UNSET,
        status_from: int | Unset = UNSET,
        status_to: int | Unset = UNSET,
        slower_than: int | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: AccessLogListLocale | Unset = UNSET,
    ) -> AccessEntryPage:
        """List access_log."""
        return cast(
            "AccessEntryPage",
            self._caller.settle(
                access_log_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    actor=actor,
                    method=method,
                    route=route,
                    status_from=status_from,
                    status_to=status_to,
                    slower_than=slower_than,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: AccessLogSort | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        method: builtins.list[AccessMethod] | Unset = UNSET,
        route: str | Unset = UNSET,
        status_from: int | Unset = UNSET,
        status_to: int | Unset = UNSET,
        slower_than: int | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: AccessLogListLocale | Unset = UNSET,
    ) -> Iterator[AccessEntry]:
        """List access_log, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                actor=actor,
                method=method,
                route=route,
                status_from=status_from,
                status_to=status_to,
                slower_than=slower_than,
                ip=ip,
                credential=credential,
                credential_kind=credential_kind,
                request_id=request_id,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class AccessRequestPasswordApi(Resource):
    """The resource `access_request_password`."""

    def reset(self, *, body: MailboxIn) -> None:
        """Sends a link to choose a new password. The answer is the same for any address, known or not."""
        self._caller.settle(
            access_request_password_reset.sync_detailed(body=body, client=self._caller.client)
        )


class AccessResetApi(Resource):
    """The resource `access_reset`."""

    def password(self, *, body: PasswordResetIn) -> None:
        """Sets a new password by the link of a mail, and ends all sessions. The link works once, for an hour."""
        self._caller.settle(access_reset_password.sync_detailed(body=body, client=self._caller.client))


class ApiKeysApi(Resource):
    """The resource `api_keys`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ApiKeysSort | Unset = UNSET,
        count: bool | Unset = False,
        user: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ApiKeysListLocale | Unset = UNSET,
    ) -> ApiKeyPage:
        """List api keys."""
        return cast(
            "ApiKeyPage",
            self._caller.settle(
                api_keys_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    user=user,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ApiKeysSort | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ApiKeysListLocale | Unset = UNSET,
    ) -> Iterator[ApiKey]:
        """List api keys, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, user=user, q=q, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def mint(self, *, body: ApiKeyCreate) -> MintedKey:
        """Makes a key of a service account; its secret is in this answer only."""
        return cast(
            "MintedKey",
            self._caller.settle(api_keys_mint.sync_detailed(body=body, client=self._caller.client)),
        )

    def retrieve(self, id: str, *, locale: ApiKeysRetrieveLocale | Unset = UNSET) -> ApiKey:
        """Read one of api keys."""
        return cast(
            "ApiKey",
            self._caller.settle(
                api_keys_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of api keys."""
        self._caller.settle(api_keys_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def rotate(self, id: str, *, body: RotateIn, if_match: str | Unset = UNSET) -> MintedKey:
        """Gives a key a new secret; the old one works for a while, so that clients can change over."""
        return cast(
            "MintedKey",
            self._caller.settle(
                api_keys_rotate.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class AuditActionsApi(Resource):
    """The resource `audit_actions`."""

    def catalogue(self, *, locale: AuditActionsCatalogueLocale | Unset = UNSET) -> AuditActionList:
        """Every action, changes of rows first."""
        return cast(
            "AuditActionList",
            self._caller.settle(
                audit_actions_catalogue.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class AuditLogApi(Resource):
    """The resource `audit_log`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: AuditLogSort | Unset = UNSET,
        count: bool | Unset = False,
        actor: builtins.list[str] | Unset = UNSET,
        impersonator: builtins.list[str] | Unset = UNSET,
        impersonated: bool | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: AuditLogListLocale | Unset = UNSET,
    ) -> AuditEntryPage:
        """List audit_log."""
        return cast(
            "AuditEntryPage",
            self._caller.settle(
                audit_log_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    actor=actor,
                    impersonator=impersonator,
                    impersonated=impersonated,
                    resource=resource,
                    table=table,
                    action=action,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: AuditLogSort | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        impersonator: builtins.list[str] | Unset = UNSET,
        impersonated: bool | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: AuditLogListLocale | Unset = UNSET,
    ) -> Iterator[AuditEntry]:
        """List audit_log, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                actor=actor,
                impersonator=impersonator,
                impersonated=impersonated,
                resource=resource,
                table=table,
                action=action,
                ip=ip,
                credential=credential,
                credential_kind=credential_kind,
                request_id=request_id,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: AuditLogRetrieveLocale | Unset = UNSET) -> AuditEntry:
        """Read one of audit_log."""
        return cast(
            "AuditEntry",
            self._caller.settle(
                audit_log_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def chain(
        self,
        *,
        start: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        locale: AuditLogChainLocale | Unset = UNSET,
    ) -> Chain:
        """Verifies the hash chain from an entry on: finds what was removed, altered or moved."""
        return cast(
            "Chain",
            self._caller.settle(
                audit_log_chain.sync_detailed(
                    start=start, limit=limit, locale=locale, client=self._caller.client
                )
            ),
        )

    def export(
        self,
        *,
        actor: str | Unset = UNSET,
        impersonator: str | Unset = UNSET,
        impersonated: TrueOrFalse | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: CredentialKind | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
    ) -> str:
        """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded."""
        return cast(
            "str",
            self._caller.settle(
                audit_log_export.sync_detailed(
                    actor=actor,
                    impersonator=impersonator,
                    impersonated=impersonated,
                    resource=resource,
                    table=table,
                    action=action,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    client=self._caller.client,
                )
            ),
        )


class AuthApi(Resource):
    """The resource `auth`."""

    def change_expired_password(self, *, body: ExpiredPasswordIn) -> None:
        """Replaces a password that has become too old. Sign in with the new one afterwards."""
        self._caller.settle(auth_change_expired_password.sync_detailed(body=body, client=self._caller.client))

    def second_factor(self, *, body: SecondFactorIn) -> TokenPair:
        """Opens the session of a challenge with a code of a second factor. A code works once."""
        return cast(
            "TokenPair",
            self._caller.settle(auth_second_factor.sync_detailed(body=body, client=self._caller.client)),
        )

    def sign_in(self, *, body: SignInRequest) -> TokenPair:
        """Opens a session by e-mail address or telephone number and password, or by a service account's secret."""
        return cast(
            "TokenPair",
            self._caller.settle(auth_sign_in.sync_detailed(body=body, client=self._caller.client)),
        )

    def refresh(self, *, body: RefreshRequest) -> TokenPair:
        """Renews a session. A refresh token is good once; using an old one again ends the session."""
        return cast(
            "TokenPair",
            self._caller.settle(auth_refresh.sync_detailed(body=body, client=self._caller.client)),
        )

    def sign_out(self, *, body: RefreshRequest) -> None:
        """Ends the session of a refresh token at once, its access tokens included."""
        self._caller.settle(auth_sign_out.sync_detailed(body=body, client=self._caller.client))


class AuthSecondFactorApi(Resource):
    """The resource `auth_second_factor`."""

    def code(self, *, body: ChallengeIn) -> None:
        """Sends the user of a challenge a code by Telegram, good for five minutes."""
        self._caller.settle(auth_second_factor_code.sync_detailed(body=body, client=self._caller.client))


class BranchesApi(Resource):
    """The resource `branches`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: BranchesSort | Unset = UNSET,
        count: bool | Unset = False,
        parent: builtins.list[str] | Unset = UNSET,
        active: bool | Unset = UNSET,
        near: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: BranchesListLocale | Unset = UNSET,
    ) -> BranchPage:
        """List branches."""
        return cast(
            "BranchPage",
            self._caller.settle(
                branches_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    parent=parent,
                    active=active,
                    near=near,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: BranchesSort | Unset = UNSET,
        parent: builtins.list[str] | Unset = UNSET,
        active: bool | Unset = UNSET,
        near: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: BranchesListLocale | Unset = UNSET,
    ) -> Iterator[Branch]:
        """List branches, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                parent=parent,
                active=active,
                near=near,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: BranchCreate, idempotency_key: str | None = None) -> Branch:
        """Create one of branches."""
        return cast(
            "Branch",
            self._caller.settle(
                branches_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: BranchesRetrieveLocale | Unset = UNSET) -> Branch:
        """Read one of branches."""
        return cast(
            "Branch",
            self._caller.settle(
                branches_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: BranchUpdate, if_match: str | Unset = UNSET) -> Branch:
        """Change one of branches."""
        return cast(
            "Branch",
            self._caller.settle(
                branches_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of branches."""
        self._caller.settle(branches_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def open(
        self, *, near: str | Unset = UNSET, locale: BranchesOpenLocale | Unset = UNSET
    ) -> OpenBranchList:
        """The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest first."""
        return cast(
            "OpenBranchList",
            self._caller.settle(
                branches_open.sync_detailed(near=near, locale=locale, client=self._caller.client)
            ),
        )


class BrandingApi(Resource):
    """The resource `branding`."""

    def retrieve(self, *, locale: BrandingRetrieveLocale | Unset = UNSET) -> Branding:
        """Read branding."""
        return cast(
            "Branding",
            self._caller.settle(branding_retrieve.sync_detailed(locale=locale, client=self._caller.client)),
        )

    def update(self, *, body: BrandingUpdate, if_match: str | Unset = UNSET) -> Branding:
        """Change branding."""
        return cast(
            "Branding",
            self._caller.settle(
                branding_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def contrast(self, *, locale: BrandingContrastLocale | Unset = UNSET) -> ContrastReport:
        """How well the tokens that hold can be told apart; pairs that fall short are warnings."""
        return cast(
            "ContrastReport",
            self._caller.settle(branding_contrast.sync_detailed(locale=locale, client=self._caller.client)),
        )


class CalendarApi(Resource):
    """The resource `calendar`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: CalendarSort | Unset = UNSET,
        count: bool | Unset = False,
        branch: builtins.list[str] | Unset = UNSET,
        due_from: datetime.datetime | Unset = UNSET,
        due_before: datetime.datetime | Unset = UNSET,
        priority: builtins.list[Priority] | Unset = UNSET,
        state_group: builtins.list[OrderStateGroup] | Unset = UNSET,
        locale: CalendarListLocale | Unset = UNSET,
    ) -> CalendarEntryPage:
        """List calendar."""
        return cast(
            "CalendarEntryPage",
            self._caller.settle(
                calendar_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    branch=branch,
                    due_from=due_from,
                    due_before=due_before,
                    priority=priority,
                    state_group=state_group,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: CalendarSort | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        due_from: datetime.datetime | Unset = UNSET,
        due_before: datetime.datetime | Unset = UNSET,
        priority: builtins.list[Priority] | Unset = UNSET,
        state_group: builtins.list[OrderStateGroup] | Unset = UNSET,
        locale: CalendarListLocale | Unset = UNSET,
    ) -> Iterator[CalendarEntry]:
        """List calendar, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                branch=branch,
                due_from=due_from,
                due_before=due_before,
                priority=priority,
                state_group=state_group,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def days(
        self,
        *,
        start: datetime.date,
        end: datetime.date,
        branch: str | Unset = UNSET,
        locale: CalendarDaysLocale | Unset = UNSET,
    ) -> BranchCalendarList:
        """How many orders are due on each day, by branch, with the holidays."""
        return cast(
            "BranchCalendarList",
            self._caller.settle(
                calendar_days.sync_detailed(
                    start=start, end=end, branch=branch, locale=locale, client=self._caller.client
                )
            ),
        )


class CapabilitiesApi(Resource):
    """The resource `capabilities`."""

    def retrieve(self, *, locale: CapabilitiesRetrieveLocale | Unset = UNSET) -> Capabilities:
        """Read capabilities."""
        return cast(
            "Capabilities",
            self._caller.settle(
                capabilities_retrieve.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class CategoriesApi(Resource):
    """The resource `categories`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: CategoriesSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        parent: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: CategoriesListLocale | Unset = UNSET,
    ) -> CategoryPage:
        """List categories."""
        return cast(
            "CategoryPage",
            self._caller.settle(
                categories_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    active=active,
                    parent=parent,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: CategoriesSort | Unset = UNSET,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        parent: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: CategoriesListLocale | Unset = UNSET,
    ) -> Iterator[Category]:
        """List categories, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                code=code,
                active=active,
                parent=parent,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: CategoryCreate, idempotency_key: str | None = None) -> Category:
        """Create one of categories."""
        return cast(
            "Category",
            self._caller.settle(
                categories_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: CategoriesRetrieveLocale | Unset = UNSET) -> Category:
        """Read one of categories."""
        return cast(
            "Category",
            self._caller.settle(
                categories_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: CategoryUpdate, if_match: str | Unset = UNSET) -> Category:
        """Change one of categories."""
        return cast(
            "Category",
            self._caller.settle(
                categories_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of categories."""
        self._caller.settle(
            categories_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class ConsentsApi(Resource):
    """The resource `consents`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ConsentsSort | Unset = UNSET,
        count: bool | Unset = False,
        customer: builtins.list[str] | Unset = UNSET,
        purpose: str | Unset = UNSET,
        granted: bool | Unset = UNSET,
        locale: ConsentsListLocale | Unset = UNSET,
    ) -> ConsentPage:
        """List consents."""
        return cast(
            "ConsentPage",
            self._caller.settle(
                consents_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    customer=customer,
                    purpose=purpose,
                    granted=granted,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ConsentsSort | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        purpose: str | Unset = UNSET,
        granted: bool | Unset = UNSET,
        locale: ConsentsListLocale | Unset = UNSET,
    ) -> Iterator[Consent]:
        """List consents, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                customer=customer,
                purpose=purpose,
                granted=granted,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: ConsentCreate, idempotency_key: str | None = None) -> Consent:
        """Create one of consents."""
        return cast(
            "Consent",
            self._caller.settle(
                consents_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: ConsentsRetrieveLocale | Unset = UNSET) -> Consent:
        """Read one of consents."""
        return cast(
            "Consent",
            self._caller.settle(
                consents_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def cookies(self, *, locale: ConsentsCookiesLocale | Unset = UNSET) -> CookieCategoryList:
        """The categories of cookies that a banner asks about."""
        return cast(
            "CookieCategoryList",
            self._caller.settle(consents_cookies.sync_detailed(locale=locale, client=self._caller.client)),
        )

    def standing(self, *, customer: str, locale: ConsentsStandingLocale | Unset = UNSET) -> ConsentList:
        """Of each purpose of a customer the entry that counts now."""
        return cast(
            "ConsentList",
            self._caller.settle(
                consents_standing.sync_detailed(customer=customer, locale=locale, client=self._caller.client)
            ),
        )

    def record_visitor(self, *, body: CookieChoicesIn, idempotency_key: str | None = None) -> ConsentList:
        """Records what a visitor's browser allows, an entry a category."""
        return cast(
            "ConsentList",
            self._caller.settle(
                consents_record_visitor.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class CurrenciesApi(Resource):
    """The resource `currencies`."""

    def catalogue(self, *, locale: CurrenciesCatalogueLocale | Unset = UNSET) -> CurrencyList:
        """List the currencies that amounts may be in."""
        return cast(
            "CurrencyList",
            self._caller.settle(
                currencies_catalogue.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class CustomersApi(Resource):
    """The resource `customers`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: CustomersSort | Unset = UNSET,
        count: bool | Unset = False,
        kind: builtins.list[CustomerKind] | Unset = UNSET,
        class_code: str | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        active: bool | Unset = UNSET,
        merged_into: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: CustomersListLocale | Unset = UNSET,
    ) -> CustomerPage:
        """List customers."""
        return cast(
            "CustomerPage",
            self._caller.settle(
                customers_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    kind=kind,
                    class_code=class_code,
                    branch=branch,
                    tags=tags,
                    active=active,
                    merged_into=merged_into,
                    created_from=created_from,
                    created_before=created_before,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: CustomersSort | Unset = UNSET,
        kind: builtins.list[CustomerKind] | Unset = UNSET,
        class_code: str | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        tags: builtins.list[str] | Unset = UNSET,
        active: bool | Unset = UNSET,
        merged_into: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: CustomersListLocale | Unset = UNSET,
    ) -> Iterator[Customer]:
        """List customers, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                kind=kind,
                class_code=class_code,
                branch=branch,
                tags=tags,
                active=active,
                merged_into=merged_into,
                created_from=created_from,
                created_before=created_before,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: CustomerCreate, idempotency_key: str | None = None) -> Customer:
        """Create one of customers."""
        return cast(
            "Customer",
            self._caller.settle(
                customers_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: CustomersRetrieveLocale | Unset = UNSET) -> Customer:
        """Read one of customers."""
        return cast(
            "Customer",
            self._caller.settle(
                customers_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: CustomerUpdate, if_match: str | Unset = UNSET) -> Customer:
        """Change one of customers."""
        return cast(
            "Customer",
            self._caller.settle(
                customers_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of customers."""
        self._caller.settle(customers_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def duplicates(
        self, id: str, *, locale: CustomersDuplicatesLocale | Unset = UNSET
    ) -> CustomerDuplicateList:
        """List who may be the same customer, the likeliest first: by contacts, tax number, names and documents."""
        return cast(
            "CustomerDuplicateList",
            self._caller.settle(
                customers_duplicates.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def set_identity(self, id: str, *, body: IdentityIn) -> Customer:
        """Keeps the customer's identity document; its number is sealed at rest. The one before is replaced."""
        return cast(
            "Customer",
            self._caller.settle(
                customers_set_identity.sync_detailed(id, body=body, client=self._caller.client)
            ),
        )

    def remove_identity(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Forgets the customer's identity document."""
        self._caller.settle(
            customers_remove_identity.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def reveal_identity(self, id: str, *, if_match: str | Unset = UNSET) -> Identity:
        """The identity document with its number in full. Who looked is in the audit log."""
        return cast(
            "Identity",
            self._caller.settle(
                customers_reveal_identity.sync_detailed(id, if_match=if_match, client=self._caller.client)
            ),
        )

    def merge(
        self,
        id: str,
        *,
        body: CustomerMergeIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> CustomerMerge:
        """Merge a duplicate into the customer: its orders, money, points, files, people and contacts go along."""
        return cast(
            "CustomerMerge",
            self._caller.settle(
                customers_merge.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def undo_merge(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> CustomerMerge:
        """Take back that the customer was merged into another: what had come from it is its own again."""
        return cast(
            "CustomerMerge",
            self._caller.settle(
                customers_undo_merge.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def bulk(self, *, body: BulkRequest, idempotency_key: str | None = None) -> BulkResult:
        """Change many of customers."""
        return cast(
            "BulkResult",
            self._caller.settle(
                customers_bulk.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def telegram_contact(self, *, body: TelegramContactCreate, idempotency_key: str | None = None) -> Contact:
        """Keeps the telephone number that a customer shared with the bot as verified."""
        return cast(
            "Contact",
            self._caller.settle(
                customers_telegram_contact.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def telegram_session(self, *, body: TelegramSessionCreate) -> TelegramSession:
        """Signs in the customer behind a Telegram user; makes the customer at the first time."""
        return cast(
            "TelegramSession",
            self._caller.settle(
                customers_telegram_session.sync_detailed(body=body, client=self._caller.client)
            ),
        )


class DeadLettersApi(Resource):
    """The resource `dead_letters`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: DeadLettersSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: DeadLettersListLocale | Unset = UNSET,
    ) -> DeadLetterPage:
        """List dead_letters."""
        return cast(
            "DeadLetterPage",
            self._caller.settle(
                dead_letters_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: DeadLettersSort | Unset = UNSET,
        locale: DeadLettersListLocale | Unset = UNSET,
    ) -> Iterator[DeadLetter]:
        """List dead_letters, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: DeadLettersRetrieveLocale | Unset = UNSET) -> DeadLetter:
        """Read one of dead_letters."""
        return cast(
            "DeadLetter",
            self._caller.settle(
                dead_letters_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def replay(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> DeadLetter:
        """Gives the event to the handler again."""
        return cast(
            "DeadLetter",
            self._caller.settle(
                dead_letters_replay.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class DocumentTypesApi(Resource):
    """The resource `document_types`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: DocumentTypesSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: DocumentTypesListLocale | Unset = UNSET,
    ) -> TermPage:
        """List document_types."""
        return cast(
            "TermPage",
            self._caller.settle(
                document_types_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    active=active,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: DocumentTypesSort | Unset = UNSET,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: DocumentTypesListLocale | Unset = UNSET,
    ) -> Iterator[Term]:
        """List document_types, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, code=code, active=active, q=q, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: DocumentTypeCreate, idempotency_key: str | None = None) -> Term:
        """Create one of document_types."""
        return cast(
            "Term",
            self._caller.settle(
                document_types_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: DocumentTypesRetrieveLocale | Unset = UNSET) -> Term:
        """Read one of document_types."""
        return cast(
            "Term",
            self._caller.settle(
                document_types_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: TermUpdate, if_match: str | Unset = UNSET) -> Term:
        """Change one of document_types."""
        return cast(
            "Term",
            self._caller.settle(
                document_types_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of document_types."""
        self._caller.settle(
            document_types_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class EventTypesApi(Resource):
    """The resource `event_types`."""

    def catalogue(self, *, locale: EventTypesCatalogueLocale | Unset = UNSET) -> EventTypeList:
        """Every event type with the JSON Schema of its body."""
        return cast(
            "EventTypeList",
            self._caller.settle(
                event_types_catalogue.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class EventsApi(Resource):
    """The resource `events`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: EventsSort | Unset = UNSET,
        count: bool | Unset = False,
        after: str | Unset = UNSET,
        type_: str | Unset = UNSET,
        occurred_from: datetime.datetime | Unset = UNSET,
        occurred_before: datetime.datetime | Unset = UNSET,
        locale: EventsListLocale | Unset = UNSET,
    ) -> EventPage:
        """List events."""
        return cast(
            "EventPage",
            self._caller.settle(
                events_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    after=after,
                    type_=type_,
                    occurred_from=occurred_from,
                    occurred_before=occurred_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: EventsSort | Unset = UNSET,
        after: str | Unset = UNSET,
        type_: str | Unset = UNSET,
        occurred_from: datetime.datetime | Unset = UNSET,
        occurred_before: datetime.datetime | Unset = UNSET,
        locale: EventsListLocale | Unset = UNSET,
    ) -> Iterator[Event]:
        """List events, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                after=after,
                type_=type_,
                occurred_from=occurred_from,
                occurred_before=occurred_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: EventsRetrieveLocale | Unset = UNSET) -> Event:
        """Read one of events."""
        return cast(
            "Event",
            self._caller.settle(events_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)),
        )


class FilesApi(Resource):
    """The resource `files`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: FilesSort | Unset = UNSET,
        count: bool | Unset = False,
        category: builtins.list[FileCategory] | Unset = UNSET,
        state: builtins.list[FileState] | Unset = UNSET,
        kind: builtins.list[FileKind] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: FilesListLocale | Unset = UNSET,
    ) -> FilePage:
        """List files."""
        return cast(
            "FilePage",
            self._caller.settle(
                files_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    category=category,
                    state=state,
                    kind=kind,
                    customer=customer,
                    order=order,
                    created_from=created_from,
                    created_before=created_before,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: FilesSort | Unset = UNSET,
        category: builtins.list[FileCategory] | Unset = UNSET,
        state: builtins.list[FileState] | Unset = UNSET,
        kind: builtins.list[FileKind] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: FilesListLocale | Unset = UNSET,
    ) -> Iterator[File]:
        """List files, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                category=category,
                state=state,
                kind=kind,
                customer=customer,
                order=order,
                created_from=created_from,
                created_before=created_before,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(
        self,
        *,
        body: FilesCreateBody,
        category: FileCategory | Unset = UNSET,
        wait: bool | Unset = UNSET,
        idempotency_key: str | None = None,
    ) -> File:
        """Create one of files."""
        return cast(
            "File",
            self._caller.settle(
                files_create.sync_detailed(
                    body=body,
                    category=category,
                    wait=wait,
                    idempotency_key=idempotency_key or new_key(),
                    client=self._caller.client,
                )
            ),
        )

    def retrieve(self, id: str, *, locale: FilesRetrieveLocale | Unset = UNSET) -> File:
        """Read one of files."""
        return cast(
            "File",
            self._caller.settle(files_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)),
        )

    def update(self, id: str, *, body: FileUpdate, if_match: str | Unset = UNSET) -> File:
        """Change one of files."""
        return cast(
            "File",
            self._caller.settle(
                files_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of files."""
        self._caller.settle(files_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def content(self, id: str) -> types.File:
        """Download a file's bytes."""
        return cast(
            "types.File", self._caller.settle(files_content.sync_detailed(id, client=self._caller.client))
        )

    def download(self, id: str, *, token: str) -> types.File:
        """Download a file's bytes by a signed link."""
        return cast(
            "types.File",
            self._caller.settle(files_download.sync_detailed(id, token=token, client=self._caller.client)),
        )

    def image(self, id: str, *, token: str) -> types.File:
        """Show an image that the business publishes (JPEG, PNG), in place, by a signed link."""
        return cast(
            "types.File",
            self._caller.settle(files_image.sync_detailed(id, token=token, client=self._caller.client)),
        )

    def links(
        self,
        id: str,
        *,
        body: FileLinkCreate,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> FileLink:
        """Make a signed download link that needs no token of a user."""
        return cast(
            "FileLink",
            self._caller.settle(
                files_links.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class HolidaysApi(Resource):
    """The resource `holidays`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: HolidaysSort | Unset = UNSET,
        count: bool | Unset = False,
        branch: builtins.list[str] | Unset = UNSET,
        day_from: datetime.date | Unset = UNSET,
        day_before: datetime.date | Unset = UNSET,
        locale: HolidaysListLocale | Unset = UNSET,
    ) -> HolidayPage:
        """List holidays."""
        return cast(
            "HolidayPage",
            self._caller.settle(
                holidays_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    branch=branch,
                    day_from=day_from,
                    day_before=day_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: HolidaysSort | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        day_from: datetime.date | Unset = UNSET,
        day_before: datetime.date | Unset = UNSET,
        locale: HolidaysListLocale | Unset = UNSET,
    ) -> Iterator[Holiday]:
        """List holidays, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                branch=branch,
                day_from=day_from,
                day_before=day_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: HolidayCreate, idempotency_key: str | None = None) -> Holiday:
        """Create one of holidays."""
        return cast(
            "Holiday",
            self._caller.settle(
                holidays_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: HolidaysRetrieveLocale | Unset = UNSET) -> Holiday:
        """Read one of holidays."""
        return cast(
            "Holiday",
            self._caller.settle(
                holidays_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: HolidayUpdate, if_match: str | Unset = UNSET) -> Holiday:
        """Change one of holidays."""
        return cast(
            "Holiday",
            self._caller.settle(
                holidays_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of holidays."""
        self._caller.settle(holidays_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class InvitationsApi(Resource):
    """The resource `invitations`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: InvitationsSort | Unset = UNSET,
        count: bool | Unset = False,
        state: builtins.list[InvitationState] | Unset = UNSET,
        email: str | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: InvitationsListLocale | Unset = UNSET,
    ) -> InvitationPage:
        """List invitations."""
        return cast(
            "InvitationPage",
            self._caller.settle(
                invitations_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    email=email,
                    customer=customer,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: InvitationsSort | Unset = UNSET,
        state: builtins.list[InvitationState] | Unset = UNSET,
        email: str | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: InvitationsListLocale | Unset = UNSET,
    ) -> Iterator[Invitation]:
        """List invitations, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                state=state,
                email=email,
                customer=customer,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: InvitationCreate, idempotency_key: str | None = None) -> Invitation:
        """Create one of invitations."""
        return cast(
            "Invitation",
            self._caller.settle(
                invitations_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: InvitationsRetrieveLocale | Unset = UNSET) -> Invitation:
        """Read one of invitations."""
        return cast(
            "Invitation",
            self._caller.settle(
                invitations_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def resend(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Invitation:
        """Sends a new link, good for a week; the one before no longer works."""
        return cast(
            "Invitation",
            self._caller.settle(
                invitations_resend.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def revoke(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Invitation:
        """Takes an invitation back: its link no longer works."""
        return cast(
            "Invitation",
            self._caller.settle(
                invitations_revoke.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def accept(self, *, body: InvitationAccept) -> TokenPair:
        """Makes the invited user with the roles that wait, and signs it in. A link works once."""
        return cast(
            "TokenPair",
            self._caller.settle(invitations_accept.sync_detailed(body=body, client=self._caller.client)),
        )

    def show(self, *, body: LinkIn) -> InvitationShown:
        """What a link invites to. Changes nothing."""
        return cast(
            "InvitationShown",
            self._caller.settle(invitations_show.sync_detailed(body=body, client=self._caller.client)),
        )


class JournalEntriesApi(Resource):
    """The resource `journal_entries`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: JournalEntriesSort | Unset = UNSET,
        count: bool | Unset = False,
        account: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        subject: str | Unset = UNSET,
        subject_type: builtins.list[LedgerSubjectType] | Unset = UNSET,
        key: str | Unset = UNSET,
        number: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: JournalEntriesListLocale | Unset = UNSET,
    ) -> JournalEntryPage:
        """List journal entries."""
        return cast(
            "JournalEntryPage",
            self._caller.settle(
                journal_entries_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    account=account,
                    branch=branch,
                    subject=subject,
                    subject_type=subject_type,
                    key=key,
                    number=number,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: JournalEntriesSort | Unset = UNSET,
        account: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        subject: str | Unset = UNSET,
        subject_type: builtins.list[LedgerSubjectType] | Unset = UNSET,
        key: str | Unset = UNSET,
        number: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: JournalEntriesListLocale | Unset = UNSET,
    ) -> Iterator[JournalEntry]:
        """List journal entries, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                account=account,
                branch=branch,
                subject=subject,
                subject_type=subject_type,
                key=key,
                number=number,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: JournalEntryCreate, idempotency_key: str | None = None) -> JournalEntry:
        """Create one of journal entries."""
        return cast(
            "JournalEntry",
            self._caller.settle(
                journal_entries_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: JournalEntriesRetrieveLocale | Unset = UNSET) -> JournalEntry:
        """Read one of journal entries."""
        return cast(
            "JournalEntry",
            self._caller.settle(
                journal_entries_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def reverse(
        self,
        id: str,
        *,
        body: ReversalCreate,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> JournalEntry:
        """Takes an entry that was made by hand back by one with the sides swapped; an entry is reversed once."""
        return cast(
            "JournalEntry",
            self._caller.settle(
                journal_entries_reverse.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class LanguagePairsApi(Resource):
    """The resource `language_pairs`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LanguagePairsSort | Unset = UNSET,
        count: bool | Unset = False,
        source: str | Unset = UNSET,
        target: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        locale: LanguagePairsListLocale | Unset = UNSET,
    ) -> LanguagePairPage:
        """List language_pairs."""
        return cast(
            "LanguagePairPage",
            self._caller.settle(
                language_pairs_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    source=source,
                    target=target,
                    active=active,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LanguagePairsSort | Unset = UNSET,
        source: str | Unset = UNSET,
        target: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        locale: LanguagePairsListLocale | Unset = UNSET,
    ) -> Iterator[LanguagePair]:
        """List language_pairs, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                source=source,
                target=target,
                active=active,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LanguagePairCreate, idempotency_key: str | None = None) -> LanguagePair:
        """Create one of language_pairs."""
        return cast(
            "LanguagePair",
            self._caller.settle(
                language_pairs_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LanguagePairsRetrieveLocale | Unset = UNSET) -> LanguagePair:
        """Read one of language_pairs."""
        return cast(
            "LanguagePair",
            self._caller.settle(
                language_pairs_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: LanguagePairUpdate, if_match: str | Unset = UNSET) -> LanguagePair:
        """Change one of language_pairs."""
        return cast(
            "LanguagePair",
            self._caller.settle(
                language_pairs_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of language_pairs."""
        self._caller.settle(
            language_pairs_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class LanguagesApi(Resource):
    """The resource `languages`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LanguagesSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: LanguagesListLocale | Unset = UNSET,
    ) -> TermPage:
        """List languages."""
        return cast(
            "TermPage",
            self._caller.settle(
                languages_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    active=active,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LanguagesSort | Unset = UNSET,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: LanguagesListLocale | Unset = UNSET,
    ) -> Iterator[Term]:
        """List languages, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, code=code, active=active, q=q, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LanguageCreate, idempotency_key: str | None = None) -> Term:
        """Create one of languages."""
        return cast(
            "Term",
            self._caller.settle(
                languages_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LanguagesRetrieveLocale | Unset = UNSET) -> Term:
        """Read one of languages."""
        return cast(
            "Term",
            self._caller.settle(
                languages_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: TermUpdate, if_match: str | Unset = UNSET) -> Term:
        """Change one of languages."""
        return cast(
            "Term",
            self._caller.settle(
                languages_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of languages."""
        self._caller.settle(languages_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class LedgerAccountsApi(Resource):
    """The resource `ledger_accounts`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LedgerAccountsSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        role: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        heading: bool | Unset = UNSET,
        parent: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: LedgerAccountsListLocale | Unset = UNSET,
    ) -> LedgerAccountPage:
        """List ledger accounts."""
        return cast(
            "LedgerAccountPage",
            self._caller.settle(
                ledger_accounts_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    role=role,
                    active=active,
                    heading=heading,
                    parent=parent,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LedgerAccountsSort | Unset = UNSET,
        code: str | Unset = UNSET,
        role: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        heading: bool | Unset = UNSET,
        parent: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: LedgerAccountsListLocale | Unset = UNSET,
    ) -> Iterator[LedgerAccount]:
        """List ledger accounts, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                code=code,
                role=role,
                active=active,
                heading=heading,
                parent=parent,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LedgerAccountCreate, idempotency_key: str | None = None) -> LedgerAccount:
        """Create one of ledger accounts."""
        return cast(
            "LedgerAccount",
            self._caller.settle(
                ledger_accounts_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LedgerAccountsRetrieveLocale | Unset = UNSET) -> LedgerAccount:
        """Read one of ledger accounts."""
        return cast(
            "LedgerAccount",
            self._caller.settle(
                ledger_accounts_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: LedgerAccountUpdate, if_match: str | Unset = UNSET) -> LedgerAccount:
        """Change one of ledger accounts."""
        return cast(
            "LedgerAccount",
            self._caller.settle(
                ledger_accounts_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def tree(
        self,
        *,
        end: datetime.date | Unset = UNSET,
        branch: str | Unset = UNSET,
        locale: LedgerAccountsTreeLocale | Unset = UNSET,
    ) -> ChartTree:
        """All accounts as a tree, with what stands on them when the day `end` begins rolled up."""
        return cast(
            "ChartTree",
            self._caller.settle(
                ledger_accounts_tree.sync_detailed(
                    end=end, branch=branch, locale=locale, client=self._caller.client
                )
            ),
        )


class LegalDocumentsApi(Resource):
    """The resource `legal_documents`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LegalDocumentsSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        locale: LegalDocumentsListLocale | Unset = UNSET,
    ) -> LegalDocumentPage:
        """List legal_documents."""
        return cast(
            "LegalDocumentPage",
            self._caller.settle(
                legal_documents_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LegalDocumentsSort | Unset = UNSET,
        code: str | Unset = UNSET,
        locale: LegalDocumentsListLocale | Unset = UNSET,
    ) -> Iterator[LegalDocument]:
        """List legal_documents, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, code=code, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LegalDocumentCreate, idempotency_key: str | None = None) -> LegalDocument:
        """Create one of legal_documents."""
        return cast(
            "LegalDocument",
            self._caller.settle(
                legal_documents_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LegalDocumentsRetrieveLocale | Unset = UNSET) -> LegalDocument:
        """Read one of legal_documents."""
        return cast(
            "LegalDocument",
            self._caller.settle(
                legal_documents_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: LegalDocumentUpdate, if_match: str | Unset = UNSET) -> LegalDocument:
        """Change one of legal_documents."""
        return cast(
            "LegalDocument",
            self._caller.settle(
                legal_documents_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def publish(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> LegalDocument:
        """Puts a draft in force. Who accepted an earlier version is asked again."""
        return cast(
            "LegalDocument",
            self._caller.settle(
                legal_documents_publish.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def accept(self, *, body: AcceptanceIn, idempotency_key: str | None = None) -> Consent:
        """Records that the caller accepts a published version, or takes it back, with the digest of its words."""
        return cast(
            "Consent",
            self._caller.settle(
                legal_documents_accept.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def awaiting(self, *, locale: LegalDocumentsAwaitingLocale | Unset = UNSET) -> LegalDocumentList:
        """The documents in force that the caller has still to accept."""
        return cast(
            "LegalDocumentList",
            self._caller.settle(
                legal_documents_awaiting.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def current(self, *, locale: LegalDocumentsCurrentLocale | Unset = UNSET) -> LegalDocumentList:
        """The documents in force, each in its highest published version."""
        return cast(
            "LegalDocumentList",
            self._caller.settle(
                legal_documents_current.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class LocalesApi(Resource):
    """The resource `locales`."""

    def catalogue(self, *, locale: LocalesCatalogueLocale | Unset = UNSET) -> LocaleList:
        """List the languages that the product speaks."""
        return cast(
            "LocaleList",
            self._caller.settle(locales_catalogue.sync_detailed(locale=locale, client=self._caller.client)),
        )


class LoyaltyLotsApi(Resource):
    """The resource `loyalty_lots`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LoyaltyLotsSort | Unset = UNSET,
        count: bool | Unset = False,
        customer: builtins.list[str] | Unset = UNSET,
        locale: LoyaltyLotsListLocale | Unset = UNSET,
    ) -> LoyaltyLotPage:
        """List loyalty lots."""
        return cast(
            "LoyaltyLotPage",
            self._caller.settle(
                loyalty_lots_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    customer=customer,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LoyaltyLotsSort | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        locale: LoyaltyLotsListLocale | Unset = UNSET,
    ) -> Iterator[LoyaltyLot]:
        """List loyalty lots, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, customer=customer, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: LoyaltyLotsRetrieveLocale | Unset = UNSET) -> LoyaltyLot:
        """Read one of loyalty lots."""
        return cast(
            "LoyaltyLot",
            self._caller.settle(
                loyalty_lots_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def balance(self, *, customer: str, locale: LoyaltyLotsBalanceLocale | Unset = UNSET) -> LoyaltyBalance:
        """Read a customer's points."""
        return cast(
            "LoyaltyBalance",
            self._caller.settle(
                loyalty_lots_balance.sync_detailed(
                    customer=customer, locale=locale, client=self._caller.client
                )
            ),
        )


class LoyaltyPromotionsApi(Resource):
    """The resource `loyalty_promotions`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LoyaltyPromotionsSort | Unset = UNSET,
        count: bool | Unset = False,
        active: bool | Unset = UNSET,
        locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    ) -> LoyaltyPromotionPage:
        """List loyalty promotions."""
        return cast(
            "LoyaltyPromotionPage",
            self._caller.settle(
                loyalty_promotions_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    active=active,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LoyaltyPromotionsSort | Unset = UNSET,
        active: bool | Unset = UNSET,
        locale: LoyaltyPromotionsListLocale | Unset = UNSET,
    ) -> Iterator[LoyaltyPromotion]:
        """List loyalty promotions, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, active=active, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LoyaltyPromotionCreate, idempotency_key: str | None = None) -> LoyaltyPromotion:
        """Create one of loyalty promotions."""
        return cast(
            "LoyaltyPromotion",
            self._caller.settle(
                loyalty_promotions_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(
        self, id: str, *, locale: LoyaltyPromotionsRetrieveLocale | Unset = UNSET
    ) -> LoyaltyPromotion:
        """Read one of loyalty promotions."""
        return cast(
            "LoyaltyPromotion",
            self._caller.settle(
                loyalty_promotions_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(
        self, id: str, *, body: LoyaltyPromotionUpdate, if_match: str | Unset = UNSET
    ) -> LoyaltyPromotion:
        """Change one of loyalty promotions."""
        return cast(
            "LoyaltyPromotion",
            self._caller.settle(
                loyalty_promotions_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )


class LoyaltyRedemptionsApi(Resource):
    """The resource `loyalty_redemptions`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LoyaltyRedemptionsSort | Unset = UNSET,
        count: bool | Unset = False,
        customer: builtins.list[str] | Unset = UNSET,
        state: builtins.list[RedemptionState] | Unset = UNSET,
        locale: LoyaltyRedemptionsListLocale | Unset = UNSET,
    ) -> RedemptionPage:
        """List loyalty redemptions."""
        return cast(
            "RedemptionPage",
            self._caller.settle(
                loyalty_redemptions_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    customer=customer,
                    state=state,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LoyaltyRedemptionsSort | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        state: builtins.list[RedemptionState] | Unset = UNSET,
        locale: LoyaltyRedemptionsListLocale | Unset = UNSET,
    ) -> Iterator[Redemption]:
        """List loyalty redemptions, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, customer=customer, state=state, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: RedemptionCreate, idempotency_key: str | None = None) -> Redemption:
        """Create one of loyalty redemptions."""
        return cast(
            "Redemption",
            self._caller.settle(
                loyalty_redemptions_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LoyaltyRedemptionsRetrieveLocale | Unset = UNSET) -> Redemption:
        """Read one of loyalty redemptions."""
        return cast(
            "Redemption",
            self._caller.settle(
                loyalty_redemptions_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def cancel(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Redemption:
        """Give points that are set aside back."""
        return cast(
            "Redemption",
            self._caller.settle(
                loyalty_redemptions_cancel.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class LoyaltyRulesApi(Resource):
    """The resource `loyalty_rules`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: LoyaltyRulesSort | Unset = UNSET,
        count: bool | Unset = False,
        active: bool | Unset = UNSET,
        locale: LoyaltyRulesListLocale | Unset = UNSET,
    ) -> LoyaltyRulePage:
        """List loyalty rules."""
        return cast(
            "LoyaltyRulePage",
            self._caller.settle(
                loyalty_rules_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    active=active,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: LoyaltyRulesSort | Unset = UNSET,
        active: bool | Unset = UNSET,
        locale: LoyaltyRulesListLocale | Unset = UNSET,
    ) -> Iterator[LoyaltyRule]:
        """List loyalty rules, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, active=active, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: LoyaltyRuleCreate, idempotency_key: str | None = None) -> LoyaltyRule:
        """Create one of loyalty rules."""
        return cast(
            "LoyaltyRule",
            self._caller.settle(
                loyalty_rules_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: LoyaltyRulesRetrieveLocale | Unset = UNSET) -> LoyaltyRule:
        """Read one of loyalty rules."""
        return cast(
            "LoyaltyRule",
            self._caller.settle(
                loyalty_rules_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: LoyaltyRuleUpdate, if_match: str | Unset = UNSET) -> LoyaltyRule:
        """Change one of loyalty rules."""
        return cast(
            "LoyaltyRule",
            self._caller.settle(
                loyalty_rules_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def dry_run(self, *, body: LoyaltyDryRun, idempotency_key: str | None = None) -> LoyaltyEarning:
        """Say what an order earns by the rules, line by line, without earning it."""
        return cast(
            "LoyaltyEarning",
            self._caller.settle(
                loyalty_rules_dry_run.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class MeApi(Resource):
    """The resource `me`."""

    def retrieve(self, *, locale: MeRetrieveLocale | Unset = UNSET) -> Me:
        """Read me."""
        return cast(
            "Me", self._caller.settle(me_retrieve.sync_detailed(locale=locale, client=self._caller.client))
        )

    def update(self, *, body: MeUpdate, if_match: str | Unset = UNSET) -> Me:
        """Change me."""
        return cast(
            "Me",
            self._caller.settle(
                me_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def account_change_email(self, *, body: OwnMailboxIn) -> None:
        """Sends a link to another address; using it makes that the own one. Until then nothing changes."""
        self._caller.settle(me_account_change_email.sync_detailed(body=body, client=self._caller.client))

    def account_send_verification(self) -> None:
        """Sends a link to prove the own e-mail address, unless it is proved."""
        self._caller.settle(me_account_send_verification.sync_detailed(client=self._caller.client))

    def account_confirm_email(self, *, body: LinkIn) -> None:
        """Proves the mailbox by the link of a mail, and makes its address the own one. The address before is told."""
        self._caller.settle(me_account_confirm_email.sync_detailed(body=body, client=self._caller.client))

    def account_change_password(self, *, body: PasswordChangeIn) -> None:
        """Changes the own password and ends the other sessions."""
        self._caller.settle(me_account_change_password.sync_detailed(body=body, client=self._caller.client))

    def account_preferences_schema(
        self, *, locale: MeAccountPreferencesSchemaLocale | Unset = UNSET
    ) -> PreferencesSchema:
        """The JSON Schema of `preferences` in /me."""
        return cast(
            "PreferencesSchema",
            self._caller.settle(
                me_account_preferences_schema.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class MeApiKeysApi(Resource):
    """The resource `me_api_keys`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: MeApiKeysSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: MeApiKeysListLocale | Unset = UNSET,
    ) -> ApiKeyPage:
        """List me_api_keys."""
        return cast(
            "ApiKeyPage",
            self._caller.settle(
                me_api_keys_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: MeApiKeysSort | Unset = UNSET,
        locale: MeApiKeysListLocale | Unset = UNSET,
    ) -> Iterator[ApiKey]:
        """List me_api_keys, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def mint(self, *, body: OwnApiKeyCreate) -> MintedKey:
        """Makes a key of the caller's; its secret is in this answer only."""
        return cast(
            "MintedKey",
            self._caller.settle(me_api_keys_mint.sync_detailed(body=body, client=self._caller.client)),
        )

    def retrieve(self, id: str, *, locale: MeApiKeysRetrieveLocale | Unset = UNSET) -> ApiKey:
        """Read one of me_api_keys."""
        return cast(
            "ApiKey",
            self._caller.settle(
                me_api_keys_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of me_api_keys."""
        self._caller.settle(
            me_api_keys_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def rotate(self, id: str, *, body: RotateIn, if_match: str | Unset = UNSET) -> MintedKey:
        """Gives a key a new secret; the old one works for a while."""
        return cast(
            "MintedKey",
            self._caller.settle(
                me_api_keys_rotate.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class MeApplicationsApi(Resource):
    """The resource `me_applications`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: MeApplicationsSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: MeApplicationsListLocale | Unset = UNSET,
    ) -> GrantPage:
        """List me_applications."""
        return cast(
            "GrantPage",
            self._caller.settle(
                me_applications_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: MeApplicationsSort | Unset = UNSET,
        locale: MeApplicationsListLocale | Unset = UNSET,
    ) -> Iterator[Grant]:
        """List me_applications, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of me_applications."""
        self._caller.settle(
            me_applications_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class MeIdentitiesApi(Resource):
    """The resource `me_identities`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: MeIdentitiesSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: MeIdentitiesListLocale | Unset = UNSET,
    ) -> LinkedIdentityPage:
        """List me_identities."""
        return cast(
            "LinkedIdentityPage",
            self._caller.settle(
                me_identities_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: MeIdentitiesSort | Unset = UNSET,
        locale: MeIdentitiesListLocale | Unset = UNSET,
    ) -> Iterator[LinkedIdentity]:
        """List me_identities, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def link(self, *, body: OidcFinishIn) -> LinkedIdentity:
        """Links the caller to the person who signed in at the provider just now (see /auth/oidc/start)."""
        return cast(
            "LinkedIdentity",
            self._caller.settle(me_identities_link.sync_detailed(body=body, client=self._caller.client)),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of me_identities."""
        self._caller.settle(
            me_identities_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class MeLoginsApi(Resource):
    """The resource `me_logins`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: MeLoginsSort | Unset = UNSET,
        count: bool | Unset = False,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: MeLoginsListLocale | Unset = UNSET,
    ) -> LoginPage:
        """List me_logins."""
        return cast(
            "LoginPage",
            self._caller.settle(
                me_logins_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    outcome=outcome,
                    ip=ip,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: MeLoginsSort | Unset = UNSET,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: MeLoginsListLocale | Unset = UNSET,
    ) -> Iterator[Login]:
        """List me_logins, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                outcome=outcome,
                ip=ip,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class MeSecondFactorsApi(Resource):
    """The resource `me_second_factors`."""

    def overview(self, *, locale: MeSecondFactorsOverviewLocale | Unset = UNSET) -> SecondFactors:
        """The caller's second factors."""
        return cast(
            "SecondFactors",
            self._caller.settle(
                me_second_factors_overview.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def send_code(self) -> None:
        """Sends the caller a code by Telegram, for a verification."""
        self._caller.settle(me_second_factors_send_code.sync_detailed(client=self._caller.client))

    def confirm(self, *, body: ConfirmIn) -> NewRecoveryCodes:
        """Completes a second factor with its first code. The first one brings recovery codes, shown this once."""
        return cast(
            "NewRecoveryCodes",
            self._caller.settle(
                me_second_factors_confirm.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def enrol(self, *, body: EnrolIn) -> Enrolment:
        """Begins a second factor: gives the secret for an app, or sends a code by Telegram."""
        return cast(
            "Enrolment",
            self._caller.settle(me_second_factors_enrol.sync_detailed(body=body, client=self._caller.client)),
        )

    def renew_recovery_codes(self, *, body: RenewIn) -> NewRecoveryCodes:
        """Ten new recovery codes, shown this once; the old ones are void."""
        return cast(
            "NewRecoveryCodes",
            self._caller.settle(
                me_second_factors_renew_recovery_codes.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def remove(self, *, body: RemoveIn) -> None:
        """Removes a second factor; with the last one the recovery codes go."""
        self._caller.settle(me_second_factors_remove.sync_detailed(body=body, client=self._caller.client))

    def verify(self, *, body: VerifyIn) -> SecondFactors:
        """Verifies a second factor in this session: needed by some roles, and before changing second factors."""
        return cast(
            "SecondFactors",
            self._caller.settle(
                me_second_factors_verify.sync_detailed(body=body, client=self._caller.client)
            ),
        )


class MeSessionsApi(Resource):
    """The resource `me_sessions`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: MeSessionsSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: MeSessionsListLocale | Unset = UNSET,
    ) -> SessionPage:
        """List me_sessions."""
        return cast(
            "SessionPage",
            self._caller.settle(
                me_sessions_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: MeSessionsSort | Unset = UNSET,
        locale: MeSessionsListLocale | Unset = UNSET,
    ) -> Iterator[Session]:
        """List me_sessions, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of me_sessions."""
        self._caller.settle(
            me_sessions_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def revoke_others(self, *, idempotency_key: str | None = None) -> Revoked:
        """Ends all of the caller's sessions but this one, their access tokens at once."""
        return cast(
            "Revoked",
            self._caller.settle(
                me_sessions_revoke_others.sync_detailed(
                    idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class MyDataApi(Resource):
    """The resource `my_data`."""

    def package(self) -> types.File:
        """A copy of what is kept of you: a ZIP of JSON documents, and for customers their files."""
        return cast(
            "types.File", self._caller.settle(my_data_package.sync_detailed(client=self._caller.client))
        )


class OauthApi(Resource):
    """The resource `oauth`."""

    def authorization(
        self,
        *,
        response_type: str,
        client_id: str,
        redirect_uri: str,
        scope: str | Unset = UNSET,
        state: str | Unset = UNSET,
        code_challenge: str,
        code_challenge_method: str,
        locale: OauthAuthorizationLocale | Unset = UNSET,
    ) -> Authorization:
        """Checks an application's request for the consent screen. Where it is refused, send the user nowhere."""
        return cast(
            "Authorization",
            self._caller.settle(
                oauth_authorization.sync_detailed(
                    response_type=response_type,
                    client_id=client_id,
                    redirect_uri=redirect_uri,
                    scope=scope,
                    state=state,
                    code_challenge=code_challenge,
                    code_challenge_method=code_challenge_method,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def authorize(self, *, body: AuthorizationIn) -> Redirect:
        """Grants or denies an application's request. Send the user to `redirect_to`."""
        return cast(
            "Redirect",
            self._caller.settle(oauth_authorize.sync_detailed(body=body, client=self._caller.client)),
        )

    def introspect(
        self, *, body: IntrospectionIn | IntrospectionIn | Unset = UNSET
    ) -> Introspection | OAuthError:
        """Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask."""
        return cast(
            "Introspection | OAuthError",
            self._caller.settle(oauth_introspect.sync_detailed(body=body, client=self._caller.client)),
        )

    def revoke(self, *, body: RevocationIn | RevocationIn | Unset = UNSET) -> OAuthError:
        """Ends what a token stands for, at once (RFC 7009). One that is not known is no error."""
        return cast(
            "OAuthError",
            self._caller.settle(oauth_revoke.sync_detailed(body=body, client=self._caller.client)),
        )

    def scopes(self, *, locale: OauthScopesLocale | Unset = UNSET) -> OAuthScopeList:
        """The scopes that applications may ask for, made from the catalogue of permissions."""
        return cast(
            "OAuthScopeList",
            self._caller.settle(oauth_scopes.sync_detailed(locale=locale, client=self._caller.client)),
        )

    def token(self, *, body: TokenIn | TokenIn | Unset = UNSET) -> OAuthError | OAuthToken:
        """Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials."""
        return cast(
            "OAuthError | OAuthToken",
            self._caller.settle(oauth_token.sync_detailed(body=body, client=self._caller.client)),
        )


class OauthApplicationsApi(Resource):
    """The resource `oauth_applications`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: OauthApplicationsSort | Unset = UNSET,
        count: bool | Unset = False,
        q: str | Unset = UNSET,
        locale: OauthApplicationsListLocale | Unset = UNSET,
    ) -> ApplicationPage:
        """List oauth_applications."""
        return cast(
            "ApplicationPage",
            self._caller.settle(
                oauth_applications_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: OauthApplicationsSort | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: OauthApplicationsListLocale | Unset = UNSET,
    ) -> Iterator[Application]:
        """List oauth_applications, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, q=q, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def register(self, *, body: ApplicationCreate) -> RegisteredApplication:
        """Registers an application; its secret is in this answer only."""
        return cast(
            "RegisteredApplication",
            self._caller.settle(
                oauth_applications_register.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def retrieve(self, id: str, *, locale: OauthApplicationsRetrieveLocale | Unset = UNSET) -> Application:
        """Read one of oauth_applications."""
        return cast(
            "Application",
            self._caller.settle(
                oauth_applications_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: ApplicationUpdate, if_match: str | Unset = UNSET) -> Application:
        """Change one of oauth_applications."""
        return cast(
            "Application",
            self._caller.settle(
                oauth_applications_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of oauth_applications."""
        self._caller.settle(
            oauth_applications_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def rotate_secret(
        self, id: str, *, body: RotateIn, if_match: str | Unset = UNSET
    ) -> RegisteredApplication:
        """Gives an application a new secret; the old one works for a while, so that each copy can change over."""
        return cast(
            "RegisteredApplication",
            self._caller.settle(
                oauth_applications_rotate_secret.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )


class OidcApi(Resource):
    """The resource `oidc`."""

    def finish(self, *, body: OidcFinishIn) -> TokenPair:
        """Ends a sign-in with the code that the provider sent back."""
        return cast(
            "TokenPair", self._caller.settle(oidc_finish.sync_detailed(body=body, client=self._caller.client))
        )

    def providers(self, *, locale: OidcProvidersLocale | Unset = UNSET) -> OidcButtonList:
        """The providers that people may sign in at."""
        return cast(
            "OidcButtonList",
            self._caller.settle(oidc_providers.sync_detailed(locale=locale, client=self._caller.client)),
        )

    def start(self, *, body: OidcStartIn) -> OidcStart:
        """Begins a sign-in with PKCE: send the browser to `authorization_url`, and keep `binding`."""
        return cast(
            "OidcStart", self._caller.settle(oidc_start.sync_detailed(body=body, client=self._caller.client))
        )


class OrdersApi(Resource):
    """The resource `orders`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: OrdersSort | Unset = UNSET,
        count: bool | Unset = False,
        state: str | Unset = UNSET,
        state_group: builtins.list[OrderStateGroup] | Unset = UNSET,
        priority: builtins.list[Priority] | Unset = UNSET,
        source: builtins.list[OrderSource] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        placed_from: datetime.datetime | Unset = UNSET,
        placed_before: datetime.datetime | Unset = UNSET,
        due_from: datetime.datetime | Unset = UNSET,
        due_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: OrdersListLocale | Unset = UNSET,
        expand: builtins.list[OrderRelation] | Unset = UNSET,
    ) -> OrderPage:
        """List orders."""
        return cast(
            "OrderPage",
            self._caller.settle(
                orders_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    state_group=state_group,
                    priority=priority,
                    source=source,
                    customer=customer,
                    branch=branch,
                    placed_from=placed_from,
                    placed_before=placed_before,
                    due_from=due_from,
                    due_before=due_before,
                    q=q,
                    locale=locale,
                    expand=expand,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: OrdersSort | Unset = UNSET,
        state: str | Unset = UNSET,
        state_group: builtins.list[OrderStateGroup] | Unset = UNSET,
        priority: builtins.list[Priority] | Unset = UNSET,
        source: builtins.list[OrderSource] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        placed_from: datetime.datetime | Unset = UNSET,
        placed_before: datetime.datetime | Unset = UNSET,
        due_from: datetime.datetime | Unset = UNSET,
        due_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: OrdersListLocale | Unset = UNSET,
        expand: builtins.list[OrderRelation] | Unset = UNSET,
    ) -> Iterator[Order]:
        """List orders, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                state=state,
                state_group=state_group,
                priority=priority,
                source=source,
                customer=customer,
                branch=branch,
                placed_from=placed_from,
                placed_before=placed_before,
                due_from=due_from,
                due_before=due_before,
                q=q,
                locale=locale,
                expand=expand,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: OrderCreate, idempotency_key: str | None = None) -> Order:
        """Create one of orders."""
        return cast(
            "Order",
            self._caller.settle(
                orders_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(
        self,
        id: str,
        *,
        locale: OrdersRetrieveLocale | Unset = UNSET,
        expand: builtins.list[OrderRelation] | Unset = UNSET,
    ) -> Order:
        """Read one of orders."""
        return cast(
            "Order",
            self._caller.settle(
                orders_retrieve.sync_detailed(id, locale=locale, expand=expand, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: OrderUpdate, if_match: str | Unset = UNSET) -> Order:
        """Change one of orders."""
        return cast(
            "Order",
            self._caller.settle(
                orders_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def attach_customer(
        self,
        id: str,
        *,
        body: OrderCustomerIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Order:
        """Give a walk-in's order to a customer, with what was paid for it."""
        return cast(
            "Order",
            self._caller.settle(
                orders_attach_customer.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def add_files(
        self,
        id: str,
        *,
        body: OrderFilesIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Order:
        """Add files to an order."""
        return cast(
            "Order",
            self._caller.settle(
                orders_add_files.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def hand_over(
        self,
        id: str,
        *,
        body: OrderHandOverIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> OrderHandOver:
        """Hand an order over to another branch."""
        return cast(
            "OrderHandOver",
            self._caller.settle(
                orders_hand_over.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def decide_hand_over(
        self,
        id: str,
        *,
        body: OrderHandOverDecisionIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> OrderHandOver:
        """Accept, decline or withdraw the offer of an order to another branch."""
        return cast(
            "OrderHandOver",
            self._caller.settle(
                orders_decide_hand_over.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def notes(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: OrdersNotesLocale | Unset = UNSET,
    ) -> OrderNoteSlice:
        """List the notes of an order."""
        return cast(
            "OrderNoteSlice",
            self._caller.settle(
                orders_notes.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_notes(
        self, id: str, *, limit: int | Unset = 50, locale: OrdersNotesLocale | Unset = UNSET
    ) -> Iterator[OrderNote]:
        """List the notes of an order, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.notes(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def add_note(
        self, id: str, *, body: OrderNoteIn, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> OrderNote:
        """Add a note to an order."""
        return cast(
            "OrderNote",
            self._caller.settle(
                orders_add_note.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def timeline(self, id: str, *, locale: OrdersTimelineLocale | Unset = UNSET) -> OrderMomentList:
        """List what happened to an order, oldest first."""
        return cast(
            "OrderMomentList",
            self._caller.settle(orders_timeline.sync_detailed(id, locale=locale, client=self._caller.client)),
        )

    def transitions(self, id: str, *, locale: OrdersTransitionsLocale | Unset = UNSET) -> OrderMoveList:
        """List the transitions that the state allows, and what each still waits for."""
        return cast(
            "OrderMoveList",
            self._caller.settle(
                orders_transitions.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def transition(
        self,
        id: str,
        *,
        body: OrderTransitionIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Order:
        """Move an order through its workflow."""
        return cast(
            "Order",
            self._caller.settle(
                orders_transition.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def bulk(self, *, body: BulkRequest, idempotency_key: str | None = None) -> BulkResult:
        """Change many of orders."""
        return cast(
            "BulkResult",
            self._caller.settle(
                orders_bulk.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def hand_overs(
        self,
        *,
        direction: HandOverDirection | Unset = UNSET,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: OrdersHandOversLocale | Unset = UNSET,
    ) -> OrderHandOverSlice:
        """List the orders that are offered to the caller's branches, or by them to others."""
        return cast(
            "OrderHandOverSlice",
            self._caller.settle(
                orders_hand_overs.sync_detailed(
                    direction=direction, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_hand_overs(
        self,
        *,
        direction: HandOverDirection | Unset = UNSET,
        limit: int | Unset = 50,
        locale: OrdersHandOversLocale | Unset = UNSET,
    ) -> Iterator[OrderHandOver]:
        """List the orders that are offered to the caller's branches, or by them to others, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.hand_overs(direction=direction, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class OrganizationApi(Resource):
    """The resource `organization`."""

    def retrieve(self, *, locale: OrganizationRetrieveLocale | Unset = UNSET) -> Organization:
        """Read organization."""
        return cast(
            "Organization",
            self._caller.settle(
                organization_retrieve.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def update(self, *, body: OrganizationUpdate, if_match: str | Unset = UNSET) -> Organization:
        """Change organization."""
        return cast(
            "Organization",
            self._caller.settle(
                organization_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class PaymentMethodsApi(Resource):
    """The resource `payment_methods`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PaymentMethodsSort | Unset = UNSET,
        count: bool | Unset = False,
        active: bool | Unset = UNSET,
        locale: PaymentMethodsListLocale | Unset = UNSET,
    ) -> PaymentMethodPage:
        """List payment methods."""
        return cast(
            "PaymentMethodPage",
            self._caller.settle(
                payment_methods_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    active=active,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PaymentMethodsSort | Unset = UNSET,
        active: bool | Unset = UNSET,
        locale: PaymentMethodsListLocale | Unset = UNSET,
    ) -> Iterator[PaymentMethod]:
        """List payment methods, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, active=active, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: PaymentMethodCreate, idempotency_key: str | None = None) -> PaymentMethod:
        """Create one of payment methods."""
        return cast(
            "PaymentMethod",
            self._caller.settle(
                payment_methods_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PaymentMethodsRetrieveLocale | Unset = UNSET) -> PaymentMethod:
        """Read one of payment methods."""
        return cast(
            "PaymentMethod",
            self._caller.settle(
                payment_methods_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: PaymentMethodUpdate, if_match: str | Unset = UNSET) -> PaymentMethod:
        """Change one of payment methods."""
        return cast(
            "PaymentMethod",
            self._caller.settle(
                payment_methods_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )


class PaymentsApi(Resource):
    """The resource `payments`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PaymentsSort | Unset = UNSET,
        count: bool | Unset = False,
        state: builtins.list[PaymentState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        method: builtins.list[str] | Unset = UNSET,
        received_from: datetime.datetime | Unset = UNSET,
        received_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PaymentsListLocale | Unset = UNSET,
    ) -> PaymentPage:
        """List payments."""
        return cast(
            "PaymentPage",
            self._caller.settle(
                payments_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    customer=customer,
                    branch=branch,
                    method=method,
                    received_from=received_from,
                    received_before=received_before,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PaymentsSort | Unset = UNSET,
        state: builtins.list[PaymentState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        method: builtins.list[str] | Unset = UNSET,
        received_from: datetime.datetime | Unset = UNSET,
        received_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PaymentsListLocale | Unset = UNSET,
    ) -> Iterator[Payment]:
        """List payments, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                state=state,
                customer=customer,
                branch=branch,
                method=method,
                received_from=received_from,
                received_before=received_before,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: PaymentCreate, idempotency_key: str | None = None) -> Payment:
        """Create one of payments."""
        return cast(
            "Payment",
            self._caller.settle(
                payments_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PaymentsRetrieveLocale | Unset = UNSET) -> Payment:
        """Read one of payments."""
        return cast(
            "Payment",
            self._caller.settle(
                payments_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def allocate(
        self,
        id: str,
        *,
        body: AllocationsIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Payment:
        """Use a payment's credit for other orders."""
        return cast(
            "Payment",
            self._caller.settle(
                payments_allocate.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def add_proofs(
        self, id: str, *, body: ProofsIn, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Payment:
        """Add proofs to a payment that awaits verification."""
        return cast(
            "Payment",
            self._caller.settle(
                payments_add_proofs.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def transition(
        self,
        id: str,
        *,
        body: PaymentTransition,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Payment:
        """Verify or reject a payment."""
        return cast(
            "Payment",
            self._caller.settle(
                payments_transition.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def balance(self, *, customer: str, locale: PaymentsBalanceLocale | Unset = UNSET) -> CustomerBalance:
        """Read a customer's balance."""
        return cast(
            "CustomerBalance",
            self._caller.settle(
                payments_balance.sync_detailed(customer=customer, locale=locale, client=self._caller.client)
            ),
        )


class PermissionsApi(Resource):
    """The resource `permissions`."""

    def catalogue(self, *, locale: PermissionsCatalogueLocale | Unset = UNSET) -> PermissionGroupList:
        """Every permission there is, by group, with its name in the caller's language."""
        return cast(
            "PermissionGroupList",
            self._caller.settle(
                permissions_catalogue.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class PlatformApi(Resource):
    """The resource `platform`."""

    def access_request_password_reset(self, *, body: MailboxIn) -> None:
        """Sends a link to choose a new password. The answer is the same for any address, known or not."""
        self._caller.settle(
            platform_access_request_password_reset.sync_detailed(body=body, client=self._caller.client)
        )

    def access_reset_password(self, *, body: PasswordResetIn) -> None:
        """Sets a new password by the link of a mail, and ends all sessions. The link works once, for an hour."""
        self._caller.settle(
            platform_access_reset_password.sync_detailed(body=body, client=self._caller.client)
        )


class PlatformAccessLogApi(Resource):
    """The resource `platform_access_log`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformAccessLogSort | Unset = UNSET,
        count: bool | Unset = False,
        actor: builtins.list[str] | Unset = UNSET,
        method: builtins.list[AccessMethod] | Unset = UNSET,
        route: str | Unset = UNSET,
        status_from: int | Unset = UNSET,
        status_to: int | Unset = UNSET,
        slower_than: int | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: PlatformAccessLogListLocale | Unset = UNSET,
    ) -> AccessEntryPage:
        """List platform_access_log."""
        return cast(
            "AccessEntryPage",
            self._caller.settle(
                platform_access_log_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    actor=actor,
                    method=method,
                    route=route,
                    status_from=status_from,
                    status_to=status_to,
                    slower_than=slower_than,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformAccessLogSort | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        method: builtins.list[AccessMethod] | Unset = UNSET,
        route: str | Unset = UNSET,
        status_from: int | Unset = UNSET,
        status_to: int | Unset = UNSET,
        slower_than: int | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: PlatformAccessLogListLocale | Unset = UNSET,
    ) -> Iterator[AccessEntry]:
        """List platform_access_log, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                actor=actor,
                method=method,
                route=route,
                status_from=status_from,
                status_to=status_to,
                slower_than=slower_than,
                ip=ip,
                credential=credential,
                credential_kind=credential_kind,
                request_id=request_id,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class PlatformAuditLogApi(Resource):
    """The resource `platform_audit_log`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformAuditLogSort | Unset = UNSET,
        count: bool | Unset = False,
        actor: builtins.list[str] | Unset = UNSET,
        impersonator: builtins.list[str] | Unset = UNSET,
        impersonated: bool | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        locale: PlatformAuditLogListLocale | Unset = UNSET,
    ) -> AuditEntryPage:
        """List platform_audit_log."""
        return cast(
            "AuditEntryPage",
            self._caller.settle(
                platform_audit_log_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    actor=actor,
                    impersonator=impersonator,
                    impersonated=impersonated,
                    resource=resource,
                    table=table,
                    action=action,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    tenant=tenant,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformAuditLogSort | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        impersonator: builtins.list[str] | Unset = UNSET,
        impersonated: bool | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: builtins.list[CredentialKind] | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        locale: PlatformAuditLogListLocale | Unset = UNSET,
    ) -> Iterator[AuditEntry]:
        """List platform_audit_log, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                actor=actor,
                impersonator=impersonator,
                impersonated=impersonated,
                resource=resource,
                table=table,
                action=action,
                ip=ip,
                credential=credential,
                credential_kind=credential_kind,
                request_id=request_id,
                at_from=at_from,
                at_before=at_before,
                tenant=tenant,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: PlatformAuditLogRetrieveLocale | Unset = UNSET) -> AuditEntry:
        """Read one of platform_audit_log."""
        return cast(
            "AuditEntry",
            self._caller.settle(
                platform_audit_log_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def chain(
        self,
        *,
        start: int | Unset = UNSET,
        limit: int | Unset = UNSET,
        locale: PlatformAuditLogChainLocale | Unset = UNSET,
    ) -> Chain:
        """Verifies the hash chain from an entry on: finds what was removed, altered or moved."""
        return cast(
            "Chain",
            self._caller.settle(
                platform_audit_log_chain.sync_detailed(
                    start=start, limit=limit, locale=locale, client=self._caller.client
                )
            ),
        )

    def export(
        self,
        *,
        actor: str | Unset = UNSET,
        impersonator: str | Unset = UNSET,
        impersonated: TrueOrFalse | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: CredentialKind | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        tenant: str | Unset = UNSET,
    ) -> str:
        """The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded."""
        return cast(
            "str",
            self._caller.settle(
                platform_audit_log_export.sync_detailed(
                    actor=actor,
                    impersonator=impersonator,
                    impersonated=impersonated,
                    resource=resource,
                    table=table,
                    action=action,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    tenant=tenant,
                    client=self._caller.client,
                )
            ),
        )


class PlatformAuthApi(Resource):
    """The resource `platform_auth`."""

    def change_expired_password(self, *, body: ExpiredPasswordIn) -> None:
        """Replaces a password that has become too old. Sign in with the new one afterwards."""
        self._caller.settle(
            platform_auth_change_expired_password.sync_detailed(body=body, client=self._caller.client)
        )

    def second_factor(self, *, body: SecondFactorIn) -> TokenPair:
        """Opens the session of a challenge with a code of a second factor. A code works once."""
        return cast(
            "TokenPair",
            self._caller.settle(
                platform_auth_second_factor.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def sign_in(self, *, body: SignInRequest) -> TokenPair:
        """Opens a session by e-mail address or telephone number and password, or by a service account's secret."""
        return cast(
            "TokenPair",
            self._caller.settle(platform_auth_sign_in.sync_detailed(body=body, client=self._caller.client)),
        )

    def refresh(self, *, body: RefreshRequest) -> TokenPair:
        """Renews a session. A refresh token is good once; using an old one again ends the session."""
        return cast(
            "TokenPair",
            self._caller.settle(platform_auth_refresh.sync_detailed(body=body, client=self._caller.client)),
        )

    def sign_out(self, *, body: RefreshRequest) -> None:
        """Ends the session of a refresh token at once, its access tokens included."""
        self._caller.settle(platform_auth_sign_out.sync_detailed(body=body, client=self._caller.client))


class PlatformAuthSecondFactorApi(Resource):
    """The resource `platform_auth_second_factor`."""

    def code(self, *, body: ChallengeIn) -> None:
        """Sends the user of a challenge a code by Telegram, good for five minutes."""
        self._caller.settle(
            platform_auth_second_factor_code.sync_detailed(body=body, client=self._caller.client)
        )


class PlatformBackupsApi(Resource):
    """The resource `platform_backups`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: BackupsSort | Unset = UNSET,
        count: bool | Unset = False,
        tenant: builtins.list[str] | Unset = UNSET,
        state: builtins.list[BackupState] | Unset = UNSET,
        kind: builtins.list[BackupKind] | Unset = UNSET,
        verification: builtins.list[BackupVerification] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformBackupsListLocale | Unset = UNSET,
    ) -> BackupPage:
        """List backups."""
        return cast(
            "BackupPage",
            self._caller.settle(
                platform_backups_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    tenant=tenant,
                    state=state,
                    kind=kind,
                    verification=verification,
                    created_from=created_from,
                    created_before=created_before,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: BackupsSort | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        state: builtins.list[BackupState] | Unset = UNSET,
        kind: builtins.list[BackupKind] | Unset = UNSET,
        verification: builtins.list[BackupVerification] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformBackupsListLocale | Unset = UNSET,
    ) -> Iterator[Backup]:
        """List backups, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                tenant=tenant,
                state=state,
                kind=kind,
                verification=verification,
                created_from=created_from,
                created_before=created_before,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: BackupRequest, idempotency_key: str | None = None) -> BackupList:
        """Create one of backups."""
        return cast(
            "BackupList",
            self._caller.settle(
                platform_backups_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformBackupsRetrieveLocale | Unset = UNSET) -> Backup:
        """Read one of backups."""
        return cast(
            "Backup",
            self._caller.settle(
                platform_backups_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def restore(
        self,
        id: str,
        *,
        body: RestoreRequest,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Restore:
        """Asks for a preview of a restore, for a merge, or for the restore itself. No other business is touched."""
        return cast(
            "Restore",
            self._caller.settle(
                platform_backups_restore.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def verify(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> Backup:
        """Has every copy read in whole and proved; the result is in `verification` and `copies`."""
        return cast(
            "Backup",
            self._caller.settle(
                platform_backups_verify.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformDomainsApi(Resource):
    """The resource `platform_domains`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: DomainsSort | Unset = UNSET,
        count: bool | Unset = False,
        tenant: builtins.list[str] | Unset = UNSET,
        unverified: bool | Unset = UNSET,
        certificate: builtins.list[DomainCertificate] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformDomainsListLocale | Unset = UNSET,
    ) -> DomainPage:
        """List domains."""
        return cast(
            "DomainPage",
            self._caller.settle(
                platform_domains_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    tenant=tenant,
                    unverified=unverified,
                    certificate=certificate,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: DomainsSort | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        unverified: bool | Unset = UNSET,
        certificate: builtins.list[DomainCertificate] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformDomainsListLocale | Unset = UNSET,
    ) -> Iterator[Domain]:
        """List domains, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                tenant=tenant,
                unverified=unverified,
                certificate=certificate,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: DomainCreate, idempotency_key: str | None = None) -> Domain:
        """Create one of domains."""
        return cast(
            "Domain",
            self._caller.settle(
                platform_domains_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformDomainsRetrieveLocale | Unset = UNSET) -> Domain:
        """Read one of domains."""
        return cast(
            "Domain",
            self._caller.settle(
                platform_domains_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: DomainUpdate, if_match: str | Unset = UNSET) -> Domain:
        """Change one of domains."""
        return cast(
            "Domain",
            self._caller.settle(
                platform_domains_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of domains."""
        self._caller.settle(
            platform_domains_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def verify(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> Domain:
        """Looks for the challenge in the DNS; a proved domain answers for its business at once."""
        return cast(
            "Domain",
            self._caller.settle(
                platform_domains_verify.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformImpersonationsApi(Resource):
    """The resource `platform_impersonations`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ImpersonationsSort | Unset = UNSET,
        count: bool | Unset = False,
        tenant: builtins.list[str] | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        operator: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: PlatformImpersonationsListLocale | Unset = UNSET,
    ) -> ImpersonationSessionPage:
        """List impersonations."""
        return cast(
            "ImpersonationSessionPage",
            self._caller.settle(
                platform_impersonations_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    tenant=tenant,
                    user=user,
                    operator=operator,
                    created_from=created_from,
                    created_before=created_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ImpersonationsSort | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        operator: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: PlatformImpersonationsListLocale | Unset = UNSET,
    ) -> Iterator[ImpersonationSession]:
        """List impersonations, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                tenant=tenant,
                user=user,
                operator=operator,
                created_from=created_from,
                created_before=created_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: ImpersonationCreate) -> ImpersonationStarted:
        """Create one of impersonations."""
        return cast(
            "ImpersonationStarted",
            self._caller.settle(
                platform_impersonations_create.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def retrieve(
        self, id: str, *, locale: PlatformImpersonationsRetrieveLocale | Unset = UNSET
    ) -> ImpersonationSession:
        """Read one of impersonations."""
        return cast(
            "ImpersonationSession",
            self._caller.settle(
                platform_impersonations_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def end(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> ImpersonationSession:
        """Ends it at once: its tokens are no longer good."""
        return cast(
            "ImpersonationSession",
            self._caller.settle(
                platform_impersonations_end.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformInvitationsApi(Resource):
    """The resource `platform_invitations`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformInvitationsSort | Unset = UNSET,
        count: bool | Unset = False,
        state: builtins.list[InvitationState] | Unset = UNSET,
        email: str | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformInvitationsListLocale | Unset = UNSET,
    ) -> InvitationPage:
        """List platform_invitations."""
        return cast(
            "InvitationPage",
            self._caller.settle(
                platform_invitations_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    email=email,
                    customer=customer,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformInvitationsSort | Unset = UNSET,
        state: builtins.list[InvitationState] | Unset = UNSET,
        email: str | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformInvitationsListLocale | Unset = UNSET,
    ) -> Iterator[Invitation]:
        """List platform_invitations, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                state=state,
                email=email,
                customer=customer,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: InvitationCreate, idempotency_key: str | None = None) -> Invitation:
        """Create one of platform_invitations."""
        return cast(
            "Invitation",
            self._caller.settle(
                platform_invitations_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformInvitationsRetrieveLocale | Unset = UNSET) -> Invitation:
        """Read one of platform_invitations."""
        return cast(
            "Invitation",
            self._caller.settle(
                platform_invitations_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def resend(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Invitation:
        """Sends a new link, good for a week; the one before no longer works."""
        return cast(
            "Invitation",
            self._caller.settle(
                platform_invitations_resend.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def revoke(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Invitation:
        """Takes an invitation back: its link no longer works."""
        return cast(
            "Invitation",
            self._caller.settle(
                platform_invitations_revoke.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def accept(self, *, body: InvitationAccept) -> TokenPair:
        """Makes the invited user with the roles that wait, and signs it in. A link works once."""
        return cast(
            "TokenPair",
            self._caller.settle(
                platform_invitations_accept.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def show(self, *, body: LinkIn) -> InvitationShown:
        """What a link invites to. Changes nothing."""
        return cast(
            "InvitationShown",
            self._caller.settle(
                platform_invitations_show.sync_detailed(body=body, client=self._caller.client)
            ),
        )


class PlatformMeApi(Resource):
    """The resource `platform_me`."""

    def retrieve(self, *, locale: PlatformMeRetrieveLocale | Unset = UNSET) -> Me:
        """Read platform_me."""
        return cast(
            "Me",
            self._caller.settle(
                platform_me_retrieve.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def update(self, *, body: MeUpdate, if_match: str | Unset = UNSET) -> Me:
        """Change platform_me."""
        return cast(
            "Me",
            self._caller.settle(
                platform_me_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def account_change_email(self, *, body: OwnMailboxIn) -> None:
        """Sends a link to another address; using it makes that the own one. Until then nothing changes."""
        self._caller.settle(
            platform_me_account_change_email.sync_detailed(body=body, client=self._caller.client)
        )

    def account_send_verification(self) -> None:
        """Sends a link to prove the own e-mail address, unless it is proved."""
        self._caller.settle(platform_me_account_send_verification.sync_detailed(client=self._caller.client))

    def account_confirm_email(self, *, body: LinkIn) -> None:
        """Proves the mailbox by the link of a mail, and makes its address the own one. The address before is told."""
        self._caller.settle(
            platform_me_account_confirm_email.sync_detailed(body=body, client=self._caller.client)
        )

    def account_change_password(self, *, body: PasswordChangeIn) -> None:
        """Changes the own password and ends the other sessions."""
        self._caller.settle(
            platform_me_account_change_password.sync_detailed(body=body, client=self._caller.client)
        )

    def account_preferences_schema(
        self, *, locale: PlatformMeAccountPreferencesSchemaLocale | Unset = UNSET
    ) -> PreferencesSchema:
        """The JSON Schema of `preferences` in /me."""
        return cast(
            "PreferencesSchema",
            self._caller.settle(
                platform_me_account_preferences_schema.sync_detailed(
                    locale=locale, client=self._caller.client
                )
            ),
        )


class PlatformMeLoginsApi(Resource):
    """The resource `platform_me_logins`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformMeLoginsSort | Unset = UNSET,
        count: bool | Unset = False,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: PlatformMeLoginsListLocale | Unset = UNSET,
    ) -> LoginPage:
        """List platform_me_logins."""
        return cast(
            "LoginPage",
            self._caller.settle(
                platform_me_logins_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    outcome=outcome,
                    ip=ip,
                    at_from=at_from,
                    at_before=at_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformMeLoginsSort | Unset = UNSET,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        locale: PlatformMeLoginsListLocale | Unset = UNSET,
    ) -> Iterator[Login]:
        """List platform_me_logins, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                outcome=outcome,
                ip=ip,
                at_from=at_from,
                at_before=at_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class PlatformMeSecondFactorsApi(Resource):
    """The resource `platform_me_second_factors`."""

    def overview(self, *, locale: PlatformMeSecondFactorsOverviewLocale | Unset = UNSET) -> SecondFactors:
        """The caller's second factors."""
        return cast(
            "SecondFactors",
            self._caller.settle(
                platform_me_second_factors_overview.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def send_code(self) -> None:
        """Sends the caller a code by Telegram, for a verification."""
        self._caller.settle(platform_me_second_factors_send_code.sync_detailed(client=self._caller.client))

    def confirm(self, *, body: ConfirmIn) -> NewRecoveryCodes:
        """Completes a second factor with its first code. The first one brings recovery codes, shown this once."""
        return cast(
            "NewRecoveryCodes",
            self._caller.settle(
                platform_me_second_factors_confirm.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def enrol(self, *, body: EnrolIn) -> Enrolment:
        """Begins a second factor: gives the secret for an app, or sends a code by Telegram."""
        return cast(
            "Enrolment",
            self._caller.settle(
                platform_me_second_factors_enrol.sync_detailed(body=body, client=self._caller.client)
            ),
        )

    def renew_recovery_codes(self, *, body: RenewIn) -> NewRecoveryCodes:
        """Ten new recovery codes, shown this once; the old ones are void."""
        return cast(
            "NewRecoveryCodes",
            self._caller.settle(
                platform_me_second_factors_renew_recovery_codes.sync_detailed(
                    body=body, client=self._caller.client
                )
            ),
        )

    def remove(self, *, body: RemoveIn) -> None:
        """Removes a second factor; with the last one the recovery codes go."""
        self._caller.settle(
            platform_me_second_factors_remove.sync_detailed(body=body, client=self._caller.client)
        )

    def verify(self, *, body: VerifyIn) -> SecondFactors:
        """Verifies a second factor in this session: needed by some roles, and before changing second factors."""
        return cast(
            "SecondFactors",
            self._caller.settle(
                platform_me_second_factors_verify.sync_detailed(body=body, client=self._caller.client)
            ),
        )


class PlatformMeSessionsApi(Resource):
    """The resource `platform_me_sessions`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformMeSessionsSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: PlatformMeSessionsListLocale | Unset = UNSET,
    ) -> SessionPage:
        """List platform_me_sessions."""
        return cast(
            "SessionPage",
            self._caller.settle(
                platform_me_sessions_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformMeSessionsSort | Unset = UNSET,
        locale: PlatformMeSessionsListLocale | Unset = UNSET,
    ) -> Iterator[Session]:
        """List platform_me_sessions, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of platform_me_sessions."""
        self._caller.settle(
            platform_me_sessions_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def revoke_others(self, *, idempotency_key: str | None = None) -> Revoked:
        """Ends all of the caller's sessions but this one, their access tokens at once."""
        return cast(
            "Revoked",
            self._caller.settle(
                platform_me_sessions_revoke_others.sync_detailed(
                    idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class PlatformPermissionsApi(Resource):
    """The resource `platform_permissions`."""

    def catalogue(self, *, locale: PlatformPermissionsCatalogueLocale | Unset = UNSET) -> PermissionGroupList:
        """Every permission there is, by group, with its name in the caller's language."""
        return cast(
            "PermissionGroupList",
            self._caller.settle(
                platform_permissions_catalogue.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )


class PlatformPlansApi(Resource):
    """The resource `platform_plans`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlansSort | Unset = UNSET,
        count: bool | Unset = False,
        offered: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformPlansListLocale | Unset = UNSET,
    ) -> PlanPage:
        """List plans."""
        return cast(
            "PlanPage",
            self._caller.settle(
                platform_plans_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    offered=offered,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlansSort | Unset = UNSET,
        offered: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformPlansListLocale | Unset = UNSET,
    ) -> Iterator[Plan]:
        """List plans, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, offered=offered, q=q, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: PlanCreate, idempotency_key: str | None = None) -> Plan:
        """Create one of plans."""
        return cast(
            "Plan",
            self._caller.settle(
                platform_plans_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformPlansRetrieveLocale | Unset = UNSET) -> Plan:
        """Read one of plans."""
        return cast(
            "Plan",
            self._caller.settle(
                platform_plans_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: PlanUpdate, if_match: str | Unset = UNSET) -> Plan:
        """Change one of plans."""
        return cast(
            "Plan",
            self._caller.settle(
                platform_plans_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of plans."""
        self._caller.settle(
            platform_plans_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class PlatformRestoresApi(Resource):
    """The resource `platform_restores`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: RestoresSort | Unset = UNSET,
        count: bool | Unset = False,
        tenant: builtins.list[str] | Unset = UNSET,
        backup: builtins.list[str] | Unset = UNSET,
        mode: builtins.list[RestoreMode] | Unset = UNSET,
        state: builtins.list[RestoreState] | Unset = UNSET,
        locale: PlatformRestoresListLocale | Unset = UNSET,
    ) -> RestorePage:
        """List restores."""
        return cast(
            "RestorePage",
            self._caller.settle(
                platform_restores_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    tenant=tenant,
                    backup=backup,
                    mode=mode,
                    state=state,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: RestoresSort | Unset = UNSET,
        tenant: builtins.list[str] | Unset = UNSET,
        backup: builtins.list[str] | Unset = UNSET,
        mode: builtins.list[RestoreMode] | Unset = UNSET,
        state: builtins.list[RestoreState] | Unset = UNSET,
        locale: PlatformRestoresListLocale | Unset = UNSET,
    ) -> Iterator[Restore]:
        """List restores, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                tenant=tenant,
                backup=backup,
                mode=mode,
                state=state,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: PlatformRestoresRetrieveLocale | Unset = UNSET) -> Restore:
        """Read one of restores."""
        return cast(
            "Restore",
            self._caller.settle(
                platform_restores_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def apply(
        self,
        id: str,
        *,
        body: MergeRequest,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Restore:
        """Asks that what a merge found lost be brought back, in one transaction. What cannot come is in `merged`."""
        return cast(
            "Restore",
            self._caller.settle(
                platform_restores_apply.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def discard(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Restore:
        """Gives a merge up that was not applied. Nothing live has changed."""
        return cast(
            "Restore",
            self._caller.settle(
                platform_restores_discard.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def undo(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> Restore:
        """Asks that what was live before the replacement be put back; what was written since then is lost."""
        return cast(
            "Restore",
            self._caller.settle(
                platform_restores_undo.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformRolesApi(Resource):
    """The resource `platform_roles`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformRolesSort | Unset = UNSET,
        count: bool | Unset = False,
        predefined: bool | Unset = UNSET,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformRolesListLocale | Unset = UNSET,
    ) -> RolePage:
        """List platform_roles."""
        return cast(
            "RolePage",
            self._caller.settle(
                platform_roles_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    predefined=predefined,
                    code=code,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformRolesSort | Unset = UNSET,
        predefined: bool | Unset = UNSET,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformRolesListLocale | Unset = UNSET,
    ) -> Iterator[Role]:
        """List platform_roles, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, predefined=predefined, code=code, q=q, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: RoleCreate, idempotency_key: str | None = None) -> Role:
        """Create one of platform_roles."""
        return cast(
            "Role",
            self._caller.settle(
                platform_roles_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformRolesRetrieveLocale | Unset = UNSET) -> Role:
        """Read one of platform_roles."""
        return cast(
            "Role",
            self._caller.settle(
                platform_roles_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: RoleUpdate, if_match: str | Unset = UNSET) -> Role:
        """Change one of platform_roles."""
        return cast(
            "Role",
            self._caller.settle(
                platform_roles_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of platform_roles."""
        self._caller.settle(
            platform_roles_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class PlatformSecurityAlertsApi(Resource):
    """The resource `platform_security_alerts`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformSecurityAlertsSort | Unset = UNSET,
        count: bool | Unset = False,
        rule: builtins.list[AlertRule] | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        acknowledged: bool | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: PlatformSecurityAlertsListLocale | Unset = UNSET,
    ) -> AlertPage:
        """List platform_security_alerts."""
        return cast(
            "AlertPage",
            self._caller.settle(
                platform_security_alerts_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    rule=rule,
                    actor=actor,
                    acknowledged=acknowledged,
                    created_from=created_from,
                    created_before=created_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformSecurityAlertsSort | Unset = UNSET,
        rule: builtins.list[AlertRule] | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        acknowledged: bool | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: PlatformSecurityAlertsListLocale | Unset = UNSET,
    ) -> Iterator[Alert]:
        """List platform_security_alerts, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                rule=rule,
                actor=actor,
                acknowledged=acknowledged,
                created_from=created_from,
                created_before=created_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: PlatformSecurityAlertsRetrieveLocale | Unset = UNSET) -> Alert:
        """Read one of platform_security_alerts."""
        return cast(
            "Alert",
            self._caller.settle(
                platform_security_alerts_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def acknowledge(
        self,
        id: str,
        *,
        body: AcknowledgeIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Alert:
        """Says that somebody has seen to it."""
        return cast(
            "Alert",
            self._caller.settle(
                platform_security_alerts_acknowledge.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformSecurityLoginsApi(Resource):
    """The resource `platform_security_logins`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformSecurityLoginsSort | Unset = UNSET,
        count: bool | Unset = False,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        locale: PlatformSecurityLoginsListLocale | Unset = UNSET,
    ) -> LoginPage:
        """List platform_security_logins."""
        return cast(
            "LoginPage",
            self._caller.settle(
                platform_security_logins_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    outcome=outcome,
                    ip=ip,
                    at_from=at_from,
                    at_before=at_before,
                    user=user,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformSecurityLoginsSort | Unset = UNSET,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        locale: PlatformSecurityLoginsListLocale | Unset = UNSET,
    ) -> Iterator[Login]:
        """List platform_security_logins, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                outcome=outcome,
                ip=ip,
                at_from=at_from,
                at_before=at_before,
                user=user,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class PlatformSecurityPolicyApi(Resource):
    """The resource `platform_security_policy`."""

    def retrieve(self, *, locale: PlatformSecurityPolicyRetrieveLocale | Unset = UNSET) -> SecurityPolicy:
        """Read platform_security_policy."""
        return cast(
            "SecurityPolicy",
            self._caller.settle(
                platform_security_policy_retrieve.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def update(self, *, body: SecurityPolicyUpdate, if_match: str | Unset = UNSET) -> SecurityPolicy:
        """Change platform_security_policy."""
        return cast(
            "SecurityPolicy",
            self._caller.settle(
                platform_security_policy_update.sync_detailed(
                    body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )


class PlatformTenantsApi(Resource):
    """The resource `platform_tenants`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: TenantsSort | Unset = UNSET,
        count: bool | Unset = False,
        status: builtins.list[TenantStatus] | Unset = UNSET,
        plan: builtins.list[str] | Unset = UNSET,
        without_plan: bool | Unset = UNSET,
        pack: str | Unset = UNSET,
        purge_before: datetime.datetime | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformTenantsListLocale | Unset = UNSET,
    ) -> TenantPage:
        """List tenants."""
        return cast(
            "TenantPage",
            self._caller.settle(
                platform_tenants_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    status=status,
                    plan=plan,
                    without_plan=without_plan,
                    pack=pack,
                    purge_before=purge_before,
                    created_from=created_from,
                    created_before=created_before,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: TenantsSort | Unset = UNSET,
        status: builtins.list[TenantStatus] | Unset = UNSET,
        plan: builtins.list[str] | Unset = UNSET,
        without_plan: bool | Unset = UNSET,
        pack: str | Unset = UNSET,
        purge_before: datetime.datetime | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformTenantsListLocale | Unset = UNSET,
    ) -> Iterator[Tenant]:
        """List tenants, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                status=status,
                plan=plan,
                without_plan=without_plan,
                pack=pack,
                purge_before=purge_before,
                created_from=created_from,
                created_before=created_before,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: TenantCreate, idempotency_key: str | None = None) -> Tenant:
        """Create one of tenants."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformTenantsRetrieveLocale | Unset = UNSET) -> Tenant:
        """Read one of tenants."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: TenantUpdate, if_match: str | Unset = UNSET) -> Tenant:
        """Change one of tenants."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def audit_log(
        self,
        id: str,
        *,
        actor: str | Unset = UNSET,
        impersonator: str | Unset = UNSET,
        impersonated: TrueOrFalse | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: CredentialKind | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: PlatformTenantsAuditLogLocale | Unset = UNSET,
    ) -> AuditEntrySlice:
        """The log of a business, newest first. Each look is recorded in it, as `data.viewed` of the operator."""
        return cast(
            "AuditEntrySlice",
            self._caller.settle(
                platform_tenants_audit_log.sync_detailed(
                    id,
                    actor=actor,
                    impersonator=impersonator,
                    impersonated=impersonated,
                    resource=resource,
                    table=table,
                    action=action,
                    ip=ip,
                    credential=credential,
                    credential_kind=credential_kind,
                    request_id=request_id,
                    at_from=at_from,
                    at_before=at_before,
                    limit=limit,
                    cursor=cursor,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each_audit_log(
        self,
        id: str,
        *,
        actor: str | Unset = UNSET,
        impersonator: str | Unset = UNSET,
        impersonated: TrueOrFalse | Unset = UNSET,
        resource: str | Unset = UNSET,
        table: str | Unset = UNSET,
        action: str | Unset = UNSET,
        ip: str | Unset = UNSET,
        credential: str | Unset = UNSET,
        credential_kind: CredentialKind | Unset = UNSET,
        request_id: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        limit: int | Unset = 50,
        locale: PlatformTenantsAuditLogLocale | Unset = UNSET,
    ) -> Iterator[AuditEntry]:
        """The log of a business, newest first. Each look is recorded in it, as `data.viewed` of the operator, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.audit_log(
                id,
                actor=actor,
                impersonator=impersonator,
                impersonated=impersonated,
                resource=resource,
                table=table,
                action=action,
                ip=ip,
                credential=credential,
                credential_kind=credential_kind,
                request_id=request_id,
                at_from=at_from,
                at_before=at_before,
                limit=limit,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def set_override(
        self, id: str, *, body: OverrideIn, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Tenant:
        """Gives the business a limit of its own, instead of its plan's; one that it had is replaced."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_set_override.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def remove_override(
        self,
        id: str,
        *,
        body: OverrideRemoval,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Tenant:
        """Takes a limit of its own from the business: its plan's holds again."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_remove_override.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def send_password_reset(
        self,
        id: str,
        *,
        body: TenantPasswordReset,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> None:
        """Sends a user of the business the mail that leads to a new password. Nobody gets to see one."""
        self._caller.settle(
            platform_tenants_send_password_reset.sync_detailed(
                id,
                body=body,
                idempotency_key=idempotency_key or new_key(),
                if_match=if_match,
                client=self._caller.client,
            )
        )

    def transition(
        self,
        id: str,
        *,
        body: TenantTransition,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Tenant:
        """Activates or suspends a business, schedules its deletion or cancels that; see `allowed_actions`."""
        return cast(
            "Tenant",
            self._caller.settle(
                platform_tenants_transition.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def usage(self, id: str, *, locale: PlatformTenantsUsageLocale | Unset = UNSET) -> UsageList:
        """What the business has of everything that plans limit, and may have."""
        return cast(
            "UsageList",
            self._caller.settle(
                platform_tenants_usage.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def users(
        self,
        id: str,
        *,
        q: str | Unset = UNSET,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: PlatformTenantsUsersLocale | Unset = UNSET,
    ) -> TenantUserSlice:
        """The users of the business, newest first; deleted ones are left out."""
        return cast(
            "TenantUserSlice",
            self._caller.settle(
                platform_tenants_users.sync_detailed(
                    id, q=q, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_users(
        self,
        id: str,
        *,
        q: str | Unset = UNSET,
        limit: int | Unset = 50,
        locale: PlatformTenantsUsersLocale | Unset = UNSET,
    ) -> Iterator[TenantUser]:
        """The users of the business, newest first; deleted ones are left out, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.users(id, q=q, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def change_user(
        self,
        id: str,
        *,
        body: TenantUserChange,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> TenantUser:
        """Changes a user of the business whom its own people cannot help, under the business's rules."""
        return cast(
            "TenantUser",
            self._caller.settle(
                platform_tenants_change_user.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def recover_user(
        self,
        id: str,
        *,
        body: TenantUserRecovery,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> TenantUser:
        """Lets a user of the business in again: forgets failed sign-ins, and takes lost second factors if asked."""
        return cast(
            "TenantUser",
            self._caller.settle(
                platform_tenants_recover_user.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformUsersApi(Resource):
    """The resource `platform_users`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PlatformUsersSort | Unset = UNSET,
        count: bool | Unset = False,
        kind: builtins.list[UserKind] | Unset = UNSET,
        status: builtins.list[UserStatus] | Unset = UNSET,
        role: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        email: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformUsersListLocale | Unset = UNSET,
    ) -> UserPage:
        """List platform_users."""
        return cast(
            "UserPage",
            self._caller.settle(
                platform_users_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    kind=kind,
                    status=status,
                    role=role,
                    branch=branch,
                    customer=customer,
                    email=email,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PlatformUsersSort | Unset = UNSET,
        kind: builtins.list[UserKind] | Unset = UNSET,
        status: builtins.list[UserStatus] | Unset = UNSET,
        role: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        email: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PlatformUsersListLocale | Unset = UNSET,
    ) -> Iterator[User]:
        """List platform_users, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                kind=kind,
                status=status,
                role=role,
                branch=branch,
                customer=customer,
                email=email,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: UserCreate, idempotency_key: str | None = None) -> User:
        """Create one of platform_users."""
        return cast(
            "User",
            self._caller.settle(
                platform_users_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PlatformUsersRetrieveLocale | Unset = UNSET) -> User:
        """Read one of platform_users."""
        return cast(
            "User",
            self._caller.settle(
                platform_users_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: UserUpdate, if_match: str | Unset = UNSET) -> User:
        """Change one of platform_users."""
        return cast(
            "User",
            self._caller.settle(
                platform_users_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of platform_users."""
        self._caller.settle(
            platform_users_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def activity(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: PlatformUsersActivityLocale | Unset = UNSET,
    ) -> AuditEntrySlice:
        """What a user changed and did, and the user's sign-ins, newest first."""
        return cast(
            "AuditEntrySlice",
            self._caller.settle(
                platform_users_activity.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_activity(
        self, id: str, *, limit: int | Unset = 50, locale: PlatformUsersActivityLocale | Unset = UNSET
    ) -> Iterator[AuditEntry]:
        """What a user changed and did, and the user's sign-ins, newest first, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.activity(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def send_password_reset(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> None:
        """Sends the user a mail to choose a new password. Nobody gets to see one."""
        self._caller.settle(
            platform_users_send_password_reset.sync_detailed(
                id,
                idempotency_key=idempotency_key or new_key(),
                if_match=if_match,
                client=self._caller.client,
            )
        )

    def reset_second_factors(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> User:
        """Takes all second factors of another user who lost them, and ends the user's sessions."""
        return cast(
            "User",
            self._caller.settle(
                platform_users_reset_second_factors.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def sessions(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: PlatformUsersSessionsLocale | Unset = UNSET,
    ) -> SessionSlice:
        """A user's open sessions, newest first."""
        return cast(
            "SessionSlice",
            self._caller.settle(
                platform_users_sessions.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_sessions(
        self, id: str, *, limit: int | Unset = 50, locale: PlatformUsersSessionsLocale | Unset = UNSET
    ) -> Iterator[Session]:
        """A user's open sessions, newest first, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.sessions(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def revoke_sessions(
        self, id: str, *, body: RevokeIn, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Revoked:
        """Ends a user's session, or all of them, their access tokens at once."""
        return cast(
            "Revoked",
            self._caller.settle(
                platform_users_revoke_sessions.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def unlock(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> User:
        """Forgets a user's failed sign-ins and codes, so that the next attempt need not wait."""
        return cast(
            "User",
            self._caller.settle(
                platform_users_unlock.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class PlatformUsersDeletionApi(Resource):
    """The resource `platform_users_deletion`."""

    def preview(
        self, id: str, *, locale: PlatformUsersDeletionPreviewLocale | Unset = UNSET
    ) -> DeletionPreview:
        """What deleting this user would erase, end and keep. Changes nothing."""
        return cast(
            "DeletionPreview",
            self._caller.settle(
                platform_users_deletion_preview.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )


class PriceRulesApi(Resource):
    """The resource `price_rules`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PriceRulesSort | Unset = UNSET,
        count: bool | Unset = False,
        component: builtins.list[PriceComponent] | Unset = UNSET,
        service: builtins.list[str] | Unset = UNSET,
        product: builtins.list[str] | Unset = UNSET,
        variant: builtins.list[str] | Unset = UNSET,
        category: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer_class: str | Unset = UNSET,
        channel: str | Unset = UNSET,
        source: str | Unset = UNSET,
        target: str | Unset = UNSET,
        in_force_at: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PriceRulesListLocale | Unset = UNSET,
    ) -> PriceRulePage:
        """List price_rules."""
        return cast(
            "PriceRulePage",
            self._caller.settle(
                price_rules_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    component=component,
                    service=service,
                    product=product,
                    variant=variant,
                    category=category,
                    branch=branch,
                    customer_class=customer_class,
                    channel=channel,
                    source=source,
                    target=target,
                    in_force_at=in_force_at,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PriceRulesSort | Unset = UNSET,
        component: builtins.list[PriceComponent] | Unset = UNSET,
        service: builtins.list[str] | Unset = UNSET,
        product: builtins.list[str] | Unset = UNSET,
        variant: builtins.list[str] | Unset = UNSET,
        category: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer_class: str | Unset = UNSET,
        channel: str | Unset = UNSET,
        source: str | Unset = UNSET,
        target: str | Unset = UNSET,
        in_force_at: datetime.datetime | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: PriceRulesListLocale | Unset = UNSET,
    ) -> Iterator[PriceRule]:
        """List price_rules, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                component=component,
                service=service,
                product=product,
                variant=variant,
                category=category,
                branch=branch,
                customer_class=customer_class,
                channel=channel,
                source=source,
                target=target,
                in_force_at=in_force_at,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: PriceRuleCreate, idempotency_key: str | None = None) -> PriceRule:
        """Create one of price_rules."""
        return cast(
            "PriceRule",
            self._caller.settle(
                price_rules_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PriceRulesRetrieveLocale | Unset = UNSET) -> PriceRule:
        """Read one of price_rules."""
        return cast(
            "PriceRule",
            self._caller.settle(
                price_rules_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: PriceRuleUpdate, if_match: str | Unset = UNSET) -> PriceRule:
        """Change one of price_rules."""
        return cast(
            "PriceRule",
            self._caller.settle(
                price_rules_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of price_rules."""
        self._caller.settle(
            price_rules_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def versions(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: PriceRulesVersionsLocale | Unset = UNSET,
    ) -> PriceRuleVersionSlice:
        """The versions that were before the current one, the latest first."""
        return cast(
            "PriceRuleVersionSlice",
            self._caller.settle(
                price_rules_versions.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_versions(
        self, id: str, *, limit: int | Unset = 50, locale: PriceRulesVersionsLocale | Unset = UNSET
    ) -> Iterator[PriceRuleVersion]:
        """The versions that were before the current one, the latest first, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.versions(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def bulk(self, *, body: BulkRequest, idempotency_key: str | None = None) -> BulkResult:
        """Change many of price_rules."""
        return cast(
            "BulkResult",
            self._caller.settle(
                price_rules_bulk.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class PrivacyRequestsApi(Resource):
    """The resource `privacy_requests`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: PrivacyRequestsSort | Unset = UNSET,
        count: bool | Unset = False,
        kind: builtins.list[PrivacyRequestKind] | Unset = UNSET,
        state: builtins.list[PrivacyRequestState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        locale: PrivacyRequestsListLocale | Unset = UNSET,
    ) -> PrivacyRequestPage:
        """List privacy_requests."""
        return cast(
            "PrivacyRequestPage",
            self._caller.settle(
                privacy_requests_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    kind=kind,
                    state=state,
                    customer=customer,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: PrivacyRequestsSort | Unset = UNSET,
        kind: builtins.list[PrivacyRequestKind] | Unset = UNSET,
        state: builtins.list[PrivacyRequestState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        locale: PrivacyRequestsListLocale | Unset = UNSET,
    ) -> Iterator[PrivacyRequest]:
        """List privacy_requests, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                kind=kind,
                state=state,
                customer=customer,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: PrivacyRequestCreate, idempotency_key: str | None = None) -> PrivacyRequest:
        """Create one of privacy_requests."""
        return cast(
            "PrivacyRequest",
            self._caller.settle(
                privacy_requests_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: PrivacyRequestsRetrieveLocale | Unset = UNSET) -> PrivacyRequest:
        """Read one of privacy_requests."""
        return cast(
            "PrivacyRequest",
            self._caller.settle(
                privacy_requests_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def package(self, id: str) -> types.File:
        """The copy: a ZIP of JSON documents and files, made now from what is there now."""
        return cast(
            "types.File",
            self._caller.settle(privacy_requests_package.sync_detailed(id, client=self._caller.client)),
        )

    def preview(self, id: str, *, locale: PrivacyRequestsPreviewLocale | Unset = UNSET) -> ErasurePreview:
        """What an erasure of this customer would do, and what stands in its way. Changes nothing."""
        return cast(
            "ErasurePreview",
            self._caller.settle(
                privacy_requests_preview.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def transition(
        self,
        id: str,
        *,
        body: PrivacyTransitionIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> PrivacyRequest:
        """Decides. An approval erases at once: it cannot be undone, not by a restore from a backup either."""
        return cast(
            "PrivacyRequest",
            self._caller.settle(
                privacy_requests_transition.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class ProductsApi(Resource):
    """The resource `products`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ProductsSort | Unset = UNSET,
        count: bool | Unset = False,
        category: builtins.list[str] | Unset = UNSET,
        sku: str | Unset = UNSET,
        barcode: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ProductsListLocale | Unset = UNSET,
    ) -> ProductPage:
        """List products."""
        return cast(
            "ProductPage",
            self._caller.settle(
                products_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    category=category,
                    sku=sku,
                    barcode=barcode,
                    active=active,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ProductsSort | Unset = UNSET,
        category: builtins.list[str] | Unset = UNSET,
        sku: str | Unset = UNSET,
        barcode: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ProductsListLocale | Unset = UNSET,
    ) -> Iterator[Product]:
        """List products, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                category=category,
                sku=sku,
                barcode=barcode,
                active=active,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: ProductCreate, idempotency_key: str | None = None) -> Product:
        """Create one of products."""
        return cast(
            "Product",
            self._caller.settle(
                products_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: ProductsRetrieveLocale | Unset = UNSET) -> Product:
        """Read one of products."""
        return cast(
            "Product",
            self._caller.settle(
                products_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: ProductUpdate, if_match: str | Unset = UNSET) -> Product:
        """Change one of products."""
        return cast(
            "Product",
            self._caller.settle(
                products_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of products."""
        self._caller.settle(products_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def bulk(self, *, body: BulkRequest, idempotency_key: str | None = None) -> BulkResult:
        """Change many of products."""
        return cast(
            "BulkResult",
            self._caller.settle(
                products_bulk.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )


class QuoteRequestsApi(Resource):
    """The resource `quote_requests`."""

    def create(self, *, body: QuoteCreate, idempotency_key: str | None = None) -> QuoteRequest:
        """Create one of quote_requests."""
        return cast(
            "QuoteRequest",
            self._caller.settle(
                quote_requests_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: QuoteRequestsRetrieveLocale | Unset = UNSET) -> QuoteRequest:
        """Read one of quote_requests."""
        return cast(
            "QuoteRequest",
            self._caller.settle(
                quote_requests_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def cancel(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> QuoteRequest:
        """Wait no more for a quote that was asked for; there will be none."""
        return cast(
            "QuoteRequest",
            self._caller.settle(
                quote_requests_cancel.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class QuotesApi(Resource):
    """The resource `quotes`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: QuotesSort | Unset = UNSET,
        count: bool | Unset = False,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: QuotesListLocale | Unset = UNSET,
    ) -> QuotePage:
        """List quotes."""
        return cast(
            "QuotePage",
            self._caller.settle(
                quotes_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    customer=customer,
                    branch=branch,
                    order=order,
                    created_from=created_from,
                    created_before=created_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: QuotesSort | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: QuotesListLocale | Unset = UNSET,
    ) -> Iterator[Quote]:
        """List quotes, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                customer=customer,
                branch=branch,
                order=order,
                created_from=created_from,
                created_before=created_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: QuoteCreate, idempotency_key: str | None = None) -> Quote:
        """Create one of quotes."""
        return cast(
            "Quote",
            self._caller.settle(
                quotes_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: QuotesRetrieveLocale | Unset = UNSET) -> Quote:
        """Read one of quotes."""
        return cast(
            "Quote",
            self._caller.settle(quotes_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)),
        )

    def open(self, id: str, *, body: QuoteOpen, if_match: str | Unset = UNSET) -> Quote:
        """An anonymous quote, for whoever has its secret."""
        return cast(
            "Quote",
            self._caller.settle(
                quotes_open.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class ReceivablesApi(Resource):
    """The resource `receivables`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ReceivablesSort | Unset = UNSET,
        count: bool | Unset = False,
        state: builtins.list[ReceivableState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        locale: ReceivablesListLocale | Unset = UNSET,
    ) -> ReceivablePage:
        """List receivables."""
        return cast(
            "ReceivablePage",
            self._caller.settle(
                receivables_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    customer=customer,
                    branch=branch,
                    order=order,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ReceivablesSort | Unset = UNSET,
        state: builtins.list[ReceivableState] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        order: builtins.list[str] | Unset = UNSET,
        locale: ReceivablesListLocale | Unset = UNSET,
    ) -> Iterator[Receivable]:
        """List receivables, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                state=state,
                customer=customer,
                branch=branch,
                order=order,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: ReceivablesRetrieveLocale | Unset = UNSET) -> Receivable:
        """Read one of receivables."""
        return cast(
            "Receivable",
            self._caller.settle(
                receivables_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )


class ReportsApi(Resource):
    """The resource `reports`."""

    def balance_sheet(
        self,
        *,
        end: datetime.date | Unset = UNSET,
        branch: str | Unset = UNSET,
        compare_end: datetime.date | Unset = UNSET,
        headings: bool | Unset = UNSET,
        locale: ReportsBalanceSheetLocale | Unset = UNSET,
    ) -> BalanceSheetCompared:
        """What the business has and owes when the day `end` begins."""
        return cast(
            "BalanceSheetCompared",
            self._caller.settle(
                reports_balance_sheet.sync_detailed(
                    end=end,
                    branch=branch,
                    compare_end=compare_end,
                    headings=headings,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def cash_flow(
        self,
        *,
        start: datetime.date | Unset = UNSET,
        end: datetime.date | Unset = UNSET,
        branch: str | Unset = UNSET,
        compare_start: datetime.date | Unset = UNSET,
        compare_end: datetime.date | Unset = UNSET,
        locale: ReportsCashFlowLocale | Unset = UNSET,
    ) -> CashFlowCompared:
        """What moved on the cash accounts in a span, by what it was for."""
        return cast(
            "CashFlowCompared",
            self._caller.settle(
                reports_cash_flow.sync_detailed(
                    start=start,
                    end=end,
                    branch=branch,
                    compare_start=compare_start,
                    compare_end=compare_end,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def profit_and_loss(
        self,
        *,
        start: datetime.date | Unset = UNSET,
        end: datetime.date | Unset = UNSET,
        branch: str | Unset = UNSET,
        compare_start: datetime.date | Unset = UNSET,
        compare_end: datetime.date | Unset = UNSET,
        headings: bool | Unset = UNSET,
        locale: ReportsProfitAndLossLocale | Unset = UNSET,
    ) -> ProfitAndLossCompared:
        """What the business earned and spent in a span."""
        return cast(
            "ProfitAndLossCompared",
            self._caller.settle(
                reports_profit_and_loss.sync_detailed(
                    start=start,
                    end=end,
                    branch=branch,
                    compare_start=compare_start,
                    compare_end=compare_end,
                    headings=headings,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def trial_balance(
        self,
        *,
        start: datetime.date | Unset = UNSET,
        end: datetime.date | Unset = UNSET,
        branch: str | Unset = UNSET,
        compare_start: datetime.date | Unset = UNSET,
        compare_end: datetime.date | Unset = UNSET,
        headings: bool | Unset = UNSET,
        locale: ReportsTrialBalanceLocale | Unset = UNSET,
    ) -> TrialBalanceCompared:
        """Each account's balance before a span, its turnover within it, and its balance after."""
        return cast(
            "TrialBalanceCompared",
            self._caller.settle(
                reports_trial_balance.sync_detailed(
                    start=start,
                    end=end,
                    branch=branch,
                    compare_start=compare_start,
                    compare_end=compare_end,
                    headings=headings,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )


class RetentionApi(Resource):
    """The resource `retention`."""

    def dry_run(self, *, locale: RetentionDryRunLocale | Unset = UNSET) -> RetentionDueList:
        """What the rules would delete now, class by class. Changes nothing."""
        return cast(
            "RetentionDueList",
            self._caller.settle(retention_dry_run.sync_detailed(locale=locale, client=self._caller.client)),
        )


class RolesApi(Resource):
    """The resource `roles`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: RolesSort | Unset = UNSET,
        count: bool | Unset = False,
        predefined: bool | Unset = UNSET,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: RolesListLocale | Unset = UNSET,
    ) -> RolePage:
        """List roles."""
        return cast(
            "RolePage",
            self._caller.settle(
                roles_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    predefined=predefined,
                    code=code,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: RolesSort | Unset = UNSET,
        predefined: bool | Unset = UNSET,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: RolesListLocale | Unset = UNSET,
    ) -> Iterator[Role]:
        """List roles, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, predefined=predefined, code=code, q=q, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: RoleCreate, idempotency_key: str | None = None) -> Role:
        """Create one of roles."""
        return cast(
            "Role",
            self._caller.settle(
                roles_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: RolesRetrieveLocale | Unset = UNSET) -> Role:
        """Read one of roles."""
        return cast(
            "Role",
            self._caller.settle(roles_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)),
        )

    def update(self, id: str, *, body: RoleUpdate, if_match: str | Unset = UNSET) -> Role:
        """Change one of roles."""
        return cast(
            "Role",
            self._caller.settle(
                roles_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of roles."""
        self._caller.settle(roles_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class ScopeSetsApi(Resource):
    """The resource `scope_sets`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ScopeSetsSort | Unset = UNSET,
        count: bool | Unset = False,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ScopeSetsListLocale | Unset = UNSET,
    ) -> ScopeSetPage:
        """List scope sets."""
        return cast(
            "ScopeSetPage",
            self._caller.settle(
                scope_sets_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    code=code,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ScopeSetsSort | Unset = UNSET,
        code: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ScopeSetsListLocale | Unset = UNSET,
    ) -> Iterator[ScopeSet]:
        """List scope sets, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, code=code, q=q, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: ScopeSetCreate, idempotency_key: str | None = None) -> ScopeSet:
        """Create one of scope sets."""
        return cast(
            "ScopeSet",
            self._caller.settle(
                scope_sets_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: ScopeSetsRetrieveLocale | Unset = UNSET) -> ScopeSet:
        """Read one of scope sets."""
        return cast(
            "ScopeSet",
            self._caller.settle(
                scope_sets_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: ScopeSetUpdate, if_match: str | Unset = UNSET) -> ScopeSet:
        """Change one of scope sets."""
        return cast(
            "ScopeSet",
            self._caller.settle(
                scope_sets_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of scope sets."""
        self._caller.settle(
            scope_sets_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )


class SecurityAlertsApi(Resource):
    """The resource `security_alerts`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: SecurityAlertsSort | Unset = UNSET,
        count: bool | Unset = False,
        rule: builtins.list[AlertRule] | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        acknowledged: bool | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: SecurityAlertsListLocale | Unset = UNSET,
    ) -> AlertPage:
        """List security_alerts."""
        return cast(
            "AlertPage",
            self._caller.settle(
                security_alerts_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    rule=rule,
                    actor=actor,
                    acknowledged=acknowledged,
                    created_from=created_from,
                    created_before=created_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: SecurityAlertsSort | Unset = UNSET,
        rule: builtins.list[AlertRule] | Unset = UNSET,
        actor: builtins.list[str] | Unset = UNSET,
        acknowledged: bool | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: SecurityAlertsListLocale | Unset = UNSET,
    ) -> Iterator[Alert]:
        """List security_alerts, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                rule=rule,
                actor=actor,
                acknowledged=acknowledged,
                created_from=created_from,
                created_before=created_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: SecurityAlertsRetrieveLocale | Unset = UNSET) -> Alert:
        """Read one of security_alerts."""
        return cast(
            "Alert",
            self._caller.settle(
                security_alerts_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def acknowledge(
        self,
        id: str,
        *,
        body: AcknowledgeIn,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Alert:
        """Says that somebody has seen to it."""
        return cast(
            "Alert",
            self._caller.settle(
                security_alerts_acknowledge.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class SecurityLoginsApi(Resource):
    """The resource `security_logins`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: SecurityLoginsSort | Unset = UNSET,
        count: bool | Unset = False,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        locale: SecurityLoginsListLocale | Unset = UNSET,
    ) -> LoginPage:
        """List security_logins."""
        return cast(
            "LoginPage",
            self._caller.settle(
                security_logins_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    outcome=outcome,
                    ip=ip,
                    at_from=at_from,
                    at_before=at_before,
                    user=user,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: SecurityLoginsSort | Unset = UNSET,
        outcome: builtins.list[LoginOutcome] | Unset = UNSET,
        ip: str | Unset = UNSET,
        at_from: datetime.datetime | Unset = UNSET,
        at_before: datetime.datetime | Unset = UNSET,
        user: builtins.list[str] | Unset = UNSET,
        locale: SecurityLoginsListLocale | Unset = UNSET,
    ) -> Iterator[Login]:
        """List security_logins, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                outcome=outcome,
                ip=ip,
                at_from=at_from,
                at_before=at_before,
                user=user,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor


class SecurityPolicyApi(Resource):
    """The resource `security_policy`."""

    def retrieve(self, *, locale: SecurityPolicyRetrieveLocale | Unset = UNSET) -> SecurityPolicy:
        """Read security_policy."""
        return cast(
            "SecurityPolicy",
            self._caller.settle(
                security_policy_retrieve.sync_detailed(locale=locale, client=self._caller.client)
            ),
        )

    def update(self, *, body: SecurityPolicyUpdate, if_match: str | Unset = UNSET) -> SecurityPolicy:
        """Change security_policy."""
        return cast(
            "SecurityPolicy",
            self._caller.settle(
                security_policy_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class ServicesApi(Resource):
    """The resource `services`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: ServicesSort | Unset = UNSET,
        count: bool | Unset = False,
        kind: builtins.list[ServiceKind] | Unset = UNSET,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ServicesListLocale | Unset = UNSET,
    ) -> ServicePage:
        """List services."""
        return cast(
            "ServicePage",
            self._caller.settle(
                services_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    kind=kind,
                    code=code,
                    active=active,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: ServicesSort | Unset = UNSET,
        kind: builtins.list[ServiceKind] | Unset = UNSET,
        code: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: ServicesListLocale | Unset = UNSET,
    ) -> Iterator[Service]:
        """List services, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, kind=kind, code=code, active=active, q=q, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: ServiceCreate, idempotency_key: str | None = None) -> Service:
        """Create one of services."""
        return cast(
            "Service",
            self._caller.settle(
                services_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: ServicesRetrieveLocale | Unset = UNSET) -> Service:
        """Read one of services."""
        return cast(
            "Service",
            self._caller.settle(
                services_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: ServiceUpdate, if_match: str | Unset = UNSET) -> Service:
        """Change one of services."""
        return cast(
            "Service",
            self._caller.settle(
                services_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of services."""
        self._caller.settle(services_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class SettingsApi(Resource):
    """The resource `settings`."""

    def retrieve(self, *, locale: SettingsRetrieveLocale | Unset = UNSET) -> SettingsDocument:
        """Read settings."""
        return cast(
            "SettingsDocument",
            self._caller.settle(settings_retrieve.sync_detailed(locale=locale, client=self._caller.client)),
        )

    def update(self, *, body: SettingsUpdate, if_match: str | Unset = UNSET) -> SettingsDocument:
        """Change settings."""
        return cast(
            "SettingsDocument",
            self._caller.settle(
                settings_update.sync_detailed(body=body, if_match=if_match, client=self._caller.client)
            ),
        )


class TaxRatesApi(Resource):
    """The resource `tax_rates`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: TaxRatesSort | Unset = UNSET,
        count: bool | Unset = False,
        tax_class: str | Unset = UNSET,
        code: str | Unset = UNSET,
        locale: TaxRatesListLocale | Unset = UNSET,
    ) -> TaxRatePage:
        """List tax_rates."""
        return cast(
            "TaxRatePage",
            self._caller.settle(
                tax_rates_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    tax_class=tax_class,
                    code=code,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: TaxRatesSort | Unset = UNSET,
        tax_class: str | Unset = UNSET,
        code: str | Unset = UNSET,
        locale: TaxRatesListLocale | Unset = UNSET,
    ) -> Iterator[TaxRate]:
        """List tax_rates, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit, sort=sort, tax_class=tax_class, code=code, locale=locale, cursor=cursor
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: TaxRateCreate, idempotency_key: str | None = None) -> TaxRate:
        """Create one of tax_rates."""
        return cast(
            "TaxRate",
            self._caller.settle(
                tax_rates_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: TaxRatesRetrieveLocale | Unset = UNSET) -> TaxRate:
        """Read one of tax_rates."""
        return cast(
            "TaxRate",
            self._caller.settle(
                tax_rates_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: TaxRateUpdate, if_match: str | Unset = UNSET) -> TaxRate:
        """Change one of tax_rates."""
        return cast(
            "TaxRate",
            self._caller.settle(
                tax_rates_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of tax_rates."""
        self._caller.settle(tax_rates_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class UploadsApi(Resource):
    """The resource `uploads`."""

    def create(self, *, body: UploadCreate, idempotency_key: str | None = None) -> Upload:
        """Create one of uploads."""
        return cast(
            "Upload",
            self._caller.settle(
                uploads_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: UploadsRetrieveLocale | Unset = UNSET) -> Upload:
        """Read one of uploads."""
        return cast(
            "Upload",
            self._caller.settle(
                uploads_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: types.File, offset: int, if_match: str | Unset = UNSET) -> Upload:
        """Change one of uploads."""
        return cast(
            "Upload",
            self._caller.settle(
                uploads_update.sync_detailed(
                    id, body=body, offset=offset, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of uploads."""
        self._caller.settle(uploads_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def complete(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> File:
        """Make the file of a fully received upload. Completing again answers with the same file."""
        return cast(
            "File",
            self._caller.settle(
                uploads_complete.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class UsageApi(Resource):
    """The resource `usage`."""

    def current(self, *, locale: UsageCurrentLocale | Unset = UNSET) -> UsageList:
        """How much there is of everything that plans limit, and how much there may be."""
        return cast(
            "UsageList",
            self._caller.settle(usage_current.sync_detailed(locale=locale, client=self._caller.client)),
        )


class UsersApi(Resource):
    """The resource `users`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: UsersSort | Unset = UNSET,
        count: bool | Unset = False,
        kind: builtins.list[UserKind] | Unset = UNSET,
        status: builtins.list[UserStatus] | Unset = UNSET,
        role: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        email: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: UsersListLocale | Unset = UNSET,
    ) -> UserPage:
        """List users."""
        return cast(
            "UserPage",
            self._caller.settle(
                users_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    kind=kind,
                    status=status,
                    role=role,
                    branch=branch,
                    customer=customer,
                    email=email,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: UsersSort | Unset = UNSET,
        kind: builtins.list[UserKind] | Unset = UNSET,
        status: builtins.list[UserStatus] | Unset = UNSET,
        role: builtins.list[str] | Unset = UNSET,
        branch: builtins.list[str] | Unset = UNSET,
        customer: builtins.list[str] | Unset = UNSET,
        email: str | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: UsersListLocale | Unset = UNSET,
    ) -> Iterator[User]:
        """List users, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                kind=kind,
                status=status,
                role=role,
                branch=branch,
                customer=customer,
                email=email,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: UserCreate, idempotency_key: str | None = None) -> User:
        """Create one of users."""
        return cast(
            "User",
            self._caller.settle(
                users_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: UsersRetrieveLocale | Unset = UNSET) -> User:
        """Read one of users."""
        return cast(
            "User",
            self._caller.settle(users_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)),
        )

    def update(self, id: str, *, body: UserUpdate, if_match: str | Unset = UNSET) -> User:
        """Change one of users."""
        return cast(
            "User",
            self._caller.settle(
                users_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of users."""
        self._caller.settle(users_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))

    def activity(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: UsersActivityLocale | Unset = UNSET,
    ) -> AuditEntrySlice:
        """What a user changed and did, and the user's sign-ins, newest first."""
        return cast(
            "AuditEntrySlice",
            self._caller.settle(
                users_activity.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_activity(
        self, id: str, *, limit: int | Unset = 50, locale: UsersActivityLocale | Unset = UNSET
    ) -> Iterator[AuditEntry]:
        """What a user changed and did, and the user's sign-ins, newest first, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.activity(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def send_password_reset(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> None:
        """Sends the user a mail to choose a new password. Nobody gets to see one."""
        self._caller.settle(
            users_send_password_reset.sync_detailed(
                id,
                idempotency_key=idempotency_key or new_key(),
                if_match=if_match,
                client=self._caller.client,
            )
        )

    def reset_second_factors(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> User:
        """Takes all second factors of another user who lost them, and ends the user's sessions."""
        return cast(
            "User",
            self._caller.settle(
                users_reset_second_factors.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def sessions(
        self,
        id: str,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        locale: UsersSessionsLocale | Unset = UNSET,
    ) -> SessionSlice:
        """A user's open sessions, newest first."""
        return cast(
            "SessionSlice",
            self._caller.settle(
                users_sessions.sync_detailed(
                    id, limit=limit, cursor=cursor, locale=locale, client=self._caller.client
                )
            ),
        )

    def each_sessions(
        self, id: str, *, limit: int | Unset = 50, locale: UsersSessionsLocale | Unset = UNSET
    ) -> Iterator[Session]:
        """A user's open sessions, newest first, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.sessions(id, limit=limit, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def revoke_sessions(
        self, id: str, *, body: RevokeIn, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> Revoked:
        """Ends a user's session, or all of them, their access tokens at once."""
        return cast(
            "Revoked",
            self._caller.settle(
                users_revoke_sessions.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def unlock(self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET) -> User:
        """Forgets a user's failed sign-ins and codes, so that the next attempt need not wait."""
        return cast(
            "User",
            self._caller.settle(
                users_unlock.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class UsersDeletionApi(Resource):
    """The resource `users_deletion`."""

    def preview(self, id: str, *, locale: UsersDeletionPreviewLocale | Unset = UNSET) -> DeletionPreview:
        """What deleting this user would erase, end and keep. Changes nothing."""
        return cast(
            "DeletionPreview",
            self._caller.settle(
                users_deletion_preview.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )


class VariantsApi(Resource):
    """The resource `variants`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: VariantsSort | Unset = UNSET,
        count: bool | Unset = False,
        product: builtins.list[str] | Unset = UNSET,
        sku: str | Unset = UNSET,
        barcode: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: VariantsListLocale | Unset = UNSET,
    ) -> VariantPage:
        """List variants."""
        return cast(
            "VariantPage",
            self._caller.settle(
                variants_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    product=product,
                    sku=sku,
                    barcode=barcode,
                    active=active,
                    q=q,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: VariantsSort | Unset = UNSET,
        product: builtins.list[str] | Unset = UNSET,
        sku: str | Unset = UNSET,
        barcode: str | Unset = UNSET,
        active: bool | Unset = UNSET,
        q: str | Unset = UNSET,
        locale: VariantsListLocale | Unset = UNSET,
    ) -> Iterator[Variant]:
        """List variants, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                product=product,
                sku=sku,
                barcode=barcode,
                active=active,
                q=q,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(self, *, body: VariantCreate, idempotency_key: str | None = None) -> Variant:
        """Create one of variants."""
        return cast(
            "Variant",
            self._caller.settle(
                variants_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: VariantsRetrieveLocale | Unset = UNSET) -> Variant:
        """Read one of variants."""
        return cast(
            "Variant",
            self._caller.settle(
                variants_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(self, id: str, *, body: VariantUpdate, if_match: str | Unset = UNSET) -> Variant:
        """Change one of variants."""
        return cast(
            "Variant",
            self._caller.settle(
                variants_update.sync_detailed(id, body=body, if_match=if_match, client=self._caller.client)
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of variants."""
        self._caller.settle(variants_delete.sync_detailed(id, if_match=if_match, client=self._caller.client))


class WebhookDeliveriesApi(Resource):
    """The resource `webhook_deliveries`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: WebhookDeliveriesSort | Unset = UNSET,
        count: bool | Unset = False,
        endpoint: builtins.list[str] | Unset = UNSET,
        event: builtins.list[str] | Unset = UNSET,
        event_type: str | Unset = UNSET,
        state: builtins.list[WebhookDeliveryState] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: WebhookDeliveriesListLocale | Unset = UNSET,
    ) -> WebhookDeliveryPage:
        """List webhook_deliveries."""
        return cast(
            "WebhookDeliveryPage",
            self._caller.settle(
                webhook_deliveries_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    endpoint=endpoint,
                    event=event,
                    event_type=event_type,
                    state=state,
                    created_from=created_from,
                    created_before=created_before,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: WebhookDeliveriesSort | Unset = UNSET,
        endpoint: builtins.list[str] | Unset = UNSET,
        event: builtins.list[str] | Unset = UNSET,
        event_type: str | Unset = UNSET,
        state: builtins.list[WebhookDeliveryState] | Unset = UNSET,
        created_from: datetime.datetime | Unset = UNSET,
        created_before: datetime.datetime | Unset = UNSET,
        locale: WebhookDeliveriesListLocale | Unset = UNSET,
    ) -> Iterator[WebhookDelivery]:
        """List webhook_deliveries, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(
                limit=limit,
                sort=sort,
                endpoint=endpoint,
                event=event,
                event_type=event_type,
                state=state,
                created_from=created_from,
                created_before=created_before,
                locale=locale,
                cursor=cursor,
            )
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(
        self, id: str, *, locale: WebhookDeliveriesRetrieveLocale | Unset = UNSET
    ) -> WebhookDelivery:
        """Read one of webhook_deliveries."""
        return cast(
            "WebhookDelivery",
            self._caller.settle(
                webhook_deliveries_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def resend(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> WebhookDelivery:
        """Sends it again now, with the same id and bytes."""
        return cast(
            "WebhookDelivery",
            self._caller.settle(
                webhook_deliveries_resend.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class WebhookEndpointsApi(Resource):
    """The resource `webhook_endpoints`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: WebhookEndpointsSort | Unset = UNSET,
        count: bool | Unset = False,
        state: builtins.list[WebhookEndpointState] | Unset = UNSET,
        locale: WebhookEndpointsListLocale | Unset = UNSET,
    ) -> WebhookEndpointPage:
        """List webhook_endpoints."""
        return cast(
            "WebhookEndpointPage",
            self._caller.settle(
                webhook_endpoints_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    state=state,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: WebhookEndpointsSort | Unset = UNSET,
        state: builtins.list[WebhookEndpointState] | Unset = UNSET,
        locale: WebhookEndpointsListLocale | Unset = UNSET,
    ) -> Iterator[WebhookEndpoint]:
        """List webhook_endpoints, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, state=state, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def create(
        self, *, body: WebhookEndpointCreate, idempotency_key: str | None = None
    ) -> WebhookEndpointRevealed:
        """Create one of webhook_endpoints."""
        return cast(
            "WebhookEndpointRevealed",
            self._caller.settle(
                webhook_endpoints_create.sync_detailed(
                    body=body, idempotency_key=idempotency_key or new_key(), client=self._caller.client
                )
            ),
        )

    def retrieve(self, id: str, *, locale: WebhookEndpointsRetrieveLocale | Unset = UNSET) -> WebhookEndpoint:
        """Read one of webhook_endpoints."""
        return cast(
            "WebhookEndpoint",
            self._caller.settle(
                webhook_endpoints_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )

    def update(
        self, id: str, *, body: WebhookEndpointUpdate, if_match: str | Unset = UNSET
    ) -> WebhookEndpoint:
        """Change one of webhook_endpoints."""
        return cast(
            "WebhookEndpoint",
            self._caller.settle(
                webhook_endpoints_update.sync_detailed(
                    id, body=body, if_match=if_match, client=self._caller.client
                )
            ),
        )

    def delete(self, id: str, *, if_match: str | Unset = UNSET) -> None:
        """Delete one of webhook_endpoints."""
        self._caller.settle(
            webhook_endpoints_delete.sync_detailed(id, if_match=if_match, client=self._caller.client)
        )

    def recover(
        self,
        id: str,
        *,
        body: RecoverPeriod,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> Recovered:
        """Sends everything of a period that the endpoint wants and has not taken."""
        return cast(
            "Recovered",
            self._caller.settle(
                webhook_endpoints_recover.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def rotate_secret(
        self,
        id: str,
        *,
        body: RotateSecret,
        idempotency_key: str | None = None,
        if_match: str | Unset = UNSET,
    ) -> WebhookEndpointRevealed:
        """Gives the endpoint a new secret; the old one signs too for a while."""
        return cast(
            "WebhookEndpointRevealed",
            self._caller.settle(
                webhook_endpoints_rotate_secret.sync_detailed(
                    id,
                    body=body,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )

    def test(
        self, id: str, *, idempotency_key: str | None = None, if_match: str | Unset = UNSET
    ) -> WebhookDelivery:
        """Sends the event webhook_endpoint.tested to this endpoint alone; the answer is its delivery."""
        return cast(
            "WebhookDelivery",
            self._caller.settle(
                webhook_endpoints_test.sync_detailed(
                    id,
                    idempotency_key=idempotency_key or new_key(),
                    if_match=if_match,
                    client=self._caller.client,
                )
            ),
        )


class WorkflowsApi(Resource):
    """The resource `workflows`."""

    def list(
        self,
        *,
        limit: int | Unset = 50,
        cursor: str | Unset = UNSET,
        sort: WorkflowsSort | Unset = UNSET,
        count: bool | Unset = False,
        locale: WorkflowsListLocale | Unset = UNSET,
    ) -> WorkflowPage:
        """List workflows."""
        return cast(
            "WorkflowPage",
            self._caller.settle(
                workflows_list.sync_detailed(
                    limit=limit,
                    cursor=cursor,
                    sort=sort,
                    count=count,
                    locale=locale,
                    client=self._caller.client,
                )
            ),
        )

    def each(
        self,
        *,
        limit: int | Unset = 50,
        sort: WorkflowsSort | Unset = UNSET,
        locale: WorkflowsListLocale | Unset = UNSET,
    ) -> Iterator[Workflow]:
        """List workflows, page after page."""
        cursor: str | Unset = UNSET
        while True:
            page = self.list(limit=limit, sort=sort, locale=locale, cursor=cursor)
            yield from page.data
            if not page.next_cursor:
                return
            cursor = page.next_cursor

    def retrieve(self, id: str, *, locale: WorkflowsRetrieveLocale | Unset = UNSET) -> Workflow:
        """Read one of workflows."""
        return cast(
            "Workflow",
            self._caller.settle(
                workflows_retrieve.sync_detailed(id, locale=locale, client=self._caller.client)
            ),
        )


class Resources:
    """All resources, by name."""

    def __init__(self, caller: Caller) -> None:
        self.access = AccessApi(caller)
        self.access_confirm = AccessConfirmApi(caller)
        self.access_log = AccessLogApi(caller)
        self.access_request_password = AccessRequestPasswordApi(caller)
        self.access_reset = AccessResetApi(caller)
        self.api_keys = ApiKeysApi(caller)
        self.audit_actions = AuditActionsApi(caller)
        self.audit_log = AuditLogApi(caller)
        self.auth = AuthApi(caller)
        self.auth_second_factor = AuthSecondFactorApi(caller)
        self.branches = BranchesApi(caller)
        self.branding = BrandingApi(caller)
        self.calendar = CalendarApi(caller)
        self.capabilities = CapabilitiesApi(caller)
        self.categories = CategoriesApi(caller)
        self.consents = ConsentsApi(caller)
        self.currencies = CurrenciesApi(caller)
        self.customers = CustomersApi(caller)
        self.dead_letters = DeadLettersApi(caller)
        self.document_types = DocumentTypesApi(caller)
        self.event_types = EventTypesApi(caller)
        self.events = EventsApi(caller)
        self.files = FilesApi(caller)
        self.holidays = HolidaysApi(caller)
        self.invitations = InvitationsApi(caller)
        self.journal_entries = JournalEntriesApi(caller)
        self.language_pairs = LanguagePairsApi(caller)
        self.languages = LanguagesApi(caller)
        self.ledger_accounts = LedgerAccountsApi(caller)
        self.legal_documents = LegalDocumentsApi(caller)
        self.locales = LocalesApi(caller)
        self.loyalty_lots = LoyaltyLotsApi(caller)
        self.loyalty_promotions = LoyaltyPromotionsApi(caller)
        self.loyalty_redemptions = LoyaltyRedemptionsApi(caller)
        self.loyalty_rules = LoyaltyRulesApi(caller)
        self.me = MeApi(caller)
        self.me_api_keys = MeApiKeysApi(caller)
        self.me_applications = MeApplicationsApi(caller)
        self.me_identities = MeIdentitiesApi(caller)
        self.me_logins = MeLoginsApi(caller)
        self.me_second_factors = MeSecondFactorsApi(caller)
        self.me_sessions = MeSessionsApi(caller)
        self.my_data = MyDataApi(caller)
        self.oauth = OauthApi(caller)
        self.oauth_applications = OauthApplicationsApi(caller)
        self.oidc = OidcApi(caller)
        self.orders = OrdersApi(caller)
        self.organization = OrganizationApi(caller)
        self.payment_methods = PaymentMethodsApi(caller)
        self.payments = PaymentsApi(caller)
        self.permissions = PermissionsApi(caller)
        self.platform = PlatformApi(caller)
        self.platform_access_log = PlatformAccessLogApi(caller)
        self.platform_audit_log = PlatformAuditLogApi(caller)
        self.platform_auth = PlatformAuthApi(caller)
        self.platform_auth_second_factor = PlatformAuthSecondFactorApi(caller)
        self.platform_backups = PlatformBackupsApi(caller)
        self.platform_domains = PlatformDomainsApi(caller)
        self.platform_impersonations = PlatformImpersonationsApi(caller)
        self.platform_invitations = PlatformInvitationsApi(caller)
        self.platform_me = PlatformMeApi(caller)
        self.platform_me_logins = PlatformMeLoginsApi(caller)
        self.platform_me_second_factors = PlatformMeSecondFactorsApi(caller)
        self.platform_me_sessions = PlatformMeSessionsApi(caller)
        self.platform_permissions = PlatformPermissionsApi(caller)
        self.platform_plans = PlatformPlansApi(caller)
        self.platform_restores = PlatformRestoresApi(caller)
        self.platform_roles = PlatformRolesApi(caller)
        self.platform_security_alerts = PlatformSecurityAlertsApi(caller)
        self.platform_security_logins = PlatformSecurityLoginsApi(caller)
        self.platform_security_policy = PlatformSecurityPolicyApi(caller)
        self.platform_tenants = PlatformTenantsApi(caller)
        self.platform_users = PlatformUsersApi(caller)
        self.platform_users_deletion = PlatformUsersDeletionApi(caller)
        self.price_rules = PriceRulesApi(caller)
        self.privacy_requests = PrivacyRequestsApi(caller)
        self.products = ProductsApi(caller)
        self.quote_requests = QuoteRequestsApi(caller)
        self.quotes = QuotesApi(caller)
        self.receivables = ReceivablesApi(caller)
        self.reports = ReportsApi(caller)
        self.retention = RetentionApi(caller)
        self.roles = RolesApi(caller)
        self.scope_sets = ScopeSetsApi(caller)
        self.security_alerts = SecurityAlertsApi(caller)
        self.security_logins = SecurityLoginsApi(caller)
        self.security_policy = SecurityPolicyApi(caller)
        self.services = ServicesApi(caller)
        self.settings = SettingsApi(caller)
        self.tax_rates = TaxRatesApi(caller)
        self.uploads = UploadsApi(caller)
        self.usage = UsageApi(caller)
        self.users = UsersApi(caller)
        self.users_deletion = UsersDeletionApi(caller)
        self.variants = VariantsApi(caller)
        self.webhook_deliveries = WebhookDeliveriesApi(caller)
        self.webhook_endpoints = WebhookEndpointsApi(caller)
        self.workflows = WorkflowsApi(caller)
