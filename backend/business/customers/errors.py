"""What customers refuses."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class CustomerDuplicate(Conflict):
    """A customer with this contact is there already; `force` keeps both, unless the contact is verified."""

    code = "customer_duplicate"
    message = _("A customer with this contact is there already: {existing}.")


class CustomerContactTaken(Conflict):
    """The contact is verified as another customer's, and so cannot be given twice."""

    code = "customer_contact_taken"
    message = _("This contact is verified as another customer's: {existing}.")


class CustomerInUse(Conflict):
    """Orders or other records refer to the customer: switch it off instead (`active: false`)."""

    code = "customer_in_use"
    message = _("The customer is in use. Switch it off instead of deleting it.")


class CustomerInactive(Conflict):
    """The customer is switched off."""

    code = "customer_inactive"
    message = _("This customer is switched off.")


class TelegramNotCustomer(Conflict):
    """The Telegram account belongs to staff or to another customer's user, who sign in with a password."""

    code = "telegram_not_customer"
    message = _("This Telegram account belongs to a user who signs in otherwise. Sign in with your password.")


class TelegramContactNotOwn(Conflict):
    """The contact that was shared is another person's than the sender: it proves nothing."""

    code = "telegram_contact_not_own"
    message = _("This telephone number belongs to another Telegram account.")


class CustomerContactsFull(Conflict):
    """The customer has as many contacts as there may be: take one away first."""

    code = "customer_contacts_full"
    message = _("A customer has at most {limit} contacts.")


class IdentityUnreadable(Conflict):
    """The sealed number does not open: its key is gone, or somebody changed or moved it in the database."""

    code = "identity_unreadable"
    message = _("This identity document cannot be opened any more. Enter it anew.")


class CustomerMerged(Conflict):
    """The customer is another one now: name that one. A merge can be taken back for 30 days."""

    code = "customer_merged"
    message = _("This customer was merged into {survivor}.")


class CustomerNotMerged(Conflict):
    """The customer is not merged into another, so there is nothing to take back."""

    code = "customer_not_merged"
    message = _("This customer is not merged into another.")


class CustomerMergeSelf(Conflict):
    """A customer cannot be merged into itself."""

    code = "customer_merge_self"
    message = _("A customer cannot be merged into itself.")


class CustomerMergeKinds(Conflict):
    """A person and an agency are not one: correct the kind first, where it is wrong. Walk-ins go with either."""

    code = "customer_merge_kinds"
    message = _("A customer of the kind {duplicate} cannot be merged into one of the kind {survivor}.")


class CustomerMergeChained(Conflict):
    """Others were merged into the duplicate, and that can still be taken back. Do so first, or wait."""

    code = "customer_merge_chained"
    message = _("Others were merged into this customer until {undo_until}. Take that back first, or wait.")


class CustomerMergeCurrency(Conflict):
    """The customers have money or points in different currencies, which one balance cannot sum."""

    code = "customer_merge_currency"
    message = _("These customers have money in different currencies: {currencies}.")


class CustomerMergeTooLarge(Conflict):
    """Together the customers would have more contacts or tags than one may have. Remove some first."""

    code = "customer_merge_too_large"
    message = _("Together these customers would have more than {limit} {what}.")


class CustomerMergeBusy(Conflict):
    """Something was added to the customer at the same moment. Nothing was changed; send the request again."""

    code = "customer_merge_busy"
    message = _("Something has just been added to this customer. Send the request again.")


class CustomerMergeExpired(Conflict):
    """The time in which the merge could be taken back is over."""

    code = "customer_merge_expired"
    message = _("This merge could be taken back until {undo_until}.")


class CustomerMergeMixed(Conflict):
    """Since the merge, an allocation or a redemption joins money or points of the one with a document of the other."""

    code = "customer_merge_mixed"
    message = _("Since the merge, {what} of one customer were used for the other. It cannot be taken back.")


class CustomerErased(Conflict):
    """The customer's personal data was erased: nothing tells any more who it was."""

    code = "customer_erased"
    message = _("The personal data of this customer was erased.")


class CustomerErasureOpen(Conflict):
    """One of the customers asked to be forgotten. Decide that first."""

    code = "customer_erasure_open"
    message = _("There is an open request to erase one of these customers. Decide it first.")
