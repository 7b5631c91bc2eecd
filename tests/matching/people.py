"""A fictional CV and ads that fit it more or less."""

from __future__ import annotations

import datetime as dt

from workers.cv import Address, Candidate, Cefr, Certification, Cv, Education, Experience, Language, PartialDate, Profile, Skill
from workers.features import CvFeatures, JobFeatures
from workers.matching import features_of_cv, features_of_job
from workers.parsing.job_ad import read_text

TODAY = dt.date(2026, 11, 1)

CV = Cv(
    document_language="EN",
    candidate=Candidate(
        first_name="Philippa",
        last_name="Marchbanks",
        email="philippa@example.com",
        gender="female",
        nationality="British",
        marital_status="married",
        address=Address(street="4 Invented Lane", city="Leeds", country_code="GB"),
        headline="Data engineer",
        summary="Philippa Marchbanks builds pipelines.",
    ),
    profile=Profile(total_experience_months=94, highest_education_level="Bac+5 / EQF 7"),
    experiences=(
        Experience(
            job_title="Data Engineer",
            company="Fictional Freight",
            start_date=PartialDate("2020-03"),
            current=True,
            description="Batch pipelines with Spark and Airflow, data models in SQL, deployments on Kubernetes.",
            achievements=("Cut the nightly load by half with Python",),
        ),
        Experience(
            job_title="Junior Data Engineer",
            start_date=PartialDate("2019-01"),
            end_date=PartialDate("2020-02"),
            description="Python scripts and PostgreSQL.",
        ),
    ),
    educations=(Education(degree="MSc Computer Science", level="EQF 7", end_date=PartialDate("2018")),),
    skills=(Skill(name="Python"), Skill(name="Terraform"), Skill(name="Kafka")),
    languages=(Language(name="English", code="en", cefr=Cefr.NATIVE), Language(name="French", code="fr", cefr=Cefr.C1)),
    certifications=(Certification(name="Certified Kubernetes Administrator"),),
)

AD = """Data Engineer (H/F)
Fictional Rail, Lyon

Requirements
- At least 3 years as a data engineer
- Python and SQL
- Spark
- Snowflake
- Master's degree in computer science
- English C1

Nice to have
- Kafka
- Tableau

Permanent, €50,000 to €60,000 a year.
"""


def features(cv: Cv = CV) -> CvFeatures:
    return features_of_cv(cv, TODAY)


def job(text: str = AD) -> JobFeatures:
    return features_of_job(read_text(text))
