"""Every golden layout gives its person back, line for line and value for value."""

from __future__ import annotations

import csv
import datetime as dt
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.golden import abroad, drawn, exports, flowing, habits, latex, layouts, letters, narrow, pages, unseen, whole, word
from tests.golden.people import Person
from workers.cv import Cv, DocumentType, to_json, to_tree
from workers.parsing import parse
from workers.parsing.lines import lines
from workers.parsing.read import read
from workers.resources.language import heading_kind

GOLDEN = Path(layouts.__file__).parent
CASES = {
    **layouts.CASES,
    **habits.CASES,
    **narrow.CASES,
    **latex.CASES,
    **pages.CASES,
    **flowing.CASES,
    **abroad.CASES,
    **exports.CASES,
    **drawn.CASES,
    **unseen.CASES,
    **word.CASES,
}
FILES = [*CASES, *letters.CASES, *whole.CASES]
TODAY = dt.date(2026, 11, 1)


def given(case: str) -> tuple[Path, bytes]:
    path = next((GOLDEN / case).glob("input.*"))
    return path, path.read_bytes()


def read_cv(case: str) -> Cv:
    path, data = given(case)
    return parse(data, path.name, today=TODAY)


def compare(path: Path, text: str, update: bool) -> None:
    if update:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, f"{path.parent.name}/{path.name} differs; look, then run with --update-golden"


@pytest.mark.parametrize("case", FILES)
def test_lines_are_read_in_order(case: str, update_golden: bool) -> None:
    path, data = given(case)
    printed = lines(read(data, path.name), lambda text: heading_kind(text) is not None)
    text = "".join(f"{line.page}.{line.block} {line.text}\n" for line in printed)
    compare(path.with_name("lines.txt"), text, update_golden)


@pytest.mark.parametrize("case", FILES)
def test_values_stay_what_they_are(case: str, update_golden: bool) -> None:
    tree = to_tree(read_cv(case))
    for name in ("evidence", "rawText", "parsedAt", "resumeId"):
        tree.pop(name)
    compare(given(case)[0].with_name("cv.json"), json.dumps(tree, ensure_ascii=False, indent=1) + "\n", update_golden)


@pytest.mark.parametrize("case", CASES)
def test_the_person_is_recognised(case: str) -> None:
    cv, person = read_cv(case), CASES[case][1]
    assert (cv.candidate.first_name, cv.candidate.last_name) == (person.given, person.family)
    assert cv.candidate.email == person.email
    assert cv.candidate.address.city == person.address.split()[-1]
    assert {language.name for language in cv.languages} == {name for name, _ in person.tongues}


# Without degrees of their own, other languages give studies now and then only.
WHOLE = [case for case in CASES if case not in abroad.CASES]


@pytest.mark.parametrize("case", WHOLE)
def test_every_post_and_study_is_found_with_its_dates(case: str) -> None:
    cv, person = read_cv(case), CASES[case][1]
    assert [(post.job_title, folded(post.company), post.start_date, post.end_date, post.current) for post in cv.experiences] == [
        (post.title, company, post.start, post.end, post.end is None)
        for post, company in zip(person.posts, employers(case, person), strict=True)
    ]
    assert [study.institution for study in cv.educations] == [study.school for study in person.studies]
    assert [study.end_date.year if study.end_date else None for study in cv.educations] == [int(study.end[:4]) for study in person.studies]


def folded(company: str | None) -> str:
    return (company or "").casefold()


def employers(case: str, person: Person) -> list[str]:
    """One layout puts the first two posts into one company."""
    names = [post.company.casefold() for post in person.posts]
    return [names[0], names[0], names[2]] if case == "fr-one-company" else names


@pytest.mark.parametrize("case", FILES)
def test_what_is_no_cv_is_called_so(case: str) -> None:
    cv = read_cv(case)
    assert cv.document_type is letters.KINDS.get(case, DocumentType.CV)
    assert ("NOT_A_CV" in [warning.code for warning in cv.warnings]) is (case in letters.KINDS)


@pytest.mark.parametrize("case", whole.CASES)
def test_every_field_of_the_table_is_read_from_one_cv(case: str) -> None:
    table = files("workers.resources").joinpath("resume_fields.csv").read_text(encoding="utf-8")
    paths = {row["path"] for row in csv.DictReader(table.splitlines())}
    assert {path for path in paths if not filled(to_tree(read_cv(case)), path)} <= whole.NOT_PRINTED


def filled(tree: Any, path: str) -> bool:
    head, _, rest = path.partition(".")
    value = tree.get(head.removesuffix("[]"))
    if head.endswith("[]"):
        return any(filled(each, rest) if rest else bool(each) for each in value or ())
    return filled(value, rest) if rest else value not in (None, "", [])


def test_words_nobody_sees_are_told_with_their_place_and_become_no_value() -> None:
    cv = read_cv("en-unseen")
    assert {warning.code for warning in cv.warnings} == {"HIDDEN_TEXT", "PROMPT_INJECTION"}
    assert all(warning.page == 2 and warning.box for warning in cv.warnings)
    assert not any(word in to_json(cv).decode() for word in ("Kubernetes", "Terraform", "instructions"))
    reasons = {each.reason for each in read(given("en-unseen")[1], "input.pdf").hidden}
    assert reasons == {"white", "tiny", "off_page", "covered", "transparent", "clipped"}


def test_every_value_keeps_the_words_it_was_read_from() -> None:
    cv = read_cv("fr-sidebar-left")
    told = cv.evidence["experiences[0].company"]
    assert (told.page, told.text) == (1, "Transports Brévaline,")
    assert 0 < told.confidence <= 1 and told.box[0] < told.box[2] and told.box[1] < told.box[3]
