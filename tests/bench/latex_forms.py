"""CVs as LaTeX's own classes set them: a JSON Resume document → the source of a page, to be compiled by pdflatex.

`FORMS` names the styles of moderncv (five), europasscv, curve and the table of an article class that many American graduates fill in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.bench.word_forms import Habits

FORMS = (
    "moderncv-casual",
    "moderncv-classic",
    "moderncv-banking",
    "moderncv-oldstyle",
    "moderncv-fancy",
    "europasscv",
    "curve",
    "subheadings",
)
SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "~": r"\textasciitilde{}",
    "\\": "",
    "^": "",
    "ğ": r"\u{g}",
    "ı": r"{\i}",
    "→": "to",
    "≥": "$\\geq$",
    "≤": "$\\leq$",
    "’": "'",
}


def said(text: object) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in str(text or ""))


def split_name(name: str) -> tuple[str, str]:
    first, _, last = name.partition(" ")
    return first, last


def _items(entry: dict[str, Any]) -> str:
    points = [*([entry["summary"]] if entry.get("summary") else []), *entry["highlights"]]
    return r"\begin{itemize}" + "".join(rf"\item {said(point)}" for point in points) + r"\end{itemize}" if points else ""


def _listed(*words: object) -> str:
    return ", ".join(said(word) for word in words if word)


def _moment(entry: dict[str, Any], habits: Habits) -> str:
    return said(habits.moment(entry["date"])[0]) if entry.get("date") else ""


def _degree(study: dict[str, Any]) -> str:
    return " ".join(part for part in (study["studyType"], study["area"]) if part)


def _groups(document: dict[str, Any]) -> list[tuple[str, str]]:
    return [(group["name"], ", ".join(group["keywords"])) if group["keywords"] else ("", group["name"]) for group in document["skills"]]


def moderncv(document: dict[str, Any], habits: Habits, style: str) -> str:
    basics, place = document["basics"], document["basics"]["location"]
    first, last = split_name(basics["name"])
    links = "".join(
        rf"\social[{profile['network'].lower()}]{{{said(profile['username'])}}}"
        for profile in basics["profiles"]
        if profile["network"].lower() in ("linkedin", "github")
    )
    head = [
        r"\documentclass[11pt,a4paper,sans]{moderncv}",
        rf"\moderncvstyle{{{style}}}\moderncvcolor{{blue}}",
        r"\moderncvicons{symbols}",
        r"\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[scale=0.78]{geometry}",
        rf"\name{{{said(first)}}}{{{said(last)}}}",
        rf"\title{{{said(basics.get('label'))}}}",
        rf"\address{{{said(place.get('postalCode'))} {said(place.get('city'))}}}{{}}{{}}",
        rf"\phone[mobile]{{{said(basics.get('phone'))}}}\email{{{said(basics.get('email'))}}}",
        rf"\homepage{{{said(basics['url'].split('://')[-1])}}}" if basics["url"] else "",
        links,
        r"\begin{document}\makecvtitle",
    ]
    body = [rf"\section{{{said(habits.heading('summary'))}}}\cvitem{{}}{{{said(basics['summary'])}}}" if basics.get("summary") else ""]
    body.append(
        _section(
            habits,
            "work",
            [
                rf"\cventry{{{said(habits.span(work)[0])}}}{{{said(work['position'])}}}{{{said(work['name'])}}}{{{said(work.get('location'))}}}{{}}{{{_items(work)}}}"
                for work in document["work"]
            ],
        )
    )
    body.append(
        _section(
            habits,
            "education",
            [
                rf"\cventry{{{said(habits.span(study)[0])}}}{{{said(_degree(study))}}}{{{said(study.get('institution'))}}}{{}}{{}}{{}}"
                for study in document["education"]
            ],
        )
    )
    body.append(_section(habits, "skills", [rf"\cvitem{{{said(name)}}}{{{said(words)}}}" for name, words in _groups(document)]))
    body.append(
        _section(
            habits,
            "languages",
            [rf"\cvitemwithcomment{{{said(one['language'])}}}{{{said(one['fluency'])}}}{{}}" for one in document["languages"]],
        )
    )
    body.append(
        _section(
            habits,
            "certificates",
            [rf"\cvitem{{{_moment(one, habits)}}}{{{_listed(one['name'], one.get('issuer'))}}}" for one in document["certificates"]],
        )
    )
    body.append(_section(habits, "interests", [rf"\cvlistitem{{{said(one['name'])}}}" for one in document["interests"]]))
    return "\n".join([*head, *body, r"\end{document}"])


def _section(habits: Habits, part: str, lines: list[str], command: str = "section") -> str:
    return "\n".join([rf"\{command}{{{said(habits.heading(part))}}}", *lines]) if lines else ""


def europasscv(document: dict[str, Any], habits: Habits) -> str:
    basics, place = document["basics"], document["basics"]["location"]
    language = {"fr": "french", "en": "english"}[habits.language]
    head = [
        rf"\documentclass[{language},a4paper]{{europasscv}}",
        r"\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}",
        rf"\usepackage[{language}]{{babel}}",
        rf"\ecvname{{{said(basics['name'])}}}",
        rf"\ecvaddress{{{said(place.get('postalCode'))} {said(place.get('city'))}}}",
        rf"\ecvmobile{{{said(basics.get('phone'))}}}",
        rf"\ecvemail{{{said(basics.get('email'))}}}",
        rf"\ecvhomepage{{{said(basics['url'])}}}" if basics["url"] else "",
        r"\begin{document}\begin{europasscv}\ecvpersonalinfo",
    ]
    body = [
        _section(
            habits,
            "work",
            [
                rf"\ecvtitle{{{said(habits.span(work)[0])}}}{{{said(work['position'])}}}"
                rf"\ecvitem{{}}{{{_listed(work['name'], work.get('location'))}}}"
                rf"\ecvitem{{}}{{{_items(work)}}}"
                for work in document["work"]
            ],
            "ecvsection",
        )
    ]
    body.append(
        _section(
            habits,
            "education",
            [
                rf"\ecvtitle{{{said(habits.span(study)[0])}}}{{{said(_degree(study))}}}\ecvitem{{}}{{{said(study.get('institution'))}}}"
                for study in document["education"]
            ],
            "ecvsection",
        )
    )
    body.append(
        _section(habits, "skills", [rf"\ecvblueitem{{{said(name)}}}{{{said(words)}}}" for name, words in _groups(document)], "ecvsection")
    )
    body.append(
        _section(
            habits,
            "languages",
            [rf"\ecvblueitem{{{said(one['language'])}}}{{{said(one['fluency'])}}}" for one in document["languages"]],
            "ecvsection",
        )
    )
    return "\n".join([*head, *body, r"\end{europasscv}\end{document}"])


def curve(document: dict[str, Any], habits: Habits) -> str:
    """Rubrics whose dates stand in a left column under a centred head, one file in the class's own words."""
    basics = document["basics"]
    rubrics = {
        "work": [
            (
                habits.span(work)[0],
                rf"\textbf{{{said(work['position'])}}}, {said(work['name'])}"
                + (f", {said(work['location'])}" if work.get("location") else "")
                + ". "
                + said(work.get("summary"))
                + _items({**work, "summary": ""}),
            )
            for work in document["work"]
        ],
        "education": [
            (habits.span(study)[0], rf"\textbf{{{said(_degree(study))}}}, {said(study.get('institution'))}")
            for study in document["education"]
        ],
        "skills": [(name, said(words)) for name, words in _groups(document)],
        "languages": [(one["language"], said(one["fluency"])) for one in document["languages"]],
        "certificates": [(habits.moment(one["date"])[0] if one.get("date") else "", said(one["name"])) for one in document["certificates"]],
    }
    names = {part: "abcde"[place] for place, part in enumerate(rubrics)}
    files = "".join(
        rf"\begin{{filecontents*}}[overwrite]{{rubric-{names[part]}.tex}}"
        + "\n"
        + rf"\begin{{rubric}}{{{said(habits.heading(part))}}}"
        + "\n"
        + "\n".join(rf"\entry*[{said(key)}] {words}" for key, words in entries)
        + "\n"
        + r"\end{rubric}"
        + "\n"
        + r"\end{filecontents*}"
        + "\n"
        for part, entries in rubrics.items()
        if entries
    )
    contact = r"\\ ".join(
        said(value) for value in (basics["location"].get("city"), basics.get("phone"), basics.get("email"), basics["url"]) if value
    )
    return (
        files
        + r"\documentclass[a4paper,skipsamekey,11pt]{curve}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}"
        + "\n"
        rf"\leftheader{{{{\LARGE\bfseries {said(basics['name'])}}}\\ {contact}}}\title{{{said(basics.get('label'))}}}" + "\n"
        r"\begin{document}\makeheaders[c]\maketitle"
        + "".join(rf"\makerubric{{rubric-{names[part]}}}" for part, entries in rubrics.items() if entries)
        + r"\end{document}"
    )


