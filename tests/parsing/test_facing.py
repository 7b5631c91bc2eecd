"""Entries side by side under a heading that goes over both, and facts in a narrow column beside what they are about."""

from __future__ import annotations

import datetime as dt
import io

from reportlab.pdfgen.canvas import Canvas

from tests.parsing.sheet import line
from workers.cv import Cv
from workers.parsing import parse
from workers.parsing.items import items_of
from workers.parsing.looks import body_of
from workers.parsing.runs import Run, closed_up
from workers.parsing.types import Word
from workers.resources.language import heading_kind

Text = tuple[float, float, str, str, float]
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
HEAD: tuple[Text, ...] = ((30, 40, "Inès Fictive", BOLD, 20), (30, 60, "ines.fictive@example.org", PLAIN, 9))
CARDS = (
    ("De 2021 à 2024", "Chargée de recrutement", "Atelier Fictif", "Entretiens et intégration des arrivants"),
    ("De 2018 à 2021", "Assistante paie", "Mutuelle Imaginaire", "Bulletins de soixante salariés"),
    ("De 2016 à 2018", "Hôtesse d'accueil", "Musée Inventé", "Standard et billetterie"),
    ("De 2014 à 2016", "Vendeuse", "Librairie Rêvée", "Rayon jeunesse, commandes"),
)


def _read(*texts: Text, head: tuple[Text, ...] = HEAD) -> Cv:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595, 842))
    for x, top, text, font, size in (*head, *texts):
        canvas.setFont(font, size)
        if x < 0:
            canvas.drawRightString(-x, 842 - top, text)
        else:
            canvas.drawString(x, 842 - top, text)
    canvas.save()
    return parse(file.getvalue(), "cv.pdf", today=dt.date(2026, 11, 1))


def _heading(top: float, text: str) -> Text:
    return (30, top, text, BOLD, 13)


def _posts(cv: Cv) -> set[tuple[str | None, str | None, str | None]]:
    return {(post.job_title, post.company, str(post.start_date)) for post in cv.experiences}


LONG = "Suivi des dossiers du premier appel à la signature du contrat, avec les équipes"
ALL = {(title, house, date[3:7]) for date, title, house, _ in CARDS}


def _card(x: float, top: float, card: tuple[str, str, str, str]) -> tuple[Text, ...]:
    date, title, house, done = card
    texts = ((0, 0, date, PLAIN, 7.5), (65, 0, title, BOLD, 10), (65, 13, house, PLAIN, 9), (65, 27, done, PLAIN, 9))
    return tuple((x + dx, top + dy, text, font, size) for dx, dy, text, font, size in texts)


STUDIES = (_heading(330, "FORMATION"), (30, 350, "BTS Tourisme, Lycée Fictif, 2012 - 2014", PLAIN, 9))


