from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import strawberry

from db import models
from graph.schema.connection import After, Connection, First, Order, loaded, page
from graph.schema.context import Info
from graph.schema.node import Node, Nodes, uuid_of
from graph.schema.payload import UserError, payload
from workers.errors import NotFound
from workers.services import audit_event, candidate, profile

if TYPE_CHECKING:
    from graph.schema.resume import Resume

Resumes = Annotated["Resume", strawberry.lazy("graph.schema.resume")]


@strawberry.type(description="A person, recognised again by e-mail, phone, or name with birth date.")
class Candidate(Node):
    row: strawberry.Private[models.Candidate]
    updated_at: dt.datetime = strawberry.field(description="When a CV last changed the person, UTC.")
    ref: str | None = strawberry.field(description="What the account calls the candidate; JobZen's candidate_ref.")
    linked_at: dt.datetime | None = strawberry.field(description="When the candidate was linked under that ref, UTC.")
    consented_at: dt.datetime | None = strawberry.field(description="When the person agreed, having been invited, UTC.")
    consent_version: str | None = strawberry.field(description="Version of the text agreed to.")

    @classmethod
    def show(cls, row: models.Candidate) -> Candidate:
        return cls(
            row=row,
            id=strawberry.ID(str(row.id)),
            created_at=row.created_at,
            updated_at=row.updated_at,
            ref=row.ref,
            linked_at=row.linked_at,
            consented_at=row.consented_at,
            consent_version=row.consent_version,
        )

    def person(self, info: Info) -> candidate.Person:
        return candidate.person(self.row, info.context.caller)

    @strawberry.field(description="Given name and family name.")
    def name(self, info: Info) -> str | None:
        return self.person(info).name

    @strawberry.field(description="Given name.")
    def first_name(self, info: Info) -> str | None:
        return self.person(info).first_name

    @strawberry.field(description="Family name.")
    def last_name(self, info: Info) -> str | None:
        return self.person(info).last_name

    @strawberry.field(description="Professional title, from the newest CV.")
    def headline(self, info: Info) -> str | None:
        return self.person(info).headline

    @strawberry.field(description="First e-mail address.")
    def email(self, info: Info) -> str | None:
        return self.person(info).email

    @strawberry.field(description="Phone number, E.164.")
    def phone(self, info: Info) -> str | None:
        return self.person(info).phone

    @strawberry.field(description="Town.")
    def city(self, info: Info) -> str | None:
        return self.person(info).city

    @strawberry.field(description="The person's CVs, newest first.")
    async def resumes(self, info: Info, first: First = 20, after: After = None) -> Connection[Resumes]:
        from graph.schema.resume import Resume

        return loaded(await info.context.many(models.Resume, "candidate_id").load(self.row.id), Resume.show, first, after)

    @strawberry.field(description="All that is kept of the person, as JSON: link, consent, CVs with their scores, and who looked when.")
    async def export(self, info: Info) -> str:
        return (await profile.exported(info.context.caller, self.row)).decode()

    @strawberry.field(description="The newest CV.")
    async def latest_resume(self, info: Info) -> Resumes | None:
        from graph.schema.resume import Resume

        rows = await info.context.many(models.Resume, "candidate_id").load(self.row.id)
        return Resume.show(rows[0]) if rows else None


Nodes.register(models.Candidate, Candidate.show)


@strawberry.input(description="Which candidates; what is left out does not matter.")
class CandidateFilter:
    email: str | None = strawberry.field(default=None, description="Exact e-mail address.")
    phone: str | None = strawberry.field(default=None, description="Exact number, E.164.")
    name: str | None = strawberry.field(default=None, description="Whole words of the name, in any order, accents or not.")
    created_after: dt.datetime | None = strawberry.field(default=None, description="Made at or after, UTC.")
    created_before: dt.datetime | None = strawberry.field(default=None, description="Made before, UTC.")


@strawberry.type(description="The person erased, with every CV and file.")
class CandidateDeletePayload:
    deleted_candidate_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the person erased.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.input(description="How the account calls a candidate.")
class CandidateLinkInput:
    ref: str = strawberry.field(default="", description="The ref, 1 to 200 characters without a slash; one in use is refused.")


@strawberry.type(description="The candidate as it is linked now.")
class CandidateLinkPayload:
    candidate: Candidate | None = strawberry.field(default=None, description="The candidate.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The link that has ended.")
class CandidateDissociatePayload:
    dissociated_candidate_id: strawberry.ID | None = strawberry.field(default=None, description="Id of the candidate.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


async def candidates(
    info: Info, filter: CandidateFilter | None = None, first: First = 20, after: After = None, order: Order = Order.NEWEST
) -> Connection[Candidate]:
    asked = filter or CandidateFilter()
    query = candidate.visible(info.context.caller, **{name: value for name, value in vars(asked).items() if value is not None})
    found = await page(query, Candidate.show, first, after, order)
    await audit_event.record(info.context.caller, "candidate.read", *(edge.node.row.id for edge in found.edges))
    return found


async def candidate_by_id(info: Info, id: strawberry.ID) -> Candidate | None:
    try:
        row = await candidate.get(info.context.caller, uuid_of(id))
    except NotFound:
        return None
    await audit_event.record(info.context.caller, "candidate.read", row.id)
    return Candidate.show(row)


@payload(CandidateDeletePayload)
async def candidate_delete(info: Info, id: strawberry.ID) -> CandidateDeletePayload:
    await candidate.delete(info.context.caller, uuid_of(id))
    return CandidateDeletePayload(deleted_candidate_id=id)


@payload(CandidateLinkPayload)
async def candidate_link(info: Info, id: strawberry.ID, input: CandidateLinkInput) -> CandidateLinkPayload:
    return CandidateLinkPayload(candidate=Candidate.show(await profile.link(info.context.caller, uuid_of(id), input.ref)))


@payload(CandidateDissociatePayload)
async def candidate_dissociate(info: Info, ref: str) -> CandidateDissociatePayload:
    gone = await profile.dissociate(info.context.caller, ref)
    return CandidateDissociatePayload(dissociated_candidate_id=strawberry.ID(str(gone)))
