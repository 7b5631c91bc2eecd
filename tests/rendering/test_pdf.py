"""The documents themselves: valid, tagged, legible, whole."""

from __future__ import annotations

import io
import re

import page as validator
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from workers.cv import Cefr, Cv, Experience, Language, Skill
from workers.rendering import ResumeSettings, changed, layouts, preview, render
from workers.rendering.gallery import samples
from workers.rendering.labels import labels
from workers.rendering.layout import BUNDLED, page
from workers.rendering.leaks import _streams
from workers.rendering.pdf import _fonts, _parted, to_pdf
from workers.rendering.png import contents
from workers.rendering.settings import FAMILIES
from workers.rendering.view import view

SAMPLES = samples()
EVERY = [(layout, name) for layout in layouts() for name in SAMPLES]


def picture(kind: str = "JPEG", **extra: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (300, 360), "#aa8866").save(data, kind, **extra)
    return data.getvalue()


LOGO = picture("PNG")


def tight(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]", "", text)


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str], bytes]:
    brand = {"agencyName": "Acme Recruiting", "agencyWebsite": "https://acme.example", "footerText": "Confidentiel", "logo": LOGO}
    return {
        (layout, name): render(SAMPLES[name], changed(ResumeSettings(), {**brand, "layout": layout}), photo=picture()).pdf
        for layout, name in EVERY
    }


def test_there_are_five_layouts() -> None:
    assert {"modern", "classic", "compact", "two-column", "europass"} <= set(layouts())


@pytest.mark.parametrize("case", EVERY)
def test_every_document_is_pdf_ua(printed: dict[tuple[str, str], bytes], case: tuple[str, str]) -> None:
    report = validator.validate_pdf_bytes(printed[case], profile="ua1")
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_no_style_sheet_asks_for_features_of_fonts(printed: dict[tuple[str, str], bytes]) -> None:
    """WeasyPrint frees none of the attributes that it makes of them: 40 KB a document stayed in the child."""
    assert printed and not _fonts().font_features


@pytest.mark.parametrize("family", sorted(set(FAMILIES.values())))
def test_no_letters_are_joined(family: str) -> None:
    """`fi` is two letters for whoever copies, searches or reads it out; a glyph that stands for several has more than four digits."""
    pdf, _ = to_pdf(f'<html lang="en"><title>x</title><p style="font-family: {family}">office flight affine', BUNDLED)
    maps = [stream for stream in _streams(pdf) if b"endbfchar" in stream and not stream.startswith(b"%PDF")]
    assert maps and not any(re.search(rb"<\w{4}> <\w{5,}>", one) for one in maps)


def test_a_sheet_kept_from_one_print_to_the_next_changes_no_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    settings, words = ResumeSettings(layout="two-column"), labels("en")
    html = page(view(SAMPLES["en"], settings, words), settings, words)
    kept = [to_pdf(html, BUNDLED) for _ in range(2)]
    monkeypatch.setattr("workers.rendering.pdf._parted", lambda html: (html, ""))
    assert kept == [to_pdf(html, BUNDLED)] * 2


@pytest.mark.parametrize(
    "head",
    [
        "<style>p { color: blue }</style><style>p { color: red }</style>",
        "<style>p { color: blue }</style><link rel=stylesheet href=asset:x>",
        "<style>@font-face { font-family: x }</style>",
        "<style>p { color: blue !important }</style>",
    ],
)
def test_a_layout_whose_sheets_depend_on_their_place_keeps_them_there(head: str) -> None:
    assert _parted(f"<html>{head}<p>x") == (f"<html>{head}<p>x", "")


@pytest.mark.parametrize("case", EVERY)
def test_title_language_and_bookmarks(printed: dict[tuple[str, str], bytes], case: tuple[str, str]) -> None:
    pdf = printed[case]
    document = pypdfium2.PdfDocument(pdf)
    person = SAMPLES[case[1]].candidate
    assert person.last_name in document.get_metadata_value("Title")
    marks = [(mark.level, mark.get_title()) for mark in document.get_toc()]
    assert marks[0][0] == 0 and person.last_name in marks[0][1]
    assert len([level for level, _ in marks if level == 1]) >= 1
    assert re.search(rb"/Lang ?\((fr|en)\)", pdf) or b"/ObjStm" in pdf
    document.close()


