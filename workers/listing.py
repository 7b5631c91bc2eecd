"""One CV against ads that come with the question, as JobZen's `/match` and `/score` ask. Pure, so that a child process can do it.

The same ads are asked about for one candidate after another, and to read an ad takes four times what it takes to compare it: what was
understood of the last few thousand stays in the memory of the process, under a digest of the account and the words. Nothing of a CV does.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from workers import features, matching
from workers.comparison import Judged, listed, read_profile
from workers.features import CvFeatures, JobFeatures
from workers.matching.score import Scorer
from workers.matching.statistics import Statistics
from workers.matching.weights import Weights
from workers.parsing import job_ad
from workers.parsing.job_ad import Written

_MOST = 4000


class Listing(NamedTuple):
    """A job as JobZen sends it."""

    title: str
    description: str
    requirements: str | tuple[str, ...] | None = None


class Manner(NamedTuple):
    """How scores are made and told. Without `explain` they have no parts; with it nothing is said of what would change them. `language` of
    the sentences: None for that of each ad. What is remembered of ads is the `owner`'s alone."""

    weights: Weights = Weights()
    known: Statistics = matching.DEFAULT_STATISTICS
    language: str | None = None
    explain: bool = False
    owner: str = ""


class Memory(OrderedDict[bytes, bytes]):
    """Digest → packed features of the ads asked about last."""

    def recall(self, key: bytes) -> JobFeatures | None:
        if key not in self:
            return None
        self.move_to_end(key)
        return features.from_msgpack(JobFeatures, self[key])

    def keep(self, key: bytes, found: JobFeatures) -> JobFeatures:
        self[key] = features.to_msgpack(found)
        if len(self) > _MOST:
            self.popitem(last=False)
        return found


_memory = Memory()


def listings(cv: CvFeatures, jobs: Sequence[Listing], manner: Manner) -> list[Judged]:
    """One CV against ads that are kept nowhere else; in the order given."""
    scorer = Scorer(cv, manner.weights, manner.known)
    return [_judged(scorer, job, manner) for job in _understood(jobs, manner.owner)]


def _understood(jobs: Sequence[Listing], owner: str) -> list[JobFeatures]:
    """Each step over all ads at once: its tables stay near the processor, which saves a fifth of the time."""
    keys = [hashlib.blake2b(msgspec.json.encode((owner, job)), digest_size=16).digest() for job in jobs]
    recalled = {key: _memory.recall(key) for key in keys}
    unread = {key: job for key, job in zip(keys, jobs, strict=True) if recalled[key] is None}
    written = (Written(job.description, job.title, job.requirements) for job in unread.values())
    read = [listed(ad, job.description) for ad, job in zip(job_ad.read_texts(written, shown=False), unread.values(), strict=True)]
    made = [matching.features_of_job(ad) for ad in read]
    found = recalled | {key: _memory.keep(key, job) for key, job in zip(unread, made, strict=True)}
    return [job for key in keys if (job := found[key])]


def _judged(scorer: Scorer, job: JobFeatures, manner: Manner) -> Judged:
    if not manner.explain:
        return Judged(scorer.score(job, shown=False), None)
    found = scorer.score(job)
    return Judged(found, matching.explain(found, scorer.cv, job, manner.language or job.language, changes=False))


def warm_up() -> None:
    """Reads the words of ads and how common they are, so that the first comparison of a process waits for neither."""
    cv, _ = read_profile({"skills": ["Python"], "positions": ["Nurse"]}, dt.date(2000, 1, 1))
    listings(cv, [Listing("Nurse", "You have worked with Python for 2 years and speak French.")], Manner(explain=True))
