from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import strawberry
from strawberry.dataloader import DataLoader

from db import models
from graph.schema.context import Info
from graph.schema.node import uuid_of
from graph.schema.payload import UserError, payload
from workers.comparison import Judged
from workers.errors import NotFound
from workers.matching.types import Fact as FlowFact
from workers.matching.types import Part as FlowPart
from workers.matching.types import PartKind, Recommendation
from workers.matching.weights import Weights
from workers.services import match

if TYPE_CHECKING:
    from graph.schema.job import Job
    from graph.schema.resume import Resume

strawberry.enum(PartKind, description="The named parts of a score. The last two lower the sum of the others.")
strawberry.enum(Recommendation, description="What the score advises: thresholds 80, 60, 40.")

Jobs = Annotated["Job", strawberry.lazy("graph.schema.job")]
Resumes = Annotated["Resume", strawberry.lazy("graph.schema.resume")]
Pair = tuple[UUID, UUID]
Language = Annotated[str | None, strawberry.argument(description="Language of the sentences, ISO 639-1; that of the job where absent.")]


@strawberry.type(description="One thing asked and what the CV has for it.")
class ScoreEvidence:
    asked: str = strawberry.field(description="In the words of the ad.")
    shown: str = strawberry.field(description="In the words of the CV; empty where it has nothing.")
    where: str = strawberry.field(description="Path in the Cv: experiences[1], skills[3].")
    months: int | None = strawberry.field(description="Months of practice.")
    value: float = strawberry.field(description="0 to 1: how far it is met.")
    reason: str = strawberry.field(description="Why, as a word to program against.")


@strawberry.type(description="A part of a score.")
class ScorePart:
    kind: PartKind = strawberry.field(description="What it judges.")
    value: float = strawberry.field(description="0 to 1.")
    weight: float = strawberry.field(description="Its share of the score; 0 where the ad asks nothing of the kind.")
    reason: str = strawberry.field(description="Why, as a word to program against.")
    evidence: list[ScoreEvidence] = strawberry.field(description="What it was made from.")


@strawberry.type(description="One sentence of the explanation.")
class Statement:
    text: str = strawberry.field(description="The sentence.")
    kind: PartKind = strawberry.field(description="The part it speaks of.")
    where: str = strawberry.field(description="Path in the Cv; empty where nothing is shown.")
    months: int | None = strawberry.field(description="Months of practice.")
    brief: str = strawberry.field(description="The same in a few words, for lists.")


@strawberry.type(description="A single addition to the CV and the points it would bring, computed by scoring again.")
class ScoreChange:
    text: str = strawberry.field(description="The addition, as a sentence.")
    kind: PartKind = strawberry.field(description="The part it changes.")
    name: str = strawberry.field(description="What to add.")
    gain: float = strawberry.field(description="Points.")


@strawberry.type(description="How well a resume fits a job, and why. 0 to 100 by itself, whoever else applied.")
class Score:
    job_id: strawberry.ID = strawberry.field(description="The job.")
    resume_id: strawberry.ID = strawberry.field(description="The resume.")
    asked: strawberry.Private[tuple[str | None, Weights | None]]

    async def judged(self, info: Info) -> Judged:
        found = await _loader(info, self.asked).load((UUID(self.job_id), UUID(self.resume_id)))
        if found is None:
            raise NotFound("The resume or the job is gone")
        return found

    @strawberry.field(description="0 to 100, two decimals.")
    async def value(self, info: Info) -> float:
        return (await self.judged(info)).score.value

    @strawberry.field(description="Version of the engine: the same version gives the same score.")
    async def engine_version(self, info: Info) -> str:
        return (await self.judged(info)).score.engine_version

    @strawberry.field(description="0 to 1: how much of an ad and a CV there was to compare.")
    async def confidence(self, info: Info) -> float:
        return (await self.judged(info)).score.confidence

    @strawberry.field(description="The ceiling set by missing must-haves; 100 where none is missing.")
    async def cap(self, info: Info) -> float:
        return (await self.judged(info)).score.cap

    @strawberry.field(description="KEYWORD_WALL, PASTED_AD, LITTLE_TO_COMPARE.")
    async def flags(self, info: Info) -> list[str]:
        return list((await self.judged(info)).score.flags)

    @strawberry.field(description="What the value is made of.")
    async def parts(self, info: Info) -> list[ScorePart]:
        return [_part(part) for part in (await self.judged(info)).score.parts]

    @strawberry.field(description="What speaks for the resume.")
    async def strengths(self, info: Info) -> list[Statement]:
        return [Statement(**_plain(each)) for each in (await self.judged(info)).said.strengths]

    @strawberry.field(description="What is missing.")
    async def gaps(self, info: Info) -> list[Statement]:
        return [Statement(**_plain(each)) for each in (await self.judged(info)).said.gaps]

    @strawberry.field(description="What would raise the score most, best first.")
    async def would_change(self, info: Info) -> list[ScoreChange]:
        return [ScoreChange(**_plain(each)) for each in (await self.judged(info)).said.would_change]

    @strawberry.field(description="What to do.")
    async def recommendation(self, info: Info) -> Recommendation:
        return (await self.judged(info)).said.recommendation

    @strawberry.field(description="The job.")
    async def job(self, info: Info) -> Jobs | None:
        from graph.schema.job import Job

        row = await info.context.one(models.Job).load(UUID(self.job_id))
        return Job.show(row) if row else None

    @strawberry.field(description="The resume.")
    async def resume(self, info: Info) -> Resumes | None:
        from graph.schema.resume import Resume

        row = await info.context.one(models.Resume).load(UUID(self.resume_id))
        return Resume.show(row) if row else None


