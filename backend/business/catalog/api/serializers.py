"""Bodies of services, products, variants, terms and language pairs."""

from __future__ import annotations

import uuid

from backend.business.catalog.media import MAX_MEDIA, address
from backend.business.catalog.types import MediaKind, OptionKind, RequiredInput, ServiceKind, Unit
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

CODE = r"^[a-z0-9][a-z0-9_.-]*$"
SKU = r"^[A-Za-z0-9][A-Za-z0-9_./-]*$"
LANGUAGE = r"^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$"
BARCODE = r"^[A-Za-z0-9-]+$"
KINDS = [kind.value for kind in ServiceKind]
UNITS = [unit.value for unit in Unit]
INPUTS = [one.value for one in RequiredInput]
OPTION_KINDS = [kind.value for kind in OptionKind]
MEDIA_KINDS = [kind.value for kind in MediaKind]
_UNIT_HELP = "What a price is counted in: page counts pages, copy counts copies, the others the quantity."


class OptionValueRead(Read):
    """A value of a choice."""

    code = f.Text()
    name = f.Localized(source="names")


class OptionRead(Read):
    """An option that a buyer answers."""

    code = f.Text()
    kind = f.Choice(OPTION_KINDS, enum="OptionKind")
    name = f.Localized(source="names")
    required = f.Bool()  # type: ignore[assignment]
    values = f.ListOf(OptionValueRead(), max_items=100)
    max_length = f.Int(allow_null=True, help_text="The longest answer to a text option.")


class OptionValueIn(Write):
    """A value of a choice."""

    code = f.Text(max_length=40, pattern=CODE)
    name = f.LocalizedIn(source="names", max_length=100)


class OptionIn(Write):
    """An option: a choice of values, or a text."""

    code = f.Text(max_length=40, pattern=CODE)
    kind = f.Choice(OPTION_KINDS, enum="OptionKind", required=False)
    name = f.LocalizedIn(source="names", max_length=100)
    required = f.Bool(required=False)  # type: ignore[assignment]
    values = f.ListOf(OptionValueIn(), max_items=100, required=False)
    max_length = f.Int(min_value=1, max_value=1000, required=False)


class MediaRead(Read):
    """A picture or a file of a product or a variant."""

    file = f.Computed(lambda item, _: uuid.UUID(item["file"]), f.Id("fil"))
    kind = f.Choice(
        MEDIA_KINDS,
        enum="MediaKind",
        help_text="An image is shown in place; a file is offered to be downloaded.",
    )
    alt = f.Localized(
        help_text="What an image shows, for those who do not see it; the label of a file. Empty where decorative."
    )
    primary = f.Bool(help_text="True of exactly one of the images, where there are any.")
    name = f.Text()
    content_type = f.Text(help_text="By the content.")
    size = f.Int(help_text="Bytes.")
    url = f.Computed(
        lambda item, _: address(item),
        f.Text(max_length=2000),
        help_text="Relative to the API's host; needs no token of a user, stays the same for 12 hours, and is good "
        "for 12 to 24 hours.",
    )


class MediaIn(Write):
    """A picture or a file to show, by a file that was uploaded with the category `product_media`."""

    file = f.Id("fil")
    kind = f.Choice(
        MEDIA_KINDS,
        enum="MediaKind",
        required=False,
        help_text="By default an image, which is a JPEG or PNG by its content.",
    )
    alt = f.LocalizedIn(max_length=300, required=False)
    primary = f.Bool(required=False, help_text="Where no image says so, the first is the primary one.")


_MEDIA_HELP = (
    "In the order of showing. A change names the whole list: what is left out belongs to nothing then. A variant may "
    "show what its product shows."
)


class ServiceRead(RecordRead):
    """Work that the business sells."""

    id = f.Id("svc")
    code = f.Text()
    kind = f.Choice(KINDS, enum="ServiceKind")
    name = f.Localized(source="names")
    description = f.Localized(source="descriptions")
    unit = f.Choice(UNITS, enum="Unit", help_text=_UNIT_HELP)
    required_inputs = f.Choices(INPUTS, enum="RequiredInput", help_text="What a line must give to be priced.")
    option_schema = f.ListOf(OptionRead(), max_items=30)
    workflow = f.Text(
        allow_null=True, help_text="The code of the workflow that its orders follow by default."
    )
    tax_class = f.Text(
        allow_null=True,
        help_text="Of `/tax-rates`; null where no tax is due. A class without a rate in force is not priced "
        "(`tax_rate_missing`).",
    )
    revenue_account = f.Text(allow_null=True, help_text="The code of the account that earns.")
    sort = f.Int()
    active = f.Bool()