def test_cards_side_by_side_keep_their_own_dates() -> None:
    cards = [text for place, card in enumerate(CARDS) for text in _card(30 + 280 * (place % 2), 120 + 90 * (place // 2), card)]
    assert _posts(_read(_heading(95, "EXPÉRIENCE"), *cards, *STUDIES)) == ALL


def test_schools_side_by_side_are_two_studies() -> None:
    studies = (("Université Fictive", "2012 - 2014", "Licence Droit"), ("Lycée Imaginaire", "2010 - 2012", "Bac pro Commerce"))
    texts = [
        text
        for x, (school, dates, degree) in zip((30, 310), studies, strict=True)
        for text in ((x, 120, school, BOLD, 10), (-(x + 250), 120, dates, BOLD, 10), (x, 134, degree, PLAIN, 9))
    ]
    read = _read(_heading(95, "FORMATION"), *texts, _heading(180, "LANGUES"), (30, 200, "Anglais : courant", PLAIN, 9))
    assert [(study.institution, str(study.end_date)) for study in read.educations] == [
        ("Université Fictive", "2014"),
        ("Lycée Imaginaire", "2012"),
    ]


def test_three_lists_end_at_the_heading_below_them() -> None:
    """Nothing stands beside either heading: the dates at the right edge below the second are no fourth list."""
    lists = {30: ("Gestion", "Paie", "Devis"), 215: ("Outils", "Silae", "Sage"), 400: ("Atouts", "Rigueur", "Diplomatie")}
    skills = [(x, 120 + 13 * row, word, BOLD if row == 0 else PLAIN, 9) for x, words in lists.items() for row, word in enumerate(words)]
    posts: list[Text] = []
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 210 + 50 * place
        posts += [(30, top, house, BOLD, 10), (-565, top, date, BOLD, 10), (30, top + 13, title, PLAIN, 9), (44, top + 26, done, PLAIN, 9)]
    read = _read(_heading(95, "COMPÉTENCES"), *skills, _heading(185, "EXPÉRIENCE"), *posts)
    assert _posts(read) == ALL
    assert {skill.name for skill in read.skills} >= {"Paie", "Devis", "Silae", "Sage"}


def test_facts_at_the_right_edge_of_their_column_open_the_post_beside_them() -> None:
    posts: list[Text] = []
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 120 + 55 * place
        posts += [(-150, top, date, PLAIN, 9), (-150, top + 12, house, BOLD, 9), (-150, top + 24, "Rennes", PLAIN, 9)]
        posts += [(172, top, title, BOLD, 10), (172, top + 13, done, PLAIN, 9), (186, top + 26, LONG + " 2023-2024", PLAIN, 9)]
    assert _posts(_read(_heading(95, "EXPÉRIENCE"), *posts, *STUDIES)) == ALL


def test_facts_under_a_title_are_not_told_apart_by_the_text_beside_them() -> None:
    posts: list[Text] = []
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 120 + 60 * place
        posts += [(30, top, title, BOLD, 10), (44, top + 18, f"• {house}", PLAIN, 9), (44, top + 29, f"• {date}", PLAIN, 9)]
        posts += [(200, top + 20, done, PLAIN, 9), (200, top + 32, LONG, PLAIN, 9)]
    assert _posts(_read(_heading(95, "EXPÉRIENCE"), *posts, _heading(380, "LANGUES"), (30, 400, "Anglais : courant", PLAIN, 9))) == ALL


def test_a_date_broken_in_the_margin_is_no_column_of_facts() -> None:
    posts: list[Text] = []
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 120 + 60 * place
        posts += [(30, top, date[:9], PLAIN, 9), (30, top + 11, date[10:], PLAIN, 9)]
        posts += [(100, top, title, BOLD, 9), (100, top + 11, house, PLAIN, 9), (100, top + 22, done, PLAIN, 9)]
    read = _read(_heading(95, "EXPÉRIENCE"), *posts, _heading(380, "FORMATION"), (30, 400, "BTS Tourisme, Lycée Fictif, 2012", PLAIN, 9))
    assert _posts(read) == ALL


def test_letters_set_wide_are_a_heading_with_its_small_words_inside() -> None:
    assert heading_kind("D I P LÔME S E T FORMAT ION S") == "education"
    assert heading_kind("L A NGU E S ÉT R ANGÈRES") == "languages"
    assert heading_kind("Diplôme s e t formation s du soir") is None


SIDE = ("Data engineer, Nantes", "https://github.com/inesfi", "ctive-example", "https://www.inesfictive.e", "xample/travaux", "mobile")


def test_an_address_cut_at_the_edge_of_a_narrow_column_is_closed_again() -> None:
    """What follows an address that ends before the edge is another line."""
    side = [(30.0, 120.0 + 12 * number, text, PLAIN, 9.0) for number, text in enumerate(SIDE)]
    main = [(180.0, 120.0 + 12 * number, f"{LONG}, {number}", PLAIN, 9.0) for number in range(12)]
    read = _read((30, 95, "CONTACT", BOLD, 11), *side, (180, 95, "PROFIL", BOLD, 11), *main)
    assert read.candidate.links.github == "https://github.com/inesfictive-example"
    assert read.candidate.links.website == "https://www.inesfictive.example/travaux"


def test_a_heading_at_half_the_height_of_its_section_opens_it() -> None:
    """The second is broken over two lines, the third stands beside the only line of its section."""
    texts: list[Text] = [(30, 125, "PROFIL", BOLD, 11), *((170, 118 + 13 * row, f"{LONG}, {row}", PLAIN, 9) for row in range(2))]
    for place, (date, title, house, _) in enumerate(CARDS):
        texts += [(170, 165 + 30 * place, f"{title}, {house}", BOLD, 9), (470, 165 + 30 * place, date, PLAIN, 9)]
        texts += [(182, 177 + 30 * place, LONG, PLAIN, 9)]
    texts += [(30, 209, "PARCOURS", BOLD, 11), (30, 223, "PROFESSIONNEL", BOLD, 11)]
    texts += [(30, 301, "LANGUES", BOLD, 11), (170, 300, "Anglais : courant", PLAIN, 9)]
    read = _read(*texts)
    assert _posts(read) == ALL
    assert read.candidate.summary == f"{LONG}, 0 {LONG}, 1"
    assert [language.name for language in read.languages] == ["Anglais"]


def test_a_heading_broken_inside_a_word_is_one() -> None:
    texts = [
        (30, 95, "DIPLÔMES ET FOR-", BOLD, 12),
        (30, 110, "MATIONS", BOLD, 12),
        (30, 130, "BTS Tourisme, Lycée Fictif, 2012 - 2014", PLAIN, 9),
    ]
    read = _read(*texts, (30, 160, "LANGUES", BOLD, 12), (30, 178, "Anglais : courant", PLAIN, 9))
    assert [study.institution for study in read.educations] == ["Lycée Fictif"]


def test_an_employer_printed_like_the_headings_in_the_margin_heads_nothing() -> None:
    """All headings begin at the edge of the page; the employers, in the same type, stand beside them."""
    texts: list[Text] = [(30, 80, "Profil", BOLD, 10), (130, 80, LONG, PLAIN, 10), (30, 95, "Expérience", BOLD, 10)]
    for place, (date, title, _, done) in enumerate(CARDS):
        house = "Mutuelle Imaginaire" if place == 1 else "Atelier Fictif"
        texts += [
            (130, 95 + 45 * place, house, BOLD, 10),
            (130, 108 + 45 * place, title, PLAIN, 10),
            (-560, 108 + 45 * place, date, PLAIN, 10),
        ]
        texts += [] if place == 1 else [(-560, 95 + 45 * place, "Rennes", PLAIN, 10)]
        texts += [(130, 120 + 45 * place, f"• {done}", PLAIN, 10)]
    texts += [(30, 285, "Formation", BOLD, 10), (130, 285, "Lycée Fictif", BOLD, 10), (130, 298, "BTS Tourisme", PLAIN, 10)]
    texts += [(30, 320, "Langues", BOLD, 10), (130, 320, "Anglais : courant", PLAIN, 10)]
    texts += [(30, 340, "Compétences", BOLD, 10), (130, 340, "Paie, Excel, Silae", PLAIN, 10)]
    assert {post.job_title for post in _read(*texts).experiences} == {title for _, title, _, _ in CARDS}


def test_facts_without_a_text_beside_them_are_facts_like_the_others() -> None:
    posts: list[Text] = []
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 120 + 72 * place
        first, _, second = house.partition(" ")
        posts += [(30, top, title, BOLD, 10), (44, top + 18, f"Grand groupe {first}", PLAIN, 9), (44, top + 29, second, PLAIN, 9)]
        posts += [(44, top + 40, date, PLAIN, 9)]
        posts += [(200, top + 18, done, PLAIN, 9), (214, top + 30, LONG, PLAIN, 9), (214, top + 42, LONG, PLAIN, 9)] if place else []
    read = _read(_heading(95, "EXPÉRIENCE"), *posts, _heading(430, "LANGUES"), (30, 450, "Anglais : courant", PLAIN, 9))
    assert _posts(read) == {(title, f"Grand groupe {house}", date[3:7]) for date, title, house, _ in CARDS}


def test_an_address_keeps_the_hyphen_it_is_broken_after() -> None:
    link = [Word("linkedin.com/in/ines-", 1, 0, 0, 90, 10), Word("fictive", 1, 0, 12, 30, 22)]
    label = [Word("Di-", 1, 0, 0, 12, 10), Word("plôme", 1, 0, 12, 30, 22)]
    assert [closed_up([Run.of([word]) for word in words]).text for words in (link, label)] == ["linkedin.com/in/ines- fictive", "Diplôme"]


MAIL: tuple[Text, ...] = ((30, 85, "maud@example.org", PLAIN, 9),)


def test_a_name_goes_on_before_the_bar_of_the_next_line() -> None:
    head = (
        (200, 40, "Maud Ouvrard-", BOLD, 22),
        (120, 62, "Fictive | Directrice des ventes", BOLD, 22),
        *MAIL,
    )
    read = _read(*STUDIES, head=head)
    assert (read.candidate.first_name, read.candidate.last_name) == ("Maud", "Ouvrard-Fictive")


def test_a_name_set_wide_goes_on_at_its_end() -> None:
    head = (
        (30, 40, "Maud", BOLD, 18),
        (130, 40, "Ouvrard-", BOLD, 18),
        (30, 60, "Fictive", BOLD, 18),
        *MAIL,
    )
    read = _read(*STUDIES, head=head)
    assert (read.candidate.first_name, read.candidate.last_name) == ("Maud", "Ouvrard-Fictive")


def test_addresses_set_against_the_right_edge_are_not_cut_there() -> None:
    right = ("+33 6 39 98 00 00", "https://www.inesfictive.example", "inesfictive", "44000 Nantes, en Loire-Atlantique")
    texts = [(-560.0, 40.0 + 12 * number, text, PLAIN, 9.0) for number, text in enumerate(right)]
    read = _read(*texts, *STUDIES, head=((30, 120, "Inès Fictive", BOLD, 20),))
    assert read.candidate.links.website == "https://www.inesfictive.example"


def test_a_margin_holds_dates() -> None:
    """What stands beside its date begins the column, unless something else begins where the date does."""
    inside = " " * 12
    told = [line("2019 - 2021", 0), line(f"{inside}*Nurse*", 2), line(f"{inside}Ward of Examples", 14)]
    other = line("Worked at night", 26)
    assert [item.is_body for item in items_of(told, body_of(told))] == [False, False, False]
    assert [item.is_body for item in items_of([*told, other], body_of(told))] == [False, True, True, False]


def test_a_label_in_the_type_of_the_headings_is_none() -> None:
    """`Outils` has its words beside it in the same row; nothing stands beside the headings, so they end what stands above them."""
    studies = [
        ("Lycée Fictif", "De 2012 à 2014", "BTS Tourisme, accueil et animation culturelle"),
        ("Lycée Imaginaire", "De 2010 à 2012", "Bac pro Commerce"),
    ]
    texts: list[Text] = [(30, 95, "FORMATION", BOLD, 10)]
    for place, (school, dates, degree) in enumerate(studies):
        texts += [(30, 112 + 32 * place, school, BOLD, 10), (-565, 112 + 32 * place, dates, PLAIN, 10)]
        texts += [(30, 124 + 32 * place, degree, PLAIN, 10)]
    texts += [(30, 185, "COMPÉTENCES", BOLD, 10)]
    groups = (("Gestion", "Paie, Devis,", "Relances"), ("Accueil", "Standard,", "Billetterie"), ("Outils", "Silae, Sage,", "Excel"))
    for row, (label, *words) in enumerate(groups):
        texts += [(30, 202 + 24 * row, label, BOLD, 10)]
        texts += [(130, 202 + 24 * row + 12 * place, word, PLAIN, 10) for place, word in enumerate(words)]
    texts += [(30, 285, "EXPÉRIENCE", BOLD, 10)]
    for place, (date, title, house, done) in enumerate(CARDS):
        top = 302 + 50 * place
        texts += [
            (30, top, f"{house} de Bretagne orientale", BOLD, 10),
            (-565, top, date, PLAIN, 10),
            (30, top + 12, title, PLAIN, 10),
            (44, top + 24, done, PLAIN, 10),
        ]
    read = _read(*texts)
    assert [study.institution for study in read.educations] == ["Lycée Fictif", "Lycée Imaginaire"]
    assert {skill.name for skill in read.skills} >= {"Paie", "Devis", "Silae", "Sage"}
    assert {(post.job_title, str(post.start_date)) for post in read.experiences} == {(title, date[3:7]) for date, title, _, _ in CARDS}
