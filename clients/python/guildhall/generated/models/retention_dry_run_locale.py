from typing import Literal

RetentionDryRunLocale = Literal["all"]

RETENTION_DRY_RUN_LOCALE_VALUES: set[RetentionDryRunLocale] = {
    "all",
}


def check_retention_dry_run_locale(value: str) -> RetentionDryRunLocale:
    if value in RETENTION_DRY_RUN_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RETENTION_DRY_RUN_LOCALE_VALUES!r}")