class ServiceCreate(Write):
    """A service to add."""

    code = f.Text(max_length=40, pattern=CODE)
    kind = f.Choice(KINDS, enum="ServiceKind")
    name = f.LocalizedIn(source="names", max_length=200)
    description = f.LocalizedIn(source="descriptions", max_length=2000, required=False)
    unit = f.Choice(UNITS, enum="Unit", help_text=_UNIT_HELP)
    required_inputs = f.Choices(INPUTS, enum="RequiredInput", required=False)
    option_schema = f.ListOf(OptionIn(), max_items=30, required=False)
    workflow = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    tax_class = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    revenue_account = f.Text(
        max_length=20,
        required=False,
        allow_null=True,
        help_text="The code of an account of income, or of deferred revenue, that takes entries.",
    )
    sort = f.Int(min_value=-10_000, max_value=10_000, required=False)
    active = f.Bool(required=False)


class ServiceUpdate(ServiceCreate):
    """What changes of a service."""


class VariantRead(RecordRead):
    """A variant of a product."""

    id = f.Id("var")
    product = f.Id("prd", source="product_id")
    sku = f.Text()
    name = f.Localized(source="names")
    options = f.Json(schema={"type": "object", "additionalProperties": {"type": "string"}})
    barcode = f.Text(allow_null=True)
    media = f.ListOf(MediaRead(), max_items=MAX_MEDIA)
    active = f.Bool()


class VariantCreate(Write):
    """A variant to add. What it leaves open of its product's options, the buyer answers."""

    product = f.Id("prd", source="product_id")
    sku = f.Text(max_length=60, pattern=SKU)
    name = f.LocalizedIn(source="names", max_length=200, required=False)
    options = f.Metadata(help_text="Values by the codes of the product's options.")
    barcode = f.Text(max_length=60, pattern=BARCODE, required=False, allow_null=True)
    media = f.ListOf(MediaIn(), max_items=MAX_MEDIA, required=False, help_text=_MEDIA_HELP)
    active = f.Bool(required=False)


class VariantUpdate(Write):
    """What changes of a variant."""

    sku = f.Text(max_length=60, pattern=SKU)
    name = f.LocalizedIn(source="names", max_length=200)
    options = f.Metadata()
    barcode = f.Text(max_length=60, pattern=BARCODE, allow_null=True)
    media = f.ListOf(MediaIn(), max_items=MAX_MEDIA, help_text=_MEDIA_HELP)
    active = f.Bool()


class ProductVariant(Read):
    """A variant as its product shows it."""

    id = f.Id("var")
    sku = f.Text()
    name = f.Localized(source="names")
    options = f.Json(schema={"type": "object", "additionalProperties": {"type": "string"}})
    barcode = f.Text(allow_null=True)
    media = f.ListOf(MediaRead(), max_items=MAX_MEDIA)
    active = f.Bool()


class ProductRead(RecordRead):
    """A thing that the business sells."""

    id = f.Id("prd")
    sku = f.Text()
    name = f.Localized(source="names")
    description = f.Localized(source="descriptions")
    unit = f.Choice(UNITS, enum="Unit", help_text=_UNIT_HELP)
    category = f.Id("ter", source="category_id", allow_null=True)
    option_schema = f.ListOf(OptionRead(), max_items=30)
    attributes = f.Json(schema={"type": "object", "additionalProperties": {"type": "string"}})
    barcode = f.Text(allow_null=True)
    media = f.ListOf(MediaRead(), max_items=MAX_MEDIA)
    workflow = f.Text(
        allow_null=True, help_text="The code of the workflow that its orders follow by default."
    )
    tax_class = f.Text(
        allow_null=True,
        help_text="Of `/tax-rates`; null where no tax is due. A class without a rate in force is not priced "
        "(`tax_rate_missing`).",
    )
    revenue_account = f.Text(allow_null=True, help_text="The code of the account that earns.")
    active = f.Bool()
    variants = f.ListOf(ProductVariant(), max_items=1000)


