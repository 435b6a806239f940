from typing import Literal

WorkflowsListLocale = Literal["all"]

WORKFLOWS_LIST_LOCALE_VALUES: set[WorkflowsListLocale] = {
    "all",
}


def check_workflows_list_locale(value: str) -> WorkflowsListLocale:
    if value in WORKFLOWS_LIST_LOCALE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WORKFLOWS_LIST_LOCALE_VALUES!r}")
