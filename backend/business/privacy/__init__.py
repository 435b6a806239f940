"""Privacy: what a person may ask for (a copy, to be forgotten), consents, legal documents, retention.

Tables: privacy_request, privacy_consent, privacy_document. Depends on: kernel, accounts, files, customers,
orders, payments, loyalty. Emits: privacy_request.*, consent.recorded, legal_document.published. Reacts to: a
restore from a backup, after which erasures are done again.
Invariants: consents are only added; an erasure leaves every sum of the books as it was; a legal hold stops
erasure and retention.
"""
