"""The settings of approval: who must say yes to a reply, and how long a yes holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from warroom import config_kinds as kinds
from warroom.domain.approval_default import DEFAULT


def _shipped() -> Mapping[str, str]:
    return DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Who must approve a reply (docs/approvals.md). ``drafts_only`` are people who may write, and not send."""

    expires: timedelta = field(
        default=timedelta(hours=2), metadata=kinds.duration(timedelta(minutes=1), timedelta(days=7)).meta,
    )
    drafts_only: tuple[str, ...] = field(default=(), metadata=kinds.texts().meta)
    rules: Mapping[str, str] = field(default_factory=_shipped, metadata=kinds.approval_rules().meta)
