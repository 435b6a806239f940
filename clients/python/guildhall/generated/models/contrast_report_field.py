from typing import Literal

ContrastReportField = Literal["pairs", "passes"]

CONTRAST_REPORT_FIELD_VALUES: set[ContrastReportField] = {
    "pairs",
    "passes",
}


def check_contrast_report_field(value: str) -> ContrastReportField:
    if value in CONTRAST_REPORT_FIELD_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONTRAST_REPORT_FIELD_VALUES!r}")
