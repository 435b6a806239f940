"""The settings of a business: what it has set, and what holds."""

from __future__ import annotations

from typing import Any

from backend.business.organizations import permissions as p
from backend.business.organizations import selectors, services
from backend.business.organizations.api.serializers import SettingsIn, SettingsRead
from backend.business.organizations.types import OrganizationSettings
from backend.kernel.api import Resource
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read


class SettingsDocument(Read):
    """Every setting with the value that holds, the one that would hold if none were set, and which are set."""

    version = f.Int(help_text="Of the profile that they are part of.")
    values = f.Computed(
        lambda row, ctx: OrganizationSettings.load(row.settings).json(),
        SettingsRead(),
        help_text="What holds.",
    )
    defaults = f.Computed(
        lambda row, ctx: OrganizationSettings().json(),
        SettingsRead(),
        help_text="What holds where none is set.",
    )
    set = f.Computed(
        lambda row, ctx: sorted(row.settings),
        f.ListOf(f.Text()),
        help_text="The names of those that the business has set.",
    )


class SettingsUpdate(SettingsIn):
    """The settings that change; null leads one back to its default."""

    def get_fields(self) -> dict[str, Any]:
        """Those of the profile, each of which may be null."""
        fields = super().get_fields()
        for declared in fields.values():
            declared.allow_null = True
        return fields


class SettingsResource(Resource):
    """Settings: typed, versioned with the profile, each with its default."""

    plural = "settings"
    tag = "organizations"
    singleton = True
    one = staticmethod(selectors.organization_for)
    read = SettingsDocument
    writes = {"update": SettingsUpdate}
    services = {"update": services.update_settings}
    permissions = {"retrieve": p.VIEW_ORGANIZATION, "update": p.MANAGE_ORGANIZATION}
