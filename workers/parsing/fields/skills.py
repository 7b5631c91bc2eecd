"""Skills printed as skills: name as printed, level split off, category and id from the taxonomy.

Skills that stand only in a job's text belong to that job; they are listed here only when the CV has no list of skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from workers.cv import SkillCategory
from workers.parsing.context import Context
from workers.parsing.dates import read_dates
from workers.parsing.fields.contact import overlaps
from workers.parsing.fields.links import addresses
from workers.parsing.fields.skill_items import Item, group_kinds, items
from workers.parsing.fields.skill_names import concept_of, is_form, is_language, joined_tools, run_together, with_level, without_opening
from workers.parsing.spans import words_at
from workers.parsing.types import Found, Line, Section
from workers.resources import taxonomy
from workers.resources.language import heading_kind, merged
from workers.resources.taxonomy import Concept
from workers.resources.text import flat, fold

_LONGEST, _MOST_WORDS = 70, 8
_LIST, _MANY = 4, 8
_DATED = re.compile(r"\b(?:19|20)\d\d\s?[-–—/]|\d[/.](?:19|20)\d\d\b|^\W*(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(?:\d[\s().-]{0,2}){8}")
_NOT_SKILL = re.compile(r"@|https?:|www\.|^\W*\d[\d\s./-]*$|\+\d{6}")

Parts = dict[str, Found[Any]]


def find(sections: Sequence[Section], context: Context) -> list[Parts]:
    """`name`, `level`, `category`, `taxonomy_id`, each skill once, in printed order."""
    found: dict[str, Parts] = {}
    for item in _printed(sections, context):
        for part in _skills(item):
            found.setdefault(fold(part["name"].value), part)
    for part in _labelled(sections, context):
        found.setdefault(fold(part["name"].value), part)
    if not found:
        for part in _mentioned(sections):
            found.setdefault(part["taxonomy_id"].value, part)
    return list(found.values())


def _printed(sections: Sequence[Section], context: Context) -> Iterator[Item]:
    """Items of the parts headed as skills, and of short lists beside them whose heading names a group ("Web", "Languages")."""
    sections = [_without_contact(section, context) for section in sections]
    lists = {place: list(items(section, context)) for place, section in enumerate(sections) if _may_list(place, section)}
    taken = {place for place, listed in lists.items() if sections[place].kind == "skills" or _are_skills(listed)}
    for place in (*lists, *reversed(list(lists))):
        beside = (place - 1 in taken and sections[place].kind == "other") or (place + 1 in taken and sections[place].kind == "other")
        if beside and _is_short(lists[place], sections[place]):
            taken.add(place)
    for place in sorted(taken):
        section = sections[place]
        heads_skills = heading_kind(section.title) == "skills" and fold(section.title) not in group_kinds()
        if not section.lines and section.heading and len(taken) > 1 and not heads_skills:
            yield Item(section.title, section.heading.words, "")
        yield from lists[place]


def _without_contact(section: Section, context: Context) -> Section:
    """Side bars print lists under the address without a heading: what follows the last line of contact is a part of its own."""
    if section.kind not in ("summary", "contact"):
        return section
    reached = [place for place, line in enumerate(section.lines) if _reaches(line, context)]
    rest = section.lines[reached[-1] + 1 :] if reached else ()
    return Section("other", "", rest) if len(rest) >= _LIST else section


def _reaches(line: Line, context: Context) -> bool:
    linked = any(link.page == line.page and overlaps(link.box, line.box) for link in context.document.links)
    return linked or bool(_NOT_SKILL.search(line.text) or _NUMBER.search(line.text) or addresses(line.text))


def _may_list(place: int, section: Section) -> bool:
    if section.kind == "skills":
        return True
    elsewhere = section.kind in ("other", "languages", "contact", "publications", "personal", "projects") or (
        section.kind == "header" and place > 0
    )
    return elsewhere and not any(_NOT_SKILL.search(line.text) or _DATED.search(line.text) for line in section.lines)


def _is_short(listed: Sequence[Item], section: Section) -> bool:
    return all(len(item.text.split()) <= 6 for item in listed) and (bool(listed) or section.heading is not None)


def _are_skills(listed: Sequence[Item]) -> bool:
    """A part with an unknown heading that lists mostly known skills."""
    short = [item for item in listed if len(item.text.split()) <= 5 and not is_language(item.text)]
    return len(short) >= max(2, 0.8 * len(listed)) and sum(concept_of(item.text) is not None for item in short) >= (
        0.5 if len(short) < _MANY else 0.34
    ) * len(short)


def _skills(item: Item) -> Iterator[Parts]:
    name, level = with_level(item.text)
    if not name or _NOT_SKILL.search(name) or is_language(name) or is_form(name):
        return
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        for match in taxonomy.find(name, in_list=True):
            yield _part(name[match.begin : match.finish], "", match.concept, item, 0.7)
        return
    name = without_opening(name)
    concept = concept_of(name)
    several = (joined_tools(name) or run_together(name)) if concept is None or " " in name else []
    if several:
        yield from (_part(text, "", one, item, 0.85) for text, one in several)
    else:
        yield _part(name, level, concept, item, 0.96 if concept else 0.9)


def _part(name: str, level: str, concept: Concept | None, item: Item, confidence: float) -> Parts:
    kind = concept.kind if concept else group_kinds().get(item.group, "OTHER")
    part: Parts = {"name": Found(name, confidence, item.words), "category": Found(SkillCategory(kind), confidence, ())}
    if level:
        part["level"] = Found(level, 0.9, item.words)
    if concept:
        part["taxonomy_id"] = Found(concept.id, 0.9, item.words)
    return part


def _labelled(sections: Iterable[Section], context: Context) -> Iterator[Parts]:
    """`Outils : Word, Excel` outside the jobs and outside a list of skills."""
    for section in sections:
        if section.kind not in ("other", "personal", "header", "summary"):
            continue
        for index, line in enumerate(section.lines):
            label = _label().match(flat(line.text))
            if label and not read_dates(line.text)[1]:
                rest = line.text[label.end() :]
                words = words_at(line, label.end(), len(line.text))
                if rest and words:
                    part = Section("skills", line.text[: label.end()], (line._replace(words=words), *section.lines[index + 1 : index + 1]))
                    yield from (skill for item in items(part, context) for skill in _skills(item))


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(flat(word)) for word in merged("labels").get("skills", ())), key=len, reverse=True))
    return re.compile(rf"\W*(?:{words})\s*:\s+")


def _mentioned(sections: Iterable[Section]) -> Iterator[Parts]:
    for section in sections:
        if section.kind in ("experience", "summary", "projects", "other", "header"):
            for line in section.lines:
                for match in taxonomy.find(line.text):
                    words = words_at(line, match.begin, match.finish)
                    yield _part(line.text[match.begin : match.finish], "", match.concept, Item(match.concept.id, words, ""), 0.6)