@pytest.mark.parametrize("case", EVERY)
def test_nothing_is_lost_and_nothing_leaves_the_page(printed: dict[tuple[str, str], bytes], case: tuple[str, str]) -> None:
    cv = SAMPLES[case[1]]
    text = tight("".join(contents(printed[case]).pages))
    wanted = [
        cv.candidate.last_name,
        cv.candidate.headline,
        *(job.job_title for job in cv.experiences),
        *(job.company for job in cv.experiences),
    ]
    wanted += [line for job in cv.experiences for line in job.achievements] + [skill.name for skill in cv.skills]
    wanted += [course.institution for course in cv.educations] + [item.name for item in cv.certifications] + list(cv.interests)
    assert [value for value in wanted if value and tight(value) not in text] == []
    document = pypdfium2.PdfDocument(printed[case])
    for number in range(len(document)):
        sheet = document[number]
        width, height = sheet.get_size()
        textpage = sheet.get_textpage()
        boxes = [textpage.get_charbox(index) for index in range(textpage.count_chars())]
        assert all(-1 <= x0 and x1 <= width - 20 and 10 <= y0 and y1 <= height for x0, y0, x1, y1 in boxes if x1 > x0)
    document.close()


@pytest.mark.parametrize("layout", layouts())
def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: dict[tuple[str, str], bytes], layout: str) -> None:
    from workers.rendering.labels import labels

    headings = {
        tight(labels("fr")[f"sections.{kind}"]).casefold() for kind in ("experience", "education", "skills", "certifications", "projects")
    }
    for sheet in contents(printed[layout, "long"]).pages:
        lines = [tight(line).casefold() for line in sheet.splitlines() if line.strip() and not re.search(r"\d+ / \d+|Acme", line)]
        assert lines[-1] not in headings


def test_long_cvs_take_the_pages_they_need_and_sparse_ones_one(printed: dict[tuple[str, str], bytes]) -> None:
    pages = {case: len(pypdfium2.PdfDocument(pdf)) for case, pdf in printed.items()}
    assert all(pages[layout, "sparse"] == 1 for layout in layouts())
    assert all(5 <= pages[layout, "long"] <= 8 for layout in layouts())


def test_empty_sections_print_no_heading() -> None:
    text = "".join(contents(render(SAMPLES["sparse"], ResumeSettings()).pdf).pages)
    assert "EXPÉRIENCE" in text
    assert not any(word in text for word in ("FORMATION", "COMPÉTENCES", "LANGUES", "PROFIL", "None", "CONTACT"))


def test_a_cv_of_nothing_is_a_page() -> None:
    assert render(Cv()).pages == 1


def test_the_same_cv_gives_the_same_bytes() -> None:
    assert render(SAMPLES["sparse"]).pdf == render(SAMPLES["sparse"]).pdf


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_fonts_are_ours_and_embedded(family: str) -> None:
    cv = replace(
        SAMPLES["sparse"], skills=tuple(Skill(name=name) for name in ("Łódź Ångström Çeşme ŷ", "Ελληνικά", "Български", "ქართული"))
    )
    pdf = render(cv, changed(ResumeSettings(), {"fontStyle": family})).pdf
    document = pypdfium2.PdfDocument(pdf)
    named = {item.get_font().get_base_name() for sheet in document for item in sheet.get_objects(filter=[1])}
    assert any(FAMILIES[family].replace(" ", "") in name.replace("-", "").replace(" ", "") for name in named), named
    text = "".join(contents(pdf).pages)
    assert all(word in text for word in ("Łódź Ångström Çeşme ŷ", "Ελληνικά", "Български", "ქართული"))


def test_settings_reach_the_page() -> None:
    wide = {
        "format": "LETTER",
        "marginTop": 30,
        "marginBottom": 30,
        "marginX": 40,
        "fontSize": 14,
        "accentColour": "#AA0000",
        "footerText": "Vertraulich",
    }
    document = pypdfium2.PdfDocument(render(SAMPLES["en"], changed(ResumeSettings(), wide)).pdf)
    sheet = document[0]
    assert [round(side) for side in sheet.get_size()] == [612, 792]
    textpage = sheet.get_textpage()
    left = min(textpage.get_charbox(index)[0] for index in range(textpage.count_chars()) if textpage.get_text_range(index, 1).strip())
    assert left == pytest.approx(40 * 72 / 25.4, abs=3)
    assert "Vertraulich" in textpage.get_text_range()
    image = sheet.render(scale=1).to_pil().convert("RGB")
    assert any(red > 150 and green < 40 and blue < 40 for _, (red, green, blue) in image.getcolors(1_000_000))


def test_sections_are_chosen_ordered_and_cut() -> None:
    chosen = changed(ResumeSettings(), {"order": ["skills", "experience"], "maxPositions": 2, "language": "fr"})
    text = "".join(contents(render(SAMPLES["en"], chosen).pdf).pages)
    assert text.index("COMPÉTENCES") < text.index("EXPÉRIENCE PROFESSIONNELLE") < text.index("janv. 2022 – présent")
    assert "EDUCATION" not in text and "FORMATION" not in text
    assert "Visiting Researcher" not in text and "Senior Research Scientist" in text


