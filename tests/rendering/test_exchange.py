"""What goes out in a format comes back from it."""

from __future__ import annotations

import orjson
import pytest
from lxml import etree
from msgspec.structs import replace

from workers import cv as shape
from workers.cv import Candidate, Cefr, Cv, PartialDate, SkillCategory
from workers.errors import InvalidFile, InvalidInput
from workers.exchange import FORMATS, export, media_type, read

FULL = Cv(
    document_language="FR",
    candidate=Candidate(
        first_name="Zoé",
        last_name="D'Angelo <b>",
        honorific="Dr",
        headline="Chargée d'études & conseil",
        summary="Première ligne.\nSeconde ligne < 3.",
        email="zoe@example.org",
        phone="+33199003344",
        alternate_phones=("+33199003355",),
        date_of_birth=PartialDate("1991-12-01"),
        gender="Femme",
        nationality="Belge",
        driving_licences=("B", "C1"),
        address=shape.Address(street="9 quai des Brumes", postal_code="33000", city="Bordeaux", country="France", country_code="FR"),
        links=shape.Links(
            linkedin="https://www.linkedin.com/in/zoe-exemple",
            github="https://github.com/zoe-exemple",
            website="https://zoe.example.org",
            other=("https://autre.example.org/zoe",),
        ),
    ),
    experiences=(
        shape.Experience(
            job_title="Responsable", company="Océantis", city="Nantes", country="France", start_date=PartialDate("2019-03"), current=True,
            description="Un paragraphe.\nUn autre.", achievements=("Moins 37 % de coûts", "Cinq <i>juniors</i> formés"),
        ),
        shape.Experience(job_title="Stagiaire", company="Statélia", start_date=PartialDate("2015"), end_date=PartialDate("2016-01-15")),
    ),
    educations=(
        shape.Education(
            degree="Master", field_of_study="Statistique", institution="Université du Ponant", city="Brest",
            start_date=PartialDate("2010"), end_date=PartialDate("2015-06"), level="Bac+5",
        ),
    ),
    skills=(
        shape.Skill(name="Python", category=SkillCategory.TECHNICAL, level="expert"),
        shape.Skill(name="SQL (PostgreSQL, SQLite)", category=SkillCategory.TECHNICAL),
        shape.Skill(name="Excel", category=SkillCategory.TOOL),
        shape.Skill(name="Écoute", category=SkillCategory.SOFT),
        shape.Skill(name="Couture"),
    ),
    languages=(
        shape.Language(name="Français", code="fr", cefr=Cefr.NATIVE),
        shape.Language(name="Anglais", code="en", level="C1", cefr=Cefr.C1),
    ),
    certifications=(
        shape.Certification(name="Data Engineer", issuer="Nuage SA", date=PartialDate("2023-04")),
        shape.Certification(name="SST"),
    ),
    projects=(shape.Project(name="Vélo ouvert", description="Comptages.\nLibre.", url="https://velo.example.org/x"),),
    publications=(shape.Publication(title="De l'air, 2020"),),
    awards=(shape.Award(title="Prix du jury"),),
    volunteering=(shape.Volunteering(organization="Restos", role="Trésorière"), shape.Volunteering(organization="SPA")),
    references=(shape.Reference(name="Hippolyte Sandoval", contact="02 99 00 12 34"),),
    interests=("Escalade", "Cartes, relief"),
)  # fmt: skip
EMPTY = Cv()
WISHES = replace(
    FULL.candidate,
    middle_name="Marie",
    alternate_emails=("z@example.com",),
    place_of_birth="Bastia",
    marital_status="En couple",
    availability="Préavis d'un mois",
    mobility="Sud-Ouest",
    desired_contract_type="CDI",
    desired_salary=shape.Salary(min=40000.0, max=45000.0, currency="EUR"),
)


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_cv_comes_back(format: str) -> None:
    assert read(export(FULL, format), format) == FULL


@pytest.mark.parametrize("format", ["json-resume", "hr-open"])
def test_formats_with_room_carry_wishes_too(format: str) -> None:
    jobs = tuple(replace(job, contract_type="CDI") for job in FULL.experiences)
    courses = tuple(replace(course, grade="Bien") for course in FULL.educations)
    languages = (*FULL.languages, shape.Language(name="Corse", level="notions"))
    cv = replace(FULL, candidate=WISHES, experiences=jobs, educations=courses, languages=languages)
    assert read(export(cv, format), format) == cv


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "json-resume"])
def test_an_empty_cv_stays_empty(format: str) -> None:
    try:
        assert read(export(EMPTY, format), format).candidate == Candidate()
    except InvalidFile:
        assert format.startswith("europass") or format == "hr-open"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"<a/>", b'{"basics": 3, "person": [], "SkillsPassport": 1}', b"\xff\xfe", b"[" * 9999]
)
def test_foreign_bytes_are_refused_or_read_as_little(format: str, data: bytes) -> None:
    try:
        assert read(data, format).experiences == ()
    except InvalidFile as error:
        assert format in error.message


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(InvalidInput, match="json-resume"):
        export(FULL, "docx")
    assert media_type("europass-xml") == "application/xml"