def subheadings(document: dict[str, Any], habits: Habits) -> str:
    """The article whose entries are two lines of two cells each, dates and place at the right."""
    basics = document["basics"]
    two = r"\begin{tabular*}{\textwidth}{l@{\extracolsep{\fill}}r}\textbf{%s} & %s \\ "
    two += r"\textit{\small %s} & \textit{\small %s}\end{tabular*}\par "
    contact = " $|$ ".join(
        said(value)
        for value in (
            basics.get("phone"),
            basics.get("email"),
            *(profile["url"].split("://")[-1] for profile in basics["profiles"]),
            basics["location"].get("city"),
        )
        if value
    )
    parts = [
        r"\documentclass[letterpaper,11pt]{article}\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage[margin=18mm]{geometry}",
        r"\usepackage{titlesec}\titleformat{\section}{\scshape\raggedright\large}{}{0em}{}[\titlerule]\pagestyle{empty}\parindent0pt\begin{document}",
        rf"\begin{{center}}{{\Huge \scshape {said(basics['name'])}}}\\ {contact}\end{{center}}",
        _section(
            habits,
            "education",
            [
                two % (said(study.get("institution")), "", said(_degree(study)), said(habits.span(study)[0]))
                for study in document["education"]
            ],
        ),
        _section(
            habits,
            "work",
            [
                two % (said(work["position"]), said(habits.span(work)[0]), said(work["name"]), said(work.get("location"))) + _items(work)
                for work in document["work"]
            ],
        ),
        _section(
            habits,
            "skills",
            [rf"\textbf{{{said(name)}}}: {said(words)}\par" if name else rf"{said(words)}\par" for name, words in _groups(document)],
        ),
        _section(
            habits,
            "languages",
            [", ".join(f"{said(one['language'])} ({said(one['fluency'])})" for one in document["languages"])]
            if document["languages"]
            else [],
        ),
        r"\end{document}",
    ]
    return "\n".join(parts)


def source(document: dict[str, Any], form: str, habits: Habits) -> str:
    if form.startswith("moderncv-"):
        return moderncv(document, habits, form.removeprefix("moderncv-"))
    made: dict[str, Callable[[dict[str, Any], Habits], str]] = {"europasscv": europasscv, "curve": curve, "subheadings": subheadings}
    return made[form](document, habits)
