from typing import Literal

AuditChainFault = Literal["altered", "backdated", "moved", "removed", "rewritten"]

AUDIT_CHAIN_FAULT_VALUES: set[AuditChainFault] = {
    "altered",
    "backdated",
    "moved",
    "removed",
    "rewritten",
}


def check_audit_chain_fault(value: str) -> AuditChainFault:
    if value in AUDIT_CHAIN_FAULT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AUDIT_CHAIN_FAULT_VALUES!r}")
