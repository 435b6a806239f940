"""Contains all the data models used in inputs/outputs"""

from .acceptance_in import AcceptanceIn
from .access_entry import AccessEntry
from .access_entry_field import AccessEntryField
from .access_entry_page import AccessEntryPage
from .access_log_list_locale import AccessLogListLocale
from .access_log_sort import AccessLogSort
from .access_method import AccessMethod
from .acknowledge_in import AcknowledgeIn
from .address import Address
from .address_in import AddressIn
from .alert import Alert
from .alert_details import AlertDetails
from .alert_field import AlertField
from .alert_page import AlertPage
from .alert_rule import AlertRule
from .allocation import Allocation
from .allocation_state import AllocationState
from .allocations_in import AllocationsIn
from .api_key import ApiKey
from .api_key_create import ApiKeyCreate
from .api_key_field import ApiKeyField
from .api_key_page import ApiKeyPage
from .api_keys_list_locale import ApiKeysListLocale
from .api_keys_retrieve_locale import ApiKeysRetrieveLocale
from .api_keys_sort import ApiKeysSort
from .application import Application
from .application_create import ApplicationCreate
from .application_field import ApplicationField
from .application_page import ApplicationPage
from .application_update import ApplicationUpdate
from .artifact import Artifact
from .asked_permission import AskedPermission
from .assignment import Assignment
from .assignment_in import AssignmentIn
from .assignment_scope import AssignmentScope
from .attempt import Attempt
from .attempt_headers import AttemptHeaders
from .attempt_sent_headers_type_0 import AttemptSentHeadersType0
from .audit_action import AuditAction
from .audit_action_field import AuditActionField
from .audit_action_kind import AuditActionKind
from .audit_action_list import AuditActionList
from .audit_actions_catalogue_locale import AuditActionsCatalogueLocale
from .audit_chain_fault import AuditChainFault
from .audit_entry import AuditEntry
from .audit_entry_after_type_0 import AuditEntryAfterType0
from .audit_entry_before_type_0 import AuditEntryBeforeType0
from .audit_entry_field import AuditEntryField
from .audit_entry_page import AuditEntryPage
from .audit_entry_slice import AuditEntrySlice
from .audit_log_chain_locale import AuditLogChainLocale
from .audit_log_list_locale import AuditLogListLocale
from .audit_log_retrieve_locale import AuditLogRetrieveLocale
from .audit_log_sort import AuditLogSort
from .audit_rules import AuditRules
from .audit_rules_in import AuditRulesIn
from .authorization import Authorization
from .authorization_field import AuthorizationField
from .authorization_in import AuthorizationIn
from .backup import Backup
from .backup_copy_state import BackupCopyState
from .backup_field import BackupField
from .backup_kind import BackupKind
from .backup_list import BackupList
from .backup_page import BackupPage
from .backup_request import BackupRequest
from .backup_state import BackupState
from .backup_tables import BackupTables
from .backup_verification import BackupVerification
from .backups_sort import BackupsSort
from .balance_sheet import BalanceSheet
from .balance_sheet_compared import BalanceSheetCompared
from .balance_sheet_compared_field import BalanceSheetComparedField
from .band import Band
from .band_in import BandIn
from .band_mode import BandMode
from .branch import Branch
from .branch_calendar import BranchCalendar
from .branch_calendar_field import BranchCalendarField
from .branch_calendar_list import BranchCalendarList
from .branch_create import BranchCreate
from .branch_create_name import BranchCreateName
from .branch_field import BranchField
from .branch_page import BranchPage
from .branch_update import BranchUpdate
from .branch_update_name import BranchUpdateName
from .branches_list_locale import BranchesListLocale
from .branches_open_locale import BranchesOpenLocale
from .branches_retrieve_locale import BranchesRetrieveLocale
from .branches_sort import BranchesSort
from .branding import Branding
from .branding_contrast_locale import BrandingContrastLocale
from .branding_field import BrandingField
from .branding_retrieve_locale import BrandingRetrieveLocale
from .branding_update import BrandingUpdate
from .bulk_action import BulkAction
from .bulk_item import BulkItem
from .bulk_item_data_type_0 import BulkItemDataType0
from .bulk_item_problem_type_0 import BulkItemProblemType0
from .bulk_line import BulkLine
from .bulk_line_data import BulkLineData
from .bulk_request import BulkRequest
from .bulk_result import BulkResult
from .calendar import Calendar
from .calendar_day import CalendarDay
from .calendar_days_locale import CalendarDaysLocale
from .calendar_entry import CalendarEntry
from .calendar_entry_field import CalendarEntryField
from .calendar_entry_page import CalendarEntryPage
from .calendar_list_locale import CalendarListLocale
from .calendar_sort import CalendarSort
from .capabilities import Capabilities
from .capabilities_field import CapabilitiesField
from .capabilities_retrieve_locale import CapabilitiesRetrieveLocale
from .cash_flow import CashFlow
from .cash_flow_compared import CashFlowCompared
from .cash_flow_compared_field import CashFlowComparedField
from .categories_list_locale import CategoriesListLocale
from .categories_retrieve_locale import CategoriesRetrieveLocale
from .categories_sort import CategoriesSort
from .category import Category
from .category_create import CategoryCreate
from .category_create_name import CategoryCreateName
from .category_field import CategoryField
from .category_page import CategoryPage
from .category_update import CategoryUpdate
from .category_update_name import CategoryUpdateName
from .chain import Chain
from .chain_fault import ChainFault
from .chain_field import ChainField
from .challenge import Challenge
from .challenge_in import ChallengeIn
from .charge_per import ChargePer
from .chart_kind import ChartKind
from .chart_node import ChartNode
from .chart_tree import ChartTree
from .chart_tree_field import ChartTreeField
from .colours import Colours
from .colours_in import ColoursIn
from .confirm_in import ConfirmIn
from .consent import Consent
from .consent_create import ConsentCreate
from .consent_field import ConsentField
from .consent_list import ConsentList
from .consent_page import ConsentPage
from .consents_cookies_locale import ConsentsCookiesLocale
from .consents_list_locale import ConsentsListLocale
from .consents_retrieve_locale import ConsentsRetrieveLocale
from .consents_sort import ConsentsSort
from .consents_standing_locale import ConsentsStandingLocale
from .contact import Contact
from .contact_in import ContactIn
from .contact_kind import ContactKind
from .contrast import Contrast
from .contrast_report import ContrastReport
from .contrast_report_field import ContrastReportField
from .cookie_category import CookieCategory
from .cookie_category_code import CookieCategoryCode
from .cookie_category_field import CookieCategoryField
from .cookie_category_list import CookieCategoryList
from .cookie_choices_in import CookieChoicesIn
from .copy import Copy
from .credential_kind import CredentialKind
from .currencies_catalogue_locale import CurrenciesCatalogueLocale
from .currency import Currency
from .currency_field import CurrencyField
from .currency_list import CurrencyList
from .customer import Customer
from .customer_balance import CustomerBalance
from .customer_balance_field import CustomerBalanceField
from .customer_create import CustomerCreate
from .customer_create_metadata import CustomerCreateMetadata
from .customer_duplicate import CustomerDuplicate
from .customer_duplicate_field import CustomerDuplicateField
from .customer_duplicate_list import CustomerDuplicateList
from .customer_field import CustomerField
from .customer_kind import CustomerKind
from .customer_merge import CustomerMerge
from .customer_merge_in import CustomerMergeIn
from .customer_metadata import CustomerMetadata
from .customer_page import CustomerPage
from .customer_sameness import CustomerSameness
from .customer_state import CustomerState
from .customer_update import CustomerUpdate
from .customer_update_metadata import CustomerUpdateMetadata
from .customers_duplicates_locale import CustomersDuplicatesLocale
from .customers_list_locale import CustomersListLocale
from .customers_retrieve_locale import CustomersRetrieveLocale
from .customers_sort import CustomersSort
from .dead_letter import DeadLetter
from .dead_letter_field import DeadLetterField
from .dead_letter_page import DeadLetterPage
from .dead_letter_state import DeadLetterState
from .dead_letters_list_locale import DeadLettersListLocale
from .dead_letters_retrieve_locale import DeadLettersRetrieveLocale
from .dead_letters_sort import DeadLettersSort
from .deletion_preview import DeletionPreview
from .deletion_preview_field import DeletionPreviewField
from .device import Device
from .device_kind import DeviceKind
from .difference import Difference
from .difference_conflict_counts import DifferenceConflictCounts
from .display_unit import DisplayUnit
from .document_type_create import DocumentTypeCreate
from .document_type_create_name import DocumentTypeCreateName
from .document_types_list_locale import DocumentTypesListLocale
from .document_types_retrieve_locale import DocumentTypesRetrieveLocale
from .document_types_sort import DocumentTypesSort
from .domain import Domain
from .domain_certificate import DomainCertificate
from .domain_create import DomainCreate
from .domain_field import DomainField
from .domain_page import DomainPage
from .domain_update import DomainUpdate
from .domains_sort import DomainsSort
from .enrol_in import EnrolIn
from .enrolment import Enrolment
from .entry_subject import EntrySubject
from .erased import Erased
from .erasure_preview import ErasurePreview
from .erasure_preview_field import ErasurePreviewField
from .erasure_source import ErasureSource
from .event import Event
from .event_actor import EventActor
from .event_data import EventData
from .event_field import EventField
from .event_page import EventPage
from .event_type import EventType
from .event_type_field import EventTypeField
from .event_type_list import EventTypeList
from .event_type_schema import EventTypeSchema
from .event_types_catalogue_locale import EventTypesCatalogueLocale
from .events_list_locale import EventsListLocale
from .events_retrieve_locale import EventsRetrieveLocale
from .events_sort import EventsSort
from .expired_password_in import ExpiredPasswordIn
from .field_problem import FieldProblem
from .file import File
from .file_analysis import FileAnalysis
from .file_category import FileCategory
from .file_category_rule import FileCategoryRule
from .file_field import FileField
from .file_kind import FileKind
from .file_limits import FileLimits
from .file_link import FileLink
from .file_link_create import FileLinkCreate
from .file_metadata import FileMetadata
from .file_page import FilePage
from .file_state import FileState
from .file_subject import FileSubject
from .file_subject_type import FileSubjectType
from .file_type import FileType
from .file_update import FileUpdate
from .file_update_metadata import FileUpdateMetadata
from .files_create_body import FilesCreateBody
from .files_list_locale import FilesListLocale
from .files_retrieve_locale import FilesRetrieveLocale
from .files_sort import FilesSort
from .fonts import Fonts
from .fonts_in import FontsIn
from .foreign_amount import ForeignAmount
from .formula import Formula
from .formula_in import FormulaIn
from .grant import Grant
from .grant_field import GrantField
from .grant_kind import GrantKind
from .grant_page import GrantPage
from .hand_over_decision import HandOverDecision
from .hand_over_direction import HandOverDirection
from .hand_over_status import HandOverStatus
from .holiday import Holiday
from .holiday_create import HolidayCreate
from .holiday_create_names import HolidayCreateNames
from .holiday_field import HolidayField
from .holiday_page import HolidayPage
from .holiday_update import HolidayUpdate
from .holiday_update_names import HolidayUpdateNames
from .holidays_list_locale import HolidaysListLocale
from .holidays_retrieve_locale import HolidaysRetrieveLocale
from .holidays_sort import HolidaysSort
from .identity import Identity
from .identity_in import IdentityIn
from .identity_kind import IdentityKind
from .impersonation import Impersonation
from .impersonation_create import ImpersonationCreate
from .impersonation_session import ImpersonationSession
from .impersonation_session_field import ImpersonationSessionField
from .impersonation_session_page import ImpersonationSessionPage
from .impersonation_started import ImpersonationStarted
from .impersonation_state import ImpersonationState
from .impersonations_sort import ImpersonationsSort
from .introspection import Introspection
from .introspection_in import IntrospectionIn
from .invitation import Invitation
from .invitation_accept import InvitationAccept
from .invitation_create import InvitationCreate
from .invitation_field import InvitationField
from .invitation_page import InvitationPage
from .invitation_shown import InvitationShown
from .invitation_state import InvitationState
from .invitations_list_locale import InvitationsListLocale
from .invitations_retrieve_locale import InvitationsRetrieveLocale
from .invitations_sort import InvitationsSort
from .invited_role import InvitedRole
from .journal_entries_list_locale import JournalEntriesListLocale
from .journal_entries_retrieve_locale import JournalEntriesRetrieveLocale
from .journal_entries_sort import JournalEntriesSort
from .journal_entry import JournalEntry
from .journal_entry_create import JournalEntryCreate
from .journal_entry_field import JournalEntryField
from .journal_entry_page import JournalEntryPage
from .journal_leg import JournalLeg
from .journal_leg_in import JournalLegIn
from .language import Language
from .language_create import LanguageCreate
from .language_create_name import LanguageCreateName
from .language_pair import LanguagePair
from .language_pair_create import LanguagePairCreate
from .language_pair_field import LanguagePairField
from .language_pair_page import LanguagePairPage
from .language_pair_update import LanguagePairUpdate
from .language_pairs_list_locale import LanguagePairsListLocale
from .language_pairs_retrieve_locale import LanguagePairsRetrieveLocale
from .language_pairs_sort import LanguagePairsSort
from .languages_list_locale import LanguagesListLocale
from .languages_retrieve_locale import LanguagesRetrieveLocale
from .languages_sort import LanguagesSort
from .lasting_method import LastingMethod
from .lasting_second_factor import LastingSecondFactor
from .lead_time_charge import LeadTimeCharge
from .lead_time_charge_in import LeadTimeChargeIn
from .ledger_account import LedgerAccount
from .ledger_account_create import LedgerAccountCreate
from .ledger_account_field import LedgerAccountField
from .ledger_account_page import LedgerAccountPage
from .ledger_account_update import LedgerAccountUpdate
from .ledger_accounts_list_locale import LedgerAccountsListLocale
from .ledger_accounts_retrieve_locale import LedgerAccountsRetrieveLocale
from .ledger_accounts_sort import LedgerAccountsSort
from .ledger_accounts_tree_locale import LedgerAccountsTreeLocale
from .ledger_activity import LedgerActivity
from .ledger_kind import LedgerKind
from .ledger_role import LedgerRole
from .ledger_section import LedgerSection
from .ledger_side import LedgerSide
from .ledger_subject_type import LedgerSubjectType
from .legal import Legal
from .legal_document import LegalDocument
from .legal_document_create import LegalDocumentCreate
from .legal_document_create_body import LegalDocumentCreateBody
from .legal_document_create_title import LegalDocumentCreateTitle
from .legal_document_field import LegalDocumentField
from .legal_document_list import LegalDocumentList
from .legal_document_page import LegalDocumentPage
from .legal_document_update import LegalDocumentUpdate
from .legal_document_update_body import LegalDocumentUpdateBody
from .legal_document_update_title import LegalDocumentUpdateTitle
from .legal_documents_awaiting_locale import LegalDocumentsAwaitingLocale
from .legal_documents_current_locale import LegalDocumentsCurrentLocale
from .legal_documents_list_locale import LegalDocumentsListLocale
from .legal_documents_retrieve_locale import LegalDocumentsRetrieveLocale
from .legal_documents_sort import LegalDocumentsSort
from .legal_in import LegalIn
from .limit_name import LimitName
from .limits import Limits
from .limits_in import LimitsIn
from .link_in import LinkIn
from .linked_identity import LinkedIdentity
from .linked_identity_field import LinkedIdentityField
from .linked_identity_page import LinkedIdentityPage
from .locale import Locale
from .locale_field import LocaleField
from .locale_list import LocaleList
from .locales_catalogue_locale import LocalesCatalogueLocale
from .localized_text_type_1 import LocalizedTextType1
from .login import Login
from .login_field import LoginField
from .login_outcome import LoginOutcome
from .login_page import LoginPage
from .logos import Logos
from .logos_in import LogosIn
from .loyalty_balance import LoyaltyBalance
from .loyalty_balance_field import LoyaltyBalanceField
from .loyalty_dry_run import LoyaltyDryRun
from .loyalty_earned_line import LoyaltyEarnedLine
from .loyalty_earned_lot import LoyaltyEarnedLot
from .loyalty_earning import LoyaltyEarning
from .loyalty_lot import LoyaltyLot
from .loyalty_lot_field import LoyaltyLotField
from .loyalty_lot_kind import LoyaltyLotKind
from .loyalty_lot_page import LoyaltyLotPage
from .loyalty_lots_balance_locale import LoyaltyLotsBalanceLocale
from .loyalty_lots_list_locale import LoyaltyLotsListLocale
from .loyalty_lots_retrieve_locale import LoyaltyLotsRetrieveLocale
from .loyalty_lots_sort import LoyaltyLotsSort
from .loyalty_promotion import LoyaltyPromotion
from .loyalty_promotion_create import LoyaltyPromotionCreate
from .loyalty_promotion_create_names import LoyaltyPromotionCreateNames
from .loyalty_promotion_field import LoyaltyPromotionField
from .loyalty_promotion_page import LoyaltyPromotionPage
from .loyalty_promotion_update import LoyaltyPromotionUpdate
from .loyalty_promotion_update_names import LoyaltyPromotionUpdateNames
from .loyalty_promotions_list_locale import LoyaltyPromotionsListLocale
from .loyalty_promotions_retrieve_locale import LoyaltyPromotionsRetrieveLocale
from .loyalty_promotions_sort import LoyaltyPromotionsSort
from .loyalty_redemptions_list_locale import LoyaltyRedemptionsListLocale
from .loyalty_redemptions_retrieve_locale import LoyaltyRedemptionsRetrieveLocale
from .loyalty_redemptions_sort import LoyaltyRedemptionsSort
from .loyalty_rule import LoyaltyRule
from .loyalty_rule_create import LoyaltyRuleCreate
from .loyalty_rule_create_names import LoyaltyRuleCreateNames
from .loyalty_rule_field import LoyaltyRuleField
from .loyalty_rule_page import LoyaltyRulePage
from .loyalty_rule_update import LoyaltyRuleUpdate
from .loyalty_rule_update_names import LoyaltyRuleUpdateNames
from .loyalty_rules_list_locale import LoyaltyRulesListLocale
from .loyalty_rules_retrieve_locale import LoyaltyRulesRetrieveLocale
from .loyalty_rules_sort import LoyaltyRulesSort
from .mailbox_in import MailboxIn
from .me import Me
from .me_account_preferences_schema_locale import MeAccountPreferencesSchemaLocale
from .me_api_keys_list_locale import MeApiKeysListLocale
from .me_api_keys_retrieve_locale import MeApiKeysRetrieveLocale
from .me_api_keys_sort import MeApiKeysSort
from .me_applications_list_locale import MeApplicationsListLocale
from .me_applications_sort import MeApplicationsSort
from .me_field import MeField
from .me_identities_list_locale import MeIdentitiesListLocale
from .me_identities_sort import MeIdentitiesSort
from .me_logins_list_locale import MeLoginsListLocale
from .me_logins_sort import MeLoginsSort
from .me_preferences import MePreferences
from .me_retrieve_locale import MeRetrieveLocale
from .me_second_factors_overview_locale import MeSecondFactorsOverviewLocale
from .me_sessions_list_locale import MeSessionsListLocale
from .me_sessions_sort import MeSessionsSort
from .me_update import MeUpdate
from .me_update_preferences import MeUpdatePreferences
from .media import Media
from .media_in import MediaIn
from .media_in_alt import MediaInAlt
from .media_kind import MediaKind
from .merge_choice import MergeChoice
from .merge_conflict import MergeConflict
from .merge_request import MergeRequest
from .merge_sample import MergeSample
from .merge_table import MergeTable
from .merged import Merged
from .merged_conflict_counts import MergedConflictCounts
from .merged_rows import MergedRows
from .merged_table import MergedTable
from .minted_key import MintedKey
from .money import Money
from .new_recovery_codes import NewRecoveryCodes
from .new_tenant_status import NewTenantStatus
from .note_visibility import NoteVisibility
from .o_auth_error import OAuthError
from .o_auth_error_code import OAuthErrorCode
from .o_auth_grant_type import OAuthGrantType
from .o_auth_scope_list import OAuthScopeList
from .o_auth_scope_list_field import OAuthScopeListField
from .o_auth_scope_name import OAuthScopeName
from .o_auth_token import OAuthToken
from .oauth_applications_list_locale import OauthApplicationsListLocale
from .oauth_applications_retrieve_locale import OauthApplicationsRetrieveLocale
from .oauth_applications_sort import OauthApplicationsSort
from .oauth_authorization_locale import OauthAuthorizationLocale
from .oauth_scopes_locale import OauthScopesLocale
from .oidc_button import OidcButton
from .oidc_button_field import OidcButtonField
from .oidc_button_list import OidcButtonList
from .oidc_creates import OidcCreates
from .oidc_finish_in import OidcFinishIn
from .oidc_provider import OidcProvider
from .oidc_provider_in import OidcProviderIn
from .oidc_providers_locale import OidcProvidersLocale
from .oidc_start import OidcStart
from .oidc_start_in import OidcStartIn
from .open_branch import OpenBranch
from .open_branch_field import OpenBranchField
from .open_branch_list import OpenBranchList
from .option import Option
from .option_charge import OptionCharge
from .option_charge_in import OptionChargeIn
from .option_in import OptionIn
from .option_in_name import OptionInName
from .option_kind import OptionKind
from .option_value import OptionValue
from .option_value_in import OptionValueIn
from .option_value_in_name import OptionValueInName
from .order import Order
from .order_create import OrderCreate
from .order_create_metadata import OrderCreateMetadata
from .order_customer import OrderCustomer
from .order_customer_in import OrderCustomerIn
from .order_expanded import OrderExpanded
from .order_field import OrderField
from .order_files_in import OrderFilesIn
from .order_hand_over import OrderHandOver
from .order_hand_over_decision_in import OrderHandOverDecisionIn
from .order_hand_over_field import OrderHandOverField
from .order_hand_over_in import OrderHandOverIn
from .order_hand_over_line import OrderHandOverLine
from .order_hand_over_slice import OrderHandOverSlice
from .order_line import OrderLine
from .order_line_component import OrderLineComponent
from .order_line_details import OrderLineDetails
from .order_line_tax import OrderLineTax
from .order_metadata import OrderMetadata
from .order_moment import OrderMoment
from .order_moment_data import OrderMomentData
from .order_moment_field import OrderMomentField
from .order_moment_kind import OrderMomentKind
from .order_moment_list import OrderMomentList
from .order_move import OrderMove
from .order_move_field import OrderMoveField
from .order_move_list import OrderMoveList
from .order_note import OrderNote
from .order_note_field import OrderNoteField
from .order_note_in import OrderNoteIn
from .order_note_slice import OrderNoteSlice
from .order_offer import OrderOffer
from .order_page import OrderPage
from .order_relation import OrderRelation
from .order_source import OrderSource
from .order_state_group import OrderStateGroup
from .order_state_times import OrderStateTimes
from .order_transition_in import OrderTransitionIn
from .order_update import OrderUpdate
from .order_update_metadata import OrderUpdateMetadata
from .orders_hand_overs_locale import OrdersHandOversLocale
from .orders_list_locale import OrdersListLocale
from .orders_notes_locale import OrdersNotesLocale
from .orders_retrieve_locale import OrdersRetrieveLocale
from .orders_sort import OrdersSort
from .orders_timeline_locale import OrdersTimelineLocale
from .orders_transitions_locale import OrdersTransitionsLocale
from .organization import Organization
from .organization_field import OrganizationField
from .organization_retrieve_locale import OrganizationRetrieveLocale
from .organization_update import OrganizationUpdate
from .organization_update_name import OrganizationUpdateName
from .outcome import Outcome
from .override import Override
from .override_in import OverrideIn
from .override_removal import OverrideRemoval
from .own_api_key_create import OwnApiKeyCreate
from .own_mailbox_in import OwnMailboxIn
from .owner_in import OwnerIn
from .page_override import PageOverride
from .page_rule import PageRule
from .password_change_in import PasswordChangeIn
from .password_reset_in import PasswordResetIn
from .password_rules import PasswordRules
from .password_rules_in import PasswordRulesIn
from .payment import Payment
from .payment_create import PaymentCreate
from .payment_create_metadata import PaymentCreateMetadata
from .payment_excess import PaymentExcess
from .payment_field import PaymentField
from .payment_metadata import PaymentMetadata
from .payment_method import PaymentMethod
from .payment_method_create import PaymentMethodCreate
from .payment_method_create_names import PaymentMethodCreateNames
from .payment_method_field import PaymentMethodField
from .payment_method_kind import PaymentMethodKind
from .payment_method_kind_typed import PaymentMethodKindTyped
from .payment_method_page import PaymentMethodPage
from .payment_method_update import PaymentMethodUpdate
from .payment_method_update_names import PaymentMethodUpdateNames
from .payment_methods_list_locale import PaymentMethodsListLocale
from .payment_methods_retrieve_locale import PaymentMethodsRetrieveLocale
from .payment_methods_sort import PaymentMethodsSort
from .payment_page import PaymentPage
from .payment_state import PaymentState
from .payment_transition import PaymentTransition
from .payment_transition_name import PaymentTransitionName
from .payment_warning import PaymentWarning
from .payment_warning_code import PaymentWarningCode
from .payments_balance_locale import PaymentsBalanceLocale
from .payments_list_locale import PaymentsListLocale
from .payments_retrieve_locale import PaymentsRetrieveLocale
from .payments_sort import PaymentsSort
from .permission import Permission
from .permission_code import PermissionCode
from .permission_group import PermissionGroup
from .permission_group_field import PermissionGroupField
from .permission_group_list import PermissionGroupList
from .permissions_catalogue_locale import PermissionsCatalogueLocale
from .phase import Phase
from .plan import Plan
from .plan_create import PlanCreate
from .plan_create_name import PlanCreateName
from .plan_field import PlanField
from .plan_page import PlanPage
from .plan_update import PlanUpdate
from .plan_update_name import PlanUpdateName
from .plans_sort import PlansSort
from .platform_access_log_list_locale import PlatformAccessLogListLocale
from .platform_access_log_sort import PlatformAccessLogSort
from .platform_audit_log_chain_locale import PlatformAuditLogChainLocale
from .platform_audit_log_list_locale import PlatformAuditLogListLocale
from .platform_audit_log_retrieve_locale import PlatformAuditLogRetrieveLocale
from .platform_audit_log_sort import PlatformAuditLogSort
from .platform_backups_list_locale import PlatformBackupsListLocale
from .platform_backups_retrieve_locale import PlatformBackupsRetrieveLocale
from .platform_domains_list_locale import PlatformDomainsListLocale
from .platform_domains_retrieve_locale import PlatformDomainsRetrieveLocale
from .platform_impersonations_list_locale import PlatformImpersonationsListLocale
from .platform_impersonations_retrieve_locale import PlatformImpersonationsRetrieveLocale
from .platform_invitations_list_locale import PlatformInvitationsListLocale
from .platform_invitations_retrieve_locale import PlatformInvitationsRetrieveLocale
from .platform_invitations_sort import PlatformInvitationsSort
from .platform_me_account_preferences_schema_locale import PlatformMeAccountPreferencesSchemaLocale
from .platform_me_logins_list_locale import PlatformMeLoginsListLocale
from .platform_me_logins_sort import PlatformMeLoginsSort
from .platform_me_retrieve_locale import PlatformMeRetrieveLocale
from .platform_me_second_factors_overview_locale import PlatformMeSecondFactorsOverviewLocale
from .platform_me_sessions_list_locale import PlatformMeSessionsListLocale
from .platform_me_sessions_sort import PlatformMeSessionsSort
from .platform_permissions_catalogue_locale import PlatformPermissionsCatalogueLocale
from .platform_plans_list_locale import PlatformPlansListLocale
from .platform_plans_retrieve_locale import PlatformPlansRetrieveLocale
from .platform_restores_list_locale import PlatformRestoresListLocale
from .platform_restores_retrieve_locale import PlatformRestoresRetrieveLocale
from .platform_roles_list_locale import PlatformRolesListLocale
from .platform_roles_retrieve_locale import PlatformRolesRetrieveLocale
from .platform_roles_sort import PlatformRolesSort
from .platform_security_alerts_list_locale import PlatformSecurityAlertsListLocale
from .platform_security_alerts_retrieve_locale import PlatformSecurityAlertsRetrieveLocale
from .platform_security_alerts_sort import PlatformSecurityAlertsSort
from .platform_security_logins_list_locale import PlatformSecurityLoginsListLocale
from .platform_security_logins_sort import PlatformSecurityLoginsSort
from .platform_security_policy_retrieve_locale import PlatformSecurityPolicyRetrieveLocale
from .platform_tenants_audit_log_locale import PlatformTenantsAuditLogLocale
from .platform_tenants_list_locale import PlatformTenantsListLocale
from .platform_tenants_retrieve_locale import PlatformTenantsRetrieveLocale
from .platform_tenants_usage_locale import PlatformTenantsUsageLocale
from .platform_tenants_users_locale import PlatformTenantsUsersLocale
from .platform_users_activity_locale import PlatformUsersActivityLocale
from .platform_users_deletion_preview_locale import PlatformUsersDeletionPreviewLocale
from .platform_users_list_locale import PlatformUsersListLocale
from .platform_users_retrieve_locale import PlatformUsersRetrieveLocale
from .platform_users_sessions_locale import PlatformUsersSessionsLocale
from .platform_users_sort import PlatformUsersSort
from .preferences_schema import PreferencesSchema
from .preferences_schema_field import PreferencesSchemaField
from .preferences_schema_schema import PreferencesSchemaSchema
from .preview import Preview
from .price_component import PriceComponent
from .price_rule import PriceRule
from .price_rule_create import PriceRuleCreate
from .price_rule_field import PriceRuleField
from .price_rule_page import PriceRulePage
from .price_rule_update import PriceRuleUpdate
from .price_rule_version import PriceRuleVersion
from .price_rule_version_field import PriceRuleVersionField
from .price_rule_version_slice import PriceRuleVersionSlice
from .price_rules_list_locale import PriceRulesListLocale
from .price_rules_retrieve_locale import PriceRulesRetrieveLocale
from .price_rules_sort import PriceRulesSort
from .price_rules_versions_locale import PriceRulesVersionsLocale
from .priority import Priority
from .priority_charge import PriorityCharge
from .priority_charge_in import PriorityChargeIn
from .privacy_request import PrivacyRequest
from .privacy_request_create import PrivacyRequestCreate
from .privacy_request_field import PrivacyRequestField
from .privacy_request_kind import PrivacyRequestKind
from .privacy_request_page import PrivacyRequestPage
from .privacy_request_state import PrivacyRequestState
from .privacy_requests_list_locale import PrivacyRequestsListLocale
from .privacy_requests_preview_locale import PrivacyRequestsPreviewLocale
from .privacy_requests_retrieve_locale import PrivacyRequestsRetrieveLocale
from .privacy_requests_sort import PrivacyRequestsSort
from .privacy_transition import PrivacyTransition
from .privacy_transition_in import PrivacyTransitionIn
from .problem import Problem
from .problem_limit_name import ProblemLimitName
from .problem_methods_item import ProblemMethodsItem
from .problem_tenant_status import ProblemTenantStatus
from .product import Product
from .product_attributes import ProductAttributes
from .product_create import ProductCreate
from .product_create_attributes import ProductCreateAttributes
from .product_create_description import ProductCreateDescription
from .product_create_name import ProductCreateName
from .product_field import ProductField
from .product_page import ProductPage
from .product_update import ProductUpdate
from .product_update_attributes import ProductUpdateAttributes
from .product_update_description import ProductUpdateDescription
from .product_update_name import ProductUpdateName
from .product_variant import ProductVariant
from .product_variant_options import ProductVariantOptions
from .products_list_locale import ProductsListLocale
from .products_retrieve_locale import ProductsRetrieveLocale
from .products_sort import ProductsSort
from .profit_and_loss import ProfitAndLoss
from .profit_and_loss_compared import ProfitAndLossCompared
from .profit_and_loss_compared_field import ProfitAndLossComparedField
from .proof import Proof
from .proofs_in import ProofsIn
from .quote import Quote
from .quote_component import QuoteComponent
from .quote_create import QuoteCreate
from .quote_field import QuoteField
from .quote_line import QuoteLine
from .quote_line_in import QuoteLineIn
from .quote_line_in_options import QuoteLineInOptions
from .quote_line_options import QuoteLineOptions
from .quote_open import QuoteOpen
from .quote_page import QuotePage
from .quote_refusal import QuoteRefusal
from .quote_request import QuoteRequest
from .quote_request_field import QuoteRequestField
from .quote_request_state import QuoteRequestState
from .quote_requests_retrieve_locale import QuoteRequestsRetrieveLocale
from .quote_state import QuoteState
from .quote_tax import QuoteTax
from .quote_trace import QuoteTrace
from .quotes_list_locale import QuotesListLocale
from .quotes_retrieve_locale import QuotesRetrieveLocale
from .quotes_sort import QuotesSort
from .receivable import Receivable
from .receivable_field import ReceivableField
from .receivable_page import ReceivablePage
from .receivable_state import ReceivableState
from .receivables_list_locale import ReceivablesListLocale
from .receivables_retrieve_locale import ReceivablesRetrieveLocale
from .receivables_sort import ReceivablesSort
from .recover_period import RecoverPeriod
from .recovered import Recovered
from .redemption import Redemption
from .redemption_create import RedemptionCreate
from .redemption_field import RedemptionField
from .redemption_page import RedemptionPage
from .redemption_state import RedemptionState
from .redirect import Redirect
from .refresh_request import RefreshRequest
from .registered_application import RegisteredApplication
from .registration_confirm import RegistrationConfirm
from .registration_in import RegistrationIn
from .registration_rules import RegistrationRules
from .registration_rules_in import RegistrationRulesIn
from .remove_in import RemoveIn
from .renew_in import RenewIn
from .reports_balance_sheet_locale import ReportsBalanceSheetLocale
from .reports_cash_flow_locale import ReportsCashFlowLocale
from .reports_profit_and_loss_locale import ReportsProfitAndLossLocale
from .reports_trial_balance_locale import ReportsTrialBalanceLocale
from .required_input import RequiredInput
from .restore import Restore
from .restore_field import RestoreField
from .restore_mode import RestoreMode
from .restore_page import RestorePage
from .restore_request import RestoreRequest
from .restore_state import RestoreState
from .restores_sort import RestoresSort
from .retention_dry_run_locale import RetentionDryRunLocale
from .retention_due import RetentionDue
from .retention_due_field import RetentionDueField
from .retention_due_list import RetentionDueList
from .retention_rules import RetentionRules
from .retention_rules_in import RetentionRulesIn
from .reversal_create import ReversalCreate
from .revocation_in import RevocationIn
from .revoke_in import RevokeIn
from .revoked import Revoked
from .role import Role
from .role_create import RoleCreate
from .role_create_name import RoleCreateName
from .role_field import RoleField
from .role_page import RolePage
from .role_update import RoleUpdate
from .role_update_name import RoleUpdateName
from .roles_list_locale import RolesListLocale
from .roles_retrieve_locale import RolesRetrieveLocale
from .roles_sort import RolesSort
from .rotate_in import RotateIn
from .rotate_secret import RotateSecret
from .rounding_mode import RoundingMode
from .scope_set import ScopeSet
from .scope_set_create import ScopeSetCreate
from .scope_set_create_name import ScopeSetCreateName
from .scope_set_field import ScopeSetField
from .scope_set_page import ScopeSetPage
from .scope_set_update import ScopeSetUpdate
from .scope_set_update_name import ScopeSetUpdateName
from .scope_sets_list_locale import ScopeSetsListLocale
from .scope_sets_retrieve_locale import ScopeSetsRetrieveLocale
from .scope_sets_sort import ScopeSetsSort
from .scoped_grant import ScopedGrant
from .second_factor_in import SecondFactorIn
from .second_factor_method import SecondFactorMethod
from .second_factors import SecondFactors
from .second_factors_field import SecondFactorsField
from .secret import Secret
from .security_alerts_list_locale import SecurityAlertsListLocale
from .security_alerts_retrieve_locale import SecurityAlertsRetrieveLocale
from .security_alerts_sort import SecurityAlertsSort
from .security_logins_list_locale import SecurityLoginsListLocale
from .security_logins_sort import SecurityLoginsSort
from .security_policy import SecurityPolicy
from .security_policy_field import SecurityPolicyField
from .security_policy_retrieve_locale import SecurityPolicyRetrieveLocale
from .security_policy_update import SecurityPolicyUpdate
from .service import Service
from .service_create import ServiceCreate
from .service_create_description import ServiceCreateDescription
from .service_create_name import ServiceCreateName
from .service_field import ServiceField
from .service_grant import ServiceGrant
from .service_kind import ServiceKind
from .service_page import ServicePage
from .service_update import ServiceUpdate
from .service_update_description import ServiceUpdateDescription
from .service_update_name import ServiceUpdateName
from .services_list_locale import ServicesListLocale
from .services_retrieve_locale import ServicesRetrieveLocale
from .services_sort import ServicesSort
from .session import Session
from .session_field import SessionField
from .session_page import SessionPage
from .session_rules import SessionRules
from .session_rules_in import SessionRulesIn
from .session_slice import SessionSlice
from .settings import Settings
from .settings_document import SettingsDocument
from .settings_document_field import SettingsDocumentField
from .settings_in import SettingsIn
from .settings_retrieve_locale import SettingsRetrieveLocale
from .settings_update import SettingsUpdate
from .sign_in_method import SignInMethod
from .sign_in_request import SignInRequest
from .standard_page import StandardPage
from .standard_page_unit import StandardPageUnit
from .statement_line import StatementLine
from .statement_section import StatementSection
from .table_change import TableChange
from .target_in import TargetIn
from .tax_rate import TaxRate
from .tax_rate_create import TaxRateCreate
from .tax_rate_create_name import TaxRateCreateName
from .tax_rate_field import TaxRateField
from .tax_rate_page import TaxRatePage
from .tax_rate_update import TaxRateUpdate
from .tax_rate_update_name import TaxRateUpdateName
from .tax_rates_list_locale import TaxRatesListLocale
from .tax_rates_retrieve_locale import TaxRatesRetrieveLocale
from .tax_rates_sort import TaxRatesSort
from .telegram_contact_create import TelegramContactCreate
from .telegram_session import TelegramSession
from .telegram_session_create import TelegramSessionCreate
from .tenant import Tenant
from .tenant_access import TenantAccess
from .tenant_create import TenantCreate
from .tenant_field import TenantField
from .tenant_mode import TenantMode
from .tenant_page import TenantPage
from .tenant_password_reset import TenantPasswordReset
from .tenant_plan import TenantPlan
from .tenant_status import TenantStatus
from .tenant_transition import TenantTransition
from .tenant_transition_name import TenantTransitionName
from .tenant_update import TenantUpdate
from .tenant_user import TenantUser
from .tenant_user_change import TenantUserChange
from .tenant_user_field import TenantUserField
from .tenant_user_recovery import TenantUserRecovery
from .tenant_user_slice import TenantUserSlice
from .tenants_sort import TenantsSort
from .term import Term
from .term_field import TermField
from .term_page import TermPage
from .term_update import TermUpdate
from .term_update_name import TermUpdateName
from .text_direction import TextDirection
from .theme_name import ThemeName
from .themes import Themes
from .themes_in import ThemesIn
from .token_in import TokenIn
from .token_pair import TokenPair
from .trial_balance import TrialBalance
from .trial_balance_compared import TrialBalanceCompared
from .trial_balance_compared_field import TrialBalanceComparedField
from .trial_balance_line import TrialBalanceLine
from .true_or_false import TrueOrFalse
from .unit import Unit
from .upload import Upload
from .upload_create import UploadCreate
from .upload_field import UploadField
from .upload_state import UploadState
from .uploads_retrieve_locale import UploadsRetrieveLocale
from .usage import Usage
from .usage_current_locale import UsageCurrentLocale
from .usage_field import UsageField
from .usage_list import UsageList
from .user import User
from .user_create import UserCreate
from .user_field import UserField
from .user_kind import UserKind
from .user_page import UserPage
from .user_status import UserStatus
from .user_status_change import UserStatusChange
from .user_update import UserUpdate
from .users_activity_locale import UsersActivityLocale
from .users_deletion_preview_locale import UsersDeletionPreviewLocale
from .users_list_locale import UsersListLocale
from .users_retrieve_locale import UsersRetrieveLocale
from .users_sessions_locale import UsersSessionsLocale
from .users_sort import UsersSort
from .variant import Variant
from .variant_create import VariantCreate
from .variant_create_name import VariantCreateName
from .variant_create_options import VariantCreateOptions
from .variant_field import VariantField
from .variant_options import VariantOptions
from .variant_page import VariantPage
from .variant_update import VariantUpdate
from .variant_update_name import VariantUpdateName
from .variant_update_options import VariantUpdateOptions
from .variants_list_locale import VariantsListLocale
from .variants_retrieve_locale import VariantsRetrieveLocale
from .variants_sort import VariantsSort
from .verify_in import VerifyIn
from .webhook_deliveries_list_locale import WebhookDeliveriesListLocale
from .webhook_deliveries_retrieve_locale import WebhookDeliveriesRetrieveLocale
from .webhook_deliveries_sort import WebhookDeliveriesSort
from .webhook_delivery import WebhookDelivery
from .webhook_delivery_field import WebhookDeliveryField
from .webhook_delivery_page import WebhookDeliveryPage
from .webhook_delivery_state import WebhookDeliveryState
from .webhook_endpoint import WebhookEndpoint
from .webhook_endpoint_create import WebhookEndpointCreate
from .webhook_endpoint_field import WebhookEndpointField
from .webhook_endpoint_page import WebhookEndpointPage
from .webhook_endpoint_revealed import WebhookEndpointRevealed
from .webhook_endpoint_state import WebhookEndpointState
from .webhook_endpoint_update import WebhookEndpointUpdate
from .webhook_endpoints_list_locale import WebhookEndpointsListLocale
from .webhook_endpoints_retrieve_locale import WebhookEndpointsRetrieveLocale
from .webhook_endpoints_sort import WebhookEndpointsSort
from .weekday import Weekday
from .workflow import Workflow
from .workflow_definition import WorkflowDefinition
from .workflow_field import WorkflowField
from .workflow_page import WorkflowPage
from .workflows_list_locale import WorkflowsListLocale
from .workflows_retrieve_locale import WorkflowsRetrieveLocale
from .workflows_sort import WorkflowsSort

