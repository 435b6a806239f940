"""How a business looks, for everybody; and changes of it."""

from __future__ import annotations

from typing import Any

from backend.business.organizations import branding, selectors, services
from backend.business.organizations import permissions as p
from backend.business.organizations.errors import ContrastTooLow
from backend.kernel.api import PUBLIC, Answer, Resource, action
from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, Write

HEX = r"^#[0-9a-f]{6}$"
FONT = r"^[A-Za-z0-9][A-Za-z0-9 _-]*$"
CACHED = "public, max-age=300"
"""It changes seldom, and every page needs it."""


class ColoursRead(Read):
    """The colours of a theme, as `#rrggbb`. A state is never told by its colour alone: it has a label and an icon."""

    background = f.Text()
    surface = f.Text(help_text="Of cards and panels.")
    text = f.Text()
    text_muted = f.Text()
    primary = f.Text(help_text="Of the main action.")
    on_primary = f.Text(help_text="Of text on `primary`.")
    accent = f.Text()
    on_accent = f.Text(help_text="Of text on `accent`.")
    border = f.Text(help_text="Of what can be typed into or pressed.")
    success = f.Text()
    warning = f.Text()
    danger = f.Text()


class ColoursIn(Write):
    """The colours that change; null leads back to the default."""

    background = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    surface = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    text = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    text_muted = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    primary = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    on_primary = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    accent = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    on_accent = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    border = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    success = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    warning = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)
    danger = f.Text(max_length=7, pattern=HEX, required=False, allow_null=True)


class ThemesRead(Read):
    """Both themes."""

    light = ColoursRead()
    dark = ColoursRead()


class ThemesIn(Write):
    """The themes that change."""

    light = ColoursIn(required=False)
    dark = ColoursIn(required=False)


class FontsRead(Read):
    """Families of fonts, as CSS names them; a front end has fallbacks for what it cannot load."""

    heading = f.Text()
    body = f.Text()
    monospace = f.Text()


class FontsIn(Write):
    """The fonts that change; null leads back to the default."""

    heading = f.Text(max_length=80, pattern=FONT, required=False, allow_null=True)
    body = f.Text(max_length=80, pattern=FONT, required=False, allow_null=True)
    monospace = f.Text(max_length=80, pattern=FONT, required=False, allow_null=True)


class LogosRead(Read):
    """Where the logos are; null where there is none."""

    light = f.Text(max_length=2000, allow_null=True, help_text="For light grounds.")
    dark = f.Text(max_length=2000, allow_null=True, help_text="For dark grounds.")


class LogosIn(Write):
    """The logos that change."""

    light = f.Url(required=False, allow_null=True)
    dark = f.Url(required=False, allow_null=True)


class ContrastRead(Read):
    """How well two tokens of a theme can be told apart (WCAG 2.1)."""

    theme = f.Choice(list(branding.THEMES), enum="ThemeName")
    foreground = f.Text()
    background = f.Text()
    ratio = f.Computed(
        lambda one, ctx: f"{one.ratio:.2f}",
        f.DecimalText(digits=2, places=2),
        help_text="To 1: from 1.00 to 21.00.",
    )
    required = f.Computed(  # type: ignore[assignment]  # a field's name
        lambda one, ctx: f"{one.required:.2f}",
        f.DecimalText(digits=2, places=2),
        help_text="4.50 for text (1.4.3), 3.00 for controls and states (1.4.11).",
    )
    passes = f.Bool(help_text="Where it does not, the pair is a warning: text that does not is never stored.")


class BrandingRead(Read):
    """The look of a business: design tokens, defaults included."""

    version = f.Int(help_text="Of the profile that it is part of.")
    name = f.Localized(source="names")
    colours = f.Computed(lambda row, ctx: branding.whole(row.branding)["colours"], ThemesRead())
    fonts = f.Computed(lambda row, ctx: branding.whole(row.branding)["fonts"], FontsRead())
    radius = f.Computed(
        lambda row, ctx: branding.whole(row.branding)["radius"],
        f.Int(),
        help_text="Of corners, in CSS pixels.",
    )
    logo = f.Computed(lambda row, ctx: branding.whole(row.branding)["logo"], LogosRead())
    favicon = f.Computed(
        lambda row, ctx: branding.whole(row.branding)["favicon"], f.Text(max_length=2000), allow_null=True
    )


class ContrastReportRead(Read):
    """Every pair of tokens that is looked at."""

    passes = f.Bool(help_text="Whether every pair does.")
    pairs = f.ListOf(ContrastRead())


class BrandingUpdate(Write):
    """What of the look changes."""

    colours = ThemesIn()
    fonts = FontsIn()
    radius = f.Int(min_value=0, max_value=32, allow_null=True)
    logo = LogosIn()
    favicon = f.Url(allow_null=True)


class BrandingResource(Resource):
    """How the business looks: tokens for a light and a dark theme, checked for contrast (WCAG 2.1)."""

    plural = "branding"
    tag = "organizations"
    singleton = True
    read = BrandingRead
    writes = {"update": BrandingUpdate}
    services = {"update": services.update_branding}
    permissions = {"update": p.MANAGE_ORGANIZATION}
    errors = {"update": [ContrastTooLow]}

    @action("", method="GET", detail=False, permission=PUBLIC, response=BrandingRead)
    def retrieve(self, data: dict[str, Any]) -> Any:
        """The look of the business, for everybody: it may be kept for five minutes, and has an ETag."""
        row = selectors.organization()
        return Answer(row, headers={"Cache-Control": CACHED}, version=row.version)

    @action(
        "contrast", method="GET", detail=False, permission=p.VIEW_ORGANIZATION, response=ContrastReportRead
    )
    def contrast(self, data: dict[str, Any]) -> Any:
        """How well the tokens that hold can be told apart; pairs that fall short are warnings."""
        pairs = list(branding.contrasts(branding.whole(selectors.organization().branding)["colours"]))
        return {"passes": all(one.passes for one in pairs), "pairs": pairs}
