"""More people who do not exist: names of several parts, a consultant with clients, a German, a clerk of a shipping line."""

from __future__ import annotations

from tests.golden.people import INES, TOBIAS, Person, Post, Study

ANNEKE = TOBIAS._replace(given="Anneke", family="van der Meer", email="anneke.vandermeer@example.com")
SAMIR = TOBIAS._replace(given="Samir", family="El Khaldi", email="samir.elkhaldi@example.com", address="Bristol", skills=TOBIAS.skills[:3])
ROWAN = TOBIAS._replace(given="Rowan", family="Ashgrove-Pell", email="rowan.ashgrovepell@example.com")
MAELLE = INES._replace(
    given="Maëlle", family="Aubre-Lormont", email="maelle.aubre@example.org", tongues=(("Français", "natif"), *INES.tongues[1:])
)
ODILE = INES._replace(given="Odile", family="Kermarrec-Vaugris", email="odile.kermarrec@example.org")
EDDA = TOBIAS._replace(given="Edda", family="Le Marchant", email="edda.lemarchant@example.com")
CLEMENCE = TOBIAS._replace(given="Clemence", family="O'Hanrahan", email="clemence.ohanrahan@example.com")
BASTIEN = INES._replace(
    given="Bastien",
    family="Orvault",
    email="bastien.orvault@example.org",
    address="Dijon",
    posts=(INES.posts[0]._replace(place="Dijon"), INES.posts[1]._replace(company=INES.posts[0].company), INES.posts[2]),
)
ADELE = INES._replace(given="Adèle", family="Fontaubert", email="adele.fontaubert@example.org")
ANDREA = TOBIAS._replace(
    given="Andrea", family="Quillington", email="andrea.quillington@example.com", tongues=(("ENGLISH", "native"), ("GERMAN", "B2"))
)
SOLVEIG = TOBIAS._replace(given="Solveig", family="Brankhurst", email="solveig.brankhurst@example.com")
LEOPOLD = TOBIAS._replace(given="Leopold", family="Fennimore Ash", email="leopold.ash@example.com")
TIPHAINE = INES._replace(given="Tiphaine", family="Du Crozet", email="tiphaine.ducrozet@example.org")
GUILHEM = INES._replace(given="Guilhem", family="D'Esparron", email="guilhem.desparron@example.org")
AURELE = INES._replace(given="Aurèle", family="Montbarrey", email="aurele.montbarrey@example.org")
BRUNEHILDE = INES._replace(given="Brunehilde", family="Castéran", email="brunehilde.casteran@example.org")
CORENTIN = INES._replace(given="Corentin", family="Quéménéven", email="corentin.quemeneven@example.org")
DELPHINE = INES._replace(given="Delphine", family="Œuvrard", email="delphine.oeuvrard@example.org")
ETHELRED = TOBIAS._replace(given="Ethelred", family="Winterbourne", email="ethelred.winterbourne@example.com")
FERGUS = TOBIAS._replace(given="Fergus", family="McQuillan", email="fergus.mcquillan@example.com")
MORTIMER = TOBIAS._replace(given="Mortimer", family="Easterbrook", email="mortimer.easterbrook@example.com")
ROWENA = TOBIAS._replace(given="Rowena", family="Halloway", email="rowena.halloway@example.com")
IRMELINE = INES._replace(given="Irmeline", family="Saint-Ferrand", email="irmeline.saintferrand@example.org")
JEAN = INES._replace(given="Jean-Baptiste", family="Le Guellec", email="jb.leguellec@example.org")
CLEMENT = INES._replace(
    given="Clement",
    family="De Vaucresson",
    email="clement.devaucresson@example.org",
    posts=tuple(
        post._replace(company=company)
        for post, company in zip(INES.posts, ("Transports Brevaline", "Entrepots du Morvan", "Maison Quettier"), strict=True)
    ),
    studies=tuple(study._replace(school=study.school.replace("é", "e")) for study in INES.studies),
    tongues=(("Francais", "langue maternelle"), *INES.tongues[1:]),
)

SIBYLLE = INES._replace(
    given="Sibylle",
    family="Orlanne",
    headline="Consultante décisionnelle",
    email="sibylle.orlanne@example.org",
    summary="Neuf ans de décisionnel, du recueil des besoins à la mise en production de tableaux de bord pour la banque et l'assurance.",
    posts=(
        Post("Consultante décisionnelle", "Nérolis Conseil", "Lyon", "2018-01", None, ("Power BI, SQL Server",)),
        Post("Analyste de données", "Mutuelle des Grands-Prés", "Dijon", "2015-09", "2017-12", ("Requêtes SQL et tableaux mensuels",)),
    ),
    skills=("Power BI", "SQL Server", "Talend", "Excel", "Python"),
)
NADEGE = SIBYLLE._replace(given="Nadège", family="Lambrusque", email="nadege.lambrusque@example.org")
CLIENTS = (
    ("Banque Ardelle", "refonte de quarante tableaux de bord, formation de six utilisateurs"),
    ("Assurances Mirvant", "reprise des données de sinistres, contrôles de qualité automatiques"),
)

FLORIAN = INES._replace(
    given="Florian",
    family="Fleurigny",
    headline="Affréteur maritime",
    email="florian.fleurigny@example.org",
    summary="Affréteur depuis neuf ans, de la planification des flottes à la négociation tarifaire, certifié en sûreté portuaire, "
    "soucieux de fidélisation des clientèles professionnelles sur les lignes transmanche et méditerranéennes.",
    posts=(
        Post("Affréteur maritime", "Flotte Affinière", "Le Havre", "2019-05", None, ("Profitabilité de la flotte relevée de 12 %",)),
        Post(
            "Agent de transit", "Transit Fiquefleur", "Rouen", "2015-09", "2019-04", ("Suivi des flux et vérification des connaissements",)
        ),
    ),
    skills=("Affrètement", "Transit maritime", "Incoterms", "Excel"),
)

ANNIKA = Person(
    "de",
    "Annika",
    "Thalbrink",
    "Teamleiterin Buchhaltung",
    "annika.thalbrink@example.org",
    "+49 30 23125 014",
    "Lindenstraße 7, 10115 Berlin",
    "Bilanzsichere Buchhalterin mit elf Jahren Erfahrung im Mittelstand, zuletzt mit Verantwortung für ein Team von fünf Personen.",
    (
        Post(
            "Teamleiterin Buchhaltung",
            "Havelwerk Maschinenbau GmbH",
            "Berlin",
            "2020-03",
            None,
            ("Leitung von fünf Buchhalterinnen", "Monatsabschluss in vier statt neun Tagen"),
        ),
        Post("Buchhalterin", "Nordmöwe Reederei AG", "Hamburg", "2015-10", "2020-02", ("Kreditorenbuchhaltung mit DATEV", "Mahnwesen")),
    ),
    (
        Study("Bachelor Betriebswirtschaftslehre", "Hochschule Spreetal", "2012-10", "2015-09"),
        Study("Abitur", "Gymnasium am Lindenpark", "2004-08", "2012-06"),
    ),
    ("DATEV", "SAP", "Excel", "Jahresabschluss"),
    (("Deutsch", "Muttersprache"), ("Englisch", "C1"), ("Französisch", "Grundkenntnisse")),
)
