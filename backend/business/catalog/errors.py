"""What the catalogue refuses."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class CatalogCodeTaken(Conflict):
    """Another service or term has this code."""

    code = "catalog_code_taken"
    message = _("The code {value} is taken.")


class SkuTaken(Conflict):
    """Another product or variant has this stock number."""

    code = "sku_taken"
    message = _("The stock number {sku} is taken.")


class BarcodeTaken(Conflict):
    """Another product or variant has this barcode."""

    code = "barcode_taken"
    message = _("The barcode {barcode} is taken.")


class BarcodeCheckDigit(Conflict):
    """A barcode of 8, 12, 13 or 14 digits is a GTIN, and its last digit checks the others: one was mistyped."""

    code = "barcode_check_digit"
    message = _("{barcode} is no EAN or UPC: after these digits the last one would be {expected}.")


class VariantOptionsTaken(Conflict):
    """Another variant that is active answers the same options the same way: a choice would lead to both."""

    code = "variant_options_taken"
    message = _("The variant {sku} has the same options.")


class CatalogEntryInUse(Conflict):
    """Something refers to the entry: switch it off instead (`active: false`)."""

    code = "catalog_entry_in_use"
    message = _("This is in use. Switch it off instead of deleting it.")


class CategoryCycle(Conflict):
    """A category would be above itself."""

    code = "category_cycle"
    message = _("A category cannot be under itself or under one of its own categories.")


class CategoryTooDeep(Conflict):
    """The tree of categories would be too deep."""

    code = "category_too_deep"
    message = _("Categories can be nested {limit} deep.")


class LanguagePairExists(Conflict):
    """The business already has this pair."""

    code = "language_pair_exists"
    message = _("There is already a pair {source}→{target}.")


class LanguagePairSame(Conflict):
    """A pair is of two languages."""

    code = "language_pair_same"
    message = _("A language pair is of two different languages.")


class LanguageUnknown(Conflict):
    """The code is not a language of the business's vocabulary."""

    code = "language_unknown"
    message = _("{language} is not a language of this business.")


class OptionSchemaInvalid(Conflict):
    """The options of a product repeat a code, or a choice has no values."""

    code = "option_schema_invalid"
    message = _("The options are not consistent: {reason}")


class VariantOptionsInvalid(Conflict):
    """A variant names an option or a value that its product does not have."""

    code = "variant_options_invalid"
    message = _("The variant's options do not fit the product: {reason}")


class MediaFileUnfit(Conflict):
    """Only a file that was uploaded for products is shown to everybody: never a customer's, nor an order's."""

    code = "media_file_unfit"
    message = _("The file is not one of products. Upload it with the category {category}.")


class MediaNotImage(Conflict):
    """Only a JPEG or a PNG, by its content, is an image that every browser shows."""

    code = "media_not_image"
    message = _("The file is {kind}, and not an image of JPEG or PNG. Offer it as a file, or convert it.")


class MediaRepeated(Conflict):
    """A product or a variant shows a file once."""

    code = "media_repeated"
    message = _("The file is in the list twice.")


class MediaPrimaryInvalid(Conflict):
    """One image is the primary one."""

    code = "media_primary_invalid"
    message = _("Exactly one image can be the primary one, and no other file.")
