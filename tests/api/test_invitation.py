"""Invitations: a person reads, consents, sends a CV, sees it, corrects it, ends it; a code says nothing to whoever guesses."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import orjson
import pytest

from db import files
from db.models import AuditEvent, Candidate, CandidateToken, Delivery, Features, Invitation, Resume
from graph.limits import SharedRates
from graph.portal import invitation as page
from tests.api.test_doors import ask
from tests.stage import CV, NAME, fresh_caller, visitor
from workers.errors import Conflict, InvalidInput, NotFound
from workers.services import invitation, profile, resume, webhook
from workers.services.caller import Caller

SCORE = {"candidate_ref": "c-1", "job": {"title": "Développeuse Python", "description": "Python"}}
AGREED = {"consent": "yes"}


@pytest.fixture
async def anyone(caller: Caller) -> AsyncIterator[httpx.AsyncClient]:
    page.TRIES = SharedRates(f"invitation {uuid4()}", page.TRIES.limit, page.TRIES.window)
    async with visitor("") as door:
        door.headers.pop("authorization")
        yield door


def upload(data: bytes = CV) -> dict[str, Any]:
    return {"files": {"file": ("cv.txt", data)}, "data": AGREED}


async def linked(caller: Caller, anyone: httpx.AsyncClient, ref: str = "c-1", data: bytes = CV) -> str:
    """The private link of somebody who has answered."""
    made = await invitation.create(caller, ref)
    answer = await anyone.post(f"/invitation/{made.code}", **upload(data))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].partition("?")[0]


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", ["vous invite", "730 jours", "Comment y mettre fin"]), ("en", ["invites you", "730 days"])]
)
async def test_the_page_says_who_what_how_long_and_how_to_end(
    caller: Caller, anyone: httpx.AsyncClient, lang: str, words: list[str]
) -> None:
    made = await invitation.create(caller, "c-1")
    answer = await anyone.get(f"/invitation/{made.code}", headers={"accept-language": lang})
    assert answer.status_code == 200 and f'<html lang="{lang}">' in answer.text
    assert all(word in answer.text for word in [*words, caller.account.name, invitation.CONSENT_VERSION])
    assert "<script" not in answer.text and "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    for field in re.findall(r'<(?:input|textarea)[^>]* id="([^"]+)"', answer.text):
        assert f'for="{field}"' in answer.text, "every field has a label"


async def test_a_link_from_beginning_to_end(caller: Caller, client: httpx.AsyncClient, anyone: httpx.AsyncClient) -> None:
    hook, _ = await webhook.create(caller, "http://127.0.0.1:9/hook", webhook.CHOOSABLE)
    door = await linked(caller, anyone)
    person = await Candidate.visible(caller).get(ref="c-1")
    assert person.consent_version == invitation.CONSENT_VERSION and person.consented_at and person.linked_at
    shown = (await client.get("/api/v1/candidates/c-1/profile")).json()
    assert shown["active"] and shown["has_profile"] and "Python" in shown["profile"]["skills"]
    scored = (await client.post("/api/v1/score", json=SCORE)).json()
    assert scored["cv_input_used"] == "stored_profile" and scored["usage"]["tokens"] == 0
    seen = await anyone.get(door)
    assert "Camille" in seen.text and NAME.split()[1] in seen.text
    gone = await anyone.post(f"{door}/erase", data={"confirm": "yes"})
    assert gone.status_code == 200 and (await anyone.get(door)).status_code == 404
    assert (await client.post("/api/v1/score", json=SCORE)).status_code == 404
    assert (await client.get("/api/v1/candidates/c-1/profile")).json()["active"] is False
    told = [await bodies(caller, each) for each in await Delivery.filter(webhook_id=hook.id).order_by("id")]
    assert [each["type"] for each in told] == ["candidate.linked", "candidate.dissociated"]
    assert all(each["data"] == {"ref": "c-1", "linked_at": shown["linked_at"]} for each in told)


async def bodies(caller: Caller, row: Delivery) -> dict[str, Any]:
    body: dict[str, Any] = orjson.loads(caller.sealer.open(bytes(row.sealed_body or b""), f"delivery:{row.id}"))
    return body


async def test_erasure_leaves_nothing(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    assert await files.names(str(caller.account_id))
    await anyone.post(f"{door}/erase", data={"confirm": "yes"})
    for model in (Candidate, Resume, Features):
        assert not await model.visible(caller).exists()
    assert not await CandidateToken.filter(account_id=caller.account_id).exists()
    assert not await files.names(str(caller.account_id))


async def test_nothing_is_kept_without_consent(caller: Caller, anyone: httpx.AsyncClient) -> None:
    made = await invitation.create(caller, "c-1")
    for sent in ({"files": {"file": ("cv.txt", CV)}}, {"data": AGREED}, upload(b""), upload(b"\x00\x01" * 500)):
        assert (await anyone.post(f"/invitation/{made.code}", **sent)).status_code == 422
    assert not await Resume.visible(caller).exists() and not await Candidate.visible(caller).exists()
    assert (await Invitation.get(id=made.invitation.id)).uses == 0
    assert (await anyone.post(f"/invitation/{made.code}", **upload())).status_code == 303


async def test_wrong_codes_all_say_the_same(caller: Caller, anyone: httpx.AsyncClient) -> None:
    """Unknown, used, expired and revoked: one page, byte for byte."""
    used, old, stopped = [await invitation.create(caller, f"c-{number}") for number in range(3)]
    await anyone.post(f"/invitation/{used.code}", **upload())
    await Invitation.filter(id=old.invitation.id).update(expires_at=dt.datetime.now(dt.UTC))
    await invitation.revoke(caller, stopped.invitation.id)
    answers = [await anyone.get(f"/invitation/{code}?lang=en") for code in (used.code, old.code, stopped.code, "7" * 20, "-")]
    assert {answer.status_code for answer in answers} == {404} and len({answer.text for answer in answers}) == 1
    assert "Agence" not in answers[0].text


async def test_guessing_is_slowed_down(caller: Caller, anyone: httpx.AsyncClient) -> None:
    made = await invitation.create(caller, "c-1")
    statuses = [(await anyone.get(f"/invitation/{number:020}")).status_code for number in range(page.TRIES.limit + 1)]
    assert statuses[-1] == 429 and set(statuses[:-1]) == {404}
    assert (await anyone.get(f"/invitation/{made.code}")).status_code == 429


async def test_a_code_is_used_once_even_in_a_race(caller: Caller) -> None:
    made = await invitation.create(caller, "c-1")
    answers = await asyncio.gather(*(invitation.accept(made.code, CV, "cv.txt") for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(answer, invitation.Linked) for answer in answers) == 1
    assert all(isinstance(answer, NotFound) for answer in answers if not isinstance(answer, invitation.Linked))
    assert await Resume.visible(caller).count() == 1


async def test_a_code_is_read_as_people_type_it(caller: Caller) -> None:
    made = await invitation.create(caller, "c-1")
    assert len(set(made.code) - set("-")) > 5 and re.fullmatch(r"(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}", made.code)
    for typed in (made.code.lower(), made.code.replace("-", " "), made.code.replace("0", "O").replace("1", "l")):
        assert (await invitation.opened(typed))[0].id == made.invitation.id
    assert made.code.replace("-", "") not in str(await Invitation.filter(id=made.invitation.id).values())


async def test_an_invitation_for_many_gives_each_a_ref(caller: Caller) -> None:
    made = await invitation.create(caller, max_uses=2)
    for number in range(2):
        await invitation.accept(made.code, CV.replace(b"camille", b"person%d" % number), "cv.txt")
    with pytest.raises(NotFound):
        await invitation.opened(made.code)
    assert len({person.ref for person in await Candidate.visible(caller)}) == 2


async def test_corrections(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    form = {"firstName": "Camila", "lastName": "Exemple", "email": "camila@example.org", "skills": "Python\nRust", "title-0": "Architecte"}
    assert (await anyone.post(door, data=form)).status_code == 303
    row = await Resume.visible(caller).get()
    read = resume.cv(row, caller)
    assert read and read.candidate.first_name == "Camila" and [skill.name for skill in read.skills] == ["Python", "Rust"]
    assert read.experiences[0].job_title == "Architecte" and read.experiences[0].company is None
    kept = (await anyone.get(f"{door}/data.json")).json()
    assert kept["resumes"][0]["cv"]["candidate"]["email"] == "camila@example.org" and kept["consent"]["version"]
    assert (await anyone.get(f"{door}/file")).content == CV
    refused = await anyone.post(f"{door}/erase", data={})
    assert refused.status_code == 422 and await Resume.visible(caller).exists()


async def test_posts_studies_and_languages_are_corrected_or_taken_out(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    shown = (await anyone.get(f"{door}?lang=fr")).text
    assert 'value="Université Imaginaire"' in shown and 'value="langue maternelle"' in shown and "janv. 2020 – présent" in shown
    form = {
        "degree-0": "Master",
        "institution-0": "Université Inventée",
        "language-0": "Breton",
        "level-0": "B2",
        "language-1": "",
        "level-1": "",
    }
    assert (await anyone.post(door, data=form)).status_code == 303
    read = resume.cv(await Resume.visible(caller).get(), caller)
    assert read and [study.institution for study in read.educations] == ["Université Inventée"] and len(read.experiences) == 1
    assert [(each.name, each.code, each.cefr) for each in read.languages] == [("Breton", "br", "B2")]
    assert (await anyone.post(door, data={"title-0": "", "company-0": ""})).status_code == 303
    read = resume.cv(await Resume.visible(caller).get(), caller)
    assert read and not read.experiences and read.educations


async def test_what_is_wrong_stands_beside_its_field(caller: Caller, anyone: httpx.AsyncClient) -> None:
    made = await invitation.create(caller, "c-1")
    path = f"/invitation/{made.code}?lang=en"
    for sent, wrong, right in (({"data": AGREED}, "file", "consent"), ({"files": {"file": ("cv.txt", CV)}}, "consent", "file")):
        text = (await anyone.post(path, **sent)).text
        assert f'id="{wrong}-wrong"' in text and f'href="#{wrong}"' in text and f'id="{right}-wrong"' not in text
        field = next(tag for tag in re.findall(r"<input[^>]*>", text) if f'id="{wrong}"' in tag)
        assert 'aria-invalid="true"' in field and f"{wrong}-wrong" in field
    # Who agreed once need not agree again because the file was bad.
    assert re.search(r'<input[^>]*id="consent"[^>]* checked', (await anyone.post(path, **upload(b"\x00\x01" * 500))).text)


async def test_a_person_is_answered_with_a_page(caller: Caller, anyone: httpx.AsyncClient) -> None:
    """A file larger than any request, a path that is none, a form's path opened by a reload or another language."""
    door = await linked(caller, anyone)
    huge = {"files": {"file": ("cv.pdf", b"0" * 20_000_000)}, "data": AGREED}
    for answer, status in (
        (await anyone.post(f"{door}/cv?lang=en", **huge), 413),
        (await anyone.post("/invitation/77777-77777-77777-77777?lang=en", **huge), 413),
        (await anyone.get(f"{door}/nothing?lang=en"), 404),
        (await anyone.put(f"{door}?lang=en"), 405),
    ):
        assert answer.status_code == status and '<html lang="en">' in answer.text and door not in answer.text.partition("<main")[2]
    for form in ("cv", "erase"):
        again = await anyone.get(f"{door}/{form}?lang=en")
        assert (again.status_code, again.headers["location"]) == (303, f"{door}?lang=en")
    assert f'href="{door}?lang=fr"' in (await anyone.post(f"{door}/cv?lang=en", data={})).text