def test_entities_of_xml_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE SkillsPassport [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "%s">]>' % (b"x" * 1000)
    head = b"<LearnerInfo><Headline><Description><Label>&a;&b;</Label></Description></Headline></LearnerInfo>"
    body = b'<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass">' + head + b"</SkillsPassport>"
    cv = read(bomb + body, "europass-xml")
    assert cv.candidate.headline in (None, "&a;&b;")


def test_europass_xml_has_the_forms_of_the_standard() -> None:
    root = etree.fromstring(export(FULL, "europass-xml"))
    spaces = {"e": "http://europass.cedefop.europa.eu/Europass"}
    assert root.get("locale") == "fr"
    assert root.find(".//e:Birthdate", spaces).attrib == {"year": "1991", "month": "--12", "day": "---01"}
    assert len(root.findall(".//e:WorkExperienceList/e:WorkExperience", spaces)) == 2
    assert [item.text for item in root.findall(".//e:Driving/e:Description/e:Licence", spaces)] == ["B", "C1"]


def test_json_resume_of_other_hands_is_read() -> None:
    data = orjson.dumps(
        {
            "basics": {
                "name": "Mme Anne de La Tour",
                "profiles": [{"network": "linkedin", "url": "https://linkedin.com/in/a"}, {"network": "X"}],
            },
            "work": [{"name": "A", "position": "B", "startDate": "2019-03-01T00:00:00Z", "endDate": ""}, "nonsense"],
            "skills": [{"name": "Web", "keywords": ["HTML", None, "CSS"]}, {"name": "Couture"}],
            "education": [{"startDate": "2012-13-45"}],
        }
    )
    cv = read(data, "json-resume")
    assert (cv.candidate.honorific, cv.candidate.first_name, cv.candidate.last_name) == ("Mme", "Anne", "de La Tour")
    assert cv.experiences[0].start_date == "2019-03-01" and cv.experiences[0].current and len(cv.experiences) == 1
    assert [skill.name for skill in cv.skills] == ["HTML", "CSS", "Couture"]
    assert cv.educations[0].start_date is None


def test_hr_open_with_wrapped_lists_is_read() -> None:
    data = orjson.dumps(
        {
            "person": {"name": {"formattedName": "Nils Ferryman"}, "communication": {"email": {"item": [{"address": "n@example.com"}]}}},
            "profiles": {
                "item": [
                    {
                        "employment": {
                            "item": [{"organization": {"legalId": {"value": "Yard"}}, "positionHistories": {"item": [{"title": "Smith"}]}}]
                        }
                    }
                ]
            },
        }
    )
    cv = read(data, "hr-open")
    assert cv.candidate.email == "n@example.com" and cv.candidate.last_name == "Ferryman"
    assert (cv.experiences[0].company, cv.experiences[0].job_title) == ("Yard", "Smith")


CANDIDATE = b"""<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3"
 xmlns:eures="http://www.europass_eures.eu/1.0">
<CandidatePerson><PersonName><oa:GivenName>Nils</oa:GivenName><hr:FamilyName>Ferryman</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>nils@example.org</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>46</CountryDialing>
<oa:DialNumber>701740605</oa:DialNumber></Communication>
<Communication><Address type="home"><oa:AddressLine>2 Quay</oa:AddressLine>
<oa:CityName>Visby</oa:CityName><oa:CountryCode>se</oa:CountryCode></Address>
</Communication><hr:BirthDate>1990-05-04</hr:BirthDate><PrimaryLanguageCode>sv</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile languageCode="en"><hr:ExecutiveSummary>&lt;p&gt;Builds boats.&lt;/p&gt;</hr:ExecutiveSummary>
<EmploymentHistory><EmployerHistory><hr:OrganizationName>Yard</hr:OrganizationName><PositionHistory>
<PositionTitle>Smith</PositionTitle>
<eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-01</hr:FormattedDateTime></eures:StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
<oa:Description>&lt;p&gt;Iron.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;12 anchors&lt;/li&gt;&lt;/ul&gt;</oa:Description></PositionHistory>
</EmployerHistory>
</EmploymentHistory>
<EducationHistory><EducationOrganizationAttendance><hr:OrganizationName>School</hr:OrganizationName><AttendancePeriod>
<StartDate><hr:FormattedDateTime>2008</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2010</hr:FormattedDateTime></EndDate>
</AttendancePeriod><EducationDegree><hr:DegreeName>Diploma</hr:DegreeName></EducationDegree></EducationOrganizationAttendance>
</EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID>fre</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
<eures:CompetencyDimension><eures:Score><hr:ScoreText>B1</hr:ScoreText></eures:Score></eures:CompetencyDimension></PersonCompetency>
<PersonCompetency><CompetencyID>x</CompetencyID><hr:TaxonomyID>other</hr:TaxonomyID><hr:CompetencyName>Welding</hr:CompetencyName>
</PersonCompetency></PersonQualifications></CandidateProfile></Candidate>"""


