"""Pictures of products come back with a restore: the list, the file that it holds, its bytes and its link."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from tests.platform.backups.conftest import Business
from tests.support import documents


def test_a_products_pictures_survive_a_restore(
    business: Business, take: Callable[..., Any], restore: Callable[..., Any], settings: Any
) -> None:
    from backend.business.catalog import media, product_services
    from backend.business.catalog.models import Product
    from backend.core.files import services as files
    from backend.core.files.models import File
    from backend.core.files.types import Category
    from backend.kernel.permissions import system_principal
    from backend.kernel.tenancy import tenant_context

    settings.FILES = {"office": ""}
    picture = documents.png(33, 44)
    with tenant_context(business.info):
        system = system_principal(business.info.id, business.info.schema)
        file = files.upload_file(
            principal=system, name="a.png", content=io.BytesIO(picture), category=Category.PRODUCT_MEDIA
        )
        product = product_services.create_product(
            principal=system, sku="PIC", names={"en": "P"}, media=[{"file": file.pk, "alt": {"en": "A"}}]
        )
    backup = take(business)
    with tenant_context(business.info):
        product_services.delete_product(principal=system, id=product.pk)
        files.delete_file(principal=system, id=file.pk)
        assert not File.objects.filter(pk=file.pk).exists()

    assert restore(backup).state == "succeeded"

    with tenant_context(business.info):
        (shown,) = Product.objects.get(pk=product.pk).media
        assert (shown["file"], shown["alt"], shown["primary"]) == (str(file.pk), {"en": "A"}, True)
        held = File.objects.get(pk=file.pk)
        assert (held.subject_type, held.subject_id, held.expires_at) == ("product", product.pk, None)
        token = media.address(shown).partition("token=")[2]
        with files.open_image(file_id=file.pk, token=token).stream as stream:
            assert stream.read() == picture
