"""CVs in forms that no rule was made from: further themes, LaTeX's classes, word processors' habits, and the files Word turns into.

    $CVBENCH_DIR/venv/bin/python -m tests.bench.unseen look|check     makes $CVBENCH_DIR/unseen-look, -check
    python -m tests.bench.parsing --corpus $CVBENCH_DIR/unseen-check  scores the reader on it

As in `strangers`, what is in `look` may be opened while rules are made, and `check` says whether they hold; people and forms are both
dealt by the parity of a digest. The people are those of the benchmark folder's docs/ and of `people/further.toml`. pdflatex with
moderncv, europasscv and curve is Debian's texlive-latex-extra; what is missing is left out and said.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench import latex_forms, word_forms
from tests.bench.strangers import HERE, Job, corpus_maker, dressed, half_of, layouts, resume, with_truth

TURNED = ("odt", "rtf", "doc", "html", "txt")
FLAT = ("paragraphs", "tabs", "dates-table", "grid")
# moderncv asks for icon fonts that Debian packs with half a gigabyte of others: icons become nothing.
ICONS = (
    "Asterisk BabyCarriage Bitbucket Circle Envelope Fax Github GithubSquare Gitlab Globe GlobeAfrica GlobeAmericas GlobeAsia GlobeEurope "
    "Home Inbox Linkedin LinkedinIn Mobile Orcid Phone Print Researchgate Skype StackOverflow Telegram Twitter TwitterSquare Whatsapp Xing "
    "XingSquare"
)
STUBS = {
    "fontawesome5.sty": "".join(rf"\newcommand*{{\fa{name}}}[1][]{{}}" for name in ICONS.split()) + r"\newcommand*{\faIcon}[2][]{}",
    "academicons.sty": "".join(
        rf"\newcommand*{{\ai{name}}}{{}}"
        for name in "GoogleScholar Orcid ResearchGate ResearchGateSquare ResearcherID ResearcherIDSquare".split()
    ),
}
FILTERS = {"txt": "txt:Text (encoded):UTF8", "html": "html:HTML (StarWriter)", "doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt"}


class Piece(NamedTuple):
    person: str
    language: str
    maker: str
    form: str
    suffix: str
    kind: str

    @property
    def file(self) -> str:
        return f"{self.person}__{self.maker}-{self.form.split('@')[0]}.{self.suffix}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", choices=("look", "check"))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", default="", help="makers, separated by commas: theme, rendercv, latex, word, turned")
    options = parser.parse_args()
    maker = corpus_maker()
    out = Path(maker.WORK) / f"unseen-{options.half}"
    (out / "html").mkdir(parents=True, exist_ok=True)
    people = dict(_people(maker, options.half))
    pieces = [piece for piece in plan(people, options.half) if not options.only or piece.maker in options.only.split(",")]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        made = [one for one in pool.map(lambda piece: _made(maker, out, piece, people[piece.person][1]), pieces) if one]
    index = {one["file"]: one for one in (*_index(out), *made)}
    (out / "index.json").write_text(json.dumps(list(index.values()), indent=1))
    print(f"{len(made)} of {len(pieces)} files of {len(people)} people in {out}")


def _index(out: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((out / "index.json").read_text()) if (out / "index.json").is_file() else []
    return found


def _people(maker: Any, half: str) -> Iterator[tuple[str, tuple[str, dict[str, Any]]]]:
    for one in tomllib.loads((HERE / "people/further.toml").read_text(encoding="utf-8"))["person"]:
        if half_of(one["id"]) == half:
            yield f"{one['language']}-{one['id']}", (one["language"], maker.normalise(resume(one, one["language"])))
    for path in sorted((Path(maker.HERE) / "docs").glob("*.json")):
        if half_of(path.stem) == half:
            yield path.stem, (path.stem[:2], maker.normalise(json.loads(path.read_text(encoding="utf-8"))))


def plan(people: dict[str, tuple[str, dict[str, Any]]], half: str) -> Iterator[Piece]:
    """For each person in turn: three themes, one RenderCV theme, one LaTeX class, two DOCX and two files that a DOCX was turned into."""
    listed = layouts("unseen")
    pools = {name: _dealt(listed[name], half) for name in ("one", "two", "rendercv")}
    latex, word = _dealt(latex_forms.FORMS, half), _dealt(word_forms.FORMS, half)
    flat = [form for form in FLAT if form in word] or list(FLAT)
    for place, (person, (language, _)) in enumerate(people.items()):
        for step in range(2):
            yield Piece(person, language, "theme", pools["one"][(2 * place + step) % len(pools["one"])], "pdf", "one")
        yield Piece(person, language, "theme", pools["two"][place % len(pools["two"])], "pdf", "two")
        yield Piece(person, language, "rendercv", pools["rendercv"][place % len(pools["rendercv"])], "pdf", "one")
        yield Piece(person, language, "latex", latex[place % len(latex)], "pdf", "one")
        for step in range(2):
            yield Piece(person, language, "word", word[(2 * place + step) % len(word)], "docx", "docx")
            yield Piece(person, language, "turned", flat[(place + step) % len(flat)], TURNED[(2 * place + step) % len(TURNED)], "docx")


def _dealt(names: Any, half: str) -> list[str]:
    ours = [name for name in names if half_of(name.split("@")[0]) == half]
    return ours or list(names)


def _made(maker: Any, out: Path, piece: Piece, document: dict[str, Any]) -> dict[str, str] | None:
    target = out / piece.file
    about = {
        "file": piece.file,
        "doc": piece.person,
        "layout": f"{piece.maker}-{piece.form.split('@')[0]}",
        "kind": piece.kind,
        "lang": piece.language,
        "tier": "extra",
    }
    habits = word_forms.Habits(piece.file, piece.language)
    try:
        if not target.exists():
            {"theme": _theme, "rendercv": _rendercv, "latex": _latex, "word": _word, "turned": _turned}[piece.maker](
                maker, target, piece, document, habits
            )
        truth = maker.truth_of(document, maker.text_of(str(target.with_suffix(".source.docx") if piece.maker == "turned" else target)))
        if piece.maker in ("word", "turned", "latex"):
            _date(truth, document, habits)
        return with_truth(target, about, truth)
    except Exception as error:
        print(f"SKIPPED {piece.file}: {str(error)[:200]}", file=sys.stderr)
        return None


def _date(truth: dict[str, Any], document: dict[str, Any], habits: word_forms.Habits) -> None:
    """These writers know which dates they print, so nothing need be guessed from the text."""
    dates = word_forms.shown_dates(document, habits)
    for part, entries in (("work", "experiences"), ("education", "educations")):
        if len(truth[entries]) == len(dates[part]):
            for entry, (start, end) in zip(truth[entries], dates[part], strict=True):
                entry.update(start=start, end=end)


def _theme(maker: Any, target: Path, piece: Piece, document: dict[str, Any], habits: word_forms.Habits) -> None:
    page = target.parent / "html" / f"{target.name}.html"
    job = Job(piece.person, piece.language, piece.form, piece.kind, False)
    maker.html_of(document, "en", piece.form, str(page))
    page.write_text(dressed(page.read_text(encoding="utf-8"), job, maker), encoding="utf-8")
    maker.pdf_from_html(str(page), str(target))


def _rendercv(maker: Any, target: Path, piece: Piece, document: dict[str, Any], habits: word_forms.Habits) -> None:
    maker.rendercv_pdf(document, piece.language, piece.form, str(target), len(piece.file))


def _latex(maker: Any, target: Path, piece: Piece, document: dict[str, Any], habits: word_forms.Habits) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "cv.tex").write_text(latex_forms.source(document, piece.form, habits), encoding="utf-8")
        for name, stub in STUBS.items():
            (Path(folder) / name).write_text(stub)
        command = ["pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "cv.tex"]
        for _ in range(2):
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
        if not (Path(folder) / "cv.pdf").is_file():
            raise RuntimeError(done.stdout.decode("utf-8", "replace")[-400:])
        shutil.copy(Path(folder) / "cv.pdf", target)


def _word(maker: Any, target: Path, piece: Piece, document: dict[str, Any], habits: word_forms.Habits) -> None:
    target.write_bytes(word_forms.docx(document, piece.form, habits))


def _turned(maker: Any, target: Path, piece: Piece, document: dict[str, Any], habits: word_forms.Habits) -> None:
    """Saved once more by a word processor as another kind of file."""
    source = target.with_suffix(".source.docx")
    source.write_bytes(word_forms.docx(document, piece.form, habits))
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            FILTERS[piece.suffix],
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(command, capture_output=True, timeout=180, check=False)
        made = list(Path(folder).glob(f"*.{piece.suffix}"))
        if not made:
            raise RuntimeError("the word processor wrote nothing")
        shutil.copy(made[0], target)


if __name__ == "__main__":
    main()