def _plain(each: Any) -> dict[str, Any]:
    return {name: getattr(each, name) for name in each.__struct_fields__}


def _part(part: FlowPart) -> ScorePart:
    return ScorePart(
        kind=part.kind, value=part.value, weight=part.weight, reason=part.reason, evidence=[_evidence(fact) for fact in part.facts]
    )


def _evidence(fact: FlowFact) -> ScoreEvidence:
    return ScoreEvidence(asked=fact.asked, shown=fact.shown, where=fact.where, months=fact.months, value=fact.value, reason=fact.reason)


def _loader(info: Info, asked: tuple[str | None, Weights | None]) -> DataLoader[Pair, Judged | None]:
    """All pairs of a page are explained together."""
    language, weights = asked

    async def load(pairs: Sequence[Pair]) -> list[Judged | None]:
        return await match.explained(info.context.caller, pairs, language, weights)

    loader: DataLoader[Pair, Judged | None] = info.context.loader(("judged", language, str(weights)), load)
    return loader


@strawberry.input(description="How much each part of a score weighs, against the others; what is left out keeps its weight.")
class WeightsInput:
    must_have: float | None = strawberry.field(default=None, description="Skills demanded.")
    nice_to_have: float | None = strawberry.field(default=None, description="Skills welcome.")
    occupation: float | None = strawberry.field(default=None, description="Occupation and title.")
    years: float | None = strawberry.field(default=None, description="Years of experience.")
    study: float | None = strawberry.field(default=None, description="Level of study.")
    languages: float | None = strawberry.field(default=None, description="Languages.")
    place: float | None = strawberry.field(default=None, description="Place or remote work.")
    text: float | None = strawberry.field(default=None, description="Likeness of the texts.")


def weights_of(given: WeightsInput | None) -> Weights | None:
    if given is None:
        return None
    return match.weights_of(_numbers(given))


def _numbers(given: WeightsInput) -> dict[str, float]:
    return {name: value for name, value in vars(given).items() if value is not None}


@strawberry.type(description="The weights that the account's scores are made with from now on.")
class MatchWeightsUpdatePayload:
    weights: list[Weight] = strawberry.field(default_factory=list, description="All parts with their weights.")
    user_errors: list[UserError] = strawberry.field(default_factory=list, description="What the caller can mend.")


@strawberry.type(description="The weight of one part.")
class Weight:
    kind: PartKind = strawberry.field(description="The part.")
    weight: float = strawberry.field(description="Its share of the sum, 0 to 1.")


@payload(MatchWeightsUpdatePayload)
async def match_weights_update(info: Info, input: WeightsInput) -> MatchWeightsUpdatePayload:
    kept = await match.weigh(info.context.caller, _numbers(input))
    return MatchWeightsUpdatePayload(
        weights=[Weight(kind=PartKind(name.upper()), weight=getattr(kept, name)) for name in kept.__struct_fields__]
    )


async def score_by_ids(info: Info, job_id: strawberry.ID, resume_id: strawberry.ID, language: Language = None) -> Score | None:
    job, resume = uuid_of(job_id, "jobId"), uuid_of(resume_id, "resumeId")
    found = await _loader(info, (language, None)).load((job, resume))
    return Score(job_id=strawberry.ID(str(job)), resume_id=strawberry.ID(str(resume)), asked=(language, None)) if found else None
