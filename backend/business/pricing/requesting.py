"""From what a caller asks for to what the engine takes: items, pages, customer, branch, rules, taxes."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.business.catalog import facade as catalog
from backend.business.catalog.types import (
    ProductFacts,
    RequiredInput,
    ServiceFacts,
    TermKind,
    Unit,
    VariantFacts,
)
from backend.business.customers import facade as customers
from backend.business.organizations import facade as organizations
from backend.business.organizations.types import OrganizationSettings
from backend.business.pricing import selectors
from backend.business.pricing.engine import price
from backend.business.pricing.errors import DueInPast, LineItemAmbiguous, PriceRuleMissing
from backend.business.pricing.pages import outsider, pages_of
from backend.business.pricing.types import (
    EngineLine,
    EngineRequest,
    LineRequest,
    PricedItem,
    PricedLine,
    PricedRequest,
    PriceRequest,
    Rounding,
)
from backend.core.files import facade as files
from backend.core.files import permissions as file_permissions
from backend.core.files.types import FileInfo
from backend.kernel import clock, reference, tenancy
from backend.kernel.errors import FieldProblem, Invalid, ReferenceNotFound
from backend.kernel.ids import encode
from backend.kernel.money import currency
from backend.kernel.permissions import Principal

CUSTOMER_CHANNELS = ("online", "telegram")
"""The channels that a customer may say it comes by: others may have prices of their own."""


def price_request(
    *,
    principal: Principal | None,
    request: PriceRequest,
    settings: OrganizationSettings | None = None,
    at: datetime | None = None,
    hold: bool = False,
) -> PricedRequest:
    """Prices a request with the rules in force at `at` (now where None). Reads only.

    `hold` keeps the customer that it prices for, as `customers.hold_customer` does.

    `principal` None is the product itself; an anonymous caller is a Principal of the kind `anonymous`.
    `settings` saves reading the business's settings where the caller has them.

    Raises Invalid (every line's problems at once), LineItemAmbiguous, ReferenceNotFound, BranchClosed,
    CustomerInactive, DueInPast, PriceRuleMissing, TaxRateMissing and PriceTooLarge.
    """
    with reference.reading():
        return _price_request(principal, request, settings, at or clock.now(), hold)


def _price_request(
    principal: Principal | None,
    request: PriceRequest,
    settings: OrganizationSettings | None,
    moment: datetime,
    hold: bool,
) -> PricedRequest:
    if request.due_at is not None and request.due_at <= moment:
        raise DueInPast(pointer="/due_at")
    settings = settings or organizations.settings()
    customer_class, customer_id = _customer(principal, request.customer_id, settings, hold)
    path: tuple[uuid.UUID, ...] = ()
    if request.branch_id is not None:
        path = organizations.branch_facts(request.branch_id).path
    channel = _channel(principal, request.channel)
    work = _Lines(principal, request, settings)
    engine_request = EngineRequest(
        lines=tuple(work.engine_lines()),
        currency=currency(tenancy.require_tenant().currency),
        at=moment,
        rounding=Rounding(settings.rounding_mode, settings.rounding_step),
        customer_class=customer_class,
        branches=path,
        channel=channel,
        priority=request.priority,
        due_at=request.due_at,
    )
    wanted: dict[str, Any] = {
        "services": work.services,
        "products": work.products,
        "variants": work.variants,
        "categories": {one for line in engine_request.lines for one in line.categories},
    }
    taxes = selectors.taxes_for_classes(
        {line.tax_class for line in engine_request.lines if line.tax_class is not None}, at=moment
    )
    rules = selectors.rules_for_items(
        **wanted,
        sources={line.source for line in engine_request.lines if line.source is not None},
        targets={line.target for line in engine_request.lines if line.target is not None},
        at=moment,
    )
    try:
        priced = price(engine_request, rules, taxes)
    except PriceRuleMissing:
        # Rules of other times and languages say what it is that no rule fits: the same refusal, better named.
        price(engine_request, selectors.rules_for_items(**wanted, at=None), taxes)
        raise
    return PricedRequest(
        items=tuple(
            work.item(index, engine_request.lines[index], line) for index, line in enumerate(priced.lines)
        ),
        currency=engine_request.currency,
        subtotal=priced.subtotal,
        tax=priced.tax,
        total=priced.total,
        trace=priced.trace,
        digest=priced.digest,
        at=moment,
        customer_id=customer_id,
        branch_id=request.branch_id,
        channel=channel,
        priority=request.priority,
        due_at=request.due_at,
        holds_until=priced.holds_until,
    )


def _customer(
    principal: Principal | None, asked: uuid.UUID | None, settings: OrganizationSettings, hold: bool
) -> tuple[str, uuid.UUID | None]:
    """The price class and the customer: a customer prices for itself, whatever it asks for."""
    customer_id = asked
    if principal is not None and principal.kind == "customer":
        if asked is not None and asked != principal.customer_id:
            raise ReferenceNotFound(reference=encode("cus", asked), pointer="/customer")
        customer_id = principal.customer_id
    if customer_id is None:
        return settings.default_customer_class, None
    return customers.customer_for_reference(principal, customer_id, hold=hold).class_code, customer_id


def _channel(principal: Principal | None, asked: str | None) -> str | None:
    if not outsider(principal):
        return asked
    if asked is not None and asked not in CUSTOMER_CHANNELS:
        raise Invalid(
            [FieldProblem("/channel", "channel_not_allowed", _("This channel is not open to customers."))]
        )
    return asked or CUSTOMER_CHANNELS[0]


@dataclass(slots=True)
class _Resolved:
    """A line with the facts of what it names."""

    asked: LineRequest
    service: ServiceFacts | None
    product: ProductFacts | None
    variant: VariantFacts | None
    options: Mapping[str, str]
    pages: int | None

    @property
    def offer(self) -> ServiceFacts | ProductFacts:
        """The service or the product."""
        found = self.service or self.product
        assert found is not None
        return found

    @property
    def code(self) -> str:
        """The code or stock number that people know the item by."""
        if self.variant is not None:
            return self.variant.sku
        return self.service.code if self.service is not None else self.product.sku  # type: ignore[union-attr]


class _Lines:
    """The lines of a request against the catalogue and the files; problems are collected, then raised."""

    def __init__(
        self, principal: Principal | None, request: PriceRequest, settings: OrganizationSettings
    ) -> None:
        self.principal = principal
        self.request = request
        self.settings = settings
        self.problems: list[FieldProblem] = []
        lines = request.lines
        for index, line in enumerate(lines):
            if sum(one is not None for one in (line.service_id, line.product_id, line.variant_id)) != 1:
                raise LineItemAmbiguous(pointer=f"/lines/{index}")
        self.services = catalog.service_facts(_ids(line.service_id for line in lines))
        self.variants = catalog.variant_facts(_ids(line.variant_id for line in lines))
        self.products = catalog.product_facts(
            _ids(line.product_id for line in lines) | {one.product_id for one in self.variants.values()}
        )
        self.terms = catalog.known_terms(
            (kind, code)
            for line in lines
            for kind, code in (
                (TermKind.LANGUAGE, line.source),
                (TermKind.LANGUAGE, line.target),
                (TermKind.DOCUMENT_TYPE, line.document_type),
            )
            if code is not None
        )
        self.closed = catalog.closed_pairs(
            (line.source, line.target) for line in lines if line.source and line.target
        )
        wanted = {one for line in lines for one in line.files}
        self.files = files.files_by_id(wanted) if wanted else {}
        self.resolved = [self._resolve(index, line) for index, line in enumerate(lines)]
        if self.problems:
            raise Invalid(self.problems)

    def engine_lines(self) -> list[EngineLine]:
        """The lines as the engine takes them."""
        return [
            EngineLine(
                ref=str(index),
                item_code=line.code,
                unit=line.offer.unit,
                service=line.service.id if line.service else None,
                product=line.product.id if line.product else None,
                variant=line.variant.id if line.variant else None,
                categories=line.product.categories if line.product else (),
                source=line.asked.source,
                target=line.asked.target,
                document_type=line.asked.document_type,
                pages=line.pages,
                copies=line.asked.copies,
                quantity=line.asked.quantity,
                options=line.options,
                tax_class=line.offer.tax_class,
            )
            for index, line in enumerate(self.resolved)
        ]

    def item(self, index: int, engine_line: EngineLine, priced: PricedLine) -> PricedItem:
        """A priced line with the facts that an order keeps."""
        line = self.resolved[index]
        names = line.variant.names if line.variant is not None and line.variant.names else line.offer.names
        return PricedItem(
            service_id=engine_line.service,
            product_id=engine_line.product,
            variant_id=engine_line.variant,
            code=engine_line.item_code,
            names=names,
            kind=line.service.kind.value if line.service else "product",
            unit=engine_line.unit.value,
            workflow=line.offer.workflow,
            revenue_account=line.offer.revenue_account,
            tax_class=engine_line.tax_class,
            source=engine_line.source,
            target=engine_line.target,
            document_type=engine_line.document_type,
            pages=engine_line.pages,
            files=line.asked.files,
            copies=engine_line.copies,
            quantity=engine_line.quantity,
            units=priced.units,
            options=engine_line.options,
            components=priced.components,
            taxes=priced.taxes,
            net=priced.net,
            tax=priced.tax,
            total=priced.total,
        )

    def _fault(self, pointer: str, code: str, message: Any, **params: Any) -> None:
        self.problems.append(FieldProblem(pointer, code, message, params))

    def _resolve(self, index: int, line: LineRequest) -> _Resolved:
        pointer = f"/lines/{index}"
        service = self._named(self.services, line.service_id, "svc", f"{pointer}/service")
        variant = self._named(self.variants, line.variant_id, "var", f"{pointer}/variant")
        product_id = variant.product_id if variant is not None else line.product_id
        product = self._named(self.products, product_id, "prd", f"{pointer}/product")
        offer = service or product
        if not offer.active or (variant is not None and not variant.active):
            self._fault(pointer, "item_inactive", _("This is not offered now."))
        options = {**line.options, **(variant.options if variant is not None else {})}
        for code in sorted(set(line.options)):
            if options[code] != line.options[code]:
                self._fault(
                    f"{pointer}/options/{code}",
                    "option_fixed",
                    _("The variant fixes the option {option}."),
                    option=code,
                )
        self.problems += catalog.option_problems(offer.option_schema, options, f"{pointer}/options")
        if line.quantity != line.quantity.to_integral_value() and not offer.unit.divisible:
            self._fault(
                f"{pointer}/quantity",
                "quantity_not_whole",
                _("What is counted by {unit} is not ordered in parts."),
                unit=offer.unit.value,
            )
        self._check_words(line, pointer)
        counted = self._counted(line, pointer)
        pages = self._pages(line, counted, pointer)
        required = service.required_inputs if service is not None else ()
        self._check_required(line, pages, required, offer.unit, pointer)
        return _Resolved(line, service, product, variant, options, pages)

    def _named(
        self, found: Mapping[uuid.UUID, Any], wanted: uuid.UUID | None, prefix: str, pointer: str
    ) -> Any:
        if wanted is None:
            return None
        facts = found.get(wanted)
        # What is off the shelf does not exist for somebody who is not of the staff.
        if facts is None or (not facts.active and outsider(self.principal)):
            raise ReferenceNotFound(reference=encode(prefix, wanted), pointer=pointer)
        return facts

    def _check_words(self, line: LineRequest, pointer: str) -> None:
        for name, kind, code in (
            ("source", TermKind.LANGUAGE, line.source),
            ("target", TermKind.LANGUAGE, line.target),
            ("document_type", TermKind.DOCUMENT_TYPE, line.document_type),
        ):
            if code is not None and (kind, code) not in self.terms:
                self._fault(
                    f"{pointer}/{name}", f"{kind.value}_unknown", _("There is no {word} here."), word=code
                )
        if line.source is not None and line.source == line.target:
            self._fault(f"{pointer}/target", "language_pair_same", _("Source and target are the same."))
        if line.source and line.target and (line.source, line.target) in self.closed:
            self._fault(
                f"{pointer}/target",
                "language_pair_unavailable",
                _("{source}→{target} is not offered now."),
                source=line.source,
                target=line.target,
            )

    def _check_required(
        self,
        line: LineRequest,
        pages: int | None,
        required: tuple[RequiredInput, ...],
        unit: Unit,
        pointer: str,
    ) -> None:
        lacking = {
            RequiredInput.LANGUAGE_PAIR: ("source", line.source is None or line.target is None),
            RequiredInput.PAGES: ("pages", pages is None),
            RequiredInput.DOCUMENT_TYPE: ("document_type", line.document_type is None),
            RequiredInput.FILES: ("files", not line.files),
        }
        for one, (name, lacks) in lacking.items():
            needed = one in required or (one is RequiredInput.PAGES and unit is Unit.PAGE)
            if needed and lacks:
                self._fault(
                    f"{pointer}/{name}", f"{one.value}_missing", _("This service needs {field}."), field=name
                )
        if RequiredInput.DUE_AT in required and self.request.due_at is None:
            self._fault("/due_at", "due_at_missing", _("This service needs {field}."), field="due_at")

    def _counted(self, line: LineRequest, pointer: str) -> int | None:
        """The pages of the line's files by the business's rule, None where there are none to count."""
        total = 0
        for position, file_id in enumerate(line.files):
            place = f"{pointer}/files/{position}"
            file = self.files.get(file_id)
            if file is None or not self._sees(file):
                raise ReferenceNotFound(reference=encode("fil", file_id), pointer=place)
            if file.analysis is None:
                self._fault(place, "file_not_ready", _("The file has not been read yet."))
                continue
            total += pages_of(file, self.settings)
        return total if line.files else None

    def _sees(self, file: FileInfo) -> bool:
        principal = self.principal
        if principal is None:
            return True
        if principal.user_id is not None and file.created_by_id == principal.user_id:
            return True
        scope = principal.scope(file_permissions.VIEW)
        return scope is not None and scope.covers(
            principal, branch=file.branch_id, customer=file.customer_id, owner=file.created_by_id
        )

    def _pages(self, line: LineRequest, counted: int | None, pointer: str) -> int | None:
        """Pages as given, or as counted. Staff may judge otherwise than the count; others may not."""
        if line.pages is None:
            return counted
        if counted is not None and counted != line.pages and outsider(self.principal):
            self._fault(
                f"{pointer}/pages", "pages_mismatch", _("The files have {counted} pages."), counted=counted
            )
        return line.pages


def _ids(found: Any) -> set[uuid.UUID]:
    return {one for one in found if one is not None}
