"""The corpus of traps, made from `traps.toml`: people × bundles, each with what must be gone and what must stay."""

from __future__ import annotations

import re
import tomllib
import uuid
from pathlib import Path
from typing import Any, NamedTuple

from workers.cv import Address, Candidate, Cv, Education, Experience, Language, Links, PartialDate, Reference, Skill
from workers.resources.text import flat

DATA = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]


class Trap(NamedTuple):
    name: str
    cv: Cv
    gone: tuple[str, ...]
    kept: tuple[str, ...]


def traps() -> list[Trap]:
    return [trap(person, bundle) for person in DATA["people"] for bundle in DATA["bundles"]]


def trap(person: dict[str, Any], bundle: dict[str, Any]) -> Trap:
    texts = [bundle["summary"], *bundle["achievements"], bundle["contact"], bundle["company"]]
    forms = spellings(person)
    gone = tuple(
        value.format(**forms)
        for text in texts
        for value in re.findall(r"<([^<>]*\{[^<>]*|[A-ZÀ-Þ][^<>/]+|[\w.]+@[^<>]+|[+0][^<>]+)>", text)
    )
    summary, *achievements, contact, company = (plain(text).format(**forms) for text in texts)
    job = Experience(
        job_title="Responsable", company=company, city="Angers", start_date=PartialDate("2019-03"), current=True,
        description=achievements[0], achievements=tuple(achievements[1:]),
    )  # fmt: skip
    cv = Cv(
        resume_id=str(uuid.uuid5(uuid.NAMESPACE_URL, person["last"] + bundle["name"])),
        document_language=person["language"],
        file_name=f"CV {person['first']} {person['last']}.pdf",
        raw_text=f"{person['first']} {person['last']} {person['email']}",
        candidate=candidate(person, summary),
        experiences=(job,),
        educations=(Education(degree="Master Gestion", institution="Université du Ponant", end_date=PartialDate("2008")),),
        skills=tuple(Skill(name=name) for name in ("Python", "Docker", "Excel")),
        languages=(Language(name="Français", level="C2"),),
        references=(Reference(name=contact.split(",")[0], contact=contact),),
    )
    return Trap(f"{person['last']}: {bundle['name']}", cv, gone, tuple(bundle["kept"]))


def plain(text: str) -> str:
    """The text of a trap without its brackets; `<b>` and `</b>` are words of the CV."""
    return re.sub(r"<(?!/?b>)|(?<!<b)(?<!</b)>|[\[\]]", "", text)


def candidate(person: dict[str, Any], summary: str) -> Candidate:
    return Candidate(
        first_name=person["first"],
        last_name=person["last"],
        headline="Chef de projet",
        summary=summary,
        email=person["email"],
        phone=person["phone"],
        date_of_birth=PartialDate(person["born"]),
        place_of_birth=person["place"],
        gender=person["gender"],
        nationality=person["nationality"],
        marital_status=person["marital"],
        address=Address(street=person["street"], postal_code=person["postal_code"], city=person["city"]),
        links=Links(linkedin=person["linkedin"], github=person["github"], website=person["website"]),
    )


def spellings(person: dict[str, Any]) -> dict[str, str]:
    first, last, phone = person["first"], person["last"], person["phone"]
    year, month, day = person["born"].split("-")
    national = re.sub(r"^\+(33|44|1)", "0", phone)
    title = {"FR": ("M.", "Mme"), "EN": ("Mr", "Ms")}[person["language"]][person["gender"] in ("Femme", "Female")]
    local, domain = person["email"].split("@")
    return {
        **person,
        "LAST": last.upper(),
        "initial": first[0],
        "first_": flat(first).replace(" ", "-"),
        "last_": re.sub(r"\W", "-", flat(last)),
        "spaced": " ".join(first.split()[0].split("-")[0]) + "  " + " ".join(re.sub(r"\W", "", last)),
        "phone_spaced": " ".join(national[i : i + 2] for i in range(0, len(national), 2)),
        "phone_dotted": ".".join(national[i : i + 2] for i in range(0, len(national), 2)),
        "email_at": f"{local} [at] {domain.replace('.', ' [dot] ')}".replace("[", "(").replace("]", ")"),
        "github_short": person["github"].removeprefix("https://"),
        "handle": person["github"].rsplit("/", 1)[1],
        "born_long": f"Né(e) le {int(day)} {MONTHS[int(month) - 1]} {year}",
        "born_slash": f"{day}/{month}/{year}",
        "born_iso": person["born"],
        "age": str(2026 - int(year)),
        "title": title,
        "marital_word": person["marital"].split(",")[0],
        "zero_width": first[0] + "\u200b" + first[1:] + " " + last[:2] + "\u00ad" + last[2:],
        "full_width": "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in f"{first} {last}"),
        "upper_last": last.upper(),
    }