def test_a_photo_is_drawn_anew_and_only_where_the_layout_has_room() -> None:
    exif = Image.Exif()
    exif[0x010E] = "12 rue Cachée"
    photo = picture(exif=exif)
    assert b"Exif" in photo
    modern = render(SAMPLES["fr"], ResumeSettings(), photo=photo).pdf
    compact = render(SAMPLES["fr"], ResumeSettings(layout="compact"), photo=photo).pdf
    assert b"/DCTDecode" in modern and b"Exif" not in modern and "Cachée".encode() not in modern
    assert b"/DCTDecode" not in compact
    assert b"/DCTDecode" not in render(SAMPLES["fr"], changed(ResumeSettings(), {"privacy": {"hidePhoto": True}}), photo=photo).pdf
    assert render(SAMPLES["fr"], photo=b"no picture at all").pages == 2


def test_previews_are_one_png_a_page() -> None:
    pdf = render(SAMPLES["fr"]).pdf
    pages = preview(pdf, 72)
    assert len(pages) == 2 and all(png.startswith(b"\x89PNG") for png in pages)
    first = Image.open(io.BytesIO(pages[0])).convert("RGB")
    assert first.size == (596, 842) and first.getpixel((3, 3)) == (255, 255, 255)
    assert len(preview(pdf, 36, pages=1)) == 1


def test_the_text_layer_reads_as_the_page_does() -> None:
    """Whoever copies or parses the text meets title, dates, employer, then what was done."""
    for layout in layouts():
        text = "".join(contents(render(SAMPLES["fr"], ResumeSettings(layout=layout)).pdf).pages)
        spots = [
            text.index(words)
            for words in ("Lead data engineer", "Océantis Prévoyance", "• Migration Hadoop", "Kiwiloc", "Statélia Conseil")
        ]
        assert spots == sorted(spots), layout
        assert abs(text.index("oct. 2022 – présent") - spots[0]) < 60, layout


@pytest.mark.parametrize("font", ["Calibri", "Arial", "Georgia"])
@pytest.mark.parametrize(
    ("size", "count", "name"),
    [(10.5, 8, "WARM WATER MAINTENANCE"), (10.5, 60, "COMMUNITY MANAGEMENT"), (15, 14, "MWMW MWMWM"), (8, 120, "SQL")],
)
def test_the_side_column_never_runs_off_the_page(font: str, size: float, count: int, name: str) -> None:
    """Its height is reckoned before it is printed: wide letters, large type and many skills are the worst of it."""
    cv = replace(SAMPLES["en"], skills=tuple(Skill(name=f"{name} {number}") for number in range(count)))
    settings = changed(ResumeSettings(), {"layout": "two-column", "fontStyle": font, "fontSize": size, "marginBottom": 10})
    document = pypdfium2.PdfDocument(render(cv, settings, photo=picture()).pdf)
    lowest = 200.0
    for number in range(len(document)):
        text = document[number].get_textpage()
        lowest = min(lowest, *(text.get_charbox(index)[1] for index in range(text.count_chars())))
    document.close()
    assert lowest > 8


@pytest.mark.parametrize("layout", ["modern", "classic", "compact"])
@pytest.mark.parametrize("size", [8.0, 11.0, 14.0])
def test_no_dot_hangs_at_the_end_of_a_line(layout: str, size: float) -> None:
    settings = changed(ResumeSettings(), {"layout": layout, "fontSize": size})
    first = contents(render(SAMPLES["long"], settings).pdf).pages[0]
    assert first.count("·") >= 3
    assert [line for line in first.splitlines() if line.rstrip().endswith("·")] == []


def test_numbers_keep_their_units() -> None:
    job = Experience(job_title="Chef", achievements=("Un budget annuel de 24 M€ pour 58 MW et 3 ans de travaux sur 1 200 km",))
    (line,) = view(Cv(experiences=(job,)), ResumeSettings(), labels("FR")).parts[0].entries[0].bullets
    assert line.replace("\u00a0", "_") == "Un budget annuel de 24_M€ pour 58_MW et 3_ans de travaux sur 1_200_km"


@pytest.mark.parametrize(
    ("language", "shown"), [("FR", "Français – Langue maternelle, Anglais – C1"), ("EN", "Français – Native, Anglais – C1")]
)
def test_a_mother_tongue_without_words_of_its_own_is_called_so(language: str, shown: str) -> None:
    """Europass says of it only that it is one."""
    spoken = (Language(name="Français", cefr=Cefr.NATIVE), Language(name="Anglais", cefr=Cefr.C1))
    (part,) = view(Cv(languages=spoken), ResumeSettings(), labels(language)).parts
    assert ", ".join(part.groups[0].items) == shown
