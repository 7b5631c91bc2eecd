"""What a CV must not show, as patterns over flat text: used to redact the Cv, and again to search the finished document.

names       the person: in full, inverted, initials, inflected, in addresses and file names; referees
contact     e-mails, phones, links and handles, postal addresses
person      birth, titles and pronouns
age         ages, decades, generations, military service
origin      nationality, descent, region, papers of residence, mother tongues
family      marital status, children, relatives
health      illness and disability: no switch of their own, they go with any of birth, gender, nationality and marital status
belief      religion, politics, unions: with health
identity    numbers of papers and registers
career      employers, schools, dates
colleagues  people of a hidden house; as towns, taken out and not searched for again
towns       where somebody lives, and where he worked; taken out, not searched for again
"""

from __future__ import annotations

from workers.cv import Cv
from workers.rendering.hidden import age, belief, career, contact, family, health, identity, names, origin, person
from workers.rendering.hidden.secret import Reach, Secret
from workers.rendering.labels import Labels
from workers.rendering.privacy import Privacy


def secrets(cv: Cv, privacy: Privacy, labels: Labels, code: str) -> tuple[Secret, ...]:
    """The patterns of everything hidden, in the order in which they are to be replaced: whole addresses before names in them."""
    hidden, date = labels["hidden"], labels["hidden_date"]
    found: list[Secret] = []
    if privacy.hide_email:
        found += contact.emails(cv, hidden)
    if privacy.hide_links:
        found += contact.links(cv, hidden)
    if privacy.hide_phone:
        found += contact.phones(cv, hidden)
    if privacy.hide_address:
        found += contact.addresses(cv, hidden)
    if privacy.hide_birth:
        found += person.births(cv, hidden)
    if privacy.hide_birth or privacy.hide_gender:
        found += person.youths(code or labels["code_name"])
        found += age.conscripts(hidden)
    if privacy.hides_traits:
        found += health.health(hidden)
        found += belief.beliefs(hidden)
    if privacy.hide_name:
        found += names.names(cv, hidden, code)
    if privacy != Privacy(hide_photo=privacy.hide_photo):
        found += names.referees(cv, hidden)
        found += identity.numbers(hidden)
    if privacy.hide_gender:
        found += person.genders(cv, labels["code_name"], code)
    if privacy.hide_nationality:
        found += origin.nationalities(cv, hidden)
    if privacy.hide_marital_status:
        found += family.marriages(hidden)
    if privacy.hide_employers:
        found += career.employers(cv, labels["employer"])
    if privacy.hide_schools:
        found += career.schools(cv, labels["school"])
    if privacy.hide_dates:
        found += career.dates(date)
    return tuple(found)


__all__ = ["Reach", "Secret", "secrets"]
