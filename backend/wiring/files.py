"""Files count standard pages as the business that runs defines them."""

from __future__ import annotations

from backend.business.organizations import facade as organizations
from backend.core.files import facade as files

files.register_standard_page(organizations.standard_page)
