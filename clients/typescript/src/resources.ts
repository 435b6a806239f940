// The API's resources. Generated from openapi/guildhall.yaml by clients/typescript/generate: do not edit.

import { type Call, type Caller, Resource } from "./calls.js";
import type * as t from "./generated/types.gen.js";

/** The resource `access`. */
export class AccessApi extends Resource {
  /** Registers a customer. A link goes to the address; the name and password given with it open the account. */
  register(call: Call<t.AccessRegisterData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/registrations", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `access_confirm`. */
export class AccessConfirmApi extends Resource {
  /** Opens the account of somebody who registered, by the link of the mail. The link works once, for 3 days. */
  registration(call: Call<t.AccessConfirmRegistrationData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/registrations/confirm", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `access_log`. */
export class AccessLogApi extends Resource {
  /** List access_log. */
  list(call: Call<t.AccessLogListData> = {}): Promise<t.AccessLogListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/access-log", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List access_log, page after page. */
  each(call: Call<t.AccessLogListData> = {}): AsyncGenerator<t.AccessLogListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `access_request_password`. */
export class AccessRequestPasswordApi extends Resource {
  /** Sends a link to choose a new password. The answer is the same for any address, known or not. */
  reset(call: Call<t.AccessRequestPasswordResetData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/password-resets", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `access_reset`. */
export class AccessResetApi extends Resource {
  /** Sets a new password by the link of a mail, and ends all sessions. The link works once, for an hour. */
  password(call: Call<t.AccessResetPasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/password-resets/confirm", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `api_keys`. */
export class ApiKeysApi extends Resource {
  /** List api keys. */
  list(call: Call<t.ApiKeysListData> = {}): Promise<t.ApiKeysListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/api-keys", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List api keys, page after page. */
  each(call: Call<t.ApiKeysListData> = {}): AsyncGenerator<t.ApiKeysListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Makes a key of a service account; its secret is in this answer only. */
  mint(call: Call<t.ApiKeysMintData>): Promise<t.ApiKeysMintResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/api-keys", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Read one of api keys. */
  retrieve(id: string, call: Call<t.ApiKeysRetrieveData> = {}): Promise<t.ApiKeysRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/api-keys/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Delete one of api keys. */
  delete(id: string, call: Call<t.ApiKeysDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/api-keys/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Gives a key a new secret; the old one works for a while, so that clients can change over. */
  rotate(id: string, call: Call<t.ApiKeysRotateData>): Promise<t.ApiKeysRotateResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/api-keys/${encodeURIComponent(id)}/rotate`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `audit_actions`. */
export class AuditActionsApi extends Resource {
  /** Every action, changes of rows first. */
  catalogue(call: Call<t.AuditActionsCatalogueData> = {}): Promise<t.AuditActionsCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/audit-actions", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `audit_log`. */
export class AuditLogApi extends Resource {
  /** List audit_log. */
  list(call: Call<t.AuditLogListData> = {}): Promise<t.AuditLogListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/audit-log", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List audit_log, page after page. */
  each(call: Call<t.AuditLogListData> = {}): AsyncGenerator<t.AuditLogListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of audit_log. */
  retrieve(id: string, call: Call<t.AuditLogRetrieveData> = {}): Promise<t.AuditLogRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/audit-log/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Verifies the hash chain from an entry on: finds what was removed, altered or moved. */
  chain(call: Call<t.AuditLogChainData> = {}): Promise<t.AuditLogChainResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/audit-log/chain", sends: "none", answer: "json", keyed: false }, call);
  }

  /** The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded. */
  export(call: Call<t.AuditLogExportData> = {}): Promise<Blob> {
    return this.caller.send({ method: "GET", path: "/api/v1/audit-log/export", sends: "none", answer: "bytes", keyed: false }, call);
  }
}

/** The resource `auth`. */
export class AuthApi extends Resource {
  /** Replaces a password that has become too old. Sign in with the new one afterwards. */
  changeExpiredPassword(call: Call<t.AuthChangeExpiredPasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/expired-passwords", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Opens the session of a challenge with a code of a second factor. A code works once. */
  secondFactor(call: Call<t.AuthSecondFactorData>): Promise<t.AuthSecondFactorResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/second-factor", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Opens a session by e-mail address or telephone number and password, or by a service account's secret. */
  signIn(call: Call<t.AuthSignInData>): Promise<t.AuthSignInResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/tokens", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Renews a session. A refresh token is good once; using an old one again ends the session. */
  refresh(call: Call<t.AuthRefreshData>): Promise<t.AuthRefreshResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/tokens/refresh", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Ends the session of a refresh token at once, its access tokens included. */
  signOut(call: Call<t.AuthSignOutData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/tokens/revoke", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `auth_second_factor`. */
export class AuthSecondFactorApi extends Resource {
  /** Sends the user of a challenge a code by Telegram, good for five minutes. */
  code(call: Call<t.AuthSecondFactorCodeData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/second-factor/codes", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `branches`. */
export class BranchesApi extends Resource {
  /** List branches. */
  list(call: Call<t.BranchesListData> = {}): Promise<t.BranchesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/branches", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List branches, page after page. */
  each(call: Call<t.BranchesListData> = {}): AsyncGenerator<t.BranchesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of branches. */
  create(call: Call<t.BranchesCreateData>): Promise<t.BranchesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/branches", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of branches. */
  retrieve(id: string, call: Call<t.BranchesRetrieveData> = {}): Promise<t.BranchesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/branches/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of branches. */
  update(id: string, call: Call<t.BranchesUpdateData>): Promise<t.BranchesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/branches/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of branches. */
  delete(id: string, call: Call<t.BranchesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/branches/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** The branches that take orders, for whoever has not signed in: at most 200, by code or the nearest first. */
  open(call: Call<t.BranchesOpenData> = {}): Promise<t.BranchesOpenResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/branches/open", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `branding`. */
export class BrandingApi extends Resource {
  /** Read branding. */
  retrieve(call: Call<t.BrandingRetrieveData> = {}): Promise<t.BrandingRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/branding", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change branding. */
  update(call: Call<t.BrandingUpdateData>): Promise<t.BrandingUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/branding", sends: "json", answer: "json", keyed: false }, call);
  }

  /** How well the tokens that hold can be told apart; pairs that fall short are warnings. */
  contrast(call: Call<t.BrandingContrastData> = {}): Promise<t.BrandingContrastResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/branding/contrast", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `calendar`. */
export class CalendarApi extends Resource {
  /** List calendar. */
  list(call: Call<t.CalendarListData> = {}): Promise<t.CalendarListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/calendar", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List calendar, page after page. */
  each(call: Call<t.CalendarListData> = {}): AsyncGenerator<t.CalendarListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** How many orders are due on each day, by branch, with the holidays. */
  days(call: Call<t.CalendarDaysData>): Promise<t.CalendarDaysResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/calendar/days", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `capabilities`. */
export class CapabilitiesApi extends Resource {
  /** Read capabilities. */
  retrieve(call: Call<t.CapabilitiesRetrieveData> = {}): Promise<t.CapabilitiesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/capabilities", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `categories`. */
export class CategoriesApi extends Resource {
  /** List categories. */
  list(call: Call<t.CategoriesListData> = {}): Promise<t.CategoriesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/categories", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List categories, page after page. */
  each(call: Call<t.CategoriesListData> = {}): AsyncGenerator<t.CategoriesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of categories. */
  create(call: Call<t.CategoriesCreateData>): Promise<t.CategoriesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/categories", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of categories. */
  retrieve(id: string, call: Call<t.CategoriesRetrieveData> = {}): Promise<t.CategoriesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/categories/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of categories. */
  update(id: string, call: Call<t.CategoriesUpdateData>): Promise<t.CategoriesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/categories/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of categories. */
  delete(id: string, call: Call<t.CategoriesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/categories/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `consents`. */
export class ConsentsApi extends Resource {
  /** List consents. */
  list(call: Call<t.ConsentsListData> = {}): Promise<t.ConsentsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/consents", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List consents, page after page. */
  each(call: Call<t.ConsentsListData> = {}): AsyncGenerator<t.ConsentsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of consents. */
  create(call: Call<t.ConsentsCreateData>): Promise<t.ConsentsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/privacy/consents", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of consents. */
  retrieve(id: string, call: Call<t.ConsentsRetrieveData> = {}): Promise<t.ConsentsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/privacy/consents/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The categories of cookies that a banner asks about. */
  cookies(call: Call<t.ConsentsCookiesData> = {}): Promise<t.ConsentsCookiesResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/consents/cookies", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Of each purpose of a customer the entry that counts now. */
  standing(call: Call<t.ConsentsStandingData>): Promise<t.ConsentsStandingResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/consents/standing", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Records what a visitor's browser allows, an entry a category. */
  recordVisitor(call: Call<t.ConsentsRecordVisitorData>): Promise<t.ConsentsRecordVisitorResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/privacy/consents/visitors", sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `currencies`. */
export class CurrenciesApi extends Resource {
  /** List the currencies that amounts may be in. */
  catalogue(call: Call<t.CurrenciesCatalogueData> = {}): Promise<t.CurrenciesCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/currencies", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `customers`. */
export class CustomersApi extends Resource {
  /** List customers. */
  list(call: Call<t.CustomersListData> = {}): Promise<t.CustomersListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/customers", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List customers, page after page. */
  each(call: Call<t.CustomersListData> = {}): AsyncGenerator<t.CustomersListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of customers. */
  create(call: Call<t.CustomersCreateData>): Promise<t.CustomersCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/customers", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of customers. */
  retrieve(id: string, call: Call<t.CustomersRetrieveData> = {}): Promise<t.CustomersRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/customers/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of customers. */
  update(id: string, call: Call<t.CustomersUpdateData>): Promise<t.CustomersUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/customers/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of customers. */
  delete(id: string, call: Call<t.CustomersDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/customers/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** List who may be the same customer, the likeliest first: by contacts, tax number, names and documents. */
  duplicates(id: string, call: Call<t.CustomersDuplicatesData> = {}): Promise<t.CustomersDuplicatesResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/customers/${encodeURIComponent(id)}/duplicates`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Keeps the customer's identity document; its number is sealed at rest. The one before is replaced. */
  setIdentity(id: string, call: Call<t.CustomersSetIdentityData>): Promise<t.CustomersSetIdentityResponses[200]> {
    return this.caller.send({ method: "PUT", path: `/api/v1/customers/${encodeURIComponent(id)}/identity`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Forgets the customer's identity document. */
  removeIdentity(id: string, call: Call<t.CustomersRemoveIdentityData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/customers/${encodeURIComponent(id)}/identity`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** The identity document with its number in full. Who looked is in the audit log. */
  revealIdentity(id: string, call: Call<t.CustomersRevealIdentityData> = {}): Promise<t.CustomersRevealIdentityResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/customers/${encodeURIComponent(id)}/identity/reveal`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Merge a duplicate into the customer: its orders, money, points, files, people and contacts go along. */
  merge(id: string, call: Call<t.CustomersMergeData>): Promise<t.CustomersMergeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/customers/${encodeURIComponent(id)}/merge`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Take back that the customer was merged into another: what had come from it is its own again. */
  undoMerge(id: string, call: Call<t.CustomersUndoMergeData> = {}): Promise<t.CustomersUndoMergeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/customers/${encodeURIComponent(id)}/undo-merge`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Change many of customers. */
  bulk(call: Call<t.CustomersBulkData>): Promise<t.CustomersBulkResponses[207]> {
    return this.caller.send({ method: "POST", path: "/api/v1/customers/bulk", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Keeps the telephone number that a customer shared with the bot as verified. */
  telegramContact(call: Call<t.CustomersTelegramContactData>): Promise<t.CustomersTelegramContactResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/customers/telegram-contacts", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Signs in the customer behind a Telegram user; makes the customer at the first time. */
  telegramSession(call: Call<t.CustomersTelegramSessionData>): Promise<t.CustomersTelegramSessionResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/customers/telegram-sessions", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `dead_letters`. */
export class DeadLettersApi extends Resource {
  /** List dead_letters. */
  list(call: Call<t.DeadLettersListData> = {}): Promise<t.DeadLettersListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/dead-letters", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List dead_letters, page after page. */
  each(call: Call<t.DeadLettersListData> = {}): AsyncGenerator<t.DeadLettersListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of dead_letters. */
  retrieve(id: string, call: Call<t.DeadLettersRetrieveData> = {}): Promise<t.DeadLettersRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/dead-letters/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Gives the event to the handler again. */
  replay(id: string, call: Call<t.DeadLettersReplayData> = {}): Promise<t.DeadLettersReplayResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/dead-letters/${encodeURIComponent(id)}/replay`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `document_types`. */
export class DocumentTypesApi extends Resource {
  /** List document_types. */
  list(call: Call<t.DocumentTypesListData> = {}): Promise<t.DocumentTypesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/document-types", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List document_types, page after page. */
  each(call: Call<t.DocumentTypesListData> = {}): AsyncGenerator<t.DocumentTypesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of document_types. */
  create(call: Call<t.DocumentTypesCreateData>): Promise<t.DocumentTypesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/document-types", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of document_types. */
  retrieve(id: string, call: Call<t.DocumentTypesRetrieveData> = {}): Promise<t.DocumentTypesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/document-types/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of document_types. */
  update(id: string, call: Call<t.DocumentTypesUpdateData>): Promise<t.DocumentTypesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/document-types/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of document_types. */
  delete(id: string, call: Call<t.DocumentTypesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/document-types/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `event_types`. */
export class EventTypesApi extends Resource {
  /** Every event type with the JSON Schema of its body. */
  catalogue(call: Call<t.EventTypesCatalogueData> = {}): Promise<t.EventTypesCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/event-types", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `events`. */
export class EventsApi extends Resource {
  /** List events. */
  list(call: Call<t.EventsListData> = {}): Promise<t.EventsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/events", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List events, page after page. */
  each(call: Call<t.EventsListData> = {}): AsyncGenerator<t.EventsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of events. */
  retrieve(id: string, call: Call<t.EventsRetrieveData> = {}): Promise<t.EventsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/events/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `files`. */
export class FilesApi extends Resource {
  /** List files. */
  list(call: Call<t.FilesListData> = {}): Promise<t.FilesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/files", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List files, page after page. */
  each(call: Call<t.FilesListData> = {}): AsyncGenerator<t.FilesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of files. */
  create(call: Call<t.FilesCreateData>): Promise<t.FilesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/files", sends: "form", answer: "json", keyed: true }, call);
  }

  /** Read one of files. */
  retrieve(id: string, call: Call<t.FilesRetrieveData> = {}): Promise<t.FilesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/files/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of files. */
  update(id: string, call: Call<t.FilesUpdateData>): Promise<t.FilesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/files/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of files. */
  delete(id: string, call: Call<t.FilesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/files/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Download a file's bytes. */
  content(id: string, call: Call<t.FilesContentData> = {}): Promise<Blob> {
    return this.caller.send({ method: "GET", path: `/api/v1/files/${encodeURIComponent(id)}/content`, sends: "none", answer: "bytes", keyed: false }, call);
  }

  /** Download a file's bytes by a signed link. */
  download(id: string, call: Call<t.FilesDownloadData>): Promise<Blob> {
    return this.caller.send({ method: "GET", path: `/api/v1/files/${encodeURIComponent(id)}/download`, sends: "none", answer: "bytes", keyed: false }, call);
  }

  /** Show an image that the business publishes (JPEG, PNG), in place, by a signed link. */
  image(id: string, call: Call<t.FilesImageData>): Promise<Blob> {
    return this.caller.send({ method: "GET", path: `/api/v1/files/${encodeURIComponent(id)}/image`, sends: "none", answer: "bytes", keyed: false }, call);
  }

  /** Make a signed download link that needs no token of a user. */
  links(id: string, call: Call<t.FilesLinksData>): Promise<t.FilesLinksResponses[201]> {
    return this.caller.send({ method: "POST", path: `/api/v1/files/${encodeURIComponent(id)}/links`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `holidays`. */
export class HolidaysApi extends Resource {
  /** List holidays. */
  list(call: Call<t.HolidaysListData> = {}): Promise<t.HolidaysListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/holidays", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List holidays, page after page. */
  each(call: Call<t.HolidaysListData> = {}): AsyncGenerator<t.HolidaysListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of holidays. */
  create(call: Call<t.HolidaysCreateData>): Promise<t.HolidaysCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/holidays", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of holidays. */
  retrieve(id: string, call: Call<t.HolidaysRetrieveData> = {}): Promise<t.HolidaysRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/holidays/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of holidays. */
  update(id: string, call: Call<t.HolidaysUpdateData>): Promise<t.HolidaysUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/holidays/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of holidays. */
  delete(id: string, call: Call<t.HolidaysDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/holidays/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `invitations`. */
export class InvitationsApi extends Resource {
  /** List invitations. */
  list(call: Call<t.InvitationsListData> = {}): Promise<t.InvitationsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/invitations", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List invitations, page after page. */
  each(call: Call<t.InvitationsListData> = {}): AsyncGenerator<t.InvitationsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of invitations. */
  create(call: Call<t.InvitationsCreateData>): Promise<t.InvitationsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/invitations", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of invitations. */
  retrieve(id: string, call: Call<t.InvitationsRetrieveData> = {}): Promise<t.InvitationsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/invitations/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Sends a new link, good for a week; the one before no longer works. */
  resend(id: string, call: Call<t.InvitationsResendData> = {}): Promise<t.InvitationsResendResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/invitations/${encodeURIComponent(id)}/resend`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Takes an invitation back: its link no longer works. */
  revoke(id: string, call: Call<t.InvitationsRevokeData> = {}): Promise<t.InvitationsRevokeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/invitations/${encodeURIComponent(id)}/revoke`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Makes the invited user with the roles that wait, and signs it in. A link works once. */
  accept(call: Call<t.InvitationsAcceptData>): Promise<t.InvitationsAcceptResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/invitations/accept", sends: "json", answer: "json", keyed: false }, call);
  }

  /** What a link invites to. Changes nothing. */
  show(call: Call<t.InvitationsShowData>): Promise<t.InvitationsShowResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/invitations/show", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `journal_entries`. */
export class JournalEntriesApi extends Resource {
  /** List journal entries. */
  list(call: Call<t.JournalEntriesListData> = {}): Promise<t.JournalEntriesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/journal-entries", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List journal entries, page after page. */
  each(call: Call<t.JournalEntriesListData> = {}): AsyncGenerator<t.JournalEntriesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of journal entries. */
  create(call: Call<t.JournalEntriesCreateData>): Promise<t.JournalEntriesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/journal-entries", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of journal entries. */
  retrieve(id: string, call: Call<t.JournalEntriesRetrieveData> = {}): Promise<t.JournalEntriesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/journal-entries/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Takes an entry that was made by hand back by one with the sides swapped; an entry is reversed once. */
  reverse(id: string, call: Call<t.JournalEntriesReverseData>): Promise<t.JournalEntriesReverseResponses[201]> {
    return this.caller.send({ method: "POST", path: `/api/v1/journal-entries/${encodeURIComponent(id)}/reversals`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `language_pairs`. */
export class LanguagePairsApi extends Resource {
  /** List language_pairs. */
  list(call: Call<t.LanguagePairsListData> = {}): Promise<t.LanguagePairsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/language-pairs", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List language_pairs, page after page. */
  each(call: Call<t.LanguagePairsListData> = {}): AsyncGenerator<t.LanguagePairsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of language_pairs. */
  create(call: Call<t.LanguagePairsCreateData>): Promise<t.LanguagePairsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/language-pairs", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of language_pairs. */
  retrieve(id: string, call: Call<t.LanguagePairsRetrieveData> = {}): Promise<t.LanguagePairsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/language-pairs/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of language_pairs. */
  update(id: string, call: Call<t.LanguagePairsUpdateData>): Promise<t.LanguagePairsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/language-pairs/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of language_pairs. */
  delete(id: string, call: Call<t.LanguagePairsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/language-pairs/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `languages`. */
export class LanguagesApi extends Resource {
  /** List languages. */
  list(call: Call<t.LanguagesListData> = {}): Promise<t.LanguagesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/languages", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List languages, page after page. */
  each(call: Call<t.LanguagesListData> = {}): AsyncGenerator<t.LanguagesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of languages. */
  create(call: Call<t.LanguagesCreateData>): Promise<t.LanguagesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/languages", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of languages. */
  retrieve(id: string, call: Call<t.LanguagesRetrieveData> = {}): Promise<t.LanguagesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/languages/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of languages. */
  update(id: string, call: Call<t.LanguagesUpdateData>): Promise<t.LanguagesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/languages/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of languages. */
  delete(id: string, call: Call<t.LanguagesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/languages/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `ledger_accounts`. */
export class LedgerAccountsApi extends Resource {
  /** List ledger accounts. */
  list(call: Call<t.LedgerAccountsListData> = {}): Promise<t.LedgerAccountsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/ledger-accounts", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List ledger accounts, page after page. */
  each(call: Call<t.LedgerAccountsListData> = {}): AsyncGenerator<t.LedgerAccountsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of ledger accounts. */
  create(call: Call<t.LedgerAccountsCreateData>): Promise<t.LedgerAccountsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/ledger-accounts", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of ledger accounts. */
  retrieve(id: string, call: Call<t.LedgerAccountsRetrieveData> = {}): Promise<t.LedgerAccountsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/ledger-accounts/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of ledger accounts. */
  update(id: string, call: Call<t.LedgerAccountsUpdateData>): Promise<t.LedgerAccountsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/ledger-accounts/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** All accounts as a tree, with what stands on them when the day `end` begins rolled up. */
  tree(call: Call<t.LedgerAccountsTreeData> = {}): Promise<t.LedgerAccountsTreeResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/ledger-accounts/tree", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `legal_documents`. */
export class LegalDocumentsApi extends Resource {
  /** List legal_documents. */
  list(call: Call<t.LegalDocumentsListData> = {}): Promise<t.LegalDocumentsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/documents", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List legal_documents, page after page. */
  each(call: Call<t.LegalDocumentsListData> = {}): AsyncGenerator<t.LegalDocumentsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of legal_documents. */
  create(call: Call<t.LegalDocumentsCreateData>): Promise<t.LegalDocumentsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/privacy/documents", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of legal_documents. */
  retrieve(id: string, call: Call<t.LegalDocumentsRetrieveData> = {}): Promise<t.LegalDocumentsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/privacy/documents/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of legal_documents. */
  update(id: string, call: Call<t.LegalDocumentsUpdateData>): Promise<t.LegalDocumentsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/privacy/documents/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Puts a draft in force. Who accepted an earlier version is asked again. */
  publish(id: string, call: Call<t.LegalDocumentsPublishData> = {}): Promise<t.LegalDocumentsPublishResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/privacy/documents/${encodeURIComponent(id)}/publish`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Records that the caller accepts a published version, or takes it back, with the digest of its words. */
  accept(call: Call<t.LegalDocumentsAcceptData>): Promise<t.LegalDocumentsAcceptResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/privacy/documents/acceptances", sends: "json", answer: "json", keyed: true }, call);
  }

  /** The documents in force that the caller has still to accept. */
  awaiting(call: Call<t.LegalDocumentsAwaitingData> = {}): Promise<t.LegalDocumentsAwaitingResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/documents/awaiting", sends: "none", answer: "json", keyed: false }, call);
  }

  /** The documents in force, each in its highest published version. */
  current(call: Call<t.LegalDocumentsCurrentData> = {}): Promise<t.LegalDocumentsCurrentResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/documents/current", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `locales`. */
export class LocalesApi extends Resource {
  /** List the languages that the product speaks. */
  catalogue(call: Call<t.LocalesCatalogueData> = {}): Promise<t.LocalesCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/locales", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `loyalty_lots`. */
export class LoyaltyLotsApi extends Resource {
  /** List loyalty lots. */
  list(call: Call<t.LoyaltyLotsListData> = {}): Promise<t.LoyaltyLotsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/loyalty/lots", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List loyalty lots, page after page. */
  each(call: Call<t.LoyaltyLotsListData> = {}): AsyncGenerator<t.LoyaltyLotsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of loyalty lots. */
  retrieve(id: string, call: Call<t.LoyaltyLotsRetrieveData> = {}): Promise<t.LoyaltyLotsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/loyalty/lots/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Read a customer's points. */
  balance(call: Call<t.LoyaltyLotsBalanceData>): Promise<t.LoyaltyLotsBalanceResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/loyalty/lots/balance", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `loyalty_promotions`. */
export class LoyaltyPromotionsApi extends Resource {
  /** List loyalty promotions. */
  list(call: Call<t.LoyaltyPromotionsListData> = {}): Promise<t.LoyaltyPromotionsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/loyalty/promotions", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List loyalty promotions, page after page. */
  each(call: Call<t.LoyaltyPromotionsListData> = {}): AsyncGenerator<t.LoyaltyPromotionsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of loyalty promotions. */
  create(call: Call<t.LoyaltyPromotionsCreateData>): Promise<t.LoyaltyPromotionsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/loyalty/promotions", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of loyalty promotions. */
  retrieve(id: string, call: Call<t.LoyaltyPromotionsRetrieveData> = {}): Promise<t.LoyaltyPromotionsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/loyalty/promotions/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of loyalty promotions. */
  update(id: string, call: Call<t.LoyaltyPromotionsUpdateData>): Promise<t.LoyaltyPromotionsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/loyalty/promotions/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `loyalty_redemptions`. */
export class LoyaltyRedemptionsApi extends Resource {
  /** List loyalty redemptions. */
  list(call: Call<t.LoyaltyRedemptionsListData> = {}): Promise<t.LoyaltyRedemptionsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/loyalty/redemptions", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List loyalty redemptions, page after page. */
  each(call: Call<t.LoyaltyRedemptionsListData> = {}): AsyncGenerator<t.LoyaltyRedemptionsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of loyalty redemptions. */
  create(call: Call<t.LoyaltyRedemptionsCreateData>): Promise<t.LoyaltyRedemptionsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/loyalty/redemptions", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of loyalty redemptions. */
  retrieve(id: string, call: Call<t.LoyaltyRedemptionsRetrieveData> = {}): Promise<t.LoyaltyRedemptionsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/loyalty/redemptions/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Give points that are set aside back. */
  cancel(id: string, call: Call<t.LoyaltyRedemptionsCancelData> = {}): Promise<t.LoyaltyRedemptionsCancelResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/loyalty/redemptions/${encodeURIComponent(id)}/cancellation`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `loyalty_rules`. */
export class LoyaltyRulesApi extends Resource {
  /** List loyalty rules. */
  list(call: Call<t.LoyaltyRulesListData> = {}): Promise<t.LoyaltyRulesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/loyalty/rules", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List loyalty rules, page after page. */
  each(call: Call<t.LoyaltyRulesListData> = {}): AsyncGenerator<t.LoyaltyRulesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of loyalty rules. */
  create(call: Call<t.LoyaltyRulesCreateData>): Promise<t.LoyaltyRulesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/loyalty/rules", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of loyalty rules. */
  retrieve(id: string, call: Call<t.LoyaltyRulesRetrieveData> = {}): Promise<t.LoyaltyRulesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/loyalty/rules/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of loyalty rules. */
  update(id: string, call: Call<t.LoyaltyRulesUpdateData>): Promise<t.LoyaltyRulesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/loyalty/rules/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Say what an order earns by the rules, line by line, without earning it. */
  dryRun(call: Call<t.LoyaltyRulesDryRunData>): Promise<t.LoyaltyRulesDryRunResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/loyalty/rules/dry-run", sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `me`. */
export class MeApi extends Resource {
  /** Read me. */
  retrieve(call: Call<t.MeRetrieveData> = {}): Promise<t.MeRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change me. */
  update(call: Call<t.MeUpdateData>): Promise<t.MeUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/me", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Sends a link to another address; using it makes that the own one. Until then nothing changes. */
  accountChangeEmail(call: Call<t.MeAccountChangeEmailData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/email", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Sends a link to prove the own e-mail address, unless it is proved. */
  accountSendVerification(call: Call<t.MeAccountSendVerificationData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/email-verification", sends: "none", answer: "none", keyed: false }, call);
  }

  /** Proves the mailbox by the link of a mail, and makes its address the own one. The address before is told. */
  accountConfirmEmail(call: Call<t.MeAccountConfirmEmailData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/email/confirm", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Changes the own password and ends the other sessions. */
  accountChangePassword(call: Call<t.MeAccountChangePasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/password", sends: "json", answer: "none", keyed: false }, call);
  }

  /** The JSON Schema of `preferences` in /me. */
  accountPreferencesSchema(call: Call<t.MeAccountPreferencesSchemaData> = {}): Promise<t.MeAccountPreferencesSchemaResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/preferences/schema", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `me_api_keys`. */
export class MeApiKeysApi extends Resource {
  /** List me_api_keys. */
  list(call: Call<t.MeApiKeysListData> = {}): Promise<t.MeApiKeysListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/api-keys", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List me_api_keys, page after page. */
  each(call: Call<t.MeApiKeysListData> = {}): AsyncGenerator<t.MeApiKeysListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Makes a key of the caller's; its secret is in this answer only. */
  mint(call: Call<t.MeApiKeysMintData>): Promise<t.MeApiKeysMintResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/api-keys", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Read one of me_api_keys. */
  retrieve(id: string, call: Call<t.MeApiKeysRetrieveData> = {}): Promise<t.MeApiKeysRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/me/api-keys/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Delete one of me_api_keys. */
  delete(id: string, call: Call<t.MeApiKeysDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/me/api-keys/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Gives a key a new secret; the old one works for a while. */
  rotate(id: string, call: Call<t.MeApiKeysRotateData>): Promise<t.MeApiKeysRotateResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/me/api-keys/${encodeURIComponent(id)}/rotate`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `me_applications`. */
export class MeApplicationsApi extends Resource {
  /** List me_applications. */
  list(call: Call<t.MeApplicationsListData> = {}): Promise<t.MeApplicationsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/applications", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List me_applications, page after page. */
  each(call: Call<t.MeApplicationsListData> = {}): AsyncGenerator<t.MeApplicationsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Delete one of me_applications. */
  delete(id: string, call: Call<t.MeApplicationsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/me/applications/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `me_identities`. */
export class MeIdentitiesApi extends Resource {
  /** List me_identities. */
  list(call: Call<t.MeIdentitiesListData> = {}): Promise<t.MeIdentitiesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/identities", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List me_identities, page after page. */
  each(call: Call<t.MeIdentitiesListData> = {}): AsyncGenerator<t.MeIdentitiesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Links the caller to the person who signed in at the provider just now (see /auth/oidc/start). */
  link(call: Call<t.MeIdentitiesLinkData>): Promise<t.MeIdentitiesLinkResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/identities", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of me_identities. */
  delete(id: string, call: Call<t.MeIdentitiesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/me/identities/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `me_logins`. */
export class MeLoginsApi extends Resource {
  /** List me_logins. */
  list(call: Call<t.MeLoginsListData> = {}): Promise<t.MeLoginsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/logins", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List me_logins, page after page. */
  each(call: Call<t.MeLoginsListData> = {}): AsyncGenerator<t.MeLoginsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `me_second_factors`. */
export class MeSecondFactorsApi extends Resource {
  /** The caller's second factors. */
  overview(call: Call<t.MeSecondFactorsOverviewData> = {}): Promise<t.MeSecondFactorsOverviewResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/second-factors", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Sends the caller a code by Telegram, for a verification. */
  sendCode(call: Call<t.MeSecondFactorsSendCodeData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/codes", sends: "none", answer: "none", keyed: false }, call);
  }

  /** Completes a second factor with its first code. The first one brings recovery codes, shown this once. */
  confirm(call: Call<t.MeSecondFactorsConfirmData>): Promise<t.MeSecondFactorsConfirmResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/confirmations", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Begins a second factor: gives the secret for an app, or sends a code by Telegram. */
  enrol(call: Call<t.MeSecondFactorsEnrolData>): Promise<t.MeSecondFactorsEnrolResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/enrolments", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Ten new recovery codes, shown this once; the old ones are void. */
  renewRecoveryCodes(call: Call<t.MeSecondFactorsRenewRecoveryCodesData>): Promise<t.MeSecondFactorsRenewRecoveryCodesResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/recovery-codes", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Removes a second factor; with the last one the recovery codes go. */
  remove(call: Call<t.MeSecondFactorsRemoveData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/removals", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Verifies a second factor in this session: needed by some roles, and before changing second factors. */
  verify(call: Call<t.MeSecondFactorsVerifyData>): Promise<t.MeSecondFactorsVerifyResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/second-factors/verifications", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `me_sessions`. */
export class MeSessionsApi extends Resource {
  /** List me_sessions. */
  list(call: Call<t.MeSessionsListData> = {}): Promise<t.MeSessionsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/sessions", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List me_sessions, page after page. */
  each(call: Call<t.MeSessionsListData> = {}): AsyncGenerator<t.MeSessionsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Delete one of me_sessions. */
  delete(id: string, call: Call<t.MeSessionsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/me/sessions/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Ends all of the caller's sessions but this one, their access tokens at once. */
  revokeOthers(call: Call<t.MeSessionsRevokeOthersData> = {}): Promise<t.MeSessionsRevokeOthersResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/me/sessions/revoke-others", sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `my_data`. */
export class MyDataApi extends Resource {
  /** A copy of what is kept of you: a ZIP of JSON documents, and for customers their files. */
  package(call: Call<t.MyDataPackageData> = {}): Promise<Blob> {
    return this.caller.send({ method: "GET", path: "/api/v1/me/data", sends: "none", answer: "bytes", keyed: false }, call);
  }
}

/** The resource `oauth`. */
export class OauthApi extends Resource {
  /** Checks an application's request for the consent screen. Where it is refused, send the user nowhere. */
  authorization(call: Call<t.OauthAuthorizationData>): Promise<t.OauthAuthorizationResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/oauth/authorization", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Grants or denies an application's request. Send the user to `redirect_to`. */
  authorize(call: Call<t.OauthAuthorizeData>): Promise<t.OauthAuthorizeResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/oauth/authorization", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Tells an application what its own token stands for (RFC 7662). Programs without a secret may not ask. */
  introspect(call: Call<t.OauthIntrospectData>): Promise<t.OauthIntrospectResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/oauth/introspect", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Ends what a token stands for, at once (RFC 7009). One that is not known is no error. */
  revoke(call: Call<t.OauthRevokeData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/oauth/revoke", sends: "json", answer: "none", keyed: false }, call);
  }

  /** The scopes that applications may ask for, made from the catalogue of permissions. */
  scopes(call: Call<t.OauthScopesData> = {}): Promise<t.OauthScopesResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/oauth/scopes", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Gives an access token for a code with its PKCE verifier, a refresh token, or client credentials. */
  token(call: Call<t.OauthTokenData>): Promise<t.OauthTokenResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/oauth/token", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `oauth_applications`. */
export class OauthApplicationsApi extends Resource {
  /** List oauth_applications. */
  list(call: Call<t.OauthApplicationsListData> = {}): Promise<t.OauthApplicationsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/oauth/applications", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List oauth_applications, page after page. */
  each(call: Call<t.OauthApplicationsListData> = {}): AsyncGenerator<t.OauthApplicationsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Registers an application; its secret is in this answer only. */
  register(call: Call<t.OauthApplicationsRegisterData>): Promise<t.OauthApplicationsRegisterResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/oauth/applications", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Read one of oauth_applications. */
  retrieve(id: string, call: Call<t.OauthApplicationsRetrieveData> = {}): Promise<t.OauthApplicationsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/oauth/applications/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of oauth_applications. */
  update(id: string, call: Call<t.OauthApplicationsUpdateData>): Promise<t.OauthApplicationsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/oauth/applications/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of oauth_applications. */
  delete(id: string, call: Call<t.OauthApplicationsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/oauth/applications/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Gives an application a new secret; the old one works for a while, so that each copy can change over. */
  rotateSecret(id: string, call: Call<t.OauthApplicationsRotateSecretData>): Promise<t.OauthApplicationsRotateSecretResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/oauth/applications/${encodeURIComponent(id)}/rotate-secret`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `oidc`. */
export class OidcApi extends Resource {
  /** Ends a sign-in with the code that the provider sent back. */
  finish(call: Call<t.OidcFinishData>): Promise<t.OidcFinishResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/oidc/finish", sends: "json", answer: "json", keyed: false }, call);
  }

  /** The providers that people may sign in at. */
  providers(call: Call<t.OidcProvidersData> = {}): Promise<t.OidcProvidersResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/auth/oidc/providers", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Begins a sign-in with PKCE: send the browser to `authorization_url`, and keep `binding`. */
  start(call: Call<t.OidcStartData>): Promise<t.OidcStartResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/auth/oidc/start", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `orders`. */
export class OrdersApi extends Resource {
  /** List orders. */
  list(call: Call<t.OrdersListData> = {}): Promise<t.OrdersListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/orders", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List orders, page after page. */
  each(call: Call<t.OrdersListData> = {}): AsyncGenerator<t.OrdersListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of orders. */
  create(call: Call<t.OrdersCreateData>): Promise<t.OrdersCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/orders", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of orders. */
  retrieve(id: string, call: Call<t.OrdersRetrieveData> = {}): Promise<t.OrdersRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/orders/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of orders. */
  update(id: string, call: Call<t.OrdersUpdateData>): Promise<t.OrdersUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/orders/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Give a walk-in's order to a customer, with what was paid for it. */
  attachCustomer(id: string, call: Call<t.OrdersAttachCustomerData>): Promise<t.OrdersAttachCustomerResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/customer`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Add files to an order. */
  addFiles(id: string, call: Call<t.OrdersAddFilesData>): Promise<t.OrdersAddFilesResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/files`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Hand an order over to another branch. */
  handOver(id: string, call: Call<t.OrdersHandOverData>): Promise<t.OrdersHandOverResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/hand-over`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Accept, decline or withdraw the offer of an order to another branch. */
  decideHandOver(id: string, call: Call<t.OrdersDecideHandOverData>): Promise<t.OrdersDecideHandOverResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/hand-over/decisions`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** List the notes of an order. */
  notes(id: string, call: Call<t.OrdersNotesData> = {}): Promise<t.OrdersNotesResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/orders/${encodeURIComponent(id)}/notes`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** List the notes of an order, page after page. */
  eachNotes(id: string, call: Call<t.OrdersNotesData> = {}): AsyncGenerator<t.OrdersNotesResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.notes(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Add a note to an order. */
  addNote(id: string, call: Call<t.OrdersAddNoteData>): Promise<t.OrdersAddNoteResponses[201]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/notes`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** List what happened to an order, oldest first. */
  timeline(id: string, call: Call<t.OrdersTimelineData> = {}): Promise<t.OrdersTimelineResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/orders/${encodeURIComponent(id)}/timeline`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** List the transitions that the state allows, and what each still waits for. */
  transitions(id: string, call: Call<t.OrdersTransitionsData> = {}): Promise<t.OrdersTransitionsResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/orders/${encodeURIComponent(id)}/transitions`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Move an order through its workflow. */
  transition(id: string, call: Call<t.OrdersTransitionData>): Promise<t.OrdersTransitionResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/orders/${encodeURIComponent(id)}/transitions`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Change many of orders. */
  bulk(call: Call<t.OrdersBulkData>): Promise<t.OrdersBulkResponses[207]> {
    return this.caller.send({ method: "POST", path: "/api/v1/orders/bulk", sends: "json", answer: "json", keyed: true }, call);
  }

  /** List the orders that are offered to the caller's branches, or by them to others. */
  handOvers(call: Call<t.OrdersHandOversData> = {}): Promise<t.OrdersHandOversResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/orders/hand-overs", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List the orders that are offered to the caller's branches, or by them to others, page after page. */
  eachHandOvers(call: Call<t.OrdersHandOversData> = {}): AsyncGenerator<t.OrdersHandOversResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.handOvers({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `organization`. */
export class OrganizationApi extends Resource {
  /** Read organization. */
  retrieve(call: Call<t.OrganizationRetrieveData> = {}): Promise<t.OrganizationRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/organization", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change organization. */
  update(call: Call<t.OrganizationUpdateData>): Promise<t.OrganizationUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/organization", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `payment_methods`. */
export class PaymentMethodsApi extends Resource {
  /** List payment methods. */
  list(call: Call<t.PaymentMethodsListData> = {}): Promise<t.PaymentMethodsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/payment-methods", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List payment methods, page after page. */
  each(call: Call<t.PaymentMethodsListData> = {}): AsyncGenerator<t.PaymentMethodsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of payment methods. */
  create(call: Call<t.PaymentMethodsCreateData>): Promise<t.PaymentMethodsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/payment-methods", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of payment methods. */
  retrieve(id: string, call: Call<t.PaymentMethodsRetrieveData> = {}): Promise<t.PaymentMethodsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/payment-methods/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of payment methods. */
  update(id: string, call: Call<t.PaymentMethodsUpdateData>): Promise<t.PaymentMethodsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/payment-methods/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `payments`. */
export class PaymentsApi extends Resource {
  /** List payments. */
  list(call: Call<t.PaymentsListData> = {}): Promise<t.PaymentsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/payments", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List payments, page after page. */
  each(call: Call<t.PaymentsListData> = {}): AsyncGenerator<t.PaymentsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of payments. */
  create(call: Call<t.PaymentsCreateData>): Promise<t.PaymentsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/payments", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of payments. */
  retrieve(id: string, call: Call<t.PaymentsRetrieveData> = {}): Promise<t.PaymentsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/payments/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Use a payment's credit for other orders. */
  allocate(id: string, call: Call<t.PaymentsAllocateData>): Promise<t.PaymentsAllocateResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/payments/${encodeURIComponent(id)}/allocations`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Add proofs to a payment that awaits verification. */
  addProofs(id: string, call: Call<t.PaymentsAddProofsData>): Promise<t.PaymentsAddProofsResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/payments/${encodeURIComponent(id)}/proofs`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Verify or reject a payment. */
  transition(id: string, call: Call<t.PaymentsTransitionData>): Promise<t.PaymentsTransitionResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/payments/${encodeURIComponent(id)}/transitions`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read a customer's balance. */
  balance(call: Call<t.PaymentsBalanceData>): Promise<t.PaymentsBalanceResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/payments/balance", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `permissions`. */
export class PermissionsApi extends Resource {
  /** Every permission there is, by group, with its name in the caller's language. */
  catalogue(call: Call<t.PermissionsCatalogueData> = {}): Promise<t.PermissionsCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/permissions", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform`. */
export class PlatformApi extends Resource {
  /** Sends a link to choose a new password. The answer is the same for any address, known or not. */
  accessRequestPasswordReset(call: Call<t.PlatformAccessRequestPasswordResetData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/password-resets", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Sets a new password by the link of a mail, and ends all sessions. The link works once, for an hour. */
  accessResetPassword(call: Call<t.PlatformAccessResetPasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/password-resets/confirm", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `platform_access_log`. */
export class PlatformAccessLogApi extends Resource {
  /** List platform_access_log. */
  list(call: Call<t.PlatformAccessLogListData> = {}): Promise<t.PlatformAccessLogListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/access-log", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_access_log, page after page. */
  each(call: Call<t.PlatformAccessLogListData> = {}): AsyncGenerator<t.PlatformAccessLogListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `platform_audit_log`. */
export class PlatformAuditLogApi extends Resource {
  /** List platform_audit_log. */
  list(call: Call<t.PlatformAuditLogListData> = {}): Promise<t.PlatformAuditLogListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/audit-log", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_audit_log, page after page. */
  each(call: Call<t.PlatformAuditLogListData> = {}): AsyncGenerator<t.PlatformAuditLogListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of platform_audit_log. */
  retrieve(id: string, call: Call<t.PlatformAuditLogRetrieveData> = {}): Promise<t.PlatformAuditLogRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/audit-log/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Verifies the hash chain from an entry on: finds what was removed, altered or moved. */
  chain(call: Call<t.PlatformAuditLogChainData> = {}): Promise<t.PlatformAuditLogChainResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/audit-log/chain", sends: "none", answer: "json", keyed: false }, call);
  }

  /** The entries that the filters leave, newest first, as CSV (RFC 4180, UTF-8). Is itself recorded. */
  export(call: Call<t.PlatformAuditLogExportData> = {}): Promise<Blob> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/audit-log/export", sends: "none", answer: "bytes", keyed: false }, call);
  }
}

/** The resource `platform_auth`. */
export class PlatformAuthApi extends Resource {
  /** Replaces a password that has become too old. Sign in with the new one afterwards. */
  changeExpiredPassword(call: Call<t.PlatformAuthChangeExpiredPasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/expired-passwords", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Opens the session of a challenge with a code of a second factor. A code works once. */
  secondFactor(call: Call<t.PlatformAuthSecondFactorData>): Promise<t.PlatformAuthSecondFactorResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/second-factor", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Opens a session by e-mail address or telephone number and password, or by a service account's secret. */
  signIn(call: Call<t.PlatformAuthSignInData>): Promise<t.PlatformAuthSignInResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/tokens", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Renews a session. A refresh token is good once; using an old one again ends the session. */
  refresh(call: Call<t.PlatformAuthRefreshData>): Promise<t.PlatformAuthRefreshResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/tokens/refresh", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Ends the session of a refresh token at once, its access tokens included. */
  signOut(call: Call<t.PlatformAuthSignOutData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/tokens/revoke", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `platform_auth_second_factor`. */
export class PlatformAuthSecondFactorApi extends Resource {
  /** Sends the user of a challenge a code by Telegram, good for five minutes. */
  code(call: Call<t.PlatformAuthSecondFactorCodeData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/auth/second-factor/codes", sends: "json", answer: "none", keyed: false }, call);
  }
}

/** The resource `platform_backups`. */
export class PlatformBackupsApi extends Resource {
  /** List backups. */
  list(call: Call<t.PlatformBackupsListData> = {}): Promise<t.PlatformBackupsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/backups", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List backups, page after page. */
  each(call: Call<t.PlatformBackupsListData> = {}): AsyncGenerator<t.PlatformBackupsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of backups. */
  create(call: Call<t.PlatformBackupsCreateData>): Promise<t.PlatformBackupsCreateResponses[202]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/backups", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of backups. */
  retrieve(id: string, call: Call<t.PlatformBackupsRetrieveData> = {}): Promise<t.PlatformBackupsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/backups/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Asks for a preview of a restore, for a merge, or for the restore itself. No other business is touched. */
  restore(id: string, call: Call<t.PlatformBackupsRestoreData>): Promise<t.PlatformBackupsRestoreResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/backups/${encodeURIComponent(id)}/restores`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Has every copy read in whole and proved; the result is in `verification` and `copies`. */
  verify(id: string, call: Call<t.PlatformBackupsVerifyData> = {}): Promise<t.PlatformBackupsVerifyResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/backups/${encodeURIComponent(id)}/verifications`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_domains`. */
export class PlatformDomainsApi extends Resource {
  /** List domains. */
  list(call: Call<t.PlatformDomainsListData> = {}): Promise<t.PlatformDomainsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/domains", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List domains, page after page. */
  each(call: Call<t.PlatformDomainsListData> = {}): AsyncGenerator<t.PlatformDomainsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of domains. */
  create(call: Call<t.PlatformDomainsCreateData>): Promise<t.PlatformDomainsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/domains", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of domains. */
  retrieve(id: string, call: Call<t.PlatformDomainsRetrieveData> = {}): Promise<t.PlatformDomainsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/domains/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of domains. */
  update(id: string, call: Call<t.PlatformDomainsUpdateData>): Promise<t.PlatformDomainsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/platform/domains/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of domains. */
  delete(id: string, call: Call<t.PlatformDomainsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/platform/domains/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Looks for the challenge in the DNS; a proved domain answers for its business at once. */
  verify(id: string, call: Call<t.PlatformDomainsVerifyData> = {}): Promise<t.PlatformDomainsVerifyResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/domains/${encodeURIComponent(id)}/verifications`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_impersonations`. */
export class PlatformImpersonationsApi extends Resource {
  /** List impersonations. */
  list(call: Call<t.PlatformImpersonationsListData> = {}): Promise<t.PlatformImpersonationsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/impersonations", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List impersonations, page after page. */
  each(call: Call<t.PlatformImpersonationsListData> = {}): AsyncGenerator<t.PlatformImpersonationsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of impersonations. */
  create(call: Call<t.PlatformImpersonationsCreateData>): Promise<t.PlatformImpersonationsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/impersonations", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Read one of impersonations. */
  retrieve(id: string, call: Call<t.PlatformImpersonationsRetrieveData> = {}): Promise<t.PlatformImpersonationsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/impersonations/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Ends it at once: its tokens are no longer good. */
  end(id: string, call: Call<t.PlatformImpersonationsEndData> = {}): Promise<t.PlatformImpersonationsEndResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/impersonations/${encodeURIComponent(id)}/end`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_invitations`. */
export class PlatformInvitationsApi extends Resource {
  /** List platform_invitations. */
  list(call: Call<t.PlatformInvitationsListData> = {}): Promise<t.PlatformInvitationsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/invitations", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_invitations, page after page. */
  each(call: Call<t.PlatformInvitationsListData> = {}): AsyncGenerator<t.PlatformInvitationsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of platform_invitations. */
  create(call: Call<t.PlatformInvitationsCreateData>): Promise<t.PlatformInvitationsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/invitations", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of platform_invitations. */
  retrieve(id: string, call: Call<t.PlatformInvitationsRetrieveData> = {}): Promise<t.PlatformInvitationsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/invitations/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Sends a new link, good for a week; the one before no longer works. */
  resend(id: string, call: Call<t.PlatformInvitationsResendData> = {}): Promise<t.PlatformInvitationsResendResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/invitations/${encodeURIComponent(id)}/resend`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Takes an invitation back: its link no longer works. */
  revoke(id: string, call: Call<t.PlatformInvitationsRevokeData> = {}): Promise<t.PlatformInvitationsRevokeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/invitations/${encodeURIComponent(id)}/revoke`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Makes the invited user with the roles that wait, and signs it in. A link works once. */
  accept(call: Call<t.PlatformInvitationsAcceptData>): Promise<t.PlatformInvitationsAcceptResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/invitations/accept", sends: "json", answer: "json", keyed: false }, call);
  }

  /** What a link invites to. Changes nothing. */
  show(call: Call<t.PlatformInvitationsShowData>): Promise<t.PlatformInvitationsShowResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/invitations/show", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform_me`. */
export class PlatformMeApi extends Resource {
  /** Read platform_me. */
  retrieve(call: Call<t.PlatformMeRetrieveData> = {}): Promise<t.PlatformMeRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/me", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change platform_me. */
  update(call: Call<t.PlatformMeUpdateData>): Promise<t.PlatformMeUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/platform/me", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Sends a link to another address; using it makes that the own one. Until then nothing changes. */
  accountChangeEmail(call: Call<t.PlatformMeAccountChangeEmailData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/email", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Sends a link to prove the own e-mail address, unless it is proved. */
  accountSendVerification(call: Call<t.PlatformMeAccountSendVerificationData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/email-verification", sends: "none", answer: "none", keyed: false }, call);
  }

  /** Proves the mailbox by the link of a mail, and makes its address the own one. The address before is told. */
  accountConfirmEmail(call: Call<t.PlatformMeAccountConfirmEmailData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/email/confirm", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Changes the own password and ends the other sessions. */
  accountChangePassword(call: Call<t.PlatformMeAccountChangePasswordData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/password", sends: "json", answer: "none", keyed: false }, call);
  }

  /** The JSON Schema of `preferences` in /me. */
  accountPreferencesSchema(call: Call<t.PlatformMeAccountPreferencesSchemaData> = {}): Promise<t.PlatformMeAccountPreferencesSchemaResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/me/preferences/schema", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform_me_logins`. */
export class PlatformMeLoginsApi extends Resource {
  /** List platform_me_logins. */
  list(call: Call<t.PlatformMeLoginsListData> = {}): Promise<t.PlatformMeLoginsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/me/logins", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_me_logins, page after page. */
  each(call: Call<t.PlatformMeLoginsListData> = {}): AsyncGenerator<t.PlatformMeLoginsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `platform_me_second_factors`. */
export class PlatformMeSecondFactorsApi extends Resource {
  /** The caller's second factors. */
  overview(call: Call<t.PlatformMeSecondFactorsOverviewData> = {}): Promise<t.PlatformMeSecondFactorsOverviewResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/me/second-factors", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Sends the caller a code by Telegram, for a verification. */
  sendCode(call: Call<t.PlatformMeSecondFactorsSendCodeData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/codes", sends: "none", answer: "none", keyed: false }, call);
  }

  /** Completes a second factor with its first code. The first one brings recovery codes, shown this once. */
  confirm(call: Call<t.PlatformMeSecondFactorsConfirmData>): Promise<t.PlatformMeSecondFactorsConfirmResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/confirmations", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Begins a second factor: gives the secret for an app, or sends a code by Telegram. */
  enrol(call: Call<t.PlatformMeSecondFactorsEnrolData>): Promise<t.PlatformMeSecondFactorsEnrolResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/enrolments", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Ten new recovery codes, shown this once; the old ones are void. */
  renewRecoveryCodes(call: Call<t.PlatformMeSecondFactorsRenewRecoveryCodesData>): Promise<t.PlatformMeSecondFactorsRenewRecoveryCodesResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/recovery-codes", sends: "json", answer: "json", keyed: false }, call);
  }

  /** Removes a second factor; with the last one the recovery codes go. */
  remove(call: Call<t.PlatformMeSecondFactorsRemoveData>): Promise<void> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/removals", sends: "json", answer: "none", keyed: false }, call);
  }

  /** Verifies a second factor in this session: needed by some roles, and before changing second factors. */
  verify(call: Call<t.PlatformMeSecondFactorsVerifyData>): Promise<t.PlatformMeSecondFactorsVerifyResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/second-factors/verifications", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform_me_sessions`. */
export class PlatformMeSessionsApi extends Resource {
  /** List platform_me_sessions. */
  list(call: Call<t.PlatformMeSessionsListData> = {}): Promise<t.PlatformMeSessionsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/me/sessions", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_me_sessions, page after page. */
  each(call: Call<t.PlatformMeSessionsListData> = {}): AsyncGenerator<t.PlatformMeSessionsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Delete one of platform_me_sessions. */
  delete(id: string, call: Call<t.PlatformMeSessionsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/platform/me/sessions/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Ends all of the caller's sessions but this one, their access tokens at once. */
  revokeOthers(call: Call<t.PlatformMeSessionsRevokeOthersData> = {}): Promise<t.PlatformMeSessionsRevokeOthersResponses[200]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/me/sessions/revoke-others", sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_permissions`. */
export class PlatformPermissionsApi extends Resource {
  /** Every permission there is, by group, with its name in the caller's language. */
  catalogue(call: Call<t.PlatformPermissionsCatalogueData> = {}): Promise<t.PlatformPermissionsCatalogueResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/permissions", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform_plans`. */
export class PlatformPlansApi extends Resource {
  /** List plans. */
  list(call: Call<t.PlatformPlansListData> = {}): Promise<t.PlatformPlansListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/plans", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List plans, page after page. */
  each(call: Call<t.PlatformPlansListData> = {}): AsyncGenerator<t.PlatformPlansListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of plans. */
  create(call: Call<t.PlatformPlansCreateData>): Promise<t.PlatformPlansCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/plans", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of plans. */
  retrieve(id: string, call: Call<t.PlatformPlansRetrieveData> = {}): Promise<t.PlatformPlansRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/plans/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of plans. */
  update(id: string, call: Call<t.PlatformPlansUpdateData>): Promise<t.PlatformPlansUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/platform/plans/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of plans. */
  delete(id: string, call: Call<t.PlatformPlansDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/platform/plans/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `platform_restores`. */
export class PlatformRestoresApi extends Resource {
  /** List restores. */
  list(call: Call<t.PlatformRestoresListData> = {}): Promise<t.PlatformRestoresListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/restores", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List restores, page after page. */
  each(call: Call<t.PlatformRestoresListData> = {}): AsyncGenerator<t.PlatformRestoresListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of restores. */
  retrieve(id: string, call: Call<t.PlatformRestoresRetrieveData> = {}): Promise<t.PlatformRestoresRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/restores/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Asks that what a merge found lost be brought back, in one transaction. What cannot come is in `merged`. */
  apply(id: string, call: Call<t.PlatformRestoresApplyData>): Promise<t.PlatformRestoresApplyResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/restores/${encodeURIComponent(id)}/apply`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Gives a merge up that was not applied. Nothing live has changed. */
  discard(id: string, call: Call<t.PlatformRestoresDiscardData> = {}): Promise<t.PlatformRestoresDiscardResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/restores/${encodeURIComponent(id)}/discard`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** Asks that what was live before the replacement be put back; what was written since then is lost. */
  undo(id: string, call: Call<t.PlatformRestoresUndoData> = {}): Promise<t.PlatformRestoresUndoResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/restores/${encodeURIComponent(id)}/undo`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_roles`. */
export class PlatformRolesApi extends Resource {
  /** List platform_roles. */
  list(call: Call<t.PlatformRolesListData> = {}): Promise<t.PlatformRolesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/roles", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_roles, page after page. */
  each(call: Call<t.PlatformRolesListData> = {}): AsyncGenerator<t.PlatformRolesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of platform_roles. */
  create(call: Call<t.PlatformRolesCreateData>): Promise<t.PlatformRolesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/roles", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of platform_roles. */
  retrieve(id: string, call: Call<t.PlatformRolesRetrieveData> = {}): Promise<t.PlatformRolesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/roles/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of platform_roles. */
  update(id: string, call: Call<t.PlatformRolesUpdateData>): Promise<t.PlatformRolesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/platform/roles/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of platform_roles. */
  delete(id: string, call: Call<t.PlatformRolesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/platform/roles/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `platform_security_alerts`. */
export class PlatformSecurityAlertsApi extends Resource {
  /** List platform_security_alerts. */
  list(call: Call<t.PlatformSecurityAlertsListData> = {}): Promise<t.PlatformSecurityAlertsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/security/alerts", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_security_alerts, page after page. */
  each(call: Call<t.PlatformSecurityAlertsListData> = {}): AsyncGenerator<t.PlatformSecurityAlertsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of platform_security_alerts. */
  retrieve(id: string, call: Call<t.PlatformSecurityAlertsRetrieveData> = {}): Promise<t.PlatformSecurityAlertsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/security/alerts/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Says that somebody has seen to it. */
  acknowledge(id: string, call: Call<t.PlatformSecurityAlertsAcknowledgeData>): Promise<t.PlatformSecurityAlertsAcknowledgeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/security/alerts/${encodeURIComponent(id)}/acknowledgements`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_security_logins`. */
export class PlatformSecurityLoginsApi extends Resource {
  /** List platform_security_logins. */
  list(call: Call<t.PlatformSecurityLoginsListData> = {}): Promise<t.PlatformSecurityLoginsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/security/logins", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_security_logins, page after page. */
  each(call: Call<t.PlatformSecurityLoginsListData> = {}): AsyncGenerator<t.PlatformSecurityLoginsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `platform_security_policy`. */
export class PlatformSecurityPolicyApi extends Resource {
  /** Read platform_security_policy. */
  retrieve(call: Call<t.PlatformSecurityPolicyRetrieveData> = {}): Promise<t.PlatformSecurityPolicyRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/security/policy", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change platform_security_policy. */
  update(call: Call<t.PlatformSecurityPolicyUpdateData>): Promise<t.PlatformSecurityPolicyUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/platform/security/policy", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `platform_tenants`. */
export class PlatformTenantsApi extends Resource {
  /** List tenants. */
  list(call: Call<t.PlatformTenantsListData> = {}): Promise<t.PlatformTenantsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/tenants", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List tenants, page after page. */
  each(call: Call<t.PlatformTenantsListData> = {}): AsyncGenerator<t.PlatformTenantsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of tenants. */
  create(call: Call<t.PlatformTenantsCreateData>): Promise<t.PlatformTenantsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/tenants", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of tenants. */
  retrieve(id: string, call: Call<t.PlatformTenantsRetrieveData> = {}): Promise<t.PlatformTenantsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of tenants. */
  update(id: string, call: Call<t.PlatformTenantsUpdateData>): Promise<t.PlatformTenantsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** The log of a business, newest first. Each look is recorded in it, as `data.viewed` of the operator. */
  auditLog(id: string, call: Call<t.PlatformTenantsAuditLogData> = {}): Promise<t.PlatformTenantsAuditLogResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/audit-log`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The log of a business, newest first. Each look is recorded in it, as `data.viewed` of the operator, page after page. */
  eachAuditLog(id: string, call: Call<t.PlatformTenantsAuditLogData> = {}): AsyncGenerator<t.PlatformTenantsAuditLogResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.auditLog(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Gives the business a limit of its own, instead of its plan's; one that it had is replaced. */
  setOverride(id: string, call: Call<t.PlatformTenantsSetOverrideData>): Promise<t.PlatformTenantsSetOverrideResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/overrides`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Takes a limit of its own from the business: its plan's holds again. */
  removeOverride(id: string, call: Call<t.PlatformTenantsRemoveOverrideData>): Promise<t.PlatformTenantsRemoveOverrideResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/overrides/remove`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Sends a user of the business the mail that leads to a new password. Nobody gets to see one. */
  sendPasswordReset(id: string, call: Call<t.PlatformTenantsSendPasswordResetData>): Promise<void> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/password-resets`, sends: "json", answer: "none", keyed: true }, call);
  }

  /** Activates or suspends a business, schedules its deletion or cancels that; see `allowed_actions`. */
  transition(id: string, call: Call<t.PlatformTenantsTransitionData>): Promise<t.PlatformTenantsTransitionResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/transitions`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** What the business has of everything that plans limit, and may have. */
  usage(id: string, call: Call<t.PlatformTenantsUsageData> = {}): Promise<t.PlatformTenantsUsageResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/usage`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The users of the business, newest first; deleted ones are left out. */
  users(id: string, call: Call<t.PlatformTenantsUsersData> = {}): Promise<t.PlatformTenantsUsersResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/users`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The users of the business, newest first; deleted ones are left out, page after page. */
  eachUsers(id: string, call: Call<t.PlatformTenantsUsersData> = {}): AsyncGenerator<t.PlatformTenantsUsersResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.users(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Changes a user of the business whom its own people cannot help, under the business's rules. */
  changeUser(id: string, call: Call<t.PlatformTenantsChangeUserData>): Promise<t.PlatformTenantsChangeUserResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/users/changes`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Lets a user of the business in again: forgets failed sign-ins, and takes lost second factors if asked. */
  recoverUser(id: string, call: Call<t.PlatformTenantsRecoverUserData>): Promise<t.PlatformTenantsRecoverUserResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/tenants/${encodeURIComponent(id)}/users/recoveries`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_users`. */
export class PlatformUsersApi extends Resource {
  /** List platform_users. */
  list(call: Call<t.PlatformUsersListData> = {}): Promise<t.PlatformUsersListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/platform/users", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List platform_users, page after page. */
  each(call: Call<t.PlatformUsersListData> = {}): AsyncGenerator<t.PlatformUsersListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of platform_users. */
  create(call: Call<t.PlatformUsersCreateData>): Promise<t.PlatformUsersCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/platform/users", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of platform_users. */
  retrieve(id: string, call: Call<t.PlatformUsersRetrieveData> = {}): Promise<t.PlatformUsersRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/users/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of platform_users. */
  update(id: string, call: Call<t.PlatformUsersUpdateData>): Promise<t.PlatformUsersUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/platform/users/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of platform_users. */
  delete(id: string, call: Call<t.PlatformUsersDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/platform/users/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** What a user changed and did, and the user's sign-ins, newest first. */
  activity(id: string, call: Call<t.PlatformUsersActivityData> = {}): Promise<t.PlatformUsersActivityResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/users/${encodeURIComponent(id)}/activity`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** What a user changed and did, and the user's sign-ins, newest first, page after page. */
  eachActivity(id: string, call: Call<t.PlatformUsersActivityData> = {}): AsyncGenerator<t.PlatformUsersActivityResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.activity(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Sends the user a mail to choose a new password. Nobody gets to see one. */
  sendPasswordReset(id: string, call: Call<t.PlatformUsersSendPasswordResetData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/users/${encodeURIComponent(id)}/password-reset`, sends: "none", answer: "none", keyed: true }, call);
  }

  /** Takes all second factors of another user who lost them, and ends the user's sessions. */
  resetSecondFactors(id: string, call: Call<t.PlatformUsersResetSecondFactorsData> = {}): Promise<t.PlatformUsersResetSecondFactorsResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/users/${encodeURIComponent(id)}/second-factors/reset`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** A user's open sessions, newest first. */
  sessions(id: string, call: Call<t.PlatformUsersSessionsData> = {}): Promise<t.PlatformUsersSessionsResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/users/${encodeURIComponent(id)}/sessions`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** A user's open sessions, newest first, page after page. */
  eachSessions(id: string, call: Call<t.PlatformUsersSessionsData> = {}): AsyncGenerator<t.PlatformUsersSessionsResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.sessions(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Ends a user's session, or all of them, their access tokens at once. */
  revokeSessions(id: string, call: Call<t.PlatformUsersRevokeSessionsData>): Promise<t.PlatformUsersRevokeSessionsResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/users/${encodeURIComponent(id)}/sessions/revoke`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Forgets a user's failed sign-ins and codes, so that the next attempt need not wait. */
  unlock(id: string, call: Call<t.PlatformUsersUnlockData> = {}): Promise<t.PlatformUsersUnlockResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/platform/users/${encodeURIComponent(id)}/unlock`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `platform_users_deletion`. */
export class PlatformUsersDeletionApi extends Resource {
  /** What deleting this user would erase, end and keep. Changes nothing. */
  preview(id: string, call: Call<t.PlatformUsersDeletionPreviewData> = {}): Promise<t.PlatformUsersDeletionPreviewResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/platform/users/${encodeURIComponent(id)}/deletion`, sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `price_rules`. */
export class PriceRulesApi extends Resource {
  /** List price_rules. */
  list(call: Call<t.PriceRulesListData> = {}): Promise<t.PriceRulesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/price-rules", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List price_rules, page after page. */
  each(call: Call<t.PriceRulesListData> = {}): AsyncGenerator<t.PriceRulesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of price_rules. */
  create(call: Call<t.PriceRulesCreateData>): Promise<t.PriceRulesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/price-rules", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of price_rules. */
  retrieve(id: string, call: Call<t.PriceRulesRetrieveData> = {}): Promise<t.PriceRulesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/price-rules/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of price_rules. */
  update(id: string, call: Call<t.PriceRulesUpdateData>): Promise<t.PriceRulesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/price-rules/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of price_rules. */
  delete(id: string, call: Call<t.PriceRulesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/price-rules/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** The versions that were before the current one, the latest first. */
  versions(id: string, call: Call<t.PriceRulesVersionsData> = {}): Promise<t.PriceRulesVersionsResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/price-rules/${encodeURIComponent(id)}/versions`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The versions that were before the current one, the latest first, page after page. */
  eachVersions(id: string, call: Call<t.PriceRulesVersionsData> = {}): AsyncGenerator<t.PriceRulesVersionsResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.versions(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Change many of price_rules. */
  bulk(call: Call<t.PriceRulesBulkData>): Promise<t.PriceRulesBulkResponses[207]> {
    return this.caller.send({ method: "POST", path: "/api/v1/price-rules/bulk", sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `privacy_requests`. */
export class PrivacyRequestsApi extends Resource {
  /** List privacy_requests. */
  list(call: Call<t.PrivacyRequestsListData> = {}): Promise<t.PrivacyRequestsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/requests", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List privacy_requests, page after page. */
  each(call: Call<t.PrivacyRequestsListData> = {}): AsyncGenerator<t.PrivacyRequestsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of privacy_requests. */
  create(call: Call<t.PrivacyRequestsCreateData>): Promise<t.PrivacyRequestsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/privacy/requests", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of privacy_requests. */
  retrieve(id: string, call: Call<t.PrivacyRequestsRetrieveData> = {}): Promise<t.PrivacyRequestsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/privacy/requests/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** The copy: a ZIP of JSON documents and files, made now from what is there now. */
  package(id: string, call: Call<t.PrivacyRequestsPackageData> = {}): Promise<Blob> {
    return this.caller.send({ method: "GET", path: `/api/v1/privacy/requests/${encodeURIComponent(id)}/package`, sends: "none", answer: "bytes", keyed: false }, call);
  }

  /** What an erasure of this customer would do, and what stands in its way. Changes nothing. */
  preview(id: string, call: Call<t.PrivacyRequestsPreviewData> = {}): Promise<t.PrivacyRequestsPreviewResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/privacy/requests/${encodeURIComponent(id)}/preview`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Decides. An approval erases at once: it cannot be undone, not by a restore from a backup either. */
  transition(id: string, call: Call<t.PrivacyRequestsTransitionData>): Promise<t.PrivacyRequestsTransitionResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/privacy/requests/${encodeURIComponent(id)}/transitions`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `products`. */
export class ProductsApi extends Resource {
  /** List products. */
  list(call: Call<t.ProductsListData> = {}): Promise<t.ProductsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/products", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List products, page after page. */
  each(call: Call<t.ProductsListData> = {}): AsyncGenerator<t.ProductsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of products. */
  create(call: Call<t.ProductsCreateData>): Promise<t.ProductsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/products", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of products. */
  retrieve(id: string, call: Call<t.ProductsRetrieveData> = {}): Promise<t.ProductsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/products/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of products. */
  update(id: string, call: Call<t.ProductsUpdateData>): Promise<t.ProductsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/products/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of products. */
  delete(id: string, call: Call<t.ProductsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/products/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Change many of products. */
  bulk(call: Call<t.ProductsBulkData>): Promise<t.ProductsBulkResponses[207]> {
    return this.caller.send({ method: "POST", path: "/api/v1/products/bulk", sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `quote_requests`. */
export class QuoteRequestsApi extends Resource {
  /** Create one of quote_requests. */
  create(call: Call<t.QuoteRequestsCreateData>): Promise<t.QuoteRequestsCreateResponses[202]> {
    return this.caller.send({ method: "POST", path: "/api/v1/quote-requests", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of quote_requests. */
  retrieve(id: string, call: Call<t.QuoteRequestsRetrieveData> = {}): Promise<t.QuoteRequestsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/quote-requests/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Wait no more for a quote that was asked for; there will be none. */
  cancel(id: string, call: Call<t.QuoteRequestsCancelData> = {}): Promise<t.QuoteRequestsCancelResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/quote-requests/${encodeURIComponent(id)}/cancellation`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `quotes`. */
export class QuotesApi extends Resource {
  /** List quotes. */
  list(call: Call<t.QuotesListData> = {}): Promise<t.QuotesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/quotes", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List quotes, page after page. */
  each(call: Call<t.QuotesListData> = {}): AsyncGenerator<t.QuotesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of quotes. */
  create(call: Call<t.QuotesCreateData>): Promise<t.QuotesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/quotes", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of quotes. */
  retrieve(id: string, call: Call<t.QuotesRetrieveData> = {}): Promise<t.QuotesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/quotes/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** An anonymous quote, for whoever has its secret. */
  open(id: string, call: Call<t.QuotesOpenData>): Promise<t.QuotesOpenResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/quotes/${encodeURIComponent(id)}/open`, sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `receivables`. */
export class ReceivablesApi extends Resource {
  /** List receivables. */
  list(call: Call<t.ReceivablesListData> = {}): Promise<t.ReceivablesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/receivables", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List receivables, page after page. */
  each(call: Call<t.ReceivablesListData> = {}): AsyncGenerator<t.ReceivablesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of receivables. */
  retrieve(id: string, call: Call<t.ReceivablesRetrieveData> = {}): Promise<t.ReceivablesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/receivables/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `reports`. */
export class ReportsApi extends Resource {
  /** What the business has and owes when the day `end` begins. */
  balanceSheet(call: Call<t.ReportsBalanceSheetData> = {}): Promise<t.ReportsBalanceSheetResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/reports/balance-sheet", sends: "none", answer: "json", keyed: false }, call);
  }

  /** What moved on the cash accounts in a span, by what it was for. */
  cashFlow(call: Call<t.ReportsCashFlowData> = {}): Promise<t.ReportsCashFlowResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/reports/cash-flow", sends: "none", answer: "json", keyed: false }, call);
  }

  /** What the business earned and spent in a span. */
  profitAndLoss(call: Call<t.ReportsProfitAndLossData> = {}): Promise<t.ReportsProfitAndLossResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/reports/profit-and-loss", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Each account's balance before a span, its turnover within it, and its balance after. */
  trialBalance(call: Call<t.ReportsTrialBalanceData> = {}): Promise<t.ReportsTrialBalanceResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/reports/trial-balance", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `retention`. */
export class RetentionApi extends Resource {
  /** What the rules would delete now, class by class. Changes nothing. */
  dryRun(call: Call<t.RetentionDryRunData> = {}): Promise<t.RetentionDryRunResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/privacy/retention", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `roles`. */
export class RolesApi extends Resource {
  /** List roles. */
  list(call: Call<t.RolesListData> = {}): Promise<t.RolesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/roles", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List roles, page after page. */
  each(call: Call<t.RolesListData> = {}): AsyncGenerator<t.RolesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of roles. */
  create(call: Call<t.RolesCreateData>): Promise<t.RolesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/roles", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of roles. */
  retrieve(id: string, call: Call<t.RolesRetrieveData> = {}): Promise<t.RolesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/roles/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of roles. */
  update(id: string, call: Call<t.RolesUpdateData>): Promise<t.RolesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/roles/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of roles. */
  delete(id: string, call: Call<t.RolesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/roles/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `scope_sets`. */
export class ScopeSetsApi extends Resource {
  /** List scope sets. */
  list(call: Call<t.ScopeSetsListData> = {}): Promise<t.ScopeSetsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/scope-sets", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List scope sets, page after page. */
  each(call: Call<t.ScopeSetsListData> = {}): AsyncGenerator<t.ScopeSetsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of scope sets. */
  create(call: Call<t.ScopeSetsCreateData>): Promise<t.ScopeSetsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/scope-sets", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of scope sets. */
  retrieve(id: string, call: Call<t.ScopeSetsRetrieveData> = {}): Promise<t.ScopeSetsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/scope-sets/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of scope sets. */
  update(id: string, call: Call<t.ScopeSetsUpdateData>): Promise<t.ScopeSetsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/scope-sets/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of scope sets. */
  delete(id: string, call: Call<t.ScopeSetsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/scope-sets/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `security_alerts`. */
export class SecurityAlertsApi extends Resource {
  /** List security_alerts. */
  list(call: Call<t.SecurityAlertsListData> = {}): Promise<t.SecurityAlertsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/security/alerts", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List security_alerts, page after page. */
  each(call: Call<t.SecurityAlertsListData> = {}): AsyncGenerator<t.SecurityAlertsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of security_alerts. */
  retrieve(id: string, call: Call<t.SecurityAlertsRetrieveData> = {}): Promise<t.SecurityAlertsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/security/alerts/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Says that somebody has seen to it. */
  acknowledge(id: string, call: Call<t.SecurityAlertsAcknowledgeData>): Promise<t.SecurityAlertsAcknowledgeResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/security/alerts/${encodeURIComponent(id)}/acknowledgements`, sends: "json", answer: "json", keyed: true }, call);
  }
}

/** The resource `security_logins`. */
export class SecurityLoginsApi extends Resource {
  /** List security_logins. */
  list(call: Call<t.SecurityLoginsListData> = {}): Promise<t.SecurityLoginsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/security/logins", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List security_logins, page after page. */
  each(call: Call<t.SecurityLoginsListData> = {}): AsyncGenerator<t.SecurityLoginsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }
}

/** The resource `security_policy`. */
export class SecurityPolicyApi extends Resource {
  /** Read security_policy. */
  retrieve(call: Call<t.SecurityPolicyRetrieveData> = {}): Promise<t.SecurityPolicyRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/security/policy", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change security_policy. */
  update(call: Call<t.SecurityPolicyUpdateData>): Promise<t.SecurityPolicyUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/security/policy", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `services`. */
export class ServicesApi extends Resource {
  /** List services. */
  list(call: Call<t.ServicesListData> = {}): Promise<t.ServicesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/services", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List services, page after page. */
  each(call: Call<t.ServicesListData> = {}): AsyncGenerator<t.ServicesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of services. */
  create(call: Call<t.ServicesCreateData>): Promise<t.ServicesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/services", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of services. */
  retrieve(id: string, call: Call<t.ServicesRetrieveData> = {}): Promise<t.ServicesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/services/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of services. */
  update(id: string, call: Call<t.ServicesUpdateData>): Promise<t.ServicesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/services/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of services. */
  delete(id: string, call: Call<t.ServicesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/services/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `settings`. */
export class SettingsApi extends Resource {
  /** Read settings. */
  retrieve(call: Call<t.SettingsRetrieveData> = {}): Promise<t.SettingsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/settings", sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change settings. */
  update(call: Call<t.SettingsUpdateData>): Promise<t.SettingsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: "/api/v1/settings", sends: "json", answer: "json", keyed: false }, call);
  }
}

/** The resource `tax_rates`. */
export class TaxRatesApi extends Resource {
  /** List tax_rates. */
  list(call: Call<t.TaxRatesListData> = {}): Promise<t.TaxRatesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/tax-rates", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List tax_rates, page after page. */
  each(call: Call<t.TaxRatesListData> = {}): AsyncGenerator<t.TaxRatesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of tax_rates. */
  create(call: Call<t.TaxRatesCreateData>): Promise<t.TaxRatesCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/tax-rates", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of tax_rates. */
  retrieve(id: string, call: Call<t.TaxRatesRetrieveData> = {}): Promise<t.TaxRatesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/tax-rates/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of tax_rates. */
  update(id: string, call: Call<t.TaxRatesUpdateData>): Promise<t.TaxRatesUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/tax-rates/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of tax_rates. */
  delete(id: string, call: Call<t.TaxRatesDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/tax-rates/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `uploads`. */
export class UploadsApi extends Resource {
  /** Create one of uploads. */
  create(call: Call<t.UploadsCreateData>): Promise<t.UploadsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/files/uploads", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of uploads. */
  retrieve(id: string, call: Call<t.UploadsRetrieveData> = {}): Promise<t.UploadsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/files/uploads/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of uploads. */
  update(id: string, call: Call<t.UploadsUpdateData>): Promise<t.UploadsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/files/uploads/${encodeURIComponent(id)}`, sends: "bytes", answer: "json", keyed: false }, call);
  }

  /** Delete one of uploads. */
  delete(id: string, call: Call<t.UploadsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/files/uploads/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Make the file of a fully received upload. Completing again answers with the same file. */
  complete(id: string, call: Call<t.UploadsCompleteData> = {}): Promise<t.UploadsCompleteResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/files/uploads/${encodeURIComponent(id)}/complete`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `usage`. */
export class UsageApi extends Resource {
  /** How much there is of everything that plans limit, and how much there may be. */
  current(call: Call<t.UsageCurrentData> = {}): Promise<t.UsageCurrentResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/usage", sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `users`. */
export class UsersApi extends Resource {
  /** List users. */
  list(call: Call<t.UsersListData> = {}): Promise<t.UsersListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/users", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List users, page after page. */
  each(call: Call<t.UsersListData> = {}): AsyncGenerator<t.UsersListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of users. */
  create(call: Call<t.UsersCreateData>): Promise<t.UsersCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/users", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of users. */
  retrieve(id: string, call: Call<t.UsersRetrieveData> = {}): Promise<t.UsersRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/users/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of users. */
  update(id: string, call: Call<t.UsersUpdateData>): Promise<t.UsersUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/users/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of users. */
  delete(id: string, call: Call<t.UsersDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/users/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** What a user changed and did, and the user's sign-ins, newest first. */
  activity(id: string, call: Call<t.UsersActivityData> = {}): Promise<t.UsersActivityResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/users/${encodeURIComponent(id)}/activity`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** What a user changed and did, and the user's sign-ins, newest first, page after page. */
  eachActivity(id: string, call: Call<t.UsersActivityData> = {}): AsyncGenerator<t.UsersActivityResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.activity(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Sends the user a mail to choose a new password. Nobody gets to see one. */
  sendPasswordReset(id: string, call: Call<t.UsersSendPasswordResetData> = {}): Promise<void> {
    return this.caller.send({ method: "POST", path: `/api/v1/users/${encodeURIComponent(id)}/password-reset`, sends: "none", answer: "none", keyed: true }, call);
  }

  /** Takes all second factors of another user who lost them, and ends the user's sessions. */
  resetSecondFactors(id: string, call: Call<t.UsersResetSecondFactorsData> = {}): Promise<t.UsersResetSecondFactorsResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/users/${encodeURIComponent(id)}/second-factors/reset`, sends: "none", answer: "json", keyed: true }, call);
  }

  /** A user's open sessions, newest first. */
  sessions(id: string, call: Call<t.UsersSessionsData> = {}): Promise<t.UsersSessionsResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/users/${encodeURIComponent(id)}/sessions`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** A user's open sessions, newest first, page after page. */
  eachSessions(id: string, call: Call<t.UsersSessionsData> = {}): AsyncGenerator<t.UsersSessionsResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.sessions(id, { ...call, query: { ...call.query, cursor } }));
  }

  /** Ends a user's session, or all of them, their access tokens at once. */
  revokeSessions(id: string, call: Call<t.UsersRevokeSessionsData>): Promise<t.UsersRevokeSessionsResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/users/${encodeURIComponent(id)}/sessions/revoke`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Forgets a user's failed sign-ins and codes, so that the next attempt need not wait. */
  unlock(id: string, call: Call<t.UsersUnlockData> = {}): Promise<t.UsersUnlockResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/users/${encodeURIComponent(id)}/unlock`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `users_deletion`. */
export class UsersDeletionApi extends Resource {
  /** What deleting this user would erase, end and keep. Changes nothing. */
  preview(id: string, call: Call<t.UsersDeletionPreviewData> = {}): Promise<t.UsersDeletionPreviewResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/users/${encodeURIComponent(id)}/deletion`, sends: "none", answer: "json", keyed: false }, call);
  }
}

/** The resource `variants`. */
export class VariantsApi extends Resource {
  /** List variants. */
  list(call: Call<t.VariantsListData> = {}): Promise<t.VariantsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/variants", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List variants, page after page. */
  each(call: Call<t.VariantsListData> = {}): AsyncGenerator<t.VariantsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of variants. */
  create(call: Call<t.VariantsCreateData>): Promise<t.VariantsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/variants", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of variants. */
  retrieve(id: string, call: Call<t.VariantsRetrieveData> = {}): Promise<t.VariantsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/variants/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of variants. */
  update(id: string, call: Call<t.VariantsUpdateData>): Promise<t.VariantsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/variants/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of variants. */
  delete(id: string, call: Call<t.VariantsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/variants/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }
}

/** The resource `webhook_deliveries`. */
export class WebhookDeliveriesApi extends Resource {
  /** List webhook_deliveries. */
  list(call: Call<t.WebhookDeliveriesListData> = {}): Promise<t.WebhookDeliveriesListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/webhook-deliveries", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List webhook_deliveries, page after page. */
  each(call: Call<t.WebhookDeliveriesListData> = {}): AsyncGenerator<t.WebhookDeliveriesListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of webhook_deliveries. */
  retrieve(id: string, call: Call<t.WebhookDeliveriesRetrieveData> = {}): Promise<t.WebhookDeliveriesRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/webhook-deliveries/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Sends it again now, with the same id and bytes. */
  resend(id: string, call: Call<t.WebhookDeliveriesResendData> = {}): Promise<t.WebhookDeliveriesResendResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/webhook-deliveries/${encodeURIComponent(id)}/resend`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `webhook_endpoints`. */
export class WebhookEndpointsApi extends Resource {
  /** List webhook_endpoints. */
  list(call: Call<t.WebhookEndpointsListData> = {}): Promise<t.WebhookEndpointsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/webhook-endpoints", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List webhook_endpoints, page after page. */
  each(call: Call<t.WebhookEndpointsListData> = {}): AsyncGenerator<t.WebhookEndpointsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Create one of webhook_endpoints. */
  create(call: Call<t.WebhookEndpointsCreateData>): Promise<t.WebhookEndpointsCreateResponses[201]> {
    return this.caller.send({ method: "POST", path: "/api/v1/webhook-endpoints", sends: "json", answer: "json", keyed: true }, call);
  }

  /** Read one of webhook_endpoints. */
  retrieve(id: string, call: Call<t.WebhookEndpointsRetrieveData> = {}): Promise<t.WebhookEndpointsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }

  /** Change one of webhook_endpoints. */
  update(id: string, call: Call<t.WebhookEndpointsUpdateData>): Promise<t.WebhookEndpointsUpdateResponses[200]> {
    return this.caller.send({ method: "PATCH", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, sends: "json", answer: "json", keyed: false }, call);
  }

  /** Delete one of webhook_endpoints. */
  delete(id: string, call: Call<t.WebhookEndpointsDeleteData> = {}): Promise<void> {
    return this.caller.send({ method: "DELETE", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}`, sends: "none", answer: "none", keyed: false }, call);
  }

  /** Sends everything of a period that the endpoint wants and has not taken. */
  recover(id: string, call: Call<t.WebhookEndpointsRecoverData>): Promise<t.WebhookEndpointsRecoverResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}/recover`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Gives the endpoint a new secret; the old one signs too for a while. */
  rotateSecret(id: string, call: Call<t.WebhookEndpointsRotateSecretData>): Promise<t.WebhookEndpointsRotateSecretResponses[200]> {
    return this.caller.send({ method: "POST", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}/rotate-secret`, sends: "json", answer: "json", keyed: true }, call);
  }

  /** Sends the event webhook_endpoint.tested to this endpoint alone; the answer is its delivery. */
  test(id: string, call: Call<t.WebhookEndpointsTestData> = {}): Promise<t.WebhookEndpointsTestResponses[202]> {
    return this.caller.send({ method: "POST", path: `/api/v1/webhook-endpoints/${encodeURIComponent(id)}/test`, sends: "none", answer: "json", keyed: true }, call);
  }
}

/** The resource `workflows`. */
export class WorkflowsApi extends Resource {
  /** List workflows. */
  list(call: Call<t.WorkflowsListData> = {}): Promise<t.WorkflowsListResponses[200]> {
    return this.caller.send({ method: "GET", path: "/api/v1/workflows", sends: "none", answer: "json", keyed: false }, call);
  }

  /** List workflows, page after page. */
  each(call: Call<t.WorkflowsListData> = {}): AsyncGenerator<t.WorkflowsListResponses[200]["data"][number], void, undefined> {
    return this.pages((cursor) => this.list({ ...call, query: { ...call.query, cursor } }));
  }

  /** Read one of workflows. */
  retrieve(id: string, call: Call<t.WorkflowsRetrieveData> = {}): Promise<t.WorkflowsRetrieveResponses[200]> {
    return this.caller.send({ method: "GET", path: `/api/v1/workflows/${encodeURIComponent(id)}`, sends: "none", answer: "json", keyed: false }, call);
  }
}

/** All resources, by name. */
export class Resources {
  readonly access: AccessApi;
  readonly accessConfirm: AccessConfirmApi;
  readonly accessLog: AccessLogApi;
  readonly accessRequestPassword: AccessRequestPasswordApi;
  readonly accessReset: AccessResetApi;
  readonly apiKeys: ApiKeysApi;
  readonly auditActions: AuditActionsApi;
  readonly auditLog: AuditLogApi;
  readonly auth: AuthApi;
  readonly authSecondFactor: AuthSecondFactorApi;
  readonly branches: BranchesApi;
  readonly branding: BrandingApi;
  readonly calendar: CalendarApi;
  readonly capabilities: CapabilitiesApi;
  readonly categories: CategoriesApi;
  readonly consents: ConsentsApi;
  readonly currencies: CurrenciesApi;
  readonly customers: CustomersApi;
  readonly deadLetters: DeadLettersApi;
  readonly documentTypes: DocumentTypesApi;
  readonly eventTypes: EventTypesApi;
  readonly events: EventsApi;
  readonly files: FilesApi;
  readonly holidays: HolidaysApi;
  readonly invitations: InvitationsApi;
  readonly journalEntries: JournalEntriesApi;
  readonly languagePairs: LanguagePairsApi;
  readonly languages: LanguagesApi;
  readonly ledgerAccounts: LedgerAccountsApi;
  readonly legalDocuments: LegalDocumentsApi;
  readonly locales: LocalesApi;
  readonly loyaltyLots: LoyaltyLotsApi;
  readonly loyaltyPromotions: LoyaltyPromotionsApi;
  readonly loyaltyRedemptions: LoyaltyRedemptionsApi;
  readonly loyaltyRules: LoyaltyRulesApi;
  readonly me: MeApi;
  readonly meApiKeys: MeApiKeysApi;
  readonly meApplications: MeApplicationsApi;
  readonly meIdentities: MeIdentitiesApi;
  readonly meLogins: MeLoginsApi;
  readonly meSecondFactors: MeSecondFactorsApi;
  readonly meSessions: MeSessionsApi;
  readonly myData: MyDataApi;
  readonly oauth: OauthApi;
  readonly oauthApplications: OauthApplicationsApi;
  readonly oidc: OidcApi;
  readonly orders: OrdersApi;
  readonly organization: OrganizationApi;
  readonly paymentMethods: PaymentMethodsApi;
  readonly payments: PaymentsApi;
  readonly permissions: PermissionsApi;
  readonly platform: PlatformApi;
  readonly platformAccessLog: PlatformAccessLogApi;
  readonly platformAuditLog: PlatformAuditLogApi;
  readonly platformAuth: PlatformAuthApi;
  readonly platformAuthSecondFactor: PlatformAuthSecondFactorApi;
  readonly platformBackups: PlatformBackupsApi;
  readonly platformDomains: PlatformDomainsApi;
  readonly platformImpersonations: PlatformImpersonationsApi;
  readonly platformInvitations: PlatformInvitationsApi;
  readonly platformMe: PlatformMeApi;
  readonly platformMeLogins: PlatformMeLoginsApi;
  readonly platformMeSecondFactors: PlatformMeSecondFactorsApi;
  readonly platformMeSessions: PlatformMeSessionsApi;
  readonly platformPermissions: PlatformPermissionsApi;
  readonly platformPlans: PlatformPlansApi;
  readonly platformRestores: PlatformRestoresApi;
  readonly platformRoles: PlatformRolesApi;
  readonly platformSecurityAlerts: PlatformSecurityAlertsApi;
  readonly platformSecurityLogins: PlatformSecurityLoginsApi;
  readonly platformSecurityPolicy: PlatformSecurityPolicyApi;
  readonly platformTenants: PlatformTenantsApi;
  readonly platformUsers: PlatformUsersApi;
  readonly platformUsersDeletion: PlatformUsersDeletionApi;
  readonly priceRules: PriceRulesApi;
  readonly privacyRequests: PrivacyRequestsApi;
  readonly products: ProductsApi;
  readonly quoteRequests: QuoteRequestsApi;
  readonly quotes: QuotesApi;
  readonly receivables: ReceivablesApi;
  readonly reports: ReportsApi;
  readonly retention: RetentionApi;
  readonly roles: RolesApi;
  readonly scopeSets: ScopeSetsApi;
  readonly securityAlerts: SecurityAlertsApi;
  readonly securityLogins: SecurityLoginsApi;
  readonly securityPolicy: SecurityPolicyApi;
  readonly services: ServicesApi;
  readonly settings: SettingsApi;
  readonly taxRates: TaxRatesApi;
  readonly uploads: UploadsApi;
  readonly usage: UsageApi;
  readonly users: UsersApi;
  readonly usersDeletion: UsersDeletionApi;
  readonly variants: VariantsApi;
  readonly webhookDeliveries: WebhookDeliveriesApi;
  readonly webhookEndpoints: WebhookEndpointsApi;
  readonly workflows: WorkflowsApi;

  constructor(caller: Caller) {
    this.access = new AccessApi(caller);
    this.accessConfirm = new AccessConfirmApi(caller);
    this.accessLog = new AccessLogApi(caller);
    this.accessRequestPassword = new AccessRequestPasswordApi(caller);
    this.accessReset = new AccessResetApi(caller);
    this.apiKeys = new ApiKeysApi(caller);
    this.auditActions = new AuditActionsApi(caller);
    this.auditLog = new AuditLogApi(caller);
    this.auth = new AuthApi(caller);
    this.authSecondFactor = new AuthSecondFactorApi(caller);
    this.branches = new BranchesApi(caller);
    this.branding = new BrandingApi(caller);
    this.calendar = new CalendarApi(caller);
    this.capabilities = new CapabilitiesApi(caller);
    this.categories = new CategoriesApi(caller);
    this.consents = new ConsentsApi(caller);
    this.currencies = new CurrenciesApi(caller);
    this.customers = new CustomersApi(caller);
    this.deadLetters = new DeadLettersApi(caller);
    this.documentTypes = new DocumentTypesApi(caller);
    this.eventTypes = new EventTypesApi(caller);
    this.events = new EventsApi(caller);
    this.files = new FilesApi(caller);
    this.holidays = new HolidaysApi(caller);
    this.invitations = new InvitationsApi(caller);
    this.journalEntries = new JournalEntriesApi(caller);
    this.languagePairs = new LanguagePairsApi(caller);
    this.languages = new LanguagesApi(caller);
    this.ledgerAccounts = new LedgerAccountsApi(caller);
    this.legalDocuments = new LegalDocumentsApi(caller);
    this.locales = new LocalesApi(caller);
    this.loyaltyLots = new LoyaltyLotsApi(caller);
    this.loyaltyPromotions = new LoyaltyPromotionsApi(caller);
    this.loyaltyRedemptions = new LoyaltyRedemptionsApi(caller);
    this.loyaltyRules = new LoyaltyRulesApi(caller);
    this.me = new MeApi(caller);
    this.meApiKeys = new MeApiKeysApi(caller);
    this.meApplications = new MeApplicationsApi(caller);
    this.meIdentities = new MeIdentitiesApi(caller);
    this.meLogins = new MeLoginsApi(caller);
    this.meSecondFactors = new MeSecondFactorsApi(caller);
    this.meSessions = new MeSessionsApi(caller);
    this.myData = new MyDataApi(caller);
    this.oauth = new OauthApi(caller);
    this.oauthApplications = new OauthApplicationsApi(caller);
    this.oidc = new OidcApi(caller);
    this.orders = new OrdersApi(caller);
    this.organization = new OrganizationApi(caller);
    this.paymentMethods = new PaymentMethodsApi(caller);
    this.payments = new PaymentsApi(caller);
    this.permissions = new PermissionsApi(caller);
    this.platform = new PlatformApi(caller);
    this.platformAccessLog = new PlatformAccessLogApi(caller);
    this.platformAuditLog = new PlatformAuditLogApi(caller);
    this.platformAuth = new PlatformAuthApi(caller);
    this.platformAuthSecondFactor = new PlatformAuthSecondFactorApi(caller);
    this.platformBackups = new PlatformBackupsApi(caller);
    this.platformDomains = new PlatformDomainsApi(caller);
    this.platformImpersonations = new PlatformImpersonationsApi(caller);
    this.platformInvitations = new PlatformInvitationsApi(caller);
    this.platformMe = new PlatformMeApi(caller);
    this.platformMeLogins = new PlatformMeLoginsApi(caller);
    this.platformMeSecondFactors = new PlatformMeSecondFactorsApi(caller);
    this.platformMeSessions = new PlatformMeSessionsApi(caller);
    this.platformPermissions = new PlatformPermissionsApi(caller);
    this.platformPlans = new PlatformPlansApi(caller);
    this.platformRestores = new PlatformRestoresApi(caller);
    this.platformRoles = new PlatformRolesApi(caller);
    this.platformSecurityAlerts = new PlatformSecurityAlertsApi(caller);
    this.platformSecurityLogins = new PlatformSecurityLoginsApi(caller);
    this.platformSecurityPolicy = new PlatformSecurityPolicyApi(caller);
    this.platformTenants = new PlatformTenantsApi(caller);
    this.platformUsers = new PlatformUsersApi(caller);
    this.platformUsersDeletion = new PlatformUsersDeletionApi(caller);
    this.priceRules = new PriceRulesApi(caller);
    this.privacyRequests = new PrivacyRequestsApi(caller);
    this.products = new ProductsApi(caller);
    this.quoteRequests = new QuoteRequestsApi(caller);
    this.quotes = new QuotesApi(caller);
    this.receivables = new ReceivablesApi(caller);
    this.reports = new ReportsApi(caller);
    this.retention = new RetentionApi(caller);
    this.roles = new RolesApi(caller);
    this.scopeSets = new ScopeSetsApi(caller);
    this.securityAlerts = new SecurityAlertsApi(caller);
    this.securityLogins = new SecurityLoginsApi(caller);
    this.securityPolicy = new SecurityPolicyApi(caller);
    this.services = new ServicesApi(caller);
    this.settings = new SettingsApi(caller);
    this.taxRates = new TaxRatesApi(caller);
    this.uploads = new UploadsApi(caller);
    this.usage = new UsageApi(caller);
    this.users = new UsersApi(caller);
    this.usersDeletion = new UsersDeletionApi(caller);
    this.variants = new VariantsApi(caller);
    this.webhookDeliveries = new WebhookDeliveriesApi(caller);
    this.webhookEndpoints = new WebhookEndpointsApi(caller);
    this.workflows = new WorkflowsApi(caller);
  }
}
