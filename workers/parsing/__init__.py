"""bytes → words → lines → sections → fields → Cv."""

from __future__ import annotations

import datetime as dt

from workers.cv import Candidate, Cv, Education, Evidence, Experience
from workers.parsing.assemble import node, nodes
from workers.parsing.fields import education, experience, headline, name, summary
from workers.parsing.lines import lines
from workers.parsing.read import read
from workers.parsing.sections import body_of, sections
from workers.resources.language import heading_kind


def parse(data: bytes, file_name: str, today: dt.date) -> Cv:
    document = read(data, file_name)
    all_lines = lines(document, lambda text: heading_kind(text) is not None)
    body = body_of(all_lines)
    parts = sections(all_lines)
    evidence: dict[str, Evidence] = {}
    text = "\n".join(line.text for line in all_lines)
    person = dict(name.find(parts, all_lines, body, text))
    named = tuple(word for found in person.values() for word in found.words)
    person |= headline.find(parts, all_lines, named, body.size)
    person |= summary.find(parts)
    return Cv(
        file_name=file_name,
        page_count=len(document.pages),
        candidate=node(Candidate, person, "candidate", evidence),
        experiences=nodes(Experience, experience.find(parts, body), "experiences", evidence),
        educations=nodes(Education, education.find(parts, body), "educations", evidence),
        evidence=evidence,
    )
