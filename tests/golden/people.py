"""Two people who do not exist, and their careers: what every golden layout prints, and what must be read from it."""

from __future__ import annotations

from typing import NamedTuple


class Post(NamedTuple):
    title: str
    company: str
    place: str
    start: str
    end: str | None
    points: tuple[str, ...]


class Study(NamedTuple):
    degree: str
    school: str
    start: str
    end: str


class Person(NamedTuple):
    language: str
    given: str
    family: str
    headline: str
    email: str
    phone: str
    address: str
    summary: str
    posts: tuple[Post, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    tongues: tuple[tuple[str, str], ...]


INES = Person(
    "fr",
    "Inès",
    "Valmorin",
    "Responsable logistique",
    "ines.valmorin@example.org",
    "06 39 98 12 34",
    "14 rue des Tilleuls-Gris, 69003 Lyon",
    "Dix ans de logistique, de la gestion des stocks à l'encadrement d'une équipe de douze personnes dans le transport frigorifique.",
    (
        Post(
            "Responsable logistique",
            "Transports Brévaline",
            "Lyon",
            "2021-03",
            None,
            ("Encadrement de douze caristes et préparateurs", "Taux de service passé de 94 à 98 %", "Mise en place du WMS Reflex"),
        ),
        Post(
            "Gestionnaire de stocks",
            "Entrepôts du Morvan",
            "Dijon",
            "2017-09",
            "2021-02",
            ("Inventaires tournants sur 9 000 références", "Suivi des litiges transporteurs"),
        ),
        Post("Assistante approvisionnement", "Maison Quettier", "Beaune", "2015-09", "2017-08", ("Commandes et relances fournisseurs",)),
    ),
    (
        Study("Master Gestion de la chaîne logistique", "IAE des Trois-Vallées", "2013-09", "2015-06"),
        Study("Licence Économie et gestion", "Université des Trois-Vallées", "2010-09", "2013-06"),
    ),
    ("Gestion des stocks", "SAP", "Reflex WMS", "Excel", "Management d'équipe"),
    (("Français", "langue maternelle"), ("Anglais", "C1"), ("Espagnol", "B1")),
)

TOBIAS = Person(
    "en",
    "Tobias",
    "Wrenfield",
    "Maintenance Engineer",
    "tobias.wrenfield@example.com",
    "+44 7700 900142",
    "8 Larkspur Yard, Bristol",
    "Mechanical engineer with nine years in food and packaging plants, from the shop floor to planning shutdowns of three lines.",
    (
        Post(
            "Senior Maintenance Engineer",
            "Harrowgate Packaging Ltd",
            "Bristol",
            "2020-06",
            None,
            ("Planned two annual shutdowns with forty contractors", "Cut unplanned stops by a third", "Introduced vibration monitoring"),
        ),
        Post(
            "Maintenance Engineer",
            "Silverbrook Dairies",
            "Gloucester",
            "2016-04",
            "2020-05",
            ("Kept six filling lines running on three shifts", "Trained four apprentices"),
        ),
        Post("Graduate Engineer", "Ostrava Pumps", "Cardiff", "2014-09", "2016-03", ("Tested pumps and wrote service manuals",)),
    ),
    (
        Study("MEng Mechanical Engineering", "University of Wyeford", "2010-09", "2014-06"),
        Study("A-levels", "Thornbury Sixth Form College", "2008-09", "2010-06"),
    ),
    ("Preventive maintenance", "SolidWorks", "PLC", "Hydraulics", "Root cause analysis"),
    (("English", "native"), ("German", "B2")),
)
