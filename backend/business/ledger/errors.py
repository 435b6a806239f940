"""Refusals of the ledger."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import BadRequest, Conflict


class BookNotOpened(Conflict):
    """The business has no book yet."""

    code = "book_not_opened"
    message = _("The books of this business have not been opened yet.")


class BookAlreadyOpened(Conflict):
    """A business has one book."""

    code = "book_already_opened"
    message = _("The books of this business are open already.")


class UnitNotFound(Conflict):
    """The book has no unit for the branch."""

    code = "ledger_unit_not_found"
    message = _("The books have no unit for this branch.")


class LedgerAccountNotFound(Conflict):
    """The chart has no such account."""

    code = "ledger_account_not_found"
    message = _("The chart of accounts has no account {account}.")


class LedgerAccountNotUsable(Conflict):
    """The account is locked or inactive."""

    code = "ledger_account_not_usable"
    message = _("Account {account} is locked or not active: nothing can be posted to it.")


class LedgerAccountExists(Conflict):
    """The chart already has an account with this code."""

    code = "ledger_account_exists"
    message = _("The chart of accounts already has an account {account}.")


class LedgerAccountInUse(Conflict):
    """A used account keeps its code, role and side."""

    code = "ledger_account_in_use"
    message = _("Account {account} has entries: its code, role and side can no longer change.")


class LedgerAccountCodeMismatch(Conflict):
    """The first digit of a code says the kind of account; the role says another."""

    code = "ledger_account_code_mismatch"
    message = _("The code of an account with the role {role} begins with {digit}.")


class LedgerAccountHasEntries(Conflict):
    """What has entries of its own is no heading."""

    code = "ledger_account_has_entries"
    message = _("Account {account} has entries: it cannot become a heading.")


class LedgerAccountHasChildren(Conflict):
    """Accounts stand beneath a heading."""

    code = "ledger_account_has_children"
    message = _("Accounts stand beneath {account}: move or close them first.")


class LedgerAccountHasBalance(Conflict):
    """What something stands on is not taken out of use."""

    code = "ledger_account_has_balance"
    message = _("{balance} stands on account {account}: it cannot be taken out of use.")


class LedgerAccountReferenced(Conflict):
    """Something posts to the account by itself."""

    code = "ledger_account_referenced"
    message = _(
        "Account {account} is needed ({references}): it stays in use, takes entries, and keeps its code and role."
    )


class LedgerAccountIsHeading(LedgerAccountNotUsable):
    """A heading takes no entries."""

    code = "ledger_account_is_heading"
    message = _("Account {account} is a heading: entries are posted to the accounts beneath it.")


class LedgerAccountEarnsNothing(Conflict):
    """What is sold earns on an income account, or on one of deferred revenue."""

    code = "ledger_account_earns_nothing"
    message = _("Account {account} is neither of income nor of deferred revenue: nothing is earned on it.")


class LedgerAccountKeptByDocuments(Conflict):
    """A control account is posted by its documents alone."""

    code = "ledger_control_account"
    message = _("Account {account} is kept by its documents: nothing is posted to it by hand.")


class LedgerParentNotHeading(Conflict):
    """Accounts stand beneath headings in use."""

    code = "ledger_parent_not_heading"
    message = _("Account {account} is not a heading in use: nothing can stand beneath it.")


class LedgerParentKindDiffers(Conflict):
    """A heading and what stands beneath it are of one kind: assets, liabilities, …"""

    code = "ledger_parent_kind_differs"
    message = _("Account {account} is of another kind: nothing of this kind can stand beneath it.")


class LedgerAccountCycle(Conflict):
    """An account cannot stand beneath itself."""

    code = "ledger_account_cycle"
    message = _("Account {account} cannot stand beneath itself.")


class LedgerAccountTooDeep(Conflict):
    """The tree of accounts is not deeper than that."""

    code = "ledger_account_too_deep"
    message = _("The chart of accounts has at most {maximum} levels.")


class EntryTooShort(Conflict):
    """An entry has at least two legs."""

    code = "entry_too_short"
    message = _("An entry has at least two legs.")


class EntryUnbalanced(Conflict):
    """Debits and credits differ."""

    code = "entry_unbalanced"
    message = _("Debits of {debits} and credits of {credits} are not equal.")


class EntryAmountInvalid(Conflict):
    """A leg's amount is nothing, negative or too large."""

    code = "entry_amount_invalid"
    message = _("The amount of a leg is above zero and at most {maximum}.")


class EntryCurrencyMismatch(Conflict):
    """A leg is in another currency than the book."""

    code = "entry_currency_mismatch"
    message = _("The books are kept in {currency}: a leg in {other} needs its amount in {currency}.")


class EntryInFuture(Conflict):
    """An entry is not posted before its time."""

    code = "entry_in_future"
    message = _("An entry cannot be posted ahead of its time.")


class EntryTooOld(Conflict):
    """The books know no years before 1900."""

    code = "entry_too_old"
    message = _("An entry cannot be dated before {year}.")


class EntryTextTooLong(Conflict):
    """A description, memo or key is too long."""

    code = "entry_text_too_long"
    message = _("The {field} is longer than {maximum} characters.")


class PostingKeyReused(Conflict):
    """The key already stands for another movement."""

    code = "posting_key_reused"
    message = _("The key {key} was used for another entry.")


class PeriodClosed(Conflict):
    """The period of the entry is closed."""

    code = "period_closed"
    message = _("The books are closed through {through}.")


class PeriodNotClosed(Conflict):
    """There is nothing to reopen."""

    code = "period_not_closed"
    message = _("The books are not closed at {day}.")


class PeriodInFuture(Conflict):
    """A period that has not ended cannot be closed."""

    code = "period_in_future"
    message = _("{day} is not over yet.")


class SpanInvalid(BadRequest):
    """A span ends before it starts."""

    code = "span_invalid"
    message = _("The end of a span is not before its start.")


class EntryNotFound(Conflict):
    """No entry has this key."""

    code = "entry_not_found"
    message = _("There is no entry with the key {key}.")


class EntryAlreadyReversed(Conflict):
    """An entry is reversed once."""

    code = "entry_already_reversed"
    message = _("The entry {number} has been reversed already.")


class EntryOfDocument(Conflict):
    """Only entries made by hand are taken back by hand; the others say what their documents say."""

    code = "entry_of_document"
    message = _("The entry {number} follows a document: change the document instead.")


class ReversalNotReversible(Conflict):
    """A reversal is not taken back: post the movement anew."""

    code = "reversal_not_reversible"
    message = _("{number} is itself a reversal: post the movement anew instead.")


class ReversalTooEarly(Conflict):
    """A reversal does not precede what it reverses."""

    code = "reversal_too_early"
    message = _("An entry cannot be reversed before its own time.")
