"""What people upload in place of a CV, drawn by `python -m tests.golden.letters` into the case folders."""

from __future__ import annotations

from tests.golden.layouts import Draw, keep, section
from tests.golden.people import Person
from tests.golden.strangers import IRMELINE, ROWENA
from workers.cv import DocumentType

LETTER = (
    "Madame, Monsieur,",
    "Votre annonce pour un poste de responsable logistique à Lyon a retenu toute mon attention. Forte de dix ans d'expérience dans le "
    "transport frigorifique, je souhaite mettre mes compétences au service de votre entreprise.",
    "Chez Transports Brévaline, j'ai encadré douze caristes et porté le taux de service de 94 à 98 %. Rigoureuse et attentive aux "
    "personnes, je saurai m'intégrer rapidement à vos équipes.",
    "Je me tiens à votre disposition pour un entretien et vous prie d'agréer, Madame, Monsieur, l'expression de mes "
    "salutations distinguées.",
)
DUTIES = ("Plan shutdowns and lead contractors on site", "Keep records of spare parts", "Train apprentices")
NEEDS = ("A degree in mechanical engineering", "At least five years of experience in a packaging plant", "Knowledge of PLC and hydraulics")


def letter(person: Person) -> str:
    head = f"<p>{person.given} {person.family}</p><p>{person.address}</p><p>{person.phone}</p><p>{person.email}</p>"
    address = "<p style='margin:20pt 0 20pt 60%'>Entrepôts du Morvan<br>Service du personnel<br>21000 Dijon</p>"
    text = "".join(f"<p style='margin:9pt 0'>{part}</p>" for part in LETTER)
    return f"{head}{address}<p>Objet : candidature au poste de {person.headline.lower()}</p>{text}<p>{person.given} {person.family}</p>"


def advert(person: Person) -> str:
    def listed(parts: tuple[str, ...]) -> str:
        return "".join(f"<p class=b>• {part}</p>" for part in parts)

    page = f"<h1>{person.headline} (m/f/d)</h1><p>Harrowgate Packaging Ltd, Bristol – permanent, full time</p>"
    page += section("About us", "<p>We make corrugated boxes and employ four hundred people at two sites.</p>")
    page += section("Your responsibilities", listed(DUTIES)) + section("Your profile", listed(NEEDS))
    page += section("What we offer", "<p>£42,000 to £48,000 a year, 28 days of holiday, a pension scheme.</p>")
    return page + "<p>We look forward to your application. Please send your CV and your salary expectations.</p>"


CASES: dict[str, tuple[Draw, Person]] = {"fr-letter": (letter, IRMELINE), "en-advert": (advert, ROWENA)}
KINDS = {"fr-letter": DocumentType.COVER_LETTER, "en-advert": DocumentType.JOB_DESCRIPTION}

if __name__ == "__main__":
    keep(CASES)
