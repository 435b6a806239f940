"""What organizations refuses."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from backend.business.organizations.branding import Contrast
from backend.kernel.errors import Conflict, FieldProblem


class ContrastTooLow(Conflict):
    """Text of the brand's colours could not be read (WCAG 2.1, 1.4.3); `errors` name each pair and its ratio."""

    code = "branding_contrast_low"
    message = _("These colours cannot be read: {pairs}.")

    def __init__(self, found: Sequence[Contrast]) -> None:
        self.found = found
        super().__init__(
            pairs=", ".join(f"{one.theme} {one.foreground}/{one.background} {one.ratio:.2f}" for one in found)
        )

    @property
    def problems(self) -> Sequence[FieldProblem]:
        """A problem a pair, at the colour in front."""
        return [
            FieldProblem(
                f"/colours/{one.theme}/{one.foreground}",
                self.code,
                _("The contrast with {background} is {ratio}; text needs {required}."),
                {
                    "background": one.background,
                    "ratio": f"{one.ratio:.2f}",
                    "required": f"{one.required:.1f}",
                },
            )
            for one in self.found
        ]


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
