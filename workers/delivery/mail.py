"""Mails to an account: French or English, as text and as HTML, sent by SMTP."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from email.utils import parseaddr
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
    return _composed(words.subject.format(done=done, total=len(results)), {language: words.lines}, links)


def disabled(webhook: str, why: str, reason: str = "") -> EmailMessage:
    """A webhook was stopped, and `why`: `gone` or `failing`, or another `reason`. In all languages: nobody said which one is read."""
    words = {language: each["disabled"] for language, each in mails().items()}
    told = {
        language: [line.format(webhook=webhook, reason=each.reasons.get(why, reason)) for line in each.lines]
        for language, each in words.items()
    }
    return _composed(" / ".join(each.subject for each in words.values()), told, [])


def _words(language: str, name: str) -> Mail:
    return mails().get(language, mails()["en"])[name]


def _line(words: Mail, position: int, result: Mapping[str, Any]) -> str:
    return (words.link if result.get("downloadUrl") else words.failed).format(position=position)


def _composed(subject: str, told: Mapping[str, Sequence[str]], links: Sequence[tuple[str, str | None]]) -> EmailMessage:
    """`told` are the paragraphs in each language, one language below the other."""
    message = EmailMessage()
    message["Subject"] = subject
    shown = [f"{name}\n{url}" if url else name for name, url in links]
    message.set_content("\n\n---\n\n".join("\n\n".join([*lines, *shown]) for lines in told.values()) + "\n")
    message.add_alternative(_page(told, links), subtype="html")
    return message


def _page(told: Mapping[str, Sequence[str]], links: Sequence[tuple[str, str | None]]) -> str:
    items = "".join(f'<li><a href="{escape(url)}">{escape(name)}</a></li>' if url else f"<li>{escape(name)}</li>" for name, url in links)
    rows = f"<ul>{items}</ul>" if items else ""
    parts = [
        f'<div lang="{language}">{"".join(f"<p>{escape(line)}</p>" for line in lines)}{rows}</div>' for language, lines in told.items()
    ]
    return f'<!doctype html><html lang="{next(iter(told))}"><head><meta charset="utf-8"></head><body>{"<hr>".join(parts)}</body></html>'


async def send(message: EmailMessage, *, to: str, sender: str, server: str, identity: str) -> Outcome:
    """Hand the mail to `server`: `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://host:465`."""
    began, place = time.monotonic(), urlsplit(server)
    message["From"], message["To"], message["Date"] = sender, to, dt.datetime.now(dt.UTC)
    message["Message-ID"], message["Auto-Submitted"] = f"<{identity}@{parseaddr(sender)[1].rpartition('@')[2]}>", "auto-generated"
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
