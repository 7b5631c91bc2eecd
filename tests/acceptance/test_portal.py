"""A recruiter's morning in the portal: a real browser, a real server, nothing but what can be seen and clicked."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph.sandbox import samples
from tests.acceptance.browser import Page, browsing, program
from tests.acceptance.server import Server


@pytest.fixture(scope="module")
def browser() -> Iterator[Page]:
    if program() is None and os.environ.get("CVGRAPH_TEST_SERVICES") != "required":
        pytest.skip("Chromium is not installed here: apt-get install chromium")
    with browsing() as page:
        yield page


@pytest.fixture
def portal(browser: Page, server: Server) -> Iterator[Page]:
    """Signed in with the key that `make run` greets with, in French."""
    browser.size(1440, 900)
    fresh(browser, server, "fr")
    # A busy browser reports late what the test before made of it.
    browser.errors = []
    browser.write("key", (server.data / "sandbox.key").read_text().strip())
    browser.click("Se connecter")
    browser.says("Consommation et quota")
    yield browser
    errors, browser.errors = browser.errors, []
    assert errors == []


def fresh(page: Page, server: Server, language: str) -> None:
    page.open(f"{server.address}/portal")
    page.run(f"sessionStorage.clear(); localStorage.setItem('cvgraph.language', '{language}')")
    page.open(f"{server.address}/portal")


def go(page: Page, name: str) -> None:
    page.run(f"location.hash = '#/{name}'")
    page.until(f"document.querySelector('main[data-view={name}]:not([aria-busy]) h1') && 1")


def test_a_wrong_key_is_refused(browser: Page, server: Server) -> None:
    fresh(browser, server, "en")
    browser.write("key", "SBX_nobody")
    browser.click("Sign in")
    browser.says("This key is not valid here")
    # The browser itself reports that the server said 401.
    errors, browser.errors = browser.errors, []
    assert [error for error in errors if "401" not in error] == []


def test_quota_and_calls_are_shown(portal: Page) -> None:
    portal.says("restants sur 1")
    portal.says("/graphql")
    assert portal.run("document.querySelectorAll('.chart rect.calls').length") == 30
    portal.click("English")
    portal.says("Usage and quota")


def test_a_value_is_shown_where_it_was_found(portal: Page) -> None:
    """The sample's name is clicked, and the mark lies where its letters are."""
    go(portal, "resumes")
    portal.run("[...document.querySelectorAll('td a')].find(each => each.closest('tr').innerText.includes('.pdf')).click()")
    portal.until("[...document.querySelectorAll('.sheet img')].every(each => each.naturalWidth) && document.querySelector('button.value')")
    assert portal.run("document.querySelectorAll('.sheet .mark').length") > 20
    first = portal.run("document.querySelector('button.value').textContent")
    portal.run("document.querySelector('button.value').click()")
    place = portal.until(
        "(b => b && b.width && [b.left, b.top, b.width, b.height])(document.querySelector('.pointed')?.getBoundingClientRect())"
    )
    sheet = portal.run("(b => [b.left, b.top, b.width, b.height])(document.querySelector('.sheet').getBoundingClientRect())")
    assert sheet[0] <= place[0] and place[0] + place[2] <= sheet[0] + sheet[2] and place[3] < sheet[3] / 4, first


def test_a_cv_is_sent_corrected_printed_and_erased(portal: Page) -> None:
    go(portal, "resumes")
    portal.choose_files(".drop input", samples()[0])
    portal.until("location.hash.startsWith('#/resumes/') && document.querySelector('.tree')")
    name = portal.run("document.querySelector('main h1').innerText")
    portal.run("document.querySelector('.pencil[aria-label$=Titre]').click()")
    portal.write("value", "Titre corrigé")
    portal.click("Enregistrer", "dialog")
    portal.until("document.querySelector('.tree')?.innerText.includes('Titre corrigé')")
    portal.click("Imprimer")
    portal.until("document.querySelector('dialog [name=preset]') && (document.querySelector('[name=preset]').value = 'BLIND')")
    portal.click("Imprimer", "dialog")
    portal.says("Télécharger le PDF")
    printed = portal.run("fetch(document.querySelector('dialog a').href).then(each => each.headers.get('content-type'))")
    assert printed == "application/pdf"
    portal.click("×", "dialog")
    portal.click("Effacer")
    portal.until(f"document.querySelector('dialog')?.innerText.includes({name!r})")
    portal.click("Effacer", "dialog")
    portal.says("Effacé.")


