"""What may be allowed in the books."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from backend.kernel.permissions import permission

VIEW_ACCOUNTS = permission("ledger.account.view", group="finance", label=_("See the chart of accounts"))
MANAGE_ACCOUNTS = permission(
    "ledger.account.manage", group="finance", label=_("Change the chart of accounts"), whole=True
)
VIEW_ENTRIES = permission("ledger.entry.view", group="finance", label=_("See journal entries"))
POST_ENTRIES = permission("ledger.entry.post", group="finance", label=_("Post journal entries by hand"))
REVERSE_ENTRIES = permission("ledger.entry.reverse", group="finance", label=_("Reverse journal entries"))
VIEW_REPORTS = permission("ledger.report.view", group="reports", label=_("See financial statements"))
CLOSE_PERIODS = permission(
    "ledger.period.close", group="finance", label=_("Close and reopen periods"), whole=True
)
