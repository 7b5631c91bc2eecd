"""Who asks: an account through one of its keys, or a task of the account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from db.models import Account, ApiKey
from db.secrets import Sealer
from workers.errors import ErrorCode, Forbidden


class Tier(StrEnum):
    BASIC = "basic"
    STANDARD = "standard"
    PREMIUM = "premium"


class Scope(StrEnum):
    READ = "read"
    WRITE = "write"
    PARSE = "parse"
    MATCH = "match"
    RENDER = "render"
    ADMIN = "admin"


@dataclass(frozen=True)
class Caller:
    """`sandbox` callers see sandbox data alone; `key` is None inside tasks, which may do what their account may."""

    account: Account
    sandbox: bool = False
    key: ApiKey | None = None
    request_id: str | None = None

    @property
    def account_id(self) -> UUID:
        return self.account.id

    @property
    def sealer(self) -> Sealer:
        return self.account.sealer

    @property
    def tier(self) -> Tier:
        return Tier(self.key.tier) if self.key else Tier.PREMIUM

    def demand(self, scope: Scope) -> None:
        """Raise Forbidden where the key was not given this scope. A key without scopes may do everything."""
        if self.key and self.key.scopes and scope not in self.key.scopes:
            raise Forbidden(f"This key has no '{scope}' scope; make one with it: apiKeyCreate(scopes: ...)", ErrorCode.SCOPE_REQUIRED)

    def demand_tier(self, tier: Tier) -> None:
        """Raise Forbidden, naming `tier`, where the key's own is lower."""
        if list(Tier).index(self.tier) < list(Tier).index(tier):
            raise Forbidden(f"This call needs a key of the '{tier}' tier; this key's is '{self.tier}'", ErrorCode.TIER_REQUIRED)