def test_the_candidate_that_europass_writes_today_is_read() -> None:
    cv = read(CANDIDATE, "europass-xml")
    person, job = cv.candidate, cv.experiences[0]
    assert (person.first_name, person.last_name, person.email, person.phone) == ("Nils", "Ferryman", "nils@example.org", "+46701740605")
    assert (person.address.city, person.address.country_code, person.summary, person.date_of_birth) == (
        "Visby",
        "SE",
        "Builds boats.",
        "1990-05-04",
    )
    assert (job.job_title, job.company, job.start_date, job.current, job.achievements) == (
        "Smith",
        "Yard",
        "2019-01",
        True,
        ("12 anchors",),
    )
    assert (cv.educations[0].degree, cv.educations[0].institution, cv.educations[0].end_date) == ("Diploma", "School", "2010")
    assert [skill.name for skill in cv.skills] == ["Welding"]
    assert [(item.code, item.cefr) for item in cv.languages] == [("sv", Cefr.NATIVE), (None, Cefr.B1)]


# The example of the schema's own page, in short, with what our tree has no place for and what nobody knows.
SPEC = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Ana Specimen", "label": "Programmer", "image": "https://example.org/ana.jpg", "email": "ana@example.org",
        "location": {"address": "2712 Broadway St", "postalCode": "CA 94115", "city": "San Francisco", "countryCode": "US",
                     "region": "California"},
        "profiles": [{"network": "Twitter", "username": "neutralthoughts"}],
    },
    "work": [{"company": "Pied Example", "description": "Awesome compression company", "position": "CEO", "startDate": "2013-12-01",
              "endDate": "2014-12-01", "summary": "Leads the team", "highlights": ["Raised the seed round"]}],
    "volunteer": [{"organization": "CoderDojo", "position": "Teacher", "summary": "Free coding clubs"}],
    "education": [{"institution": "University of Example", "area": "Computing", "studyType": "BSc", "courses": ["DB1101 - Basic SQL"]}],
    "awards": [{"title": "Pioneer Award", "date": "2014-11-01", "awarder": "Techfair", "summary": "There is no spoon."}],
    "publications": [{"name": "Video compression", "publisher": "Hooli Press", "releaseDate": "2014-10-01"}],
    "hobbyProjects": [{"codename": "Paperclip"}],
    "meta": {"version": "v1.0.0", "lastModified": "2017-12-24T15:53:00"},
}  # fmt: skip


def test_what_has_no_place_in_the_tree_is_kept_and_told() -> None:
    cv = read(orjson.dumps(SPEC), "json-resume")
    job = cv.experiences[0]
    assert (job.company, job.description) == ("Pied Example", "Awesome compression company\nLeads the team")
    assert [award.title for award in cv.awards] == ["Pioneer Award, Techfair (2014)"]
    assert [publication.title for publication in cv.publications] == ["Video compression, Hooli Press (2014)"]
    assert [warning.code for warning in cv.warnings] == ["NOT_ALL_IMPORTED"]
    kept = ("California", "neutralthoughts", "Free coding clubs", "DB1101 - Basic SQL", "There is no spoon.", "Paperclip")
    assert cv.raw_text and [value for value in kept if value not in cv.raw_text] == []


def test_unknown_parts_of_the_other_formats_are_kept_and_told() -> None:
    tree = {
        "person": {"name": {"given": "Nils", "family": "Ferryman"}},
        "profiles": [{"executiveSummary": "Smith", "securityClearance": "Level two"}],
    }
    passport = {"SkillsPassport": {"LearnerInfo": {"Identification": {"PersonName": {"FirstName": "Nils", "Surname": "Ferryman"}},
                "Workshop": {"Label": "Own forge in Visby"}}}}  # fmt: skip
    foreign = CANDIDATE.replace(
        b"</CandidateProfile>", b"<OtherExperience><Note>Own forge in Visby</Note></OtherExperience></CandidateProfile>"
    )
    for data, format, kept in (
        (orjson.dumps(tree), "hr-open", "Level two"),
        (orjson.dumps(passport), "europass-json", "Own forge in Visby"),
        (foreign, "europass-xml", "Own forge in Visby"),
    ):
        cv = read(data, format)
        assert cv.candidate.last_name == "Ferryman"
        assert cv.raw_text and kept in cv.raw_text and [warning.code for warning in cv.warnings] == ["NOT_ALL_IMPORTED"]