__all__ = (
    "AcceptanceIn",
    "AccessEntry",
    "AccessEntryField",
    "AccessEntryPage",
    "AccessLogListLocale",
    "AccessLogSort",
    "AccessMethod",
    "AcknowledgeIn",
    "Address",
    "AddressIn",
    "Alert",
    "AlertDetails",
    "AlertField",
    "AlertPage",
    "AlertRule",
    "Allocation",
    "AllocationsIn",
    "AllocationState",
    "ApiKey",
    "ApiKeyCreate",
    "ApiKeyField",
    "ApiKeyPage",
    "ApiKeysListLocale",
    "ApiKeysRetrieveLocale",
    "ApiKeysSort",
    "Application",
    "ApplicationCreate",
    "ApplicationField",
    "ApplicationPage",
    "ApplicationUpdate",
    "Artifact",
    "AskedPermission",
    "Assignment",
    "AssignmentIn",
    "AssignmentScope",
    "Attempt",
    "AttemptHeaders",
    "AttemptSentHeadersType0",
    "AuditAction",
    "AuditActionField",
    "AuditActionKind",
    "AuditActionList",
    "AuditActionsCatalogueLocale",
    "AuditChainFault",
    "AuditEntry",
    "AuditEntryAfterType0",
    "AuditEntryBeforeType0",
    "AuditEntryField",
    "AuditEntryPage",
    "AuditEntrySlice",
    "AuditLogChainLocale",
    "AuditLogListLocale",
    "AuditLogRetrieveLocale",
    "AuditLogSort",
    "AuditRules",
    "AuditRulesIn",
    "Authorization",
    "AuthorizationField",
    "AuthorizationIn",
    "Backup",
    "BackupCopyState",
    "BackupField",
    "BackupKind",
    "BackupList",
    "BackupPage",
    "BackupRequest",
    "BackupsSort",
    "BackupState",
    "BackupTables",
    "BackupVerification",
    "BalanceSheet",
    "BalanceSheetCompared",
    "BalanceSheetComparedField",
    "Band",
    "BandIn",
    "BandMode",
    "Branch",
    "BranchCalendar",
    "BranchCalendarField",
    "BranchCalendarList",
    "BranchCreate",
    "BranchCreateName",
    "BranchesListLocale",
    "BranchesOpenLocale",
    "BranchesRetrieveLocale",
    "BranchesSort",
    "BranchField",
    "BranchPage",
    "BranchUpdate",
    "BranchUpdateName",
    "Branding",
    "BrandingContrastLocale",
    "BrandingField",
    "BrandingRetrieveLocale",
    "BrandingUpdate",
    "BulkAction",
    "BulkItem",
    "BulkItemDataType0",
    "BulkItemProblemType0",
    "BulkLine",
    "BulkLineData",
    "BulkRequest",
    "BulkResult",
    "Calendar",
    "CalendarDay",
    "CalendarDaysLocale",
    "CalendarEntry",
    "CalendarEntryField",
    "CalendarEntryPage",
    "CalendarListLocale",
    "CalendarSort",
    "Capabilities",
    "CapabilitiesField",
    "CapabilitiesRetrieveLocale",
    "CashFlow",
    "CashFlowCompared",
    "CashFlowComparedField",
    "CategoriesListLocale",
    "CategoriesRetrieveLocale",
    "CategoriesSort",
    "Category",
    "CategoryCreate",
    "CategoryCreateName",
    "CategoryField",
    "CategoryPage",
    "CategoryUpdate",
    "CategoryUpdateName",
    "Chain",
    "ChainFault",
    "ChainField",
    "Challenge",
    "ChallengeIn",
    "ChargePer",
    "ChartKind",
    "ChartNode",
    "ChartTree",
    "ChartTreeField",
    "Colours",
    "ColoursIn",
    "ConfirmIn",
    "Consent",
    "ConsentCreate",
    "ConsentField",
    "ConsentList",
    "ConsentPage",
    "ConsentsCookiesLocale",
    "ConsentsListLocale",
    "ConsentsRetrieveLocale",
    "ConsentsSort",
    "ConsentsStandingLocale",
    "Contact",
    "ContactIn",
    "ContactKind",
    "Contrast",
    "ContrastReport",
    "ContrastReportField",
    "CookieCategory",
    "CookieCategoryCode",
    "CookieCategoryField",
    "CookieCategoryList",
    "CookieChoicesIn",
    "Copy",
    "CredentialKind",
    "CurrenciesCatalogueLocale",
    "Currency",
    "CurrencyField",
    "CurrencyList",
    "Customer",
    "CustomerBalance",
    "CustomerBalanceField",
    "CustomerCreate",
    "CustomerCreateMetadata",
    "CustomerDuplicate",
    "CustomerDuplicateField",
    "CustomerDuplicateList",
    "CustomerField",
    "CustomerKind",
    "CustomerMerge",
    "CustomerMergeIn",
    "CustomerMetadata",
    "CustomerPage",
    "CustomerSameness",
    "CustomersDuplicatesLocale",
    "CustomersListLocale",
    "CustomersRetrieveLocale",
    "CustomersSort",
    "CustomerState",
    "CustomerUpdate",
    "CustomerUpdateMetadata",
    "DeadLetter",
    "DeadLetterField",
    "DeadLetterPage",
    "DeadLettersListLocale",
    "DeadLettersRetrieveLocale",
    "DeadLettersSort",
    "DeadLetterState",
    "DeletionPreview",
    "DeletionPreviewField",
    "Device",
    "DeviceKind",
    "Difference",
    "DifferenceConflictCounts",
    "DisplayUnit",
    "DocumentTypeCreate",
    "DocumentTypeCreateName",
    "DocumentTypesListLocale",
    "DocumentTypesRetrieveLocale",
    "DocumentTypesSort",
    "Domain",
    "DomainCertificate",
    "DomainCreate",
    "DomainField",
    "DomainPage",
    "DomainsSort",
    "DomainUpdate",
    "EnrolIn",
    "Enrolment",
    "EntrySubject",
    "Erased",
    "ErasurePreview",
    "ErasurePreviewField",
    "ErasureSource",
    "Event",
    "EventActor",
    "EventData",
    "EventField",
    "EventPage",
    "EventsListLocale",
    "EventsRetrieveLocale",
    "EventsSort",
    "EventType",
    "EventTypeField",
    "EventTypeList",
    "EventTypesCatalogueLocale",
    "EventTypeSchema",
    "ExpiredPasswordIn",
    "FieldProblem",
    "File",
    "FileAnalysis",
    "FileCategory",
    "FileCategoryRule",
    "FileField",
    "FileKind",
    "FileLimits",
    "FileLink",
    "FileLinkCreate",
    "FileMetadata",
    "FilePage",
    "FilesCreateBody",
    "FilesListLocale",
    "FilesRetrieveLocale",
    "FilesSort",
    "FileState",
    "FileSubject",
    "FileSubjectType",
    "FileType",
    "FileUpdate",
    "FileUpdateMetadata",
    "Fonts",
    "FontsIn",
    "ForeignAmount",
    "Formula",
    "FormulaIn",
    "Grant",
    "GrantField",
    "GrantKind",
    "GrantPage",
    "HandOverDecision",
    "HandOverDirection",
    "HandOverStatus",
    "Holiday",
    "HolidayCreate",
    "HolidayCreateNames",
    "HolidayField",
    "HolidayPage",
    "HolidaysListLocale",
    "HolidaysRetrieveLocale",
    "HolidaysSort",
    "HolidayUpdate",
    "HolidayUpdateNames",
    "Identity",
    "IdentityIn",
    "IdentityKind",
    "Impersonation",
    "ImpersonationCreate",
    "ImpersonationSession",
    "ImpersonationSessionField",
    "ImpersonationSessionPage",
    "ImpersonationsSort",
    "ImpersonationStarted",
    "ImpersonationState",
    "Introspection",
    "IntrospectionIn",
    "Invitation",
    "InvitationAccept",
    "InvitationCreate",
    "InvitationField",
    "InvitationPage",
    "InvitationShown",
    "InvitationsListLocale",
    "InvitationsRetrieveLocale",
    "InvitationsSort",
    "InvitationState",
    "InvitedRole",
    "JournalEntriesListLocale",
    "JournalEntriesRetrieveLocale",
    "JournalEntriesSort",
    "JournalEntry",
    "JournalEntryCreate",
    "JournalEntryField",
    "JournalEntryPage",
    "JournalLeg",
    "JournalLegIn",
    "Language",
    "LanguageCreate",
    "LanguageCreateName",
    "LanguagePair",
    "LanguagePairCreate",
    "LanguagePairField",
    "LanguagePairPage",
    "LanguagePairsListLocale",
    "LanguagePairsRetrieveLocale",
    "LanguagePairsSort",
    "LanguagePairUpdate",
    "LanguagesListLocale",
    "LanguagesRetrieveLocale",
    "LanguagesSort",
    "LastingMethod",
    "LastingSecondFactor",
    "LeadTimeCharge",
    "LeadTimeChargeIn",
    "LedgerAccount",
    "LedgerAccountCreate",
    "LedgerAccountField",
    "LedgerAccountPage",
    "LedgerAccountsListLocale",
    "LedgerAccountsRetrieveLocale",
    "LedgerAccountsSort",
    "LedgerAccountsTreeLocale",
    "LedgerAccountUpdate",
    "LedgerActivity",
    "LedgerKind",
    "LedgerRole",
    "LedgerSection",
    "LedgerSide",
    "LedgerSubjectType",
    "Legal",
    "LegalDocument",
    "LegalDocumentCreate",
    "LegalDocumentCreateBody",
    "LegalDocumentCreateTitle",
    "LegalDocumentField",
    "LegalDocumentList",
    "LegalDocumentPage",
    "LegalDocumentsAwaitingLocale",
    "LegalDocumentsCurrentLocale",
    "LegalDocumentsListLocale",
    "LegalDocumentsRetrieveLocale",
    "LegalDocumentsSort",
    "LegalDocumentUpdate",
    "LegalDocumentUpdateBody",
    "LegalDocumentUpdateTitle",
    "LegalIn",
    "LimitName",
    "Limits",
    "LimitsIn",
    "LinkedIdentity",
    "LinkedIdentityField",
    "LinkedIdentityPage",
    "LinkIn",
    "Locale",
    "LocaleField",
    "LocaleList",
    "LocalesCatalogueLocale",
    "LocalizedTextType1",
    "Login",
    "LoginField",
    "LoginOutcome",
    "LoginPage",
    "Logos",
    "LogosIn",
    "LoyaltyBalance",
    "LoyaltyBalanceField",
    "LoyaltyDryRun",
    "LoyaltyEarnedLine",
    "LoyaltyEarnedLot",
    "LoyaltyEarning",
    "LoyaltyLot",
    "LoyaltyLotField",
    "LoyaltyLotKind",
    "LoyaltyLotPage",
    "LoyaltyLotsBalanceLocale",
    "LoyaltyLotsListLocale",
    "LoyaltyLotsRetrieveLocale",
    "LoyaltyLotsSort",
    "LoyaltyPromotion",
    "LoyaltyPromotionCreate",
    "LoyaltyPromotionCreateNames",
    "LoyaltyPromotionField",
    "LoyaltyPromotionPage",
    "LoyaltyPromotionsListLocale",
    "LoyaltyPromotionsRetrieveLocale",
    "LoyaltyPromotionsSort",
    "LoyaltyPromotionUpdate",
    "LoyaltyPromotionUpdateNames",
    "LoyaltyRedemptionsListLocale",
    "LoyaltyRedemptionsRetrieveLocale",
    "LoyaltyRedemptionsSort",
    "LoyaltyRule",
    "LoyaltyRuleCreate",
    "LoyaltyRuleCreateNames",
    "LoyaltyRuleField",
    "LoyaltyRulePage",
    "LoyaltyRulesListLocale",
    "LoyaltyRulesRetrieveLocale",
    "LoyaltyRulesSort",
    "LoyaltyRuleUpdate",
    "LoyaltyRuleUpdateNames",
    "MailboxIn",
    "Me",
    "MeAccountPreferencesSchemaLocale",
    "MeApiKeysListLocale",
    "MeApiKeysRetrieveLocale",
    "MeApiKeysSort",
    "MeApplicationsListLocale",
    "MeApplicationsSort",
    "Media",
    "MediaIn",
    "MediaInAlt",
    "MediaKind",
    "MeField",
    "MeIdentitiesListLocale",
    "MeIdentitiesSort",
    "MeLoginsListLocale",
    "MeLoginsSort",
    "MePreferences",
    "MeRetrieveLocale",
    "MergeChoice",
    "MergeConflict",
    "Merged",
    "MergedConflictCounts",
    "MergedRows",
    "MergedTable",
    "MergeRequest",
    "MergeSample",
    "MergeTable",
    "MeSecondFactorsOverviewLocale",
    "MeSessionsListLocale",
    "MeSessionsSort",
    "MeUpdate",
    "MeUpdatePreferences",
    "MintedKey",
    "Money",
    "NewRecoveryCodes",
    "NewTenantStatus",
    "NoteVisibility",
    "OauthApplicationsListLocale",
    "OauthApplicationsRetrieveLocale",
    "OauthApplicationsSort",
    "OauthAuthorizationLocale",
    "OAuthError",
    "OAuthErrorCode",
    "OAuthGrantType",
    "OAuthScopeList",
    "OAuthScopeListField",
    "OAuthScopeName",
    "OauthScopesLocale",
    "OAuthToken",
    "OidcButton",
    "OidcButtonField",
    "OidcButtonList",
    "OidcCreates",
    "OidcFinishIn",
    "OidcProvider",
    "OidcProviderIn",
    "OidcProvidersLocale",
    "OidcStart",
    "OidcStartIn",
    "OpenBranch",
    "OpenBranchField",
    "OpenBranchList",
    "Option",
    "OptionCharge",
    "OptionChargeIn",
    "OptionIn",
    "OptionInName",
    "OptionKind",
    "OptionValue",
    "OptionValueIn",
    "OptionValueInName",
    "Order",
    "OrderCreate",
    "OrderCreateMetadata",
    "OrderCustomer",
    "OrderCustomerIn",
    "OrderExpanded",
    "OrderField",
    "OrderFilesIn",
    "OrderHandOver",
    "OrderHandOverDecisionIn",
    "OrderHandOverField",
    "OrderHandOverIn",
    "OrderHandOverLine",
    "OrderHandOverSlice",
    "OrderLine",
    "OrderLineComponent",
    "OrderLineDetails",
    "OrderLineTax",
    "OrderMetadata",
    "OrderMoment",
    "OrderMomentData",
    "OrderMomentField",
    "OrderMomentKind",
    "OrderMomentList",
    "OrderMove",
    "OrderMoveField",
    "OrderMoveList",
    "OrderNote",
    "OrderNoteField",
    "OrderNoteIn",
    "OrderNoteSlice",
    "OrderOffer",
    "OrderPage",
    "OrderRelation",
    "OrdersHandOversLocale",
    "OrdersListLocale",
    "OrdersNotesLocale",
    "OrderSource",
    "OrdersRetrieveLocale",
    "OrdersSort",
    "OrderStateGroup",
    "OrderStateTimes",
    "OrdersTimelineLocale",
    "OrdersTransitionsLocale",
    "OrderTransitionIn",
    "OrderUpdate",
    "OrderUpdateMetadata",
    "Organization",
    "OrganizationField",
    "OrganizationRetrieveLocale",
    "OrganizationUpdate",
    "OrganizationUpdateName",
    "Outcome",
    "Override",
    "OverrideIn",
    "OverrideRemoval",
    "OwnApiKeyCreate",
    "OwnerIn",
    "OwnMailboxIn",
    "PageOverride",
    "PageRule",
    "PasswordChangeIn",
    "PasswordResetIn",
    "PasswordRules",
    "PasswordRulesIn",
    "Payment",
    "PaymentCreate",
    "PaymentCreateMetadata",
    "PaymentExcess",
    "PaymentField",
    "PaymentMetadata",
    "PaymentMethod",
    "PaymentMethodCreate",
    "PaymentMethodCreateNames",
    "PaymentMethodField",
    "PaymentMethodKind",
    "PaymentMethodKindTyped",
    "PaymentMethodPage",
    "PaymentMethodsListLocale",
    "PaymentMethodsRetrieveLocale",
    "PaymentMethodsSort",
    "PaymentMethodUpdate",
    "PaymentMethodUpdateNames",
    "PaymentPage",
    "PaymentsBalanceLocale",
    "PaymentsListLocale",
    "PaymentsRetrieveLocale",
    "PaymentsSort",
    "PaymentState",
    "PaymentTransition",
    "PaymentTransitionName",
    "PaymentWarning",
    "PaymentWarningCode",
    "Permission",
    "PermissionCode",
    "PermissionGroup",
    "PermissionGroupField",
    "PermissionGroupList",
    "PermissionsCatalogueLocale",
    "Phase",
    "Plan",
    "PlanCreate",
    "PlanCreateName",
    "PlanField",
    "PlanPage",
    "PlansSort",
    "PlanUpdate",
    "PlanUpdateName",
    "PlatformAccessLogListLocale",
    "PlatformAccessLogSort",
    "PlatformAuditLogChainLocale",
    "PlatformAuditLogListLocale",
    "PlatformAuditLogRetrieveLocale",
    "PlatformAuditLogSort",
    "PlatformBackupsListLocale",
    "PlatformBackupsRetrieveLocale",
    "PlatformDomainsListLocale",
    "PlatformDomainsRetrieveLocale",
    "PlatformImpersonationsListLocale",
    "PlatformImpersonationsRetrieveLocale",
    "PlatformInvitationsListLocale",
    "PlatformInvitationsRetrieveLocale",
    "PlatformInvitationsSort",
    "PlatformMeAccountPreferencesSchemaLocale",
    "PlatformMeLoginsListLocale",
    "PlatformMeLoginsSort",
    "PlatformMeRetrieveLocale",
    "PlatformMeSecondFactorsOverviewLocale",
    "PlatformMeSessionsListLocale",
    "PlatformMeSessionsSort",
    "PlatformPermissionsCatalogueLocale",
    "PlatformPlansListLocale",
    "PlatformPlansRetrieveLocale",
    "PlatformRestoresListLocale",
    "PlatformRestoresRetrieveLocale",
    "PlatformRolesListLocale",
    "PlatformRolesRetrieveLocale",
    "PlatformRolesSort",
    "PlatformSecurityAlertsListLocale",
    "PlatformSecurityAlertsRetrieveLocale",
    "PlatformSecurityAlertsSort",
    "PlatformSecurityLoginsListLocale",
    "PlatformSecurityLoginsSort",
    "PlatformSecurityPolicyRetrieveLocale",
    "PlatformTenantsAuditLogLocale",
    "PlatformTenantsListLocale",
    "PlatformTenantsRetrieveLocale",
    "PlatformTenantsUsageLocale",
    "PlatformTenantsUsersLocale",
    "PlatformUsersActivityLocale",
    "PlatformUsersDeletionPreviewLocale",
    "PlatformUsersListLocale",
    "PlatformUsersRetrieveLocale",
    "PlatformUsersSessionsLocale",
    "PlatformUsersSort",
    "PreferencesSchema",
    "PreferencesSchemaField",
    "PreferencesSchemaSchema",
    "Preview",
    "PriceComponent",
    "PriceRule",
    "PriceRuleCreate",
    "PriceRuleField",
    "PriceRulePage",
    "PriceRulesListLocale",
    "PriceRulesRetrieveLocale",
    "PriceRulesSort",
    "PriceRulesVersionsLocale",
    "PriceRuleUpdate",
    "PriceRuleVersion",
    "PriceRuleVersionField",
    "PriceRuleVersionSlice",
    "Priority",
    "PriorityCharge",
    "PriorityChargeIn",
    "PrivacyRequest",
    "PrivacyRequestCreate",
    "PrivacyRequestField",
    "PrivacyRequestKind",
    "PrivacyRequestPage",
    "PrivacyRequestsListLocale",
    "PrivacyRequestsPreviewLocale",
    "PrivacyRequestsRetrieveLocale",
    "PrivacyRequestsSort",
    "PrivacyRequestState",
    "PrivacyTransition",
    "PrivacyTransitionIn",
    "Problem",
    "ProblemLimitName",
    "ProblemMethodsItem",
    "ProblemTenantStatus",
    "Product",
    "ProductAttributes",
    "ProductCreate",
    "ProductCreateAttributes",
    "ProductCreateDescription",
    "ProductCreateName",
    "ProductField",
    "ProductPage",
    "ProductsListLocale",
    "ProductsRetrieveLocale",
    "ProductsSort",
    "ProductUpdate",
    "ProductUpdateAttributes",
    "ProductUpdateDescription",
    "ProductUpdateName",
    "ProductVariant",
    "ProductVariantOptions",
    "ProfitAndLoss",
    "ProfitAndLossCompared",
    "ProfitAndLossComparedField",
    "Proof",
    "ProofsIn",
    "Quote",
    "QuoteComponent",
    "QuoteCreate",
    "QuoteField",
    "QuoteLine",
    "QuoteLineIn",
    "QuoteLineInOptions",
    "QuoteLineOptions",
    "QuoteOpen",
    "QuotePage",
    "QuoteRefusal",
    "QuoteRequest",
    "QuoteRequestField",
    "QuoteRequestsRetrieveLocale",
    "QuoteRequestState",
    "QuotesListLocale",
    "QuotesRetrieveLocale",
    "QuotesSort",
    "QuoteState",
    "QuoteTax",
    "QuoteTrace",
    "Receivable",
    "ReceivableField",
    "ReceivablePage",
    "ReceivablesListLocale",
    "ReceivablesRetrieveLocale",
    "ReceivablesSort",
    "ReceivableState",
    "Recovered",
    "RecoverPeriod",
    "Redemption",
    "RedemptionCreate",
    "RedemptionField",
    "RedemptionPage",
    "RedemptionState",
    "Redirect",
    "RefreshRequest",
    "RegisteredApplication",
    "RegistrationConfirm",
    "RegistrationIn",
    "RegistrationRules",
    "RegistrationRulesIn",
    "RemoveIn",
    "RenewIn",
    "ReportsBalanceSheetLocale",
    "ReportsCashFlowLocale",
    "ReportsProfitAndLossLocale",
    "ReportsTrialBalanceLocale",
    "RequiredInput",
    "Restore",
    "RestoreField",
    "RestoreMode",
    "RestorePage",
    "RestoreRequest",
    "RestoresSort",
    "RestoreState",
    "RetentionDryRunLocale",
    "RetentionDue",
    "RetentionDueField",
    "RetentionDueList",
    "RetentionRules",
    "RetentionRulesIn",
    "ReversalCreate",
    "RevocationIn",
    "Revoked",
    "RevokeIn",
    "Role",
    "RoleCreate",
    "RoleCreateName",
    "RoleField",
    "RolePage",
    "RolesListLocale",
    "RolesRetrieveLocale",
    "RolesSort",
    "RoleUpdate",
    "RoleUpdateName",
    "RotateIn",
    "RotateSecret",
    "RoundingMode",
    "ScopedGrant",
    "ScopeSet",
    "ScopeSetCreate",
    "ScopeSetCreateName",
    "ScopeSetField",
    "ScopeSetPage",
    "ScopeSetsListLocale",
    "ScopeSetsRetrieveLocale",
    "ScopeSetsSort",
    "ScopeSetUpdate",
    "ScopeSetUpdateName",
    "SecondFactorIn",
    "SecondFactorMethod",
    "SecondFactors",
    "SecondFactorsField",
    "Secret",
    "SecurityAlertsListLocale",
    "SecurityAlertsRetrieveLocale",
    "SecurityAlertsSort",
    "SecurityLoginsListLocale",
    "SecurityLoginsSort",
    "SecurityPolicy",
    "SecurityPolicyField",
    "SecurityPolicyRetrieveLocale",
    "SecurityPolicyUpdate",
    "Service",
    "ServiceCreate",
    "ServiceCreateDescription",
    "ServiceCreateName",
    "ServiceField",
    "ServiceGrant",
    "ServiceKind",
    "ServicePage",
    "ServicesListLocale",
    "ServicesRetrieveLocale",
    "ServicesSort",
    "ServiceUpdate",
    "ServiceUpdateDescription",
    "ServiceUpdateName",
    "Session",
    "SessionField",
    "SessionPage",
    "SessionRules",
    "SessionRulesIn",
    "SessionSlice",
    "Settings",
    "SettingsDocument",
    "SettingsDocumentField",
    "SettingsIn",
    "SettingsRetrieveLocale",
    "SettingsUpdate",
    "SignInMethod",
    "SignInRequest",
    "StandardPage",
    "StandardPageUnit",
    "StatementLine",
    "StatementSection",
    "TableChange",
    "TargetIn",
    "TaxRate",
    "TaxRateCreate",
    "TaxRateCreateName",
    "TaxRateField",
    "TaxRatePage",
    "TaxRatesListLocale",
    "TaxRatesRetrieveLocale",
    "TaxRatesSort",
    "TaxRateUpdate",
    "TaxRateUpdateName",
    "TelegramContactCreate",
    "TelegramSession",
    "TelegramSessionCreate",
    "Tenant",
    "TenantAccess",
    "TenantCreate",
    "TenantField",
    "TenantMode",
    "TenantPage",
    "TenantPasswordReset",
    "TenantPlan",
    "TenantsSort",
    "TenantStatus",
    "TenantTransition",
    "TenantTransitionName",
    "TenantUpdate",
    "TenantUser",
    "TenantUserChange",
    "TenantUserField",
    "TenantUserRecovery",
    "TenantUserSlice",
    "Term",
    "TermField",
    "TermPage",
    "TermUpdate",
    "TermUpdateName",
    "TextDirection",
    "ThemeName",
    "Themes",
    "ThemesIn",
    "TokenIn",
    "TokenPair",
    "TrialBalance",
    "TrialBalanceCompared",
    "TrialBalanceComparedField",
    "TrialBalanceLine",
    "TrueOrFalse",
    "Unit",
    "Upload",
    "UploadCreate",
    "UploadField",
    "UploadsRetrieveLocale",
    "UploadState",
    "Usage",
    "UsageCurrentLocale",
    "UsageField",
    "UsageList",
    "User",
    "UserCreate",
    "UserField",
    "UserKind",
    "UserPage",
    "UsersActivityLocale",
    "UsersDeletionPreviewLocale",
    "UsersListLocale",
    "UsersRetrieveLocale",
    "UsersSessionsLocale",
    "UsersSort",
    "UserStatus",
    "UserStatusChange",
    "UserUpdate",
    "Variant",
    "VariantCreate",
    "VariantCreateName",
    "VariantCreateOptions",
    "VariantField",
    "VariantOptions",
    "VariantPage",
    "VariantsListLocale",
    "VariantsRetrieveLocale",
    "VariantsSort",
    "VariantUpdate",
    "VariantUpdateName",
    "VariantUpdateOptions",
    "VerifyIn",
    "WebhookDeliveriesListLocale",
    "WebhookDeliveriesRetrieveLocale",
    "WebhookDeliveriesSort",
    "WebhookDelivery",
    "WebhookDeliveryField",
    "WebhookDeliveryPage",
    "WebhookDeliveryState",
    "WebhookEndpoint",
    "WebhookEndpointCreate",
    "WebhookEndpointField",
    "WebhookEndpointPage",
    "WebhookEndpointRevealed",
    "WebhookEndpointsListLocale",
    "WebhookEndpointsRetrieveLocale",
    "WebhookEndpointsSort",
    "WebhookEndpointState",
    "WebhookEndpointUpdate",
    "Weekday",
    "Workflow",
    "WorkflowDefinition",
    "WorkflowField",
    "WorkflowPage",
    "WorkflowsListLocale",
    "WorkflowsRetrieveLocale",
    "WorkflowsSort",
)
