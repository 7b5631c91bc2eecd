"""Mails say the same in both languages, as text and as HTML, and are handed to a mail server."""

from __future__ import annotations

import asyncio
import time
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from workers.delivery import mail
from workers.resources.delivery import mails

RESULTS = [
    {"resumeId": "a", "downloadUrl": "https://cv.example.org/documents/1?signature=x&expires=2"},
    {"resumeId": "b", "downloadUrl": None, "error": "no"},
]


def parts(message: EmailMessage) -> tuple[str, str]:
    found = {part.get_content_type(): part.get_content() for part in message.walk() if not part.is_multipart()}
    return found["text/plain"], found["text/html"]


def test_languages_have_the_same_mails() -> None:
    assert set(mails()) == {"fr", "en"} and mails()["fr"].keys() == mails()["en"].keys()


@pytest.mark.parametrize(("language", "word"), [("fr", "prêts"), ("en", "ready"), ("xx", "ready")])
def test_links_stand_in_text_and_html(language: str, word: str) -> None:
    message = mail.documents(language, RESULTS)
    text, html = parts(message)
    assert word in message["Subject"] and "(1/2)" in message["Subject"]
    assert RESULTS[0]["downloadUrl"] in text and "signature=x&amp;expires=2" in html


@pytest.mark.parametrize(("why", "french", "english"), [("gone", "n'existe plus", "is gone"), ("failing", "échecs", "failures")])
def test_a_stopped_webhook_is_told_of_in_both_languages(why: str, french: str, english: str) -> None:
    message = mail.disabled("w1", why)
    text, html = parts(message)
    assert french in text and english in text and english in html and 'lang="fr"' in html and 'lang="en"' in html
    assert "arrêté" in message["Subject"] and "stopped" in message["Subject"]


def test_what_is_filled_in_is_escaped() -> None:
    _, html = parts(mail.disabled("<b>", "unknown", "a & b"))
    assert "&lt;b&gt;" in html and "a &amp; b" in html


async def test_a_mail_server_takes_it() -> None:
    taken: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := await reader.readline():
            if line.upper().startswith(b"DATA"):
                writer.write(b"354 go on\r\n")
                taken.append(await reader.readuntil(b"\r\n.\r\n"))
            writer.write(b"250 fine\r\n" if not line.upper().startswith(b"QUIT") else b"221 bye\r\n")
        writer.close()
        await writer.wait_closed()
        ended.set()

    ended = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    sender = "CVGraph <no-reply@example.org>"
    done = await mail.send(
        mail.documents("fr", RESULTS), to="agence@example.fr", sender=sender, server=f"smtp://127.0.0.1:{port}", identity="1"
    )
    await ended.wait()
    server.close()
    assert done.is_delivered
    read = message_from_bytes(taken[0], policy=policy.default)
    assert (read["To"], read["From"], read["Message-ID"]) == ("agence@example.fr", sender, "<1@example.org>")
    assert abs(read["Date"].datetime.timestamp() - time.time()) < 60


async def test_no_mail_server_is_an_outcome() -> None:
    done = await mail.send(mail.documents("fr", []), to="a@example.fr", sender="b@example.fr", server="smtp://127.0.0.1:9", identity="1")
    assert not done.is_delivered and done.error
