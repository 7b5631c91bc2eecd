"""What stands under a post is judged by the bullet and the sentence, whole."""

from __future__ import annotations

import pytest

from workers.coaching.lines import is_bare, lines
from workers.cv import Experience


@pytest.mark.parametrize(
    ("description", "pieces"),
    [
        ("Ran the shop. Hired 4 people", ["Ran the shop.", "Hired 4 people"]),
        ("Led a team of six,\nincluding two\ndesigners\nBuilt the till", ["Led a team of six, including two designers", "Built the till"]),
        ("Ran the shop.\nhired people", ["Ran the shop.", "hired people"]),
        ("• Ran the shop\n• hired 4 people", ["Ran the shop", "hired 4 people"]),
        ("Second de M. Aubrelle au Phare. Équipe de 5.", ["Second de M. Aubrelle au Phare.", "Équipe de 5."]),
        ("Rapports en SQL. Écriture des tests", ["Rapports en SQL.", "Écriture des tests"]),
        ("Cut costs by 3.5 % in Larkspur Co. Ltd\n", ["Cut costs by 3.5 % in Larkspur Co. Ltd"]),
    ],
)
def test_pieces(description: str, pieces: list[str]) -> None:
    assert lines(Experience(description=description)) == pieces


def test_the_paragraph_and_the_bullets_once_each() -> None:
    post = Experience(
        description="Packaged food, 1,900 shops.\n• Own the budget\n• Lead a team of six,\nincluding two designers",
        achievements=("Own the budget", "Lead a team of six, including two designers"),
    )
    assert lines(post) == ["Packaged food, 1,900 shops.", "Own the budget", "Lead a team of six, including two designers"]


@pytest.mark.parametrize(
    ("post", "bare"),
    [
        (Experience(job_title="Baker"), True),
        (Experience(job_title="Baker", description="Bread and cakes for two schools."), False),
        (Experience(job_title="Baker", achievements=("Bread",)), False),
        (Experience(job_title="Developer", skills=("Python",)), False),
        (Experience(job_title="Python developer", skills=("Python",)), True),
    ],
)
def test_a_post_is_bare_where_nothing_but_its_title_is_printed(post: Experience, bare: bool) -> None:
    assert is_bare(post) is bare