class ProductCreate(Write):
    """A product to add."""

    sku = f.Text(max_length=60, pattern=SKU)
    name = f.LocalizedIn(source="names", max_length=200)
    description = f.LocalizedIn(source="descriptions", max_length=2000, required=False)
    unit = f.Choice(UNITS, enum="Unit", required=False, help_text=_UNIT_HELP)
    category = f.Id("ter", source="category_id", required=False, allow_null=True)
    option_schema = f.ListOf(OptionIn(), max_items=30, required=False)
    attributes = f.Metadata(required=False, help_text="Weight, material and the like.")
    barcode = f.Text(max_length=60, pattern=BARCODE, required=False, allow_null=True)
    media = f.ListOf(MediaIn(), max_items=MAX_MEDIA, required=False, help_text=_MEDIA_HELP)
    workflow = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    tax_class = f.Text(max_length=40, pattern=CODE, required=False, allow_null=True)
    revenue_account = f.Text(
        max_length=20,
        required=False,
        allow_null=True,
        help_text="The code of an account of income, or of deferred revenue, that takes entries.",
    )
    active = f.Bool(required=False)


class ProductUpdate(ProductCreate):
    """What changes of a product."""


class TermRead(RecordRead):
    """A language or a document type."""

    id = f.Id("ter")
    code = f.Text()
    name = f.Localized(source="names")
    sort = f.Int()
    active = f.Bool()


class LanguageCreate(Write):
    """A language that the business works in."""

    code = f.Text(max_length=35, pattern=LANGUAGE, help_text="A language tag of BCP 47 in small letters.")
    name = f.LocalizedIn(source="names", max_length=100)
    sort = f.Int(min_value=-10_000, max_value=10_000, required=False)
    active = f.Bool(required=False)


class DocumentTypeCreate(Write):
    """A type of document that the business works on."""

    code = f.Text(max_length=40, pattern=CODE)
    name = f.LocalizedIn(source="names", max_length=100)
    sort = f.Int(min_value=-10_000, max_value=10_000, required=False)
    active = f.Bool(required=False)


class TermUpdate(Write):
    """What changes of a language or a document type; its code stays."""

    name = f.LocalizedIn(source="names", max_length=100)
    sort = f.Int(min_value=-10_000, max_value=10_000)
    active = f.Bool()


class CategoryRead(RecordRead):
    """A category of products."""

    id = f.Id("ter")
    code = f.Text()
    name = f.Localized(source="names")
    parent = f.Id("ter", source="parent_id", allow_null=True)  # type: ignore[assignment]
    sort = f.Int()
    active = f.Bool()


class CategoryCreate(Write):
    """A category to add."""

    code = f.Text(max_length=40, pattern=CODE)
    name = f.LocalizedIn(source="names", max_length=100)
    parent = f.Id("ter", source="parent_id", required=False, allow_null=True)  # type: ignore[assignment]
    sort = f.Int(min_value=-10_000, max_value=10_000, required=False)
    active = f.Bool(required=False)


class CategoryUpdate(Write):
    """What changes of a category; its code stays."""

    name = f.LocalizedIn(source="names", max_length=100)
    parent = f.Id("ter", source="parent_id", allow_null=True)  # type: ignore[assignment]
    sort = f.Int(min_value=-10_000, max_value=10_000)
    active = f.Bool()


class LanguagePairRead(RecordRead):
    """A direction of translation that the business offers."""

    id = f.Id("lpr")
    source = f.Text(help_text="The code of the language translated from.")  # type: ignore[assignment]
    target = f.Text(help_text="The code of the language translated to.")
    active = f.Bool()


class LanguagePairCreate(Write):
    """A language pair to offer."""

    source = f.Text(max_length=35, pattern=LANGUAGE)  # type: ignore[assignment]
    target = f.Text(max_length=35, pattern=LANGUAGE)
    active = f.Bool(required=False)


class LanguagePairUpdate(Write):
    """What changes of a language pair."""

    active = f.Bool()