def test_a_job_says_who_fits_and_why(portal: Page) -> None:
    go(portal, "jobs")
    portal.run("document.querySelector('td a').click()")
    portal.until("document.querySelector('.match .score')")
    portal.says("Points forts")


def test_a_key_is_made_rotated_and_revoked(portal: Page, server: Server) -> None:
    go(portal, "keys")
    portal.click("Nouvelle clé")
    portal.write("name", "Essai du portail")
    portal.click("Nouvelle clé", "dialog form")
    secret = portal.until("document.querySelector('.secret code')?.textContent")
    ask = {"query": "{ viewer { sandbox } }"}
    assert httpx.post(f"{server.address}/graphql", json=ask, headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    portal.click("×", "dialog")
    portal.until("document.querySelector('main:not([aria-busy]) table')?.innerText.includes('Essai du portail')")
    portal.run(
        "[...document.querySelectorAll('tr')].find(each => each.innerText.includes('Essai du portail')).querySelector('.bad').click()"
    )
    portal.click("Révoquer", "dialog")
    portal.says("Révoquée le")
    assert httpx.post(f"{server.address}/graphql", json=ask, headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_a_webhook_that_must_not_be_called_is_refused_in_words(portal: Page) -> None:
    go(portal, "webhooks")
    portal.click("Nouveau webhook")
    portal.write("url", "ftp://hooks.example.org/hook")
    portal.click("Nouveau webhook", "dialog form")
    portal.until("document.querySelector('#news.bad')?.innerText.length > 10")
    portal.run("document.querySelector('dialog').close()")


def test_an_invitation_opens_the_candidates_page(portal: Page) -> None:
    go(portal, "invitations")
    portal.click("Nouvelle invitation")
    portal.write("ref", "portail-1")
    portal.click("Nouvelle invitation", "dialog form")
    link = portal.until("document.querySelector('.secret code')?.textContent")
    assert httpx.get(link, follow_redirects=True).status_code == 200
    portal.click("×", "dialog")
    portal.until("document.querySelector('main:not([aria-busy]) table')?.innerText.includes('portail-1')")


@pytest.mark.parametrize("name", ["overview", "resumes", "jobs", "invitations", "keys", "webhooks"])
def test_every_page_fits_a_phone(portal: Page, name: str) -> None:
    portal.size(390, 844)
    go(portal, name)
    assert portal.run("document.documentElement.scrollWidth <= window.innerWidth")
    for picture in portal.run("[...document.images].map(each => [each.src, each.alt])"):
        assert picture[1], picture


def test_the_policy_lets_nothing_foreign_run(server: Server) -> None:
    policy = httpx.get(f"{server.address}/portal").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy and not re.search(r"https?:|\*", policy)


def test_scripts_are_served_as_scripts(server: Server) -> None:
    for path in (Path(__file__).parents[2] / "graph/portal/recruiter").rglob("*.js"):
        address = f"{server.address}/portal/files/{path.relative_to(path.parents[1] if path.parent.name == 'views' else path.parent)}"
        answer = httpx.get(address)
        assert answer.status_code == 200 and "javascript" in answer.headers["content-type"]


def test_an_answered_invitation_shows_by_itself(portal: Page, server: Server) -> None:
    """The candidate answers elsewhere; the recruiter touches nothing."""
    go(portal, "invitations")
    ask = 'mutation { invitationCreate(input: {ref: "portail-2"}) { link userErrors { message } } }'
    with server.client((server.data / "sandbox.key").read_text().strip()) as client:
        link = client.post("/graphql", json={"query": ask}).json()["data"]["invitationCreate"]["link"]
    files = {"file": (samples()[0].name, samples()[0].read_bytes())}
    assert httpx.post(link, data={"consent": "yes"}, files=files, timeout=60).status_code == 303
    row = "[...document.querySelectorAll('tr')].find(each => each.innerText.includes('portail-2'))"
    portal.until(f"{row}?.innerText.includes('Lié le') && {row}.querySelector('a[href^=\"#/resumes/\"]')")
