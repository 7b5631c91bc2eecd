"""The ad's requirements against the CV: what it names, what it has under another name, what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workers.coaching.types import Keyword
from workers.cv import Cv
from workers.job_ad import JobAd, Requirement
from workers.resources import taxonomy
from workers.resources.taxonomy import Concept
from workers.resources.text import fold

NAMED = ("TOOL", "METHOD")
TERSE = 300


def keywords(cv: Cv, job: JobAd) -> tuple[Keyword, ...]:
    """Requirements first, then wishes, then what the ad names in passing; each once. One of several alternatives is enough."""
    held, narrower = _held(cv)
    whole = fold(" ".join(_texts(cv)))
    met = {each.group for each in job.must_have if each.group is not None and _is_held(each, held, whole)}
    found: dict[str, Keyword] = {}
    for wanted, must in _wanted(job):
        if wanted.group in met and not _is_held(wanted, held, whole):
            continue
        identity = _id(wanted)
        seen = narrower.get(identity, "")
        language, other = _forms(wanted, job.language)
        keyword = Keyword(identity, wanted.name, language, other, must, _is_held(wanted, held, whole), seen)
        found.setdefault(identity, keyword)
    return tuple(found.values())


def _wanted(job: JobAd) -> Iterator[tuple[Requirement, bool]]:
    yield from ((each, True) for each in job.must_have)
    yield from ((each, False) for each in job.nice_to_have)
    yield from ((each, False) for each in _in_passing(job))


def _in_passing(job: JobAd) -> Iterator[Requirement]:
    """What is named while the ad tells of the work. What the employer sells and what the post offers is asked of nobody."""
    told = job.description or ""
    is_terse = len(told) < TERSE
    text = f"{job.title or ''}. {told if is_terse else ' '.join(filter(None, (job.duties, job.profile)))}"
    for match in taxonomy.find(text):
        words, concept = text[match.begin : match.finish], match.concept
        if taxonomy.sectors().lookup(words) or set(words) & set("(,;"):
            continue
        # Tools and methods have names of their own. Of the rest, whose words may mean much else ('B2B', 'delivery'), the full
        # name counts, and only in the few words of a short ad.
        if concept.kind in NAMED or (is_terse and _words(words) in (_words(concept.en), _words(concept.fr))):
            yield Requirement(name=words, taxonomy_id=concept.id)


def _id(wanted: Requirement) -> str:
    return wanted.taxonomy_id or "=" + fold(wanted.name)


def _is_held(wanted: Requirement, held: Iterable[str], whole: str) -> bool:
    return _id(wanted) in held or f" {fold(wanted.name)} " in f" {whole} "


def _held(cv: Cv) -> tuple[set[str], dict[str, str]]:
    """Ids of the skills the CV names, and for each wider skill the words of the CV that imply it."""
    held: dict[str, str] = {}
    for skill in cv.skills:
        held.setdefault(skill.taxonomy_id or "=" + fold(skill.name), skill.name)
    for text in _texts(cv):
        for match in taxonomy.find(text):
            held.setdefault(match.concept.id, text[match.begin : match.finish])
    wider: dict[str, str] = {}
    for identity, words in held.items():
        for above in _above(identity):
            wider.setdefault(above, words)
    return set(held), wider


def _texts(cv: Cv) -> Iterator[str]:
    if cv.raw_text:
        yield cv.raw_text
    yield from (skill.name for skill in cv.skills)
    for post in cv.experiences:
        yield from filter(None, (post.job_title, post.description, *post.achievements, *post.skills))
    yield from (each.name for each in cv.certifications)
    yield from filter(None, (cv.candidate.headline, cv.candidate.summary))


def _above(identity: str) -> Iterator[str]:
    concept = taxonomy.concept(identity)
    yield from concept.broader if concept else ()


def _forms(wanted: Requirement, spoken: str | None) -> tuple[str, str]:
    """The language of the ad's word, and the word in the other one, plural where the ad's is; empty where both use the same words."""
    concept = taxonomy.concept(wanted.taxonomy_id or "")
    name = _words(wanted.name)
    if concept is None or _words(concept.en) == _words(concept.fr) or wanted.name.isupper():
        # What stands in capitals is written alike in both languages, and its letters may stand for other words here.
        return "", ""
    english, french = (len(_stems(wanted.name) & _stems(label)) for label in (concept.en, concept.fr))
    if not (english or french):
        return "", ""
    # 'sauces' and 'audit' are words of both: in a French ad they are French.
    is_english = english > french or (english == french and spoken != "fr")
    other = concept.fr if is_english else _in_number(concept, _is_plural(wanted.name))
    return "en" if is_english else "fr", "" if _words(other) == name else other


def _in_number(concept: Concept, many: bool) -> str:
    # A form of the same name shares a word with it: 'unit tests' and 'Unit testing'.
    forms = (label for label in (concept.en, *concept.labels[2:]) if _is_form(label, concept.en))
    return next((label for label in forms if _is_plural(label) == many), concept.en)


def _is_form(label: str, name: str) -> bool:
    return bool(_words(label) & _words(name)) and len(fold(label).split()) == len(fold(name).split())


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.rstrip("sx") for word in fold(text).split())


def _is_plural(text: str) -> bool:
    return any(word.endswith("s") and not word.endswith("ss") for word in text.lower().split())
