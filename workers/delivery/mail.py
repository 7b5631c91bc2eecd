"""Mails to an account: French or English, as text and as HTML, sent by SMTP."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

import aiosmtplib

from workers.delivery.send import Outcome
from workers.resources.delivery import Mail, mails, rules


def documents(language: str, results: Sequence[Mapping[str, Any]]) -> EmailMessage:
    """The links of PDFs that are ready; `results` as in the webhook PDF_GENERATED."""
    words = _words(language, "documents")
    done = sum(1 for result in results if result.get("downloadUrl"))
    links = [(_line(words, number, result), result.get("downloadUrl")) for number, result in enumerate(results, 1)]
    return _composed(language, words, {"done": done, "total": len(results)}, links)


def disabled(language: str, webhook: str, reason: str) -> EmailMessage:
    """A webhook was stopped, and why."""
    return _composed(language, _words(language, "disabled"), {"webhook": webhook, "reason": reason}, [])


def _words(language: str, name: str) -> Mail:
    return mails().get(language, mails()["en"])[name]


def _line(words: Mail, position: int, result: Mapping[str, Any]) -> str:
    return (words.link if result.get("downloadUrl") else words.failed).format(position=position)


def _composed(language: str, words: Mail, filled: Mapping[str, Any], links: Sequence[tuple[str, str | None]]) -> EmailMessage:
    message, lines = EmailMessage(), [line.format(**filled) for line in words.lines]
    message["Subject"] = words.subject.format(**filled)
    message.set_content("\n\n".join([*lines, *(f"{name}\n{url}" if url else name for name, url in links)]) + "\n")
    items = "".join(f'<li><a href="{escape(url)}">{escape(name)}</a></li>' if url else f"<li>{escape(name)}</li>" for name, url in links)
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
    page = f'<!doctype html><html lang="{language}"><body>{paragraphs}{f"<ol>{items}</ol>" if items else ""}</body></html>'
    message.add_alternative(page, subtype="html")
    return message


async def send(message: EmailMessage, *, to: str, sender: str, server: str, identity: str) -> Outcome:
    """Hand the mail to `server`: `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://host:465`."""
    began, place = time.monotonic(), urlsplit(server)
    message["From"], message["To"], message["Message-ID"] = sender, to, f"<{identity}@{place.hostname}>"
    try:
        await aiosmtplib.send(
            message,
            hostname=place.hostname,
            port=place.port or (465 if place.scheme == "smtps" else 587),
            username=unquote(place.username) if place.username else None,
            password=unquote(place.password) if place.password else None,
            use_tls=place.scheme == "smtps",
            timeout=rules().deadline,
        )
    except (aiosmtplib.SMTPException, OSError) as error:
        return Outcome(round((time.monotonic() - began) * 1000), error=f"The mail was not taken: {type(error).__name__}")
    return Outcome(round((time.monotonic() - began) * 1000), 250)
