"""Cv × JobAd → Score that explains itself.

words statistics bm25               stems that French and English share, how common they are, likeness of texts
fields skills occupations passages  fields of work, nearness of concepts; has the ad been pasted into the CV
cv_features job_features profile_json stated    what matching sees
needs parts basis score             named parts and their sum
explain terms rough                 sentences; terms for the store's index, and what they foretell
"""

from workers.features import CvFeatures, JobFeatures
from workers.matching.cv_features import features_of_cv
from workers.matching.explain import explain, recommendation
from workers.matching.job_features import features_of_job
from workers.matching.profile_json import features_of_profile_json
from workers.matching.score import ENGINE_VERSION, Scorer, score
from workers.matching.statistics import DEFAULT_STATISTICS, Statistics
from workers.matching.terms import terms_of_cv, terms_of_formalities, terms_of_job, terms_of_kin
from workers.matching.types import Change, Explanation, Fact, Part, PartKind, Recommendation, Score, Statement, Term
from workers.matching.weights import DEFAULT_WEIGHTS, Weights

__all__ = [
    "DEFAULT_STATISTICS", "DEFAULT_WEIGHTS", "ENGINE_VERSION", "Change", "CvFeatures", "Explanation", "Fact", "JobFeatures", "Part",
    "PartKind",
    "Recommendation", "Score", "Scorer", "Statement", "Statistics", "Term", "Weights", "explain", "features_of_cv", "features_of_job",
    "features_of_profile_json", "recommendation", "score", "terms_of_cv", "terms_of_formalities", "terms_of_job",
    "terms_of_kin",
]  # fmt: skip
