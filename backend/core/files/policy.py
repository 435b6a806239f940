"""What may go where, and the business's definition of a standard page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from backend.core.files.config import MIB, config
from backend.core.files.errors import CategoryNotAllowed, CategoryTypeNotAllowed, FileTooLarge
from backend.core.files.kinds import FileKind
from backend.core.files.types import Category, StandardPage
from backend.kernel import tenancy
from backend.kernel.permissions import Principal

_IMAGES = frozenset({FileKind.JPEG, FileKind.PNG, FileKind.HEIC})


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """The types and the size in bytes (None: the general limit) of a category, and whether customers,
    not only staff, may upload into it."""

    kinds: frozenset[FileKind] = frozenset(FileKind)
    max_bytes: int | None = None
    customers: bool = False


RULES: dict[Category, CategoryRule] = {
    Category.ORDER_FILE: CategoryRule(customers=True),
    Category.EXTRA: CategoryRule(customers=True),
    Category.DRAFT: CategoryRule(),
    Category.FINAL: CategoryRule(),
    Category.PAYMENT_PROOF: CategoryRule(_IMAGES | {FileKind.PDF}, 20 * MIB, customers=True),
    Category.AVATAR: CategoryRule(_IMAGES, 5 * MIB, customers=True),
    # Pictures, data sheets and manuals of products.
    Category.PRODUCT_MEDIA: CategoryRule(max_bytes=20 * MIB),
}


def byte_limit(category: Category) -> int:
    """The most bytes that a file of the category may have."""
    limit = RULES[category].max_bytes
    general = config().max_bytes
    return general if limit is None else min(limit, general)


def check_category(principal: Principal, category: Category) -> None:
    """Raises CategoryNotAllowed where this kind of caller may not upload into the category."""
    if principal.kind == "customer" and not RULES[category].customers:
        raise CategoryNotAllowed(category=category.value)


def check_size(category: Category, size: int) -> None:
    """Raises FileTooLarge."""
    limit = byte_limit(category)
    if size > limit:
        raise FileTooLarge(limit=limit)


def check_kind(category: Category, kind: FileKind) -> None:
    """Raises CategoryTypeNotAllowed."""
    allowed = RULES[category].kinds
    if kind not in allowed:
        names = ", ".join(sorted(item.value for item in allowed))
        raise CategoryTypeNotAllowed(category=category.value, allowed=names)


_source: Callable[[], StandardPage] = StandardPage


def register_standard_page(source: Callable[[], StandardPage]) -> None:
    """Says where the running tenant's definition of a standard page comes from.

    Called once at start-up by a layer above. Until then it is 1,800 characters with spaces for everybody.
    """
    global _source
    _source = source


def standard_page() -> StandardPage:
    """The running tenant's definition; the usual one in the operator's schema, which has no business."""
    return StandardPage() if tenancy.is_public() else _source()
