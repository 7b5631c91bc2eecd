"""Cv × JobAd → Score that explains itself.

    features_of_cv(cv, today) -> CvFeatures                  features_of_profile_json(profile, today) -> CvFeatures
    features_of_job(ad) -> JobFeatures
    terms_of_cv(features) / terms_of_job(features, statistics) -> tuple[Term, ...]     for the store's index, rarest first
    score(cv_features, job_features, weights, statistics) -> Score
    explain(score, cv_features, job_features, language) -> Explanation
"""