async def test_the_page_says_its_own_address(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    assert f"<code>http://127.0.0.1:8000{door}</code>" in (await anyone.get(door)).text


async def test_another_cv_takes_the_place_of_the_first(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    assert (await anyone.post(f"{door}/cv", files={"file": ("new.txt", CV + b"\nRust")})).status_code == 303
    assert (await anyone.get(f"{door}/file")).content == CV + b"\nRust"
    assert await Resume.visible(caller).count() == 1 and len(await files.names(str(caller.account_id))) == 1


async def test_a_cv_from_elsewhere_never_lands_on_a_private_page(caller: Caller, anyone: httpx.AsyncClient) -> None:
    """Whoever sends a CV with somebody else's e-mail must not come to see that person's CV."""
    await resume.parse(caller, CV, "theirs.txt")
    door = await linked(caller, anyone, data=CV.replace(b"Camille", b"Dominique"))
    await resume.parse(caller, CV + b"\nSecret", "theirs again.txt")
    assert "Camille" not in (await anyone.get(door)).text and await Candidate.visible(caller).count() == 2


async def test_a_page_shows_text_as_text(caller: Caller, anyone: httpx.AsyncClient) -> None:
    caller.account.name = "<b>Agence</b>"
    await caller.account.save()
    door = await linked(caller, anyone)
    await anyone.post(door, data={"firstName": '"><script>alert(1)</script>', "lastName": "x"})
    seen = (await anyone.get(door)).text
    assert "<script" not in seen and "<b>Agence" not in seen and "&lt;script&gt;" in seen


async def test_doors_cannot_be_guessed(anyone: httpx.AsyncClient) -> None:
    for path in ("", "/data.json", "/file"):
        assert (await anyone.get(f"/candidate/{'x' * 43}{path}")).status_code == 404
    assert (await anyone.post(f"/candidate/{'x' * 43}/erase", data={"confirm": "yes"})).status_code == 404


async def test_the_code_form(caller: Caller, anyone: httpx.AsyncClient) -> None:
    made = await invitation.create(caller, "c-1")
    assert 'name="code"' in (await anyone.get("/invitation")).text
    sent = await anyone.post("/invitation", data={"code": made.code})
    assert sent.status_code == 303 and (await anyone.get(sent.headers["location"])).status_code == 200


async def test_through_graphql(client: httpx.AsyncClient, caller: Caller, anyone: httpx.AsyncClient) -> None:
    made = (
        await ask(
            client,
            'mutation { invitationCreate(input: {ref: "c-1", email: "x@example.org"}) '
            "{ code link invitation { id email uses } userErrors { code } } }",
        )
    )["invitationCreate"]
    assert made["link"].endswith(made["code"]) and made["invitation"]["email"] == "x@example.org"
    await anyone.post(f"/invitation/{made['code']}", **upload())
    shown = await ask(client, "{ invitations { nodes { ref uses linkedAt candidate { ref consentedAt consentVersion name } } } }")
    assert shown["invitations"]["nodes"][0]["candidate"]["name"] == NAME
    gone = await ask(client, 'mutation { candidateDissociate(ref: "c-1") { dissociatedCandidateId userErrors { code } } }')
    assert gone["candidateDissociate"]["dissociatedCandidateId"] and not await Resume.visible(caller).exists()
    again = await ask(client, 'mutation { candidateDissociate(ref: "c-1") { userErrors { code } } }')
    assert again["candidateDissociate"]["userErrors"] == [{"code": "NOT_FOUND"}]


async def test_an_accounts_own_candidate(caller: Caller) -> None:
    """Linked by the account, it stays when the link ends; a ref is used once."""
    first = await resume.parse(caller, CV, "cv.txt")
    other = await resume.parse(caller, CV.replace(b"amille", b"harlie").replace(b"12 34", b"43 21"), "cv.txt")
    assert first.candidate_id and other.candidate_id and first.candidate_id != other.candidate_id
    await profile.link(caller, first.candidate_id, "c-1")
    with pytest.raises(Conflict):
        await profile.link(caller, other.candidate_id, "c-1")
    with pytest.raises(NotFound):
        await profile.link(await fresh_caller(), first.candidate_id, "c-9")
    await profile.dissociate(caller, "c-1")
    assert (await Candidate.visible(caller).get(id=first.candidate_id)).ref is None


@pytest.mark.parametrize("wrong", [{"ref": ""}, {"ref": "a/b"}, {"ref": "x" * 201}, {"max_uses": 0}, {"email": "nobody"}])
async def test_bad_invitations(caller: Caller, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        await invitation.create(caller, **{"ref": "c-1", **wrong})
    for days in (-1, 400):
        with pytest.raises(InvalidInput):
            await invitation.create(caller, "c-1", expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(days=days))


@pytest.mark.parametrize("path", ["coach", "analyze", "profile"])
async def test_whoever_reads_a_linked_cv_leaves_a_line(
    caller: Caller, client: httpx.AsyncClient, anyone: httpx.AsyncClient, path: str
) -> None:
    await linked(caller, anyone)
    if path == "profile":
        assert (await client.get("/api/v1/candidates/c-1/profile")).status_code == 200
    else:
        assert (await client.post(f"/api/v1/{path}", json=SCORE)).status_code == 200
    person = await Candidate.visible(caller).get(ref="c-1")
    assert await AuditEvent.visible(caller).filter(action="candidate.read", subject_id=person.id).count() == 1


async def test_everything_leaves_a_line(caller: Caller, anyone: httpx.AsyncClient) -> None:
    door = await linked(caller, anyone)
    await anyone.get(door)
    await anyone.get(f"{door}/data.json")
    await anyone.post(f"{door}/erase", data={"confirm": "yes"})
    done = await AuditEvent.visible(caller).order_by("id").values_list("action", flat=True)
    assert {
        "invitation.create",
        "invitation.accept",
        "candidate.link",
        "candidate.own_page",
        "candidate.export",
        "candidate.delete",
    } <= set(done)
