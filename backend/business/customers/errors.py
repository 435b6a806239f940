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


class IdentityUnreadable(Conflict):
    """The sealed number does not open: its key is gone, or somebody changed or moved it in the database."""

    code = "identity_unreadable"
    message = _("This identity document cannot be opened any more. Enter it anew.")
