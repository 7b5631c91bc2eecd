"""What a CV says stays text: no markup, style, script, file or network address in it does anything."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest

from workers.cv import Candidate, Cv, Experience, Links, Project, Reference, Skill
from workers.errors import InvalidInput
from workers.rendering import ResumeSettings, layouts, render
from workers.rendering.layout import BUNDLED
from workers.rendering.logo import checked
from workers.rendering.pdf import Fetcher, to_pdf
from workers.rendering.png import contents
from workers.rendering.portrait import portrait

SECRET = "the-secret-of-the-machine"
ATTEMPTS = [
    "<script>alert(1)</script>",
    "<img src='file:///etc/passwd'>",
    "<img src=x onerror=alert(1)>",
    "<link rel=attachment href='file:///etc/passwd'>",
    "<link rel='stylesheet' href='http://127.0.0.1:9/x.css'>",
    "<style>body { display: none }</style>",
    "<style>@import url(file:///etc/passwd);</style>",
    "<style>@font-face { font-family: x; src: url(http://127.0.0.1:9/x.ttf) }</style>",
    "</style><b>bold</b>",
    "</title><title>another</title>",
    "<iframe src='file:///etc/passwd'></iframe>",
    "<object data='file:///etc/passwd'></object>",
    "<embed src='file:///etc/passwd'>",
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "<svg><script>alert(1)</script></svg>",
    "<a href='javascript:alert(1)'>click</a>",
    "<base href='file:///etc/'>",
    "<meta http-equiv='refresh' content='0;url=http://127.0.0.1:9/'>",
    "<!-- a comment -->",
    "<![CDATA[ <b>x</b> ]]>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&lt;b&gt; &amp; &#60;i&#62; &nbsp;",
    "{{ 7 * 7 }} {% for x in range(9) %}x{% endfor %}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% include '/etc/passwd' %}",
    "url(file:///etc/passwd) expression(alert(1))",
    "'\"><b style=\"background:url('file:///etc/passwd')\">x</b>",
    "file:///etc/passwd data:text/html,<b>x</b>",
    "}} body { color: white } /* */ @page { size: 1mm }",
    "%PDF-1.7 endobj /Launch /JavaScript (app.alert(1))",
    "<a rel=attachment href='file:///etc/passwd'>x</a>",
    '<img src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>\'>',
    "<img src='asset:../../samples/en.json'>",
    "<form><input name=q value=1><textarea>x</textarea></form>",
    "<template><slot>x</slot></template><noscript>y</noscript>",
    "x; color: white; content: url(file:///etc/passwd); position: fixed",
    "\\3c style\\3e * { display: none }",
    "&#x3c;script&#x3e; &lt;/style&gt;",
    "{#comment#} {{ view.name }} {% raw %}x{% endraw %} ${7*7} #{7*7} <%= 7*7 %>",
    "@page { background: url(http://127.0.0.1:9/x.png) } @namespace x 'y';",
    "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>",
]


def tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def printed(pdf: bytes) -> str:
    return tight("".join(contents(pdf).pages).replace("\ufffe", "-").replace("\u00ad", "-"))


@pytest.mark.parametrize(("number", "attempt"), list(enumerate(ATTEMPTS)))
def test_every_attempt_is_inert_and_visible(number: int, attempt: str) -> None:
    job = Experience(job_title=attempt, company=attempt, city=attempt, description=attempt, achievements=(attempt,))
    cv = Cv(
        candidate=Candidate(
            first_name="Lou", last_name=attempt, headline=attempt, summary=attempt, email=attempt, links=Links(website=attempt)
        ),
        experiences=(job,),
        skills=(Skill(name=attempt, level=attempt),),
        projects=(Project(name=attempt, url=attempt),),
        references=(Reference(name=attempt, contact=attempt),),
    )
    result = render(cv, ResumeSettings(layout=layouts()[number % len(layouts())]))
    seen = contents(result.pdf)
    assert printed(result.pdf).count(tight(attempt)) >= 8
    assert seen.attachments == 0
    assert attempt in result.title
    assert all(address.startswith(("http://", "https://", "mailto:")) for address in seen.addresses)
    assert not re.search(rb"/(JavaScript|Launch|EmbeddedFile|OpenAction)\b", result.pdf)
    assert "root:x:0" not in "".join(seen.pages)


def test_signs_that_turn_or_hide_text_are_not_printed() -> None:
    """An override of direction prints `exe.vc` as `cv.exe`; what stands between must stay in its order."""
    text = "Lead \u202eremmargorp\u202c and \u2066isolated\u2069 team"
    job = Experience(job_title=text, achievements=(text,))
    seen = printed(render(Cv(candidate=Candidate(first_name="Lou", last_name="Mensah"), experiences=(job,))).pdf)
    assert seen.count("Leadremmargorpandisolatedteam") == 2 and not re.search("[\u202a-\u202e\u2066-\u2069]", seen)


def vast(side: int) -> bytes:
    """The head of a PNG that would take `side` x `side` pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize("side", [9_000, 50_000])
def test_a_picture_of_more_pixels_than_anybody_has_is_never_drawn(side: int) -> None:
    assert portrait(vast(side)) is None
    with pytest.raises(InvalidInput, match="logo cannot be used"):
        checked(vast(side))


def test_the_fetcher_serves_nothing_but_data_and_pictures_of_the_layout(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "layout").mkdir()
    (tmp_path / "outside.png").write_bytes(b"\x89PNG")
    (tmp_path / "layout" / "mark.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "layout" / "link.png").symlink_to(tmp_path / "outside.png")
    fetcher = Fetcher(tmp_path / "layout")
    assert fetcher.fetch("asset:mark.png").read() == b"\x89PNG\r\n"
    assert fetcher.fetch("data:text/plain,hello").read() == b"hello"
    for address in [
        f"file://{tmp_path}/secret.txt",
        "http://127.0.0.1:9/",
        "https://127.0.0.1:9/",
        "ftp://127.0.0.1:9/",
        "asset:../outside.png",
        "asset:%2e%2e/outside.png",
        f"asset:{tmp_path}/outside.png",
        "asset:link.png",
        "asset:manifest.toml",
        "data:text/plain," + "x" * 9_000_000,
        "mark.png",
    ]:
        with pytest.raises(ValueError):
            fetcher.fetch(address)


def test_even_markup_that_got_through_could_read_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET)
    address = secret.as_uri()
    html = f"""<html lang=en><title>x</title><style>@import url({address}); @font-face {{ font-family: f; src: url({address}) }}
        body {{ background: url({address}) }}</style><link rel=attachment href="{address}"><a rel=attachment href="{address}">x</a>
        <img src="{address}"><object data="{address}"></object><embed src="{address}">
        <svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>"""
    pdf, _ = to_pdf(html, BUNDLED)
    assert SECRET.encode() not in pdf and contents(pdf).attachments == 0
    assert SECRET not in printed(pdf)
