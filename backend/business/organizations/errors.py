"""What organizations refuses."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.errors import Conflict


class BranchCodeTaken(Conflict):
    """Another branch has this code."""

    code = "branch_code_taken"
    message = _("Another branch has the code {branch_code}.")


class BranchInUse(Conflict):
    """Something refers to the branch: close it instead (`active: false`)."""

    code = "branch_in_use"
    message = _("The branch is in use. Close it instead of deleting it.")


class BranchCycle(Conflict):
    """A branch would be above itself."""

    code = "branch_cycle"
    message = _("A branch cannot be under itself or under one of its own branches.")


class BranchTooDeep(Conflict):
    """The tree would be too deep."""

    code = "branch_too_deep"
    message = _("Branches can be nested {limit} deep.")


class BranchClosed(Conflict):
    """The branch no longer works."""

    code = "branch_closed"
    message = _("The branch {branch_code} is closed.")


class BranchPositionIncomplete(Conflict):
    """A position is a latitude and a longitude, or neither."""

    code = "branch_position_incomplete"
    message = _("Give latitude and longitude, or neither.")
