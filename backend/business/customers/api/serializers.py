"""Bodies of customers."""

from __future__ import annotations

from backend.business.customers.contacts import MAX_CONTACTS
from backend.business.customers.types import ContactKind, CustomerKind, CustomerState, Sameness
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

CLASS = r"^[a-z][a-z0-9_]*$"
KINDS = [kind.value for kind in CustomerKind]
CONTACTS = [kind.value for kind in ContactKind]
IDENTITY_KINDS = ["passport", "id_card", "driving_licence", "residence_permit", "other"]


class ContactRead(Read):
    """A way to reach a customer."""

    kind = f.Choice(CONTACTS, enum="ContactKind")
    value = f.Text(help_text="E.164 for a telephone number, small letters for the others.")
    verified = f.Bool(help_text="Whether the customer has shown that it is theirs.")


class ContactIn(Write):
    """A way to reach a customer."""

    kind = f.Choice(CONTACTS, enum="ContactKind")
    value = f.Text(
        max_length=254,
        help_text="A telephone number without a country code is read as one of the business's country.",
    )


class IdentityRead(Read):
    """An identity document. Its number is masked but where it is revealed on record."""

    kind = f.Choice(IDENTITY_KINDS, enum="IdentityKind")
    country = f.Country(help_text="Who issued it.")
    number = f.Text(help_text="`•••• 1234`; in full at /customers/{id}/identity/reveal.")
    issued_by = f.Text()
    issued_on = f.Text(allow_null=True)
    valid_until = f.Text(allow_null=True)


class IdentityIn(Write):
    """An identity document to keep."""

    kind = f.Choice(IDENTITY_KINDS, enum="IdentityKind")
    country = f.Country()
    number = f.Text(min_length=2, max_length=50)
    issued_by = f.Text(max_length=200, min_length=0, required=False)
    issued_on = f.Date(required=False, allow_null=True)
    valid_until = f.Date(required=False, allow_null=True)


class CustomerRead(RecordRead):
    """A customer."""

    id = f.Id("cus")
    kind = f.Choice(KINDS, enum="CustomerKind")
    class_code = f.Text(help_text="The price class, such as retail, agency or vip.")
    name = f.LongText(max_length=200, help_text="Empty only for a walk-in customer.")
    legal_name = f.Text(max_length=300, allow_null=True)
    tax_id = f.Text(allow_null=True)
    language = f.Language()
    contacts = f.ListOf(ContactRead(), max_items=MAX_CONTACTS)
    tags = f.ListOf(f.Text(), max_items=50)
    branch = f.Id("brn", source="branch_id", allow_null=True, help_text="Where the customer belongs.")
    metadata = f.Metadata()
    identity = IdentityRead(source="identity_shown", allow_null=True)
    active = f.Bool()
    state = f.Choice(
        [state.value for state in CustomerState],
        enum="CustomerState",
        help_text="Merged: the customer is another one now, and nothing can be done for it.",
    )
    merged_into = f.Id("cus", source="merged_into_id", allow_null=True, help_text="The one that it is now.")
    merged_at = f.DateTime(allow_null=True)
    undo_until = f.DateTime(allow_null=True, help_text="Until when the merge can be taken back.")


class CustomerDuplicateRead(Read):
    """A customer who may be the same as another."""

    customer = f.Id("cus")
    name = f.LongText(max_length=200)
    kind = f.Choice(KINDS, enum="CustomerKind")
    branch = f.Id("brn", allow_null=True)
    active = f.Bool()
    score = f.Int(min_value=1, max_value=100, help_text="How much speaks for it.")
    reasons = f.ListOf(
        f.Choice([reason.value for reason in Sameness], enum="CustomerSameness"),
        max_items=len(Sameness),
        help_text="What is equal. A shared contact that one of them has shown to be theirs counts for more.",
    )


class CustomerMergeIn(Write):
    """What is merged into the customer."""

    duplicate = f.Id("cus")


class MergedRowsRead(Read):
    """How many rows of a kind went along."""

    name = f.Text(help_text="Such as orders, payments, receivables, lots, files, users.")
    rows = f.Int(min_value=1)


class CustomerMergeRead(Read):
    """A merge that was made, or taken back."""

    survivor = CustomerRead(help_text="The customer that the other was merged into.")
    duplicate = CustomerRead()
    moved = f.ListOf(MergedRowsRead(), max_items=50)


class CustomerCreate(Write):
    """A customer to add."""

    kind = f.Choice(KINDS, enum="CustomerKind", required=False)
    class_code = f.Text(max_length=32, pattern=CLASS, required=False)
    name = f.LongText(max_length=200, required=False)
    legal_name = f.Text(max_length=300, required=False, allow_null=True)
    tax_id = f.Text(max_length=50, required=False, allow_null=True)
    language = f.Language(required=False)
    contacts = f.ListOf(ContactIn(), max_items=MAX_CONTACTS, required=False)
    tags = f.ListOf(f.Text(max_length=40), max_items=50, required=False)
    branch = f.Id("brn", source="branch_id", required=False, allow_null=True)
    metadata = f.Metadata(required=False)
    force = f.Bool(required=False, help_text="Add the customer although another has the same contact.")


class CustomerUpdate(CustomerCreate):
    """What changes of a customer."""

    active = f.Bool()


class TelegramSessionCreate(Write):
    """Who writes to the bot, as Telegram says it."""

    telegram_user_id = f.Int(min_value=1, max_value=2**52)
    first_name = f.LongText(max_length=100)
    last_name = f.LongText(max_length=100, required=False)
    language = f.Language(required=False)


class TelegramSessionRead(Read):
    """A signed-in customer, with the tokens to act as it."""

    customer = f.Id("cus", source="customer_id")
    user = f.Id("usr", source="user_id")
    created = f.Bool(help_text="Whether the customer is new.")
    access_token = f.Text(max_length=4000)
    refresh_token = f.Text(max_length=4000)
    expires_at = f.DateTime(help_text="When the access token ends.")
    refresh_expires_at = f.DateTime(help_text="When the refresh token ends.")


class TelegramContactCreate(Write):
    """A contact that somebody shared with the bot, as Telegram says it."""

    telegram_user_id = f.Int(min_value=1, max_value=2**52, help_text="Who sent it.")
    contact_user_id = f.Int(
        min_value=1, max_value=2**52, help_text="Whose the contact is: `user_id` of Telegram's `contact`."
    )
    phone = f.Phone()
