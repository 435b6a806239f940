from typing import Literal

DomainCertificate = Literal["failed", "issued", "none", "pending"]

DOMAIN_CERTIFICATE_VALUES: set[DomainCertificate] = {
    "failed",
    "issued",
    "none",
    "pending",
}


def check_domain_certificate(value: str) -> DomainCertificate:
    if value in DOMAIN_CERTIFICATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DOMAIN_CERTIFICATE_VALUES!r}")
