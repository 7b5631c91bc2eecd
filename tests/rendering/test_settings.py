"""Settings: every field has a range, and an error says which."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from workers.errors import ErrorCode, InvalidInput
from workers.rendering import PRESETS, ResumeSettings, changed, fingerprint, flat, layouts, render, validated
from workers.rendering.gallery import samples
from workers.rendering.labels import labels, languages
from workers.rendering.layout import manifest
from workers.rendering.logo import checked
from workers.rendering.png import contents
from workers.rendering.settings import FAMILIES, RANGES

DOCUMENTED = {
    "layout": "modern",
    "fontStyle": "Calibri",
    "fontSize": 11,
    "lineHeight": 1.35,
    "marginTop": 20,
    "marginBottom": 18,
    "marginX": 18,
    "sectionSpacing": 10,
    "agencyName": "Acme Recruiting",
    "agencyWebsite": "https://acme.example",
}


def test_the_documented_request_is_accepted_and_given_back() -> None:
    settings = validated(changed(ResumeSettings(), DOCUMENTED), layouts(), languages())
    assert settings.layout == "modern"
    given = flat(settings)
    assert {name: given[name] for name in DOCUMENTED if name != "layout"} == {
        name: value for name, value in DOCUMENTED.items() if name != "layout"
    }


@pytest.mark.parametrize("name", sorted(RANGES))
@pytest.mark.parametrize("beyond", [-0.5, 0.5])
def test_each_number_has_its_range(name: str, beyond: float) -> None:
    low, high, unit = RANGES[name]
    for inside in (low, high):
        validated(changed(ResumeSettings(), {name: inside if name != "maxPositions" else int(inside)}))
    outside = low + beyond if beyond < 0 else high + beyond
    with pytest.raises(InvalidInput) as refusal:
        validated(changed(ResumeSettings(), {name: outside if name != "maxPositions" else int(low - 1 if beyond < 0 else high + 1)}))
    assert refusal.value.code is ErrorCode.OUT_OF_RANGE
    assert name in refusal.value.message and f"{low:g} to {high:g} {unit}" in refusal.value.message
    assert refusal.value.field == (name,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("fontStyle", "Comic Sans"),
        ("accentColour", "red; } body { display: none"),
        ("accentColour", "#12345"),
        ("agencyWebsite", "javascript:alert(1)"),
        ("agencyName", "x" * 121),
        ("footerText", "x" * 201),
        ("order", ["skills", "skills"]),
        ("order", ["hobbies"]),
        ("language", "xx"),
        ("layout", "../modern"),
        ("marginX", float("nan")),
    ],
)
def test_other_values_are_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refusal:
        validated(changed(ResumeSettings(), {name: value}), layouts(), languages())
    assert refusal.value.code is ErrorCode.OUT_OF_RANGE and refusal.value.message.startswith(name)


@pytest.mark.parametrize(
    "changes", [{"colour": 1}, {"fontSize": "big"}, {"type": {"nothing": 1}}, {"privacy": {"hideAll": True}}, {"page": {"format": "A3"}}]
)
def test_unknown_names_and_kinds_are_invalid(changes: dict[str, object]) -> None:
    with pytest.raises(InvalidInput):
        changed(ResumeSettings(), changes)


def test_groups_flat_names_and_presets_mean_the_same() -> None:
    grouped = changed(ResumeSettings(), {"type": {"fontSize": 12}, "privacy": {"hideName": True}})
    assert changed(ResumeSettings(), {"fontSize": 12}).type == grouped.type
    assert changed(ResumeSettings(), {"privacy": "blind"}).privacy == PRESETS["blind"]
    with pytest.raises(InvalidInput, match="none, standard, blind"):
        changed(ResumeSettings(), {"privacy": "secret"})


def test_settings_survive_storage_and_only_what_shows_changes_the_fingerprint() -> None:
    settings = changed(ResumeSettings(), {**DOCUMENTED, "logo": b"\x89PNG", "privacy": "standard"})
    assert msgspec.convert(msgspec.to_builtins(settings), ResumeSettings) == settings
    assert fingerprint(settings) == fingerprint(changed(settings, {"fontSize": 11}))
    assert fingerprint(settings) != fingerprint(changed(settings, {"fontSize": 12}))


def test_every_language_has_every_word() -> None:
    assert {"en", "fr"} <= set(languages())
    shapes = [
        {(section, *value) if isinstance(value, dict) else section for section, value in labels(code)._data.items()} for code in languages()
    ]
    assert all(shape == shapes[0] for shape in shapes)
    assert labels("zz").code == "en" and labels("FR").code == "fr"


def test_every_family_has_its_files() -> None:
    fonts = Path(manifest.__wrapped__.__globals__["__file__"]).parent / "fonts"
    for family in set(FAMILIES.values()):
        assert len(list(fonts.rglob(f"{family.replace(' ', '')}*.ttf"))) == 4
    assert len(list(fonts.rglob("LICENSE.txt"))) == 3


def test_an_operator_adds_a_layout_by_adding_a_folder(tmp_path: Path) -> None:
    own = tmp_path / "house-style"
    own.mkdir()
    (own / "manifest.toml").write_text('name = "house-style"\n[title]\nen = "House style"\n')
    (own / "style.css").write_text("h1 { color: {{ accent }}; }")
    (own / "layout.html").write_text(
        '{% extends "_shared/page.html" %}{% import "_shared/parts.html" as show with context %}'
        "{% block body %}<h1>House of {{ view.name }}</h1>{% for item in view.parts %}{{ show.part(item) }}{% endfor %}{% endblock %}"
    )
    assert "house-style" in layouts(tmp_path) and "house-style" not in layouts()
    assert manifest("house-style", tmp_path).title["en"] == "House style"
    text = "".join(contents(render(samples()["fr"], ResumeSettings(layout="house-style"), templates=tmp_path).pdf).pages)
    assert "House of Thi Mai Anh Delmotte-Tran" in text and "Kiwiloc" in text
    with pytest.raises(InvalidInput, match="layout"):
        render(samples()["fr"], ResumeSettings(layout="house-style"))


def test_a_layout_of_an_operator_stays_in_its_sandbox(tmp_path: Path) -> None:
    own = tmp_path / "curious"
    own.mkdir()
    (own / "manifest.toml").write_text('name = "curious"\n')
    (own / "style.css").write_text("")
    (own / "layout.html").write_text("{{ view.__class__.__mro__[1].__subclasses__() }}")
    from jinja2.exceptions import SecurityError

    with pytest.raises(SecurityError):
        render(samples()["fr"], ResumeSettings(layout="curious"), templates=tmp_path)


def logo(kind: str, **extra: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGBA", (1200, 300), "#aa0000").save(data, kind, **extra)
    return data.getvalue()


def test_logos_are_drawn_anew() -> None:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Comment", "made in the basement")
    drawn = checked(logo("PNG", pnginfo=notes))
    assert b"basement" not in drawn and Image.open(io.BytesIO(drawn)).size == (800, 200)
    drawing = b'<script>alert(1)</script><rect width="80" height="40" fill="#00f"/>'
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40">' + drawing + b"</svg>"
    picture = Image.open(io.BytesIO(checked(svg)))
    assert picture.format == "PNG" and picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2)) == (0, 0, 255)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<html>", b"\x89PNG\r\n\x1a\nbroken", b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", b"x" * 3_000_000]
)
def test_other_logos_are_refused(data: bytes) -> None:
    with pytest.raises(InvalidInput, match="logo"):
        checked(data)
