"""bytes → words → lines → sections → fields → Cv."""

from __future__ import annotations

import datetime as dt

from workers.cv import Candidate, Cv, Education, Evidence, Experience, Language
from workers.parsing.assemble import node, nodes
from workers.parsing.context import context_of
from workers.parsing.fields import address, contact, education, experience, headline, languages, links, name, summary
from workers.parsing.lines import lines
from workers.parsing.read import read
from workers.parsing.sections import body_of, sections
from workers.parsing.warnings import clean, warnings
from workers.resources.language import heading_kind


def parse(data: bytes, file_name: str, *, today: dt.date) -> Cv:
    seen = read(data, file_name)
    document = clean(seen)
    all_lines = lines(document, lambda text: heading_kind(text) is not None)
    body = body_of(all_lines)
    parts = sections(all_lines)
    context = context_of(document, all_lines, body, today)
    evidence: dict[str, Evidence] = {}
    person = dict(name.find(parts, all_lines, body, context.text))
    named = tuple(word for found in person.values() for word in found.words)
    person |= headline.find(parts, all_lines, named, body.size)
    person |= summary.find(parts)
    for finder in (contact, address, links):
        person |= finder.find(parts, context)
    return Cv(
        file_name=file_name,
        page_count=document.page_count or len(document.pages),
        document_language=context.language.upper(),
        ocr_applied=document.recognised,
        raw_text=context.text,
        warnings=warnings(seen, context.text),
        candidate=node(Candidate, person, "candidate", evidence),
        experiences=nodes(Experience, experience.find(parts, body), "experiences", evidence),
        educations=nodes(Education, education.find(parts, body), "educations", evidence),
        languages=nodes(Language, languages.find(parts, context), "languages", evidence),
        evidence=evidence,
    )
