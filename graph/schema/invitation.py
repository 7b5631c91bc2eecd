from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import strawberry

from db import models
from graph.schema.connection import After, Connection, First, Order, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.errors import NotFound
from workers.services import invitation

if TYPE_CHECKING:
    from graph.schema.candidate import Candidate

LinkedCandidate = Annotated["Candidate", strawberry.lazy("graph.schema.candidate")]


@strawberry.type(description="A code with which a person links themselves to the account: reads who asks, consents, sends a CV.")
class Invitation(Node):
    row: strawberry.Private[models.Invitation]
    ref: str | None = strawberry.field(description="What the account calls the candidate; null where each who answers gets a ref.")
    expires_at: dt.datetime = strawberry.field(description="When it ends, UTC.")
    max_uses: int = strawberry.field(description="How often it may be answered.")
    uses: int = strawberry.field(description="How often it was answered.")
    linked_at: dt.datetime | None = strawberry.field(description="When it was last answered, UTC.")
    revoked_at: dt.datetime | None = strawberry.field(description="When it was stopped, UTC.")

    @classmethod
    def show(cls, row: models.Invitation) -> Invitation:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            ref=row.ref or None,
            expires_at=row.expires_at,
            max_uses=row.max_uses,
            uses=row.uses,
            linked_at=row.linked_at,
            revoked_at=row.revoked_at,
        )

    @strawberry.field(description="E-mail address of whoever is invited.")
    def email(self, info: Info) -> str | None:
        return invitation.email(self.row, info.context.caller)

    @strawberry.field(description="Who last answered; null before, and after the link has ended.")
    async def candidate(self, info: Info) -> LinkedCandidate | None:
        from graph.schema.candidate import Candidate

        row = await info.context.one(models.Candidate).load(self.row.candidate_id) if self.row.candidate_id else None
        return Candidate.show(row) if row else None


Nodes.register(models.Invitation, Invitation.show)


@strawberry.input(description="An invitation to make.")
class InvitationCreateInput:
    ref: str | None = strawberry.field(default=None, description="What the account calls the candidate; JobZen's candidate_ref.")
    email: str | None = strawberry.field(default=None, description="E-mail address of whoever is invited, for the account's own memory.")
    expires_at: dt.datetime | None = strawberry.field(default=None, description="When it ends, UTC; after 30 days, where absent.")
    max_uses: int = strawberry.field(default=1, description="How often it may be answered, 1 to 1000.")


@strawberry.type(description="The invitation made. Code and link are shown only here.")
class InvitationCreatePayload:
    invitation: Invitation | None = strawberry.field(default=None, description="The invitation.")
    code: str | None = strawberry.field(default=None, description="The code, shown this once.")
    link: str | None = strawberry.field(default=None, description="The page that the code opens, shown this once.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The invitation that was stopped.")
class InvitationRevokePayload:
    invitation: Invitation | None = strawberry.field(default=None, description="The invitation.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def invitations(info: Info, first: First = 20, after: After = None, order: Order = Order.NEWEST) -> Connection[Invitation]:
    return await page(invitation.visible(info.context.caller), Invitation.show, first, after, order)


async def invitation_by_id(info: Info, id: strawberry.ID) -> Invitation | None:
    try:
        return Invitation.show(await invitation.get(info.context.caller, uuid_of(id)))
    except NotFound:
        return None


@payload(InvitationCreatePayload)
async def invitation_create(info: Info, input: InvitationCreateInput) -> InvitationCreatePayload:
    made = await invitation.create(info.context.caller, input.ref, email=input.email, expires_at=input.expires_at, max_uses=input.max_uses)
    return InvitationCreatePayload(invitation=Invitation.show(made.invitation), code=made.code, link=made.link)


@payload(InvitationRevokePayload)
async def invitation_revoke(info: Info, id: strawberry.ID) -> InvitationRevokePayload:
    return InvitationRevokePayload(invitation=Invitation.show(await invitation.revoke(info.context.caller, uuid_of(id))))
