"""The finished PDF searched for everything hidden: text, metadata, links, files and pictures inside, and the bytes themselves.

Two ways that know nothing of each other: the patterns that redacted the Cv run over the text as printed, and the hidden
values themselves, squeezed to letters and digits, are looked for in the squeezed text and in every decompressed stream.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from workers.cv import Candidate, Cv
from workers.errors import CvError, ErrorCode
from workers.rendering.hidden import Reach, Secret
from workers.rendering.hidden.career import is_employer
from workers.rendering.hidden.secret import LEFT, RIGHT, tokens
from workers.rendering.letters import LETTERS, decoded, flat, visible
from workers.rendering.png import contents
from workers.rendering.privacy import Privacy
from workers.rendering.redact import Redacted
from workers.rendering.traces import traces

_OUR_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def check(pdf: bytes, original: Cv, redacted: Redacted, privacy: Privacy, ours: Iterable[str], file_name: str = "") -> None:
    """Nothing happens when nothing leaks. `ours` are words that are no CV's: agency, footer, headings, the code name.
    Raises CvError (DOCUMENT_LEAKS), which names the kinds of what was seen and never the values."""
    _refuse(found(pdf, original, redacted, privacy, ours, file_name))


def check_values(data: bytes, values: Iterable[str], original: Cv, redacted: Redacted, privacy: Privacy, ours: Iterable[str]) -> None:
    """The same of a document that is no print: `values` are the texts in it, `data` its bytes."""
    # A value ends where it ends: what the next one says makes no name of it.
    _refuse(_kinds(["\n•\n".join(values)], data, original, redacted, privacy, ours))


def _refuse(kinds: set[str]) -> None:
    if kinds:
        raise CvError(
            f"the document would show what was to be hidden ({', '.join(sorted(kinds))}) and was not made: correct these fields of the CV",
            ErrorCode.DOCUMENT_LEAKS,
        )


def found(pdf: bytes, original: Cv, redacted: Redacted, privacy: Privacy, ours: Iterable[str], file_name: str = "") -> set[str]:
    """The kinds of hidden values that can be seen in the document."""
    seen = contents(pdf)
    printed = _joined(seen.pages)
    kinds = _kinds([printed, *seen.addresses, *seen.metadata.values(), file_name], pdf, original, redacted, privacy, ours)
    if seen.attachments:
        kinds.add("attachment")
    if privacy.hide_photo and _has_portrait(pdf):
        kinds.add("photo")
    return kinds


def _kinds(written: list[str], data: bytes, original: Cv, redacted: Redacted, privacy: Privacy, ours: Iterable[str]) -> set[str]:
    kept = _masks(redacted.cv, ours)
    written = [_without_id(text, original.resume_id or "") for text in written]
    texts = list(dict.fromkeys([*written, *map(decoded, written)]))
    kinds = {secret.kind for text in texts for secret in _possible(redacted.secrets, text) if _shows(secret, text, kept, redacted)}
    return kinds | _values_seen(texts, data, original, privacy)


def _without_id(text: str, resume_id: str) -> str:
    """The number we gave a CV stands in file names and exports; its digits look like a year or a number of a paper now and then."""
    return text.replace(resume_id, "") if _OUR_ID.fullmatch(resume_id) else text


def _joined(pages: tuple[str, ...]) -> str:
    """The text as a reader sees it: words cut at a line's end made whole, lines kept."""
    text = visible("\n".join(pages)).replace("\r", "").replace("\ufffe", "-")
    return re.sub(r"[ \t]+", " ", text)


def _masks(cv: Cv, ours: Iterable[str]) -> re.Pattern[str]:
    """What may stand in the document although a loose pattern would match: titles, organisations and terms that stayed."""
    stayed: list[str | None] = [*ours, *cv.profile.sectors]
    for job in cv.experiences:
        # Sectors and normalised titles are words of ours: `Associations et ONG`.
        stayed += [job.job_title, job.company, job.city, job.country, job.sector, job.normalized_job_title]
    for course in cv.educations:
        stayed += [course.degree, course.field_of_study, course.institution, course.city, course.country, course.grade]
    stayed += [text for item in cv.certifications for text in (item.name, item.issuer)]
    stayed += [skill.name for skill in cv.skills] + [language.name for language in cv.languages] + list(cv.interests)
    stayed += [project.name for project in cv.projects] + [item.title for item in cv.publications]
    stayed += [award.title for award in cv.awards]
    stayed += [text for item in cv.volunteering for text in (item.organization, item.role)]
    words = {tuple(flat(visible(text)).split()) for text in stayed if text and text.strip()}
    forms = sorted((r"\s+".join(map(re.escape, line)) for line in words if line), key=len, reverse=True)
    return re.compile(LEFT + "(?:" + "|".join(forms) + ")" + RIGHT if forms else "(?!)")


def _possible(secrets: Iterable[Secret], text: str) -> list[Secret]:
    """Those whose pattern is found at all: most never are, and one look at the whole costs less than a look at each line."""
    lines, whole = "\n".join(map(flat, text.split("\n"))), flat(" ".join(text.split()))
    return [secret for secret in secrets if secret.pattern.search(whole if secret.reach is Reach.TERMS else lines)]


