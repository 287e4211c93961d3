"""The auditor: reads what was published, as anybody may, and works out the most that can be learned from it.

It knows nothing of the records, the facts or the journal, and imports nothing of Everychild but its errors: whatever it
finds, a stranger with the same files and a solver could find.
"""

from __future__ import annotations

from everychild.auditor.audit import Audit, Finding, audit
from everychild.auditor.mending import Mended, Offer, lengthened, mended
from everychild.auditor.published import Published, read_published

__all__ = ["Audit", "Finding", "Mended", "Offer", "Published", "audit", "lengthened", "mended", "read_published"]
