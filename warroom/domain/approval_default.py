"""Who must say yes where the settings say nothing else; apart, so that reading the settings stays quick."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: The rules as they are shipped; docs/approvals.md says why.
DEFAULT: Final[Mapping[str, str]] = MappingProxyType({
    "override": "approver or legal",
    "statement": "nobody",
    "SEV1": "approver or legal",
    "SEV2": "approver or legal",
    "broadcast": "lead or approver or legal",
    "any": "nobody",
})
