"""CVs in languages without a folder of words, drawn by `python -m tests.golden.abroad` into the case folders.

What is read of them is who the person is, how they are reached, dates, studies, links, languages and skills, with a warning.
"""

from __future__ import annotations

from tests.golden.layouts import Draw, dates_right, keep
from tests.golden.people import Person, Post, Study

LUCINDA = Person(
    "es",
    "Lucinda",
    "Oliveros Quintanar",
    "Jefa de logística",
    "lucinda.oliveros@example.es",
    "+34 612 34 56 78",
    "Calle de los Almendros 14, 41003 Sevilla",
    "Doce años de logística, desde la gestión de existencias hasta la dirección de un equipo de diez personas en el transporte.",
    (
        Post("Jefa de logística", "Transportes Almarza", "Sevilla", "2019-01", None, ("Dirección de diez personas", "Inventarios con SAP")),
        Post("Técnica de almacén", "Bodegas Peñafina", "Córdoba", "2014-09", "2018-12", ("Preparación de pedidos",)),
    ),
    (Study("Grado en Administración de Empresas", "Universidad de los Olivos", "2010-09", "2014-06"),),
    ("SAP", "Excel", "Power BI", "Incoterms"),
    (("Español", "nativo"), ("Inglés", "B2"), ("Francés", "básico")),
)
OTTAVIO = Person(
    "it",
    "Ottavio",
    "Della Rovera",
    "Tecnico di manutenzione",
    "ottavio.dellarovera@example.it",
    "+39 333 123 4567",
    "Via dei Tigli 8, 20121 Milano",
    "Dieci anni di manutenzione negli stabilimenti alimentari, dalla linea di confezionamento alla programmazione delle fermate.",
    (
        Post(
            "Tecnico di manutenzione",
            "Pastificio Brennari",
            "Milano",
            "2018-03",
            None,
            ("Manutenzione con PLC", "Formazione di due colleghi"),
        ),
        Post("Meccanico", "Officine Valdoro", "Torino", "2013-01", "2018-02", ("Riparazione di pompe",)),
    ),
    (Study("Laurea in Ingegneria meccanica", "Politecnico delle Colline", "2008-09", "2012-07"),),
    ("PLC", "SolidWorks", "AutoCAD", "Excel"),
    (("Italiano", "madrelingua"), ("Inglese", "C1"), ("Tedesco", "scolastico")),
)
SASKIA = Person(
    "nl",
    "Saskia",
    "van den Heuvelrode",
    "Softwareontwikkelaar",
    "saskia.vandenheuvelrode@example.nl",
    "+31 6 12345678",
    "Lindelaan 21, 1012 AB Amsterdam",
    "Acht jaar ervaring met webdiensten voor verzekeraars, van het verzamelen van wensen tot het beheer in de cloud.",
    (
        Post("Softwareontwikkelaar", "Duinkracht Verzekeringen", "Amsterdam", "2018-05", None, ("Diensten in Python", "Beheer met Docker")),
        Post("Junior ontwikkelaar", "Polderlicht Software", "Utrecht", "2015-02", "2018-04", ("Websites met JavaScript",)),
    ),
    (Study("Bachelor Informatica", "Hogeschool Meerlanden", "2010-09", "2014-07"),),
    ("Python", "PostgreSQL", "Docker", "JavaScript"),
    (("Nederlands", "moedertaal"), ("Engels", "vloeiend"), ("Duits", "B1")),
)
BENEDITA = Person(
    "pt",
    "Benedita",
    "Vasconcelos Tourais",
    "Enfermeira de urgência",
    "benedita.tourais@example.pt",
    "+351 912 345 678",
    "Rua das Laranjeiras 30, 1250-096 Lisboa",
    "Nove anos de experiência em serviços de urgência e cuidados intensivos, habituada a trabalhar em equipa e por turnos.",
    (
        Post(
            "Enfermeira de urgência", "Hospital de Santa Ilda", "Lisboa", "2019-03", None, ("Triagem de doentes", "Formação de estagiários")
        ),
        Post("Enfermeira", "Clínica do Mirante", "Porto", "2016-09", "2019-02", ("Cuidados ao domicílio",)),
    ),
    (Study("Licenciatura em Enfermagem", "Escola Superior das Dunas", "2012-09", "2016-07"),),
    ("Excel", "Word", "PowerPoint", "SAP"),
    (("Português", "língua materna"), ("Inglês", "fluente"), ("Espanhol", "B1")),
)

CASES: dict[str, tuple[Draw, Person]] = {
    "es-dates-right": (dates_right, LUCINDA),
    "it-dates-right": (dates_right, OTTAVIO),
    "nl-dates-right": (dates_right, SASKIA),
    "pt-dates-right": (dates_right, BENEDITA),
}

if __name__ == "__main__":
    keep(CASES)
