from typing import Literal

BrandingField = Literal["colours", "favicon", "fonts", "logo", "name", "radius", "version"]

BRANDING_FIELD_VALUES: set[BrandingField] = {
    "colours",
    "favicon",
    "fonts",
    "logo",
    "name",
    "radius",
    "version",
}


def check_branding_field(value: str) -> BrandingField:
    if value in BRANDING_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BRANDING_FIELD_VALUES!r}")
