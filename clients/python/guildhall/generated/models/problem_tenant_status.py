from typing import Literal

ProblemTenantStatus = Literal["active", "deletion_scheduled", "purging", "suspended", "trial"]

PROBLEM_TENANT_STATUS_VALUES: set[ProblemTenantStatus] = {
    "active",
    "deletion_scheduled",
    "purging",
    "suspended",
    "trial",
}


def check_problem_tenant_status(value: str) -> ProblemTenantStatus:
    if value in PROBLEM_TENANT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROBLEM_TENANT_STATUS_VALUES!r}")
