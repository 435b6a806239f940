from typing import Literal

WorkflowsRetrieveLocale = Literal["all"]

WORKFLOWS_RETRIEVE_LOCALE_VALUES: set[WorkflowsRetrieveLocale] = {
    "all",
}


def check_workflows_retrieve_locale(value: str) -> WorkflowsRetrieveLocale:
    if value in WORKFLOWS_RETRIEVE_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKFLOWS_RETRIEVE_LOCALE_VALUES!r}")
