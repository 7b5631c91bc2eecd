from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    bodies = {
        "sqlite": """
        CREATE TABLE IF NOT EXISTS "account" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "email" VARCHAR(320),
    "wrapped_key" BLOB NOT NULL,
    "plan" VARCHAR(40) NOT NULL,
    "limits" JSON NOT NULL,
    "members" JSON NOT NULL,
    "retention_days" INT NOT NULL
) /* A customer. `wrapped_key` seals all its data; without it, what backups hold is unreadable. */;
CREATE TABLE IF NOT EXISTS "api_key" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "prefix" VARCHAR(12) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "tier" VARCHAR(16) NOT NULL,
    "scopes" JSON NOT NULL,
    "expires_at" TIMESTAMP,
    "revoked_at" TIMESTAMP,
    "successor_id" CHAR(36),
    "last_used_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* A caller's key: `prefix` to recognise it by, SHA-256 of the secret, never the secret. */;
CREATE INDEX IF NOT EXISTS "idx_api_key_account_f2c973" ON "api_key" ("account_id", "id");
CREATE TABLE IF NOT EXISTS "audit_event" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "actor_id" CHAR(36),
    "action" VARCHAR(40) NOT NULL,
    "subject_id" CHAR(36),
    "request_id" VARCHAR(64),
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* Who did what to whose data, and when: ids and verbs alone, never content. */;
CREATE INDEX IF NOT EXISTS "idx_audit_event_account_0f4fea" ON "audit_event" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_audit_event_subject_4fcdeb" ON "audit_event" ("subject_id");
CREATE TABLE IF NOT EXISTS "candidate" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "sealed_person" BLOB NOT NULL,
    "ref" VARCHAR(200),
    "linked_at" TIMESTAMP,
    "consent_version" VARCHAR(40),
    "consented_at" TIMESTAMP,
    "door" VARCHAR(64) UNIQUE,
    "sealed_profile" BLOB,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_candidate_account_e2bd2d" UNIQUE ("account_id", "sandbox", "ref")
) /* A person, sealed. Found again by blind indexes alone (`CandidateToken`), or by the account's own `ref`. */;
CREATE INDEX IF NOT EXISTS "idx_candidate_account_427f3a" ON "candidate" ("account_id", "sandbox", "id");
CREATE TABLE IF NOT EXISTS "candidate_token" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL,
    "sandbox" INT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "token" VARCHAR(40) NOT NULL,
    "candidate_id" CHAR(36) NOT NULL REFERENCES "candidate" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_candidate_t_candida_dc7505" UNIQUE ("candidate_id", "kind", "token")
) /* One thing a person is recognised or searched by: e-mail, phone, name with birth date, or a word of the name. */;
CREATE INDEX IF NOT EXISTS "idx_candidate_t_account_8f0bca" ON "candidate_token" ("account_id", "sandbox", "kind", "token");
CREATE TABLE IF NOT EXISTS "corpus" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "sandbox" INT NOT NULL,
    "kind" VARCHAR(6) NOT NULL,
    "size" INT NOT NULL,
    "length" REAL NOT NULL,
    "last_number" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_corpus_account_d84253" UNIQUE ("account_id", "sandbox", "kind")
) /* All resumes, or all jobs, of one account's real or sandbox data. `length` is the sum of their lengths in words. */;
CREATE TABLE IF NOT EXISTS "idempotent_answer" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "key" VARCHAR(40) NOT NULL,
    "fingerprint" VARCHAR(40) NOT NULL,
    "status" INT NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "sealed_body" BLOB,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_idempotent__account_ed3e01" UNIQUE ("account_id", "sandbox", "key")
) /* The first answer to a write that named an Idempotency-Key, sealed, for a day. `status` 0: still at work. */;
CREATE INDEX IF NOT EXISTS "idx_idempotent__created_13754a" ON "idempotent_answer" ("created_at");
CREATE TABLE IF NOT EXISTS "invitation" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "sealed_email" BLOB,
    "expires_at" TIMESTAMP NOT NULL,
    "max_uses" INT NOT NULL,
    "uses" INT NOT NULL,
    "candidate_id" CHAR(36),
    "linked_at" TIMESTAMP,
    "revoked_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* A code that lets a person link themselves to the account: kept as a digest, it ends with its date or its last use. */;
CREATE INDEX IF NOT EXISTS "idx_invitation_account_ed1598" ON "invitation" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_invitation_account_a73192" ON "invitation" ("account_id", "sandbox", "ref");
CREATE TABLE IF NOT EXISTS "job_feed" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "active" INT NOT NULL,
    "synced_at" TIMESTAMP,
    "tried_at" TIMESTAMP,
    "row_count" INT,
    "errors" JSON NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* An address of the account's own that lists its jobs. `errors` are what was wrong with the last answer, row by row. */;
CREATE INDEX IF NOT EXISTS "idx_job_feed_account_7efd9c" ON "job_feed" ("account_id", "sandbox", "id");
CREATE TABLE IF NOT EXISTS "job" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "status" VARCHAR(8) NOT NULL,
    "source" VARCHAR(8) NOT NULL,
    "reference" VARCHAR(200),
    "reference_key" VARCHAR(200) NOT NULL,
    "title" VARCHAR(300) NOT NULL,
    "title_key" VARCHAR(300) NOT NULL,
    "description" TEXT,
    "profile" TEXT,
    "experience" TEXT,
    "education" TEXT,
    "skills" JSON,
    "company" VARCHAR(300),
    "country" VARCHAR(100),
    "city" VARCHAR(200),
    "city_key" VARCHAR(200) NOT NULL,
    "contract" VARCHAR(40),
    "language" VARCHAR(2),
    "ad" TEXT NOT NULL,
    "revision" INT NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "feed_id" CHAR(36) REFERENCES "job_feed" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_job_account_7f68ce" UNIQUE ("account_id", "sandbox", "reference")
) /* A vacancy in the words of whoever posted it. `ad` is what our reader understood, as JSON; `*_key` are folded for searching. */;
CREATE INDEX IF NOT EXISTS "idx_job_account_6c8606" ON "job" ("account_id", "sandbox", "status", "id");
CREATE INDEX IF NOT EXISTS "idx_job_account_bb2887" ON "job" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_job_feed_id_b0e7af" ON "job" ("feed_id");
CREATE TABLE IF NOT EXISTS "posting" (
    "key" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL
) /* `key`: corpus, term, number, from the highest bits to the lowest. A term's postings are one range of keys. */;
CREATE TABLE IF NOT EXISTS "quota" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "month" DATE NOT NULL,
    "used" INT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_quota_account_3d6bfe" UNIQUE ("account_id", "sandbox", "kind", "month")
) /* What an account has used of one kind (calls, or parse, match and render credits) in one month of UTC. */;
CREATE TABLE IF NOT EXISTS "resume" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "parser_type" VARCHAR(12) NOT NULL,
    "file" VARCHAR(100) NOT NULL,
    "file_digest" VARCHAR(40) NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "file_size" INT NOT NULL,
    "sealed_name" BLOB,
    "sealed_cv" BLOB,
    "revision" INT NOT NULL,
    "document_type" VARCHAR(20),
    "language" VARCHAR(2),
    "page_count" INT,
    "experience_months" INT,
    "parsed_at" TIMESTAMP,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "candidate_id" CHAR(36) REFERENCES "candidate" ("id") ON DELETE CASCADE
) /* One CV: the sealed file, the sealed Cv, and the few plain columns that lists filter by. */;
CREATE INDEX IF NOT EXISTS "idx_resume_account_92a328" ON "resume" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_resume_candida_5ddf78" ON "resume" ("candidate_id");
CREATE INDEX IF NOT EXISTS "idx_resume_account_7447ba" ON "resume" ("account_id", "file_digest");
CREATE TABLE IF NOT EXISTS "features" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "corpus_id" INT NOT NULL,
    "number" INT NOT NULL,
    "revision" INT NOT NULL,
    "data" BLOB NOT NULL,
    "active" INT NOT NULL,
    "language" VARCHAR(2),
    "months" INT,
    "eqf" SMALLINT,
    "notice_days" INT,
    "country" VARCHAR(2),
    "latitude" REAL,
    "longitude" REAL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "job_id" CHAR(36) UNIQUE REFERENCES "job" ("id") ON DELETE CASCADE,
    "resume_id" CHAR(36) UNIQUE REFERENCES "resume" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_features_corpus__d63bba" UNIQUE ("corpus_id", "number")
) /* What matching sees of a resume or a job, and the plain columns that cut before scoring. Nothing here says who somebody is. */;
CREATE INDEX IF NOT EXISTS "idx_features_account_48b2cd" ON "features" ("account_id", "sandbox", "id");
CREATE TABLE IF NOT EXISTS "score" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "job_revision" INT NOT NULL,
    "resume_revision" INT NOT NULL,
    "basis" VARCHAR(40) NOT NULL,
    "value" REAL NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "job_id" CHAR(36) NOT NULL REFERENCES "job" ("id") ON DELETE CASCADE,
    "resume_id" CHAR(36) NOT NULL REFERENCES "resume" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_score_job_id_7e1ae1" UNIQUE ("job_id", "resume_id")
) /* How well a resume fits a job, as of the revisions named: a row whose revisions are behind is computed again when asked for. */;
CREATE INDEX IF NOT EXISTS "idx_score_account_b40b0a" ON "score" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_score_resume__b6ecd8" ON "score" ("resume_id");
CREATE TABLE IF NOT EXISTS "task" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "subject_id" CHAR(36),
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "options" JSON NOT NULL,
    "errors" JSON NOT NULL,
    "total" INT NOT NULL,
    "done" INT NOT NULL,
    "attempts" INT NOT NULL,
    "lease_until" TIMESTAMP,
    "started_at" TIMESTAMP,
    "completed_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* Slow work, written in the transaction of what it is about. The row is the truth; the queue only wakes a worker. */;
CREATE INDEX IF NOT EXISTS "idx_task_subject_612a76" ON "task" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_task_account_a5953a" ON "task" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_task_status_8a8b74" ON "task" ("status", "lease_until");
CREATE TABLE IF NOT EXISTS "term_count" (
    "key" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "count" INT NOT NULL
) /* `key`: corpus, term. How many of the corpus have the term. */;
CREATE TABLE IF NOT EXISTS "usage_day" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "day" DATE NOT NULL,
    "endpoint" VARCHAR(120) NOT NULL,
    "calls" INT NOT NULL,
    "errors" INT NOT NULL,
    "milliseconds" BIGINT NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_usage_day_account_2c5520" UNIQUE ("account_id", "sandbox", "day", "endpoint")
) /* Calls of one endpoint on one day of UTC: how many, how many failed, how long they took. Nothing of what they held. */;
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);""",
        "postgres": """
        CREATE TABLE IF NOT EXISTS "account" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "email" VARCHAR(320),
    "wrapped_key" BYTEA NOT NULL,
    "plan" VARCHAR(40) NOT NULL,
    "limits" JSONB NOT NULL,
    "members" JSONB NOT NULL,
    "retention_days" INT NOT NULL
);
COMMENT ON TABLE "account" IS 'A customer. `wrapped_key` seals all its data; without it, what backups hold is unreadable.';
CREATE TABLE IF NOT EXISTS "api_key" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "prefix" VARCHAR(12) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "tier" VARCHAR(16) NOT NULL,
    "scopes" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "successor_id" UUID,
    "last_used_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_api_key_account_f2c973" ON "api_key" ("account_id", "id");
COMMENT ON TABLE "api_key" IS 'A caller''s key: `prefix` to recognise it by, SHA-256 of the secret, never the secret.';
CREATE TABLE IF NOT EXISTS "audit_event" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "actor_id" UUID,
    "action" VARCHAR(40) NOT NULL,
    "subject_id" UUID,
    "request_id" VARCHAR(64),
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_audit_event_account_0f4fea" ON "audit_event" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_audit_event_subject_4fcdeb" ON "audit_event" ("subject_id");
COMMENT ON TABLE "audit_event" IS 'Who did what to whose data, and when: ids and verbs alone, never content.';
CREATE TABLE IF NOT EXISTS "candidate" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "sealed_person" BYTEA NOT NULL,
    "ref" VARCHAR(200),
    "linked_at" TIMESTAMPTZ,
    "consent_version" VARCHAR(40),
    "consented_at" TIMESTAMPTZ,
    "door" VARCHAR(64) UNIQUE,
    "sealed_profile" BYTEA,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_candidate_account_e2bd2d" UNIQUE ("account_id", "sandbox", "ref")
);
CREATE INDEX IF NOT EXISTS "idx_candidate_account_427f3a" ON "candidate" ("account_id", "sandbox", "id");
COMMENT ON TABLE "candidate" IS 'A person, sealed. Found again by blind indexes alone (`CandidateToken`), or by the account''s own `ref`.';
CREATE TABLE IF NOT EXISTS "candidate_token" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL,
    "sandbox" BOOL NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "token" VARCHAR(40) NOT NULL,
    "candidate_id" UUID NOT NULL REFERENCES "candidate" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_candidate_t_candida_dc7505" UNIQUE ("candidate_id", "kind", "token")
);
CREATE INDEX IF NOT EXISTS "idx_candidate_t_account_8f0bca" ON "candidate_token" ("account_id", "sandbox", "kind", "token");
COMMENT ON TABLE "candidate_token" IS 'One thing a person is recognised or searched by: e-mail, phone, name with birth date, or a word of the name.';
CREATE TABLE IF NOT EXISTS "corpus" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "sandbox" BOOL NOT NULL,
    "kind" VARCHAR(6) NOT NULL,
    "size" INT NOT NULL,
    "length" DOUBLE PRECISION NOT NULL,
    "last_number" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_corpus_account_d84253" UNIQUE ("account_id", "sandbox", "kind")
);
COMMENT ON TABLE "corpus" IS 'All resumes, or all jobs, of one account''s real or sandbox data. `length` is the sum of their lengths in words.';
CREATE TABLE IF NOT EXISTS "idempotent_answer" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "key" VARCHAR(40) NOT NULL,
    "fingerprint" VARCHAR(40) NOT NULL,
    "status" INT NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "sealed_body" BYTEA,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_idempotent__account_ed3e01" UNIQUE ("account_id", "sandbox", "key")
);
CREATE INDEX IF NOT EXISTS "idx_idempotent__created_13754a" ON "idempotent_answer" ("created_at");
COMMENT ON TABLE "idempotent_answer" IS 'The first answer to a write that named an Idempotency-Key, sealed, for a day. `status` 0: still at work.';
CREATE TABLE IF NOT EXISTS "invitation" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "sealed_email" BYTEA,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "max_uses" INT NOT NULL,
    "uses" INT NOT NULL,
    "candidate_id" UUID,
    "linked_at" TIMESTAMPTZ,
    "revoked_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_invitation_account_ed1598" ON "invitation" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_invitation_account_a73192" ON "invitation" ("account_id", "sandbox", "ref");
COMMENT ON TABLE "invitation" IS 'A code that lets a person link themselves to the account: kept as a digest, it ends with its date or its last use.';
CREATE TABLE IF NOT EXISTS "job_feed" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "url" VARCHAR(2000) NOT NULL,
    "active" BOOL NOT NULL,
    "synced_at" TIMESTAMPTZ,
    "tried_at" TIMESTAMPTZ,
    "row_count" INT,
    "errors" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_job_feed_account_7efd9c" ON "job_feed" ("account_id", "sandbox", "id");
COMMENT ON TABLE "job_feed" IS 'An address of the account''s own that lists its jobs. `errors` are what was wrong with the last answer, row by row.';
CREATE TABLE IF NOT EXISTS "job" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "status" VARCHAR(8) NOT NULL,
    "source" VARCHAR(8) NOT NULL,
    "reference" VARCHAR(200),
    "reference_key" VARCHAR(200) NOT NULL,
    "title" VARCHAR(300) NOT NULL,
    "title_key" VARCHAR(300) NOT NULL,
    "description" TEXT,
    "profile" TEXT,
    "experience" TEXT,
    "education" TEXT,
    "skills" JSONB,
    "company" VARCHAR(300),
    "country" VARCHAR(100),
    "city" VARCHAR(200),
    "city_key" VARCHAR(200) NOT NULL,
    "contract" VARCHAR(40),
    "language" VARCHAR(2),
    "ad" TEXT NOT NULL,
    "revision" INT NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "feed_id" UUID REFERENCES "job_feed" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_job_account_7f68ce" UNIQUE ("account_id", "sandbox", "reference")
);
CREATE INDEX IF NOT EXISTS "idx_job_account_6c8606" ON "job" ("account_id", "sandbox", "status", "id");
CREATE INDEX IF NOT EXISTS "idx_job_account_bb2887" ON "job" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_job_feed_id_b0e7af" ON "job" ("feed_id");
COMMENT ON TABLE "job" IS 'A vacancy in the words of whoever posted it. `ad` is what our reader understood, as JSON; `*_key` are folded for searching.';
CREATE TABLE IF NOT EXISTS "posting" (
    "key" BIGSERIAL NOT NULL PRIMARY KEY
);
COMMENT ON TABLE "posting" IS '`key`: corpus, term, number, from the highest bits to the lowest. A term''s postings are one range of keys.';
CREATE TABLE IF NOT EXISTS "quota" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "month" DATE NOT NULL,
    "used" INT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_quota_account_3d6bfe" UNIQUE ("account_id", "sandbox", "kind", "month")
);
COMMENT ON TABLE "quota" IS 'What an account has used of one kind (calls, or parse, match and render credits) in one month of UTC.';
CREATE TABLE IF NOT EXISTS "resume" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "parser_type" VARCHAR(12) NOT NULL,
    "file" VARCHAR(100) NOT NULL,
    "file_digest" VARCHAR(40) NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "file_size" INT NOT NULL,
    "sealed_name" BYTEA,
    "sealed_cv" BYTEA,
    "revision" INT NOT NULL,
    "document_type" VARCHAR(20),
    "language" VARCHAR(2),
    "page_count" INT,
    "experience_months" INT,
    "parsed_at" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "candidate_id" UUID REFERENCES "candidate" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_resume_account_92a328" ON "resume" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_resume_candida_5ddf78" ON "resume" ("candidate_id");
CREATE INDEX IF NOT EXISTS "idx_resume_account_7447ba" ON "resume" ("account_id", "file_digest");
COMMENT ON TABLE "resume" IS 'One CV: the sealed file, the sealed Cv, and the few plain columns that lists filter by.';
CREATE TABLE IF NOT EXISTS "features" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "corpus_id" INT NOT NULL,
    "number" INT NOT NULL,
    "revision" INT NOT NULL,
    "data" BYTEA NOT NULL,
    "active" BOOL NOT NULL,
    "language" VARCHAR(2),
    "months" INT,
    "eqf" SMALLINT,
    "notice_days" INT,
    "country" VARCHAR(2),
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "resume_id" UUID UNIQUE REFERENCES "resume" ("id") ON DELETE CASCADE,
    "job_id" UUID UNIQUE REFERENCES "job" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_features_corpus__d63bba" UNIQUE ("corpus_id", "number")
);
CREATE INDEX IF NOT EXISTS "idx_features_account_48b2cd" ON "features" ("account_id", "sandbox", "id");
COMMENT ON TABLE "features" IS 'What matching sees of a resume or a job, and the plain columns that cut before scoring. Nothing here says who somebody is.';
CREATE TABLE IF NOT EXISTS "score" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "job_revision" INT NOT NULL,
    "resume_revision" INT NOT NULL,
    "basis" VARCHAR(40) NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "job_id" UUID NOT NULL REFERENCES "job" ("id") ON DELETE CASCADE,
    "resume_id" UUID NOT NULL REFERENCES "resume" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_score_job_id_7e1ae1" UNIQUE ("job_id", "resume_id")
);
CREATE INDEX IF NOT EXISTS "idx_score_account_b40b0a" ON "score" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_score_resume__b6ecd8" ON "score" ("resume_id");
COMMENT ON TABLE "score" IS 'How well a resume fits a job, as of the revisions named: a row whose revisions are behind is computed again when asked for.';
CREATE TABLE IF NOT EXISTS "task" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "kind" VARCHAR(40) NOT NULL,
    "subject_id" UUID,
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "options" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "total" INT NOT NULL,
    "done" INT NOT NULL,
    "attempts" INT NOT NULL,
    "lease_until" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_task_subject_612a76" ON "task" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_task_account_a5953a" ON "task" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_task_status_8a8b74" ON "task" ("status", "lease_until");
COMMENT ON TABLE "task" IS 'Slow work, written in the transaction of what it is about. The row is the truth; the queue only wakes a worker.';
CREATE TABLE IF NOT EXISTS "term_count" (
    "key" BIGSERIAL NOT NULL PRIMARY KEY,
    "count" INT NOT NULL
);
COMMENT ON TABLE "term_count" IS '`key`: corpus, term. How many of the corpus have the term.';
CREATE TABLE IF NOT EXISTS "usage_day" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "day" DATE NOT NULL,
    "endpoint" VARCHAR(120) NOT NULL,
    "calls" INT NOT NULL,
    "errors" INT NOT NULL,
    "milliseconds" BIGINT NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_usage_day_account_2c5520" UNIQUE ("account_id", "sandbox", "day", "endpoint")
);
COMMENT ON TABLE "usage_day" IS 'Calls of one endpoint on one day of UTC: how many, how many failed, how long they took. Nothing of what they held.';
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);""",
    }
    return bodies[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    bodies = {
        "sqlite": """
        """,
        "postgres": """
        """,
    }
    return bodies[db.capabilities.dialect]


MODELS_STATE = (
    "eJztXWtz2zbW/isYf0n6juqJ7dzW2XlnbMdpnTp2asvt7rYdCSIhCxVFKARpRdvNf18c8E"
    "6CFKkrxcWHpjaJA8IPruc5B+f8dTBhJrH44ZlhMM92D07RXwc2nhDxQ/ZVBx3g6TR+AQ9c"
    "PLBkWZwoNOCugw2oa4gtTsQjk3DDoVOXMhsKnyHD4y6bEOcQ9WeOqJWYvTGZ9xEnQgJhy0"
    "LU5cjELn6HZtQdMc8VTzpoNsIuGmBj7E05GjHLRJQjz3YINqElh/B9kxmiAdR+3Oynfrd/"
    "t/tTC9t9BICJqpDDZogNETzkh+Kj1jvUt+hE1N9H2CHIHYkqAqSeccRmNqI2FDcIyLkjIm"
    "Wf8Q4azNGY2qb8gzybfvFIz2WPRBRxxJ/12x/isXhNvhIe/jod94aUWGaqC6kJFcjnPXc+"
    "lc8eHq7ef5AlAaxBz2CWN7Hj0tO5AMGOinseNQ9BBt49Eps42CVmonNtz7KCYRA+8lssHr"
    "iOR6KmmvEDkwyxZ8EQOfj70LMNGBnIHBwOMCeHNpn1qPn/QfMSRXu9m9tu7/6y2+sd5EYV"
    "NCPT+8Ejg9kwIqntAlh/ffPrjUGRTw/gAxc/nt09P3n9nYSBcffRkS8lZAffpKAYJ76oBD"
    "5G2hADQ+DSw24e8ffijUsnRI16WjKDvhmIHoY/LNML4YO4G+KJGYIbwrcBwA9gztza1jzo"
    "/5IO6F59urzvnn36DJ+bcP7FkviddS/hzbF8Os88fe73FxNrjr8WRZWgX6+6PyL4Ff3r9u"
    "Yy26tRue6/DqBN2HNZz2azHjYTQzV8GqImSsa9Lv+f6++LEXbUfR2Wz/SyQGsf+3WCv/Ys"
    "Yj+6I/Hr8YsXJR37y9mdnFyiVKa3boJXx/67byl8yQRTqw7AkcBSCAdd3kyAT46rACxKFQ"
    "Is36UBTmyJeZjPqY2duRrojGAG7sHcJXwPh3QJwOfXt+epVUnAen51c3b3z+efzv7xXWpp"
    "ur69+SEsn1xxzv/ZvTzL9ADs+HVGeFh+e0vIAZtCnczZ1I6cHucvqwzzl8Wj/GVukPtnsD"
    "zIH+9vb9QgxxLZ/ZgaLvoPsih3NwZ3fCIaeNRyqThMwmd3cSAChFKDPoQ5GvOJHrhQjHio"
    "4DzTHRMyGRCnVn8kRJrRIfC91nSIQ1xiQyN7Jp4r+uXKdtXdkhfM9A61N9Yrb05ebGo5eo"
    "Q2fH989PLNy7cnr1++FUVkO6Mnb0p66OqmK+AFjWw4TmgK8AC0yRl2zF7qTdwPeEphP1X0"
    "wHkg+eGnO2Jh+QflwQ719Sn9yd+U93PzjZ8eRPpCAiPPpG6PPBFbtaLXwglquoSK2oqVgW"
    "2TguK4IlIXYT2tBYo5U7FuroiSqMTb40NvOURDgl3PWXUkfUjU0kaUsM1nyqNNHZCuTDKZ"
    "MthZz2R1bQWL2k/UlVisClhUUVuh+pMNVsToIxu0GJzekBBzdYQ+iFraitIXj7l4RYh+hj"
    "raCpDYlrzJqhvcnaykrRBxcVBaFaF7qKOtAIkZNl4Rn66ooq3weBw/KuwldeB5gCre41bp"
    "t8ANsGNWxBbkX02OJ9kn2Ba4mMG34UtpNkBl1494ghKzvs9IVDbrY8sizjOOhMwp6k8dMq"
    "Rf+8hlyCEGe7QpJ4i6aDDvoPsfz74/fvU6tHtzYjjE7SBbaPZO4onSor+Zryw2s/8Wujn0"
    "fEu5+PcPbXrXpvfmLjktNr1zbJsD9lWxmzBmEWyrezwhlTVZCrFN9XD0ZMsmy9vb61Rvnl"
    "91MyaCh0/nl3fPj2Q3ikLU9Ql/yWFrR4ftOTr4m1gtO3Ak0UKMj44rQHx0XIgwvEoDbNJH"
    "whUbRDHAscR6AF68IW8N3tcvK8D7+mUhvPAqDa9LfZ6yKrhh+S16MYgJM6HeZFNnm8wAfl"
    "1lAGe3z8QAfp1FWOjeU5XuXWw0jyW0zXztNnPydUrF6yUOnWnJNRw6G+a1tidnzBCT0kOm"
    "Q57YeCnVIi2pe7nJvcw9wyCcM6dXT2nPyq2gvu9P7y5U1BN+d5i7PY8vNX+ysnoGNXkGpX"
    "mxqvMnLbVO8qu5Xbtg+uT8xnIY5wH+wBxCH+2fiO+qfSWagm1DpX7nb3TtJ7A5Cl08dvAs"
    "YmEzIwv8E4lFfG7j4uz+4uz95cG3Yo+8jfLxsdeZipNP+aSV8PKxF1w1bv7XEUMmNf1bbS"
    "4T/2ecyFtvHYRteE7sU0RNLn97Is4A7sYxm4RkuYAcPFLyfPxaa67PwScIPaDjO+g3sS0P"
    "/iSGLKDp+W3t+pqe1/S8pudrzak10vNi7a+tvSRltOaSwzPwQqhKaMYSLaTj138lK7FH1x"
    "iyaSk9aLPXeMQfw9WYFg/ctFT7rs2u39ahlV2t7Gplt4qyG18cUui6qVtFxaqukSpWwQlt"
    "ShzO7I4M8ELMQ/RBgGMi/CgQhLAqA0t0Jwo0Sl8TRc/7UWO6bEzs/ncdxBwoDT5i6YgtfY"
    "cM+yq3tK18V0adgREhNOae0J65+LP7UrMOn0p9qY9gWkjlW8adIUHrkGjEmJjwZMKJ9SRa"
    "Ij6GIQ5NeIXiHeqbjDl9CHcDgr4Z/Hfbd6GjDpo69Ek0WFZ1iPr+n9ubOmxILSLFJBUwwa"
    "4xEuAILZ+YvINA1UFMTFXJCMiqL35BhhgTRZp/iaovsPB1++rMgGYCNBPQ3LVeMwGaCVgL"
    "ExAux3K5V2BeEtIlJ6qDuiTnUp2gLrA/1dLBhu1UvjbiK+mfYZaxKScFtUG5yQblzBG3zm"
    "RSiLZvYq2fkUuqD7WPZxlZPbeaPLdAvaszocLya5lFrfaCTuvCy52+Ytklj1/7M3M2dfry"
    "puaSemZaUuuZDV7X8rFXNC2vafnW0PKJqzXADK8rgpekmVsE+g4jeDRzn91udIHMuCqz8k"
    "Qjr4Kpp+dGhRcafG5tGVjffkQ4NHJQHkcCMMGgIs5WjjESPw/mp4h8DzGiO2g68p0QRXtl"
    "4H80oI74F74vrTAYzZhjhqED7NBQkbL6bPvjSitJDJu/1EDiAImrBLGGmUQhqC0m2mLSzB"
    "1hT0+yVSwm+iS7Ae8obYbaphkq3Eqqckxh+RY6T64/lkF0Oqp82z4UaCG8G2DCM+epqgtw"
    "Vk4vweVkQsqza0U6oY0hqjsZQiE7vhrl6ecHv1YpgFFY7BLFLy6z2MHPslCg6Puakvgdwu"
    "N2QFkCp7rYbU6cEC2pgfmbuLyUdoj6/tIRObiJqlDk3Oa/45CXDRQwrnD02/736/nGya00"
    "q/XV0uUK8z0o1zVFjodg9K6mw21yB1lDhodOidqmz5r6rLkbk2YVi2axQTNnz6T/VmzOhc"
    "tDWHx7SWCanAIm5bLkd1D+nGMxXABmLJKBcwgy+wZoCVrvbx/Ory/R57vLi6v7qyBUU0TH"
    "yJfpFeDu8uxaFWnE9iBJVI3xmpHSwzZ/rVQTUdqk2hwNqLk3naLENgoNKJn0plgHSibYqR"
    "LPI3nFhhPCQYfAgWbiW5CEVuKH4AgSSwudwp+koHcIccNz0YAMxTBDENhfVHSIbphvzpL3"
    "hjiew2UehjibkAEz50JlUQUA2VVT5GUof/3uIzkyQHHi1PSvPPla5SmC+Sgq4ohPCR5D46"
    "h7CPepnqh/fYoGrQisbXHDRbPlk7Bv0AzaMsHiA0OHTUpMcvLTwTgNdhh9X0lb37T1rfnW"
    "N628b1N5T62UFc/tKZntndobT0glwrXXVYV2oQXtEZ7hWaEGokkRjakCU9h2FYtsiYt8KK"
    "HvJXaW9IyHKEVPqosJZVtbLLTFnS08VO7txmZh+9FTprsqZqaTMu27s1bFD6LYDSLnBTFh"
    "tjuqk608FlhqPW4atmtejskXxZXl+wm2rEJAA5EWoXly/OZ1BCT8Uobh/aez62vF2Yu51C"
    "A9E6sSuRcfwNJSLcJ0bSNUkiXOvM6CmhDR6+mC9RQuRrieqfLGKbFSJYSWtFM1DONNW6qY"
    "/bgEzEkpjXMFnLXpaiMRJoEZr4lpSmiNMTt36kG0Hjwhc3k9MGMJjaQ2qjbSqJpdLvKdcG"
    "uTLhP/VOyCpW9kNmFcL4Q/tTyq0c8sGSsD+tGvo41oxutjhYG8ksX/yiSTKYPMFWc2n0nD"
    "b87ynyvTKfMAoFHpHo6LL3QF6IKBmjrcRb4UJOHAaOaIs5Fv1oZGmRDkM2qOMf9erIBhqN"
    "IOGkojvdA9IZ6ni12P99GLU8RdallI1DBjzjhv+N/mh2u6QJO5wtyeMMpq6/q2Djvauq6t"
    "69q6XmtOrdM1ntSiy4LiLXSMX/8twaH4OHGmDlWpGcUQZ8Q01FWShciTQQ0yPRbQPt3ZJU"
    "EcySj2AakxbNNSW8zavakzTeaOdqU4tUclcWqP8nFqg4h+4K2q2O4WhwIMBXUcwKW9HTQH"
    "rJm25pATzb2+cBWl/zhQ0Rjx204pgZEuVyFXi8HMgCsQQPA4iBZE6k4mKXFZMiPKKRqTqY"
    "swCPjpSTqIuojYJveDaVFRF6h/4MMPP8NFL+RxRQCv3TRhLWlOFydH0QSHJjiauWJqgkMT"
    "HGshOLaYaKNxc2jzmTb8na0OwLHEejD+XwgXTyAk6FIaYiSpVcQlVUTydUrF6yX26LRkC/"
    "foPdmTQ0xKN2WYyOLwXctbPCGyPRbxaFNL2ZpZxJpgbh/IfaFjGxBscH92gRqudTpJWPtX"
    "dYc8seU6OS2pe7nJvaxZfM3iaxa/CosPfp0K+j5w9yzm7QOf0iqE/RMWBw9jDvFJgQ2XMU"
    "ohbs5sxMgTcWSsHWL6AXawGWcDZ54jM4CLIp7oXoe7jJkd4M8/3t/evEP9/+uNybyPsEPQ"
    "kFmmqGMY5c6AcEAK5n6nbamdr5w4BCZOjShAsRfDQso/LDAkYlPT0YM0/d/spVbT/5r+X0"
    "+28wLPsGKCutA1bJNOTGcX3atfLje1fKVp6rcVWOq3hST12xxHLXZLo5arWCyxRYTFmcjD"
    "1l4iHJ8NaoCcEmrh1fZNWLMizHo13aJzgq3zf9wI3i51VUmQS9LUhAIttM+eVEL4pAThkw"
    "KE647mlJBGuhrSyZblsO6SrwV2j4xYGxbqsrP65T+6qYNdCKnaRhsWT3TBBZht08gXJlMv"
    "Rr04h7pGvALi5OuUOFR9IikGPS2lcV8Cd9MzcN0VJiWkUa+POh9Ty1KokMAFFig4kUSWmq"
    "GGi/6DLMrbFY8HoCjHPQtxJ82rQAVZ3A02mWK7ZjSvSKQNI30LxxYdMm0L97wM6tZDOCjf"
    "Png3okYCXHV1nKSMVtYrocxs3/hXa6mIZdo3mNd/j1mHBN5wCEusMG4WH53xlrMAHvz1bV"
    "MLxLYPzXsTD39v/Gmn5pLG4rSkNhY3xVis8G0LWq9d2zbq+Rv6wNRANCGi/ai1o+AWHQWz"
    "A3cNwH5kgw9BTXs5YBfimpitKVDF99HNw/V1mftlgvczmKO6w3IeyH346Y5YRcxqAPU91N"
    "GiEfytlndqcuTGuSvVaIYRShdjmsyW2Y7x+62+G6+cwGpX3nBul7rz9sK1pIJPr43EgUUA"
    "zsP8l8G69Uw8mNlBaAzKIbem+E9Uzg9RnzgOc7jvIyudameYo5nD7Ec//AXUI0Ne+KFBO8"
    "hhMzSYw/8Urrw7acLKQTi0j632sW3uGr+napP2sW2aj63nKIITFBOWQfEWOhYdv6hKvJcy"
    "7zlaWCfl256/+FyoTstsFylBfV+0OZxafncQf+lSXZyU0z3c5B4WJ/heAQ1VbH5Iyujseo"
    "r8j1KdyiNa7AcVS6zkB7WcLS1WYAYetVxq80P43i70l424R2mDUPHI30/NRhuEtAmjYcBu"
    "ONZBKmvVilT7cjmrGgpzPZ69Jn38WcwGv1E5+jh81Smjj6eJQgvZ4z5ESjhFBnOmHu8glz"
    "iTjmjQZACE69BhE0nDjujjiHAXDYC+DQIpW2wmHh2iMyn0jKPgu1wSuswmyMH2IwFGWHyD"
    "51nj7X56MVtcSAcrfRfP6WPhWVXtuKg4pQbDfTUuePNn1L8dH5+cvDl+cfL67auXb968ev"
    "siOqzmX5WdWs+vfoCDa2p3Dk+yWZI4twPsJibLzx5zsWou+i9KZ+KXqMjCefgrGECwHRpO"
    "0AhziDZuwhiGAT0WAwA9N7BlianCHDTFDlQzwa4xEnImcgiEQkGGQ0wxU76DoCogN2G2O4"
    "JKHroX+Sm4ta/WTP8mPiuPdlBNLuKKNttos01zT2Z7qtxos03TqO5wEaxqtwnLt9Bwc1TF"
    "zfyo2M/8KOdo7u8syrVLjW4kULZk7SHQJcDCkpOPGqwYk2VRg1VDUkcN1jyR5olaxBNtUv"
    "8KkscrFLA4rXyxBhZnsF+sgt0KxeXil1PJMPj5GRBEoegkH1w8daTeA4+GZIamlgAV+TOU"
    "J/3chKQrFKPBPK90bfA7a8lLlYpM/kc+bCU0thfkCdE+dNtZ5jpaGdPKmFbGdud3tB9xKj"
    "9f3ry/uvlhU+vXprUySS86PlI1oM6IbRPvu8tPVw+f9hVvdVyustzn2w7vt8/po5PnpJog"
    "99adhq1BWK8/LIPOiL7VIc3pvxVAF5JAKRnNBOVOFn4mQPlr/iy3OIVgKKgzCC6ZQTDA0X"
    "haCn5fTIO/JPh7E4dkX5YT8UVvQmy39naYE2xhsKJqt39K7v7ogFALMV5vQKipAKr2VYG0"
    "kL4roLgrEMX67UnDZp1UoEpZDXIeZElLLEPLpgT1TabmuPvnWVh9y6N4Ou0n965veewo7J"
    "dOpKy9IrYL7NoDgEVDcQ3oXiTr2stxuxDe7Mxd/nqSjgWmY4E1MxaYP6oU3kvRcCt2XuJR"
    "kYW+Sz+yGZoRy0IY+S5PaAj3pTDE2pKZcYO4XCF5xhE0xzyF8iA6Yjz5Eq5RDcgIbn9Qji"
    "BtgweZePEjeCHNRsQWVY79tLp5/6Ydt0V51QRCqvmLjN+kKMduPdeojLB2fNKOT83cFPZU"
    "+dKOT01zfIKFcwkjTVZse4aaPSIIg91kKRtYTlIjrEBY7G20ltdeJNDCW1Trd7x5wpan0n"
    "UthgsGbiSRwXcIInuIcNn1qduH8+tL9Pnu8uLq/iqIMBRtpPJlevG9uzy71kGEWn7C0fTy"
    "jujlWAOsCmgsocFUn1zq4ZkS0pBqmn5XNP2ffiiqFXGtFtBqXzGNF7/FeMaXLFeENL7R2V"
    "JUU0tgk27ZdjEfHyhYavm8U0ZSu2GJhRz1vQXsLnPGHTRzqOsSG8IFARMsBG2OfUaSDf1k"
    "ENQFuhcPmOceoi7QxUKa8qC8547eyR9F93sQ8suaoxkeE6CZ4RNEwUvv4PtruY8b3ySzCO"
    "akJwpTSxPQmoBu8oq4p+qZJqCbRkDrMEgbJPC4N/iTGHWZhrTURv2tthnscj2q8Z7cFP/5"
    "4fLh8v2mtttNX1wWnzMsT200KU13npBq392L9ePMZItqJRVIiDQjqwB8tjVZBXSSh0Z1h8"
    "tcrEiuVWi3jcrrBOr5i4t2nVvlYXF9AzQXWtB1yWTq1rnSlRTRgGYBTbIuOUzL1fyMqL7L"
    "1Ryrq0Kvd7GzHJuTltS93OReBgdiIN2XYu0ysrqnm9zT2o1Cm6mbZPxrbozdLnEmFxJ9lQ"
    "kwetkptQOKYnHQhaUSDx0iuDoiWjkPr4j4b9EIPxHf8Aalcoa91arSiYH2LDFQci+vFxhk"
    "tZggrVNycuv6blafBy6ev8dz1eITvStdezwo1TODYguXngvIZxSmOCK2OWUCVcT81EWili"
    "Bx0SkaBWtIJ/pJVEktYvoPLGY/wloyRy5j40N0w9yR6LPIhUC+GgkM8kvWbppQLwtTgGfY"
    "Op2HSTsg7NGpTDsgaAeEtTggBMtgfnIVENNYdcT730oTFG0ZOdyKjbNJmRb6bhxVCj54VB"
    "J98CgfflAmZqxz/g3L6/NvLiJegWG1OAxekV1Vg3kwoZZFORFfMVVhREoU5Kxka7Ddiqas"
    "uU/NfWrus1OLfTgjDjVGBwruIXjTKWMecFxmEe1QjOkKDKRqfhcursppvb/k44rbVbFW/U"
    "Scuq6FCZEWHl6PX72qcHgVpYoDO8O7zBYlJlUNhIPiLUR3I5k6xBddotqcij0FEyLbdxXc"
    "zea/NqfAnVLp3/4Lr7nE+A=="
)
