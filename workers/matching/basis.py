"""What all scores of one call rest on: weights, how common words are, and the words of the job asked about last."""

from __future__ import annotations

from typing import NamedTuple

from workers.features import JobFeatures
from workers.matching.parts import Bag, bag
from workers.matching.statistics import Statistics, idf_of
from workers.matching.types import PartKind
from workers.matching.weights import Weights

_FIELDS = {
    PartKind.MUST_HAVE: "must_have", PartKind.NICE_TO_HAVE: "nice_to_have", PartKind.OCCUPATION: "occupation", PartKind.YEARS: "years",
    PartKind.STUDY: "study", PartKind.LANGUAGES: "languages", PartKind.PLACE: "place", PartKind.TEXT: "text",
}  # fmt: skip


class Asked(NamedTuple):
    """The words of a job and those of its title, weighed; and the words of both."""

    words: Bag
    title: Bag
    either: frozenset[str]


class Basis:
    """`weights` by part, their sum 1; `average` length of a CV in words."""

    def __init__(self, weights: Weights, statistics: Statistics) -> None:
        normal = weights.normalised
        self.weights = {kind: float(getattr(normal, name)) for kind, name in _FIELDS.items()}
        self.idf, self.average = idf_of(statistics), statistics.average_length
        self._last: tuple[JobFeatures, Asked] | None = None

    def asked(self, job: JobFeatures) -> Asked:
        """Kept for the last job: many CVs are compared with it."""
        if self._last is None or self._last[0] is not job:
            either = frozenset(job.words) | frozenset(job.title_words)
            self._last = job, Asked(bag(job.words, self.idf), bag(job.title_words, self.idf), either)
        return self._last[1]