def _shows(secret: Secret, text: str, kept: re.Pattern[str], redacted: Redacted) -> bool:
    if secret.reach is Reach.TERMS:
        plain = " ".join(text.split())
        return any(not _is_ours(plain[a:b], kept) for a, b in secret.spans(plain, redacted.spared))
    lines = text.split("\n")
    return any(
        not _masked(line, span, kept) and _shows_across(secret, lines, number, span, redacted)
        for number, line in enumerate(lines)
        for span in secret.spans(line, redacted.spared)
    )


def _shows_across(secret: Secret, lines: list[str], number: int, span: tuple[int, int], redacted: Redacted) -> bool:
    """`Morgan` at the end of a line is nobody when the next begins with `Stanley`: judged again with its neighbours."""
    line, start, end = lines[number], *span
    if start > len(line) - len(line.lstrip(" •")) and end < len(line.rstrip()):
        return True
    before = lines[number - 1].rstrip() + " " if number and not line.lstrip().startswith("•") else ""
    after = lines[number + 1] if number + 1 < len(lines) and not lines[number + 1].lstrip().startswith("•") else ""
    joined = f"{before}{line.rstrip()} {after}".rstrip()
    return any(low < len(before) + end and len(before) + start < high for low, high in secret.spans(joined, redacted.spared))


def _is_ours(shown: str, kept: re.Pattern[str]) -> bool:
    return bool(kept.fullmatch(flat(shown)))


def _masked(line: str, span: tuple[int, int], kept: re.Pattern[str]) -> bool:
    return any(match.start() <= span[0] and span[1] <= match.end() for match in kept.finditer(flat(line)))


def _values_seen(texts: list[str], pdf: bytes, original: Cv, privacy: Privacy) -> set[str]:
    # A skill below another may read like a name; a name does not run over a bullet.
    squeezed = [_squeeze(piece) for text in texts for piece in text.split("•")]
    streams = b"\n".join(_streams(pdf))
    values = [(kind, value, close) for kind, value in hidden_values(original, privacy) if len(close := _squeeze(value)) >= 6]
    plain = {kind for kind, _, close in values if any(close in text for text in squeezed)}
    encoded = {kind for kind, value, _ in values if any(form in streams for form in _encodings(value))}
    return plain | encoded


def hidden_values(cv: Cv, privacy: Privacy) -> Iterable[tuple[str, str]]:
    """Kind and value of what must nowhere stand as it is. Words that also mean something else are left to the patterns."""
    person = cv.candidate
    if privacy.hide_name:
        yield from (("name", value) for value in _full_names(person))
    if privacy.hide_email:
        yield from (("email", value) for value in (person.email, *person.alternate_emails) if value)
    if privacy.hide_phone:
        yield from (("phone", re.sub(r"\D", "", value)[-9:]) for value in (person.phone, *person.alternate_phones) if value)
    if privacy.hide_address and person.address.street:
        yield "address", person.address.street
    if privacy.hide_links:
        links = (person.links.linkedin, person.links.github, person.links.website, *person.links.other)
        yield from (("link", re.sub(r"^https?://(www\.)?", "", value)) for value in links if value)
    if privacy.hide_birth and person.date_of_birth and person.date_of_birth.day:
        yield "birth", person.date_of_birth
    terms = {_squeeze(skill.name) for skill in cv.skills}
    if privacy.hide_employers:
        yield from (
            ("employer", job.company)
            for job in cv.experiences
            if job.company and is_employer(job.company) and not _is_word(job.company, terms)
        )
    if privacy.hide_schools:
        yield from (
            ("school", course.institution) for course in cv.educations if course.institution and not _is_word(course.institution, terms)
        )


def _full_names(person: Candidate) -> list[str]:
    first, last = person.first_name or "", person.last_name or ""
    # `mont Blanc, roses anciennes`: a name of two words of the language is found by the patterns, which see the capitals.
    if {*tokens(first), *tokens(last)} <= {*traces().words["ordinary"]}:
        return []
    return [f"{first} {last}", f"{last} {first}"] if first and last else []


def _is_word(name: str, terms: set[str]) -> bool:
    """One word may be a place or a product; the patterns know where it stands."""
    return len(tokens(name)) < 2 or _squeeze(name) in terms


_NO_LETTERS = re.compile(rf"[^{LETTERS}]+")


def _squeeze(text: str) -> str:
    return _NO_LETTERS.sub("", flat(text))


def _encodings(value: str) -> list[bytes]:
    forms = {value, value.lower(), value.upper()}
    wide = {form.encode("utf-16-be") for form in forms}
    # What Latin-1 has no letters for is not written in it: `Олена Коваленко` would leave a space.
    narrow = {form.encode("latin-1") for form in forms if all(char <= "\xff" for char in form)}
    return [*{form.encode() for form in forms}, *narrow, *wide, *(form.hex().encode() for form in wide)]


def _streams(pdf: bytes) -> Iterable[bytes]:
    yield pdf
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            yield zlib.decompressobj().decompress(pdf[match.end() :], 20_000_000)
        except zlib.error:
            continue


def _has_portrait(pdf: bytes) -> bool:
    """JPEG pictures come from portraits alone: logos are PNG. EXIF is a portrait's too."""
    return any(b"/DCTDecode" in stream or b"Exif\x00\x00" in stream for stream in _streams(pdf))
