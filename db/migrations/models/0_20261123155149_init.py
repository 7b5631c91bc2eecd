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
    "match_weights" JSON NOT NULL,
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
    "closed_by_feed" INT NOT NULL,
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
CREATE TABLE IF NOT EXISTS "document" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "file" VARCHAR(100) NOT NULL,
    "media_type" VARCHAR(40) NOT NULL,
    "page" INT NOT NULL,
    "pages" INT NOT NULL,
    "fingerprint" VARCHAR(40) NOT NULL,
    "expires_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "resume_id" CHAR(36) REFERENCES "resume" ("id") ON DELETE CASCADE
) /* A printed CV (PDF) or one page of a preview (PREVIEW), sealed; who has its signed link may fetch it until it expires. */;
CREATE INDEX IF NOT EXISTS "idx_document_account_6b76d7" ON "document" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_document_resume__1c7cbc" ON "document" ("resume_id");
CREATE INDEX IF NOT EXISTS "idx_document_expires_9c0076" ON "document" ("expires_at");
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
CREATE TABLE IF NOT EXISTS "resume_settings" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "tree" TEXT NOT NULL,
    "previewed" VARCHAR(16) NOT NULL,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_resume_sett_account_ea66ca" UNIQUE ("account_id", "sandbox")
) /* How an account prints CVs, as the tree of `workers.rendering.settings`; one row for its real, one for its sandbox data. */;
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
    "lane" VARCHAR(8) NOT NULL,
    "subject_id" CHAR(36),
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "options" JSON NOT NULL,
    "errors" JSON NOT NULL,
    "total" INT NOT NULL,
    "done" INT NOT NULL,
    "attempts" INT NOT NULL,
    "failures" INT NOT NULL,
    "once" VARCHAR(100) UNIQUE,
    "due_at" TIMESTAMP NOT NULL,
    "lease_until" TIMESTAMP,
    "started_at" TIMESTAMP,
    "completed_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* Slow work, written in the transaction of what it is about. The row is the truth; the queue only wakes a worker. */;
CREATE INDEX IF NOT EXISTS "idx_task_subject_612a76" ON "task" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_task_account_a5953a" ON "task" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_task_status_8a8b74" ON "task" ("status", "lease_until");
CREATE INDEX IF NOT EXISTS "idx_task_status_b74b01" ON "task" ("status", "lane", "due_at");
CREATE TABLE IF NOT EXISTS "task_item" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "position" INT NOT NULL,
    "subject_id" CHAR(36) NOT NULL,
    "result_id" CHAR(36),
    "sealed_name" BLOB,
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "errors" JSON NOT NULL,
    "completed_at" TIMESTAMP,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "task_id" CHAR(36) NOT NULL REFERENCES "task" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_task_item_task_id_d772cc" UNIQUE ("task_id", "position")
) /* One of the things a task does: what it is about, what came of it. A client's file name is sealed. */;
CREATE INDEX IF NOT EXISTS "idx_task_item_subject_11e2ad" ON "task_item" ("subject_id");
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
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "sealed_url" BLOB NOT NULL,
    "url_token" VARCHAR(40) NOT NULL,
    "events" JSON NOT NULL,
    "thin" INT NOT NULL,
    "enabled" INT NOT NULL,
    "disabled_reason" VARCHAR(200),
    "disabled_at" TIMESTAMP,
    "failing_since" TIMESTAMP,
    "sealed_secret" BLOB NOT NULL,
    "sealed_old_secret" BLOB,
    "old_secret_until" TIMESTAMP,
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_account_687fbb" UNIQUE ("account_id", "sandbox", "url_token")
) /* Where an account wants to be told. Address and secrets are sealed; for a while after a rotation two secrets sign. */;
CREATE TABLE IF NOT EXISTS "delivery" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "event" VARCHAR(30) NOT NULL,
    "subject_id" CHAR(36),
    "task_id" CHAR(36),
    "sealed_body" BLOB,
    "status" VARCHAR(12) NOT NULL,
    "attempt_count" INT NOT NULL,
    "last_attempt_at" TIMESTAMP,
    "next_attempt_at" TIMESTAMP,
    "response_status" INT,
    "sealed_response" BLOB,
    "error" VARCHAR(300),
    "once" VARCHAR(150) NOT NULL UNIQUE,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "webhook_id" CHAR(36) REFERENCES "webhook" ("id") ON DELETE CASCADE
) /* One event for one webhook, or for the account's e-mail where `webhook` is null. The sealed body is written once. */;
CREATE INDEX IF NOT EXISTS "idx_delivery_account_18b9ff" ON "delivery" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_delivery_account_9f0a43" ON "delivery" ("account_id", "status");
CREATE INDEX IF NOT EXISTS "idx_delivery_subject_5441c3" ON "delivery" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_delivery_task_id_dae84f" ON "delivery" ("task_id");
CREATE INDEX IF NOT EXISTS "idx_delivery_webhook_c5a6ff" ON "delivery" ("webhook_id", "status");
CREATE TABLE IF NOT EXISTS "attempt" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "number" INT NOT NULL,
    "milliseconds" INT NOT NULL,
    "response_status" INT,
    "sealed_response" BLOB,
    "error" VARCHAR(300),
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "delivery_id" CHAR(36) NOT NULL REFERENCES "delivery" ("id") ON DELETE CASCADE
) /* One try of a delivery and what came back: a status and the first kilobyte of the answer, sealed. */;
CREATE INDEX IF NOT EXISTS "idx_attempt_deliver_5e4aa1" ON "attempt" ("delivery_id", "id");
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
    "match_weights" JSONB NOT NULL,
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
    "closed_by_feed" BOOL NOT NULL,
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
CREATE TABLE IF NOT EXISTS "document" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "file" VARCHAR(100) NOT NULL,
    "media_type" VARCHAR(40) NOT NULL,
    "page" INT NOT NULL,
    "pages" INT NOT NULL,
    "fingerprint" VARCHAR(40) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "resume_id" UUID REFERENCES "resume" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_document_account_6b76d7" ON "document" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_document_resume__1c7cbc" ON "document" ("resume_id");
CREATE INDEX IF NOT EXISTS "idx_document_expires_9c0076" ON "document" ("expires_at");
COMMENT ON TABLE "document" IS 'A printed CV (PDF) or one page of a preview (PREVIEW), sealed; who has its signed link may fetch it until it expires.';
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
    "job_id" UUID UNIQUE REFERENCES "job" ("id") ON DELETE CASCADE,
    "resume_id" UUID UNIQUE REFERENCES "resume" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_features_corpus__d63bba" UNIQUE ("corpus_id", "number")
);
CREATE INDEX IF NOT EXISTS "idx_features_account_48b2cd" ON "features" ("account_id", "sandbox", "id");
COMMENT ON TABLE "features" IS 'What matching sees of a resume or a job, and the plain columns that cut before scoring. Nothing here says who somebody is.';
CREATE TABLE IF NOT EXISTS "resume_settings" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "tree" TEXT NOT NULL,
    "previewed" VARCHAR(16) NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_resume_sett_account_ea66ca" UNIQUE ("account_id", "sandbox")
);
COMMENT ON TABLE "resume_settings" IS 'How an account prints CVs, as the tree of `workers.rendering.settings`; one row for its real, one for its sandbox data.';
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
    "lane" VARCHAR(8) NOT NULL,
    "subject_id" UUID,
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "options" JSONB NOT NULL,
    "errors" JSONB NOT NULL,
    "total" INT NOT NULL,
    "done" INT NOT NULL,
    "attempts" INT NOT NULL,
    "failures" INT NOT NULL,
    "once" VARCHAR(100) UNIQUE,
    "due_at" TIMESTAMPTZ NOT NULL,
    "lease_until" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_task_subject_612a76" ON "task" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_task_account_a5953a" ON "task" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_task_status_8a8b74" ON "task" ("status", "lease_until");
CREATE INDEX IF NOT EXISTS "idx_task_status_b74b01" ON "task" ("status", "lane", "due_at");
COMMENT ON TABLE "task" IS 'Slow work, written in the transaction of what it is about. The row is the truth; the queue only wakes a worker.';
CREATE TABLE IF NOT EXISTS "task_item" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "position" INT NOT NULL,
    "subject_id" UUID NOT NULL,
    "result_id" UUID,
    "sealed_name" BYTEA,
    "status" VARCHAR(12) NOT NULL,
    "conclusion" VARCHAR(12),
    "errors" JSONB NOT NULL,
    "completed_at" TIMESTAMPTZ,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "task_id" UUID NOT NULL REFERENCES "task" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_task_item_task_id_d772cc" UNIQUE ("task_id", "position")
);
CREATE INDEX IF NOT EXISTS "idx_task_item_subject_11e2ad" ON "task_item" ("subject_id");
COMMENT ON TABLE "task_item" IS 'One of the things a task does: what it is about, what came of it. A client''s file name is sealed.';
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
CREATE TABLE IF NOT EXISTS "webhook" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "sealed_url" BYTEA NOT NULL,
    "url_token" VARCHAR(40) NOT NULL,
    "events" JSONB NOT NULL,
    "thin" BOOL NOT NULL,
    "enabled" BOOL NOT NULL,
    "disabled_reason" VARCHAR(200),
    "disabled_at" TIMESTAMPTZ,
    "failing_since" TIMESTAMPTZ,
    "sealed_secret" BYTEA NOT NULL,
    "sealed_old_secret" BYTEA,
    "old_secret_until" TIMESTAMPTZ,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_webhook_account_687fbb" UNIQUE ("account_id", "sandbox", "url_token")
);
COMMENT ON TABLE "webhook" IS 'Where an account wants to be told. Address and secrets are sealed; for a while after a rotation two secrets sign.';
CREATE TABLE IF NOT EXISTS "delivery" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "event" VARCHAR(30) NOT NULL,
    "subject_id" UUID,
    "task_id" UUID,
    "sealed_body" BYTEA,
    "status" VARCHAR(12) NOT NULL,
    "attempt_count" INT NOT NULL,
    "last_attempt_at" TIMESTAMPTZ,
    "next_attempt_at" TIMESTAMPTZ,
    "response_status" INT,
    "sealed_response" BYTEA,
    "error" VARCHAR(300),
    "once" VARCHAR(150) NOT NULL UNIQUE,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "webhook_id" UUID REFERENCES "webhook" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_delivery_account_18b9ff" ON "delivery" ("account_id", "sandbox", "id");
CREATE INDEX IF NOT EXISTS "idx_delivery_account_9f0a43" ON "delivery" ("account_id", "status");
CREATE INDEX IF NOT EXISTS "idx_delivery_subject_5441c3" ON "delivery" ("subject_id");
CREATE INDEX IF NOT EXISTS "idx_delivery_task_id_dae84f" ON "delivery" ("task_id");
CREATE INDEX IF NOT EXISTS "idx_delivery_webhook_c5a6ff" ON "delivery" ("webhook_id", "status");
COMMENT ON TABLE "delivery" IS 'One event for one webhook, or for the account''s e-mail where `webhook` is null. The sealed body is written once.';
CREATE TABLE IF NOT EXISTS "attempt" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "number" INT NOT NULL,
    "milliseconds" INT NOT NULL,
    "response_status" INT,
    "sealed_response" BYTEA,
    "error" VARCHAR(300),
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE,
    "delivery_id" UUID NOT NULL REFERENCES "delivery" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_attempt_deliver_5e4aa1" ON "attempt" ("delivery_id", "id");
COMMENT ON TABLE "attempt" IS 'One try of a delivery and what came back: a status and the first kilobyte of the answer, sealed.';
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
    "eJztXWtz2za6/isYf2l6RvXEcuJknTNnxre0bhM7tZ1mL92RIBGyWFOESoBWtLv57wcveC"
    "dBipREiuLiQ1ObxAvSDy7E+7y3fx/MqEEsdng2HlPX5gen6N8HNp4R8UP6Vg8d4Pk8ugEX"
    "OB5Zsi2ONRox7uAx9DXBFiPikkHY2DHn3KQ2ND5DY5dxOiPOIRouHNErMQZPZDlEjAgJhC"
    "0LmZwhA3P8Di1MPqUuF1d6aDHFHI3w+MmdMzSlloFMhlzbIdiANzmE5xt0LF7AtB/rfdTv"
    "9u/2cG5he4gAMNEVcugC0QmCi+xQPNR6h4aWORP9DxF2COJT0YWP1HcM0YWNTBuajwnI8S"
    "mRst+xHhot0ZNpG+/EM2aYj6eDBTEfp9CR/MFrix3x5kIQIzamDoF3JvIxJHgKWmAb2ohL"
    "DhM3sI2o6zCJk2ubf7pkwOkjgdsCrX/8U1wWTyVfCQt+nT8NJiaxjMTMMA3oQF4f8OVcXv"
    "v8+fryvWwJYzAajKnlzuyo9XwpsLXD5q5rGocgA/ceiU0czIkRmzO2a1n+7AoueW8sLnDH"
    "JeGrGtEFg0ywa8HMO/jfiWuPYcIhY3Q4wowc2mQxMI3/818v1nQwuLl9GNxfPQwGB5nJCq"
    "+RmlT+pTG1YaKbAmAA55vXbwSKvHoAD7j46ezuxfHJ9xIGyvijI29KyA6+SUEx/TxRCXyE"
    "9FjMN4HLAPMs4pfiDjdnRI16UjKFvuGLHgY/rDMKwYVoGKL1HoAbwFcD4AewFG9ta+mPf8"
    "EAPFx/vLp/OPv4CR43Y+xPS+J39nAFd/ry6jJ19YU3XlRsZd4WF3aCvlw//ITgV/T325ur"
    "9KiG7R7+fgDvhF1OBzZdDLARm6rB1QA10TIadfn/zHhfTLGjHuugfWqUBVr7OK4z/HVgEf"
    "uRT8Wv/ZcvCwb2t7M7ubhEq9Ro3fi3+t69bwl8yQybVhWAQ4G1EPaHvJ0AH/fLACxa5QIs"
    "7yUBjn1pszCfmzZ2lmqgU4IpuEdLTtgeTukCgM8/3J4ndiUB6/n1zdnd3158PPvr94mt6c"
    "PtzY9B+/iOc/63h6uz1AjAQaLKDA/aN7eFHNA59Emdur7IyXn+qsw0f5U/y19lJrl3tMuC"
    "/PP97Y0a5Egi/T02xxz9B1km47XBHZ2IRq5pcVOcUeGxuzgQAUKJSR/AHM752AhcKGY8dH"
    "CeGo4ZmY3EKbfKeMRE2jEg8LzuDEhccak0LGnBdgxOp1aLQzix4SUHBl4qRufa5urByQqm"
    "Rse0axuVN8cv6/pWPMI7/NA/evXm1dvjk1dvRRP5nuGVNwUjdH3zIOAFdXnyFFPj4AIwCA"
    "vsGIPEnWgc8NyEw45iBM59yfe/3BELyz8oC3bA0czNX7wT036ejKKrB6EyF8OIczKbq/aQ"
    "Shh5vXQWJNcw+YA8E3tjoKCnK+ioq1iNsW2YQH1siNRF0E9ngaLOXHxcNkRJdOLusdpWDJ"
    "H4E81n4pibzqVLr5/ObuKiG3e2+eZ06XfTVZgmBHPX2XQyvY/10kWUsM0WSl2vCkjXhjgP"
    "UDjNnsnuugqWaT+bXGKxKWBhR12F6g862hCjn+mow+AMJoQYmyP0XvTSVZT+dCnHG0L0K/"
    "TRVYDEZ0l8wTdE6E520lWIGOFcdLIVjO5jfXUSK3B92BCpe+ijqwCJ3ehpQ3weRBddhmdg"
    "cjLbAkbXopuu4uQy/KhwSqgC0Wfo4hJ3VsVdkNGU0k0X2xevly6BBEQ47dM8ajx7a9afpa"
    "9gW0wew382PClJfascF0NSvMBv0aPfZaMyfovYsojzHUNC5hQN5w6ZmF+HiFPkkDF9tE1G"
    "kMnRaNlD9z+d/dB/fRI49jEydgjvIZs8Eyd2RemyWM9TVjv8/SPw4xx4Pnvi339qJ0DtBN"
    "jeLafDToAM28aIflV8TCi1CLbVIx6TSjtPCbG6Rji80rDz1O3th8Ronl8/pOzhnz+eX929"
    "OJLDKBqJg95BaLDVLpfNuVx6H7EqCEcSHcT4qF8C4qN+LsJwKwmwYT4SpvhA5AMcSWwH4N"
    "Uf5MbgPXlVAt6TV7nwwq0kvNz0DARlwQ3aN+hPKRbMzHRndZ1tUhP4pMwETn8+YxP4JI0w"
    "G9O5isjJ9xOLJNrhINYp7z3ydW6K22scOpOSWzh0tsx/fk/OmAEmhYdMhzzTp7VUi6SkHu"
    "U2jzJzx2PCGHUG1ZT2tNwG6vv+jO5KRT0WAYAZH7hsrfWTltUrqM0rKMmLlV0/Saltkl/t"
    "HdoVyyfjJJ3BOAvwe+oQ89H+hXhBY9fiVbA9Vqnf2ZD1/QQ2Q6GLyw5ehCxsamaBMz6xiM"
    "dtXJzdX5xdXh18y3c/r5WP992sVYR85IFdwMjHGq1k5G9tIuBZekHwvifmEmHb8ML3x+L5"
    "Mob/FGLkOeYukzeBGJ+YDuPoybQoRBUGBLrnWNaT2QGIkSXnm3hgGZ4+eLQm6jVRvxcbmy"
    "bqNVG/HaLehZjNLNi5AWuRQHOBanUupC1EqiWiNE3LMhkRT1E5duaimhZrDts2hwCm/Bzn"
    "4glk4J0DKmCrkFwL3pbpg9sG2DsyDQK0FPtvQaIJhfCaySZahvIOck0Qx6GVjCOhQAfTqZ"
    "Qynh4XGE+Ps8ZTzT7UQN6lVKiyqKbENKya1GmS1FHN4C2A28Ho0zS6qYXbKs4sirhX0WaJ"
    "ePwC5izKAFCOPfsypcgwfeqKU/F/yohMhdnzKS1inyLT8Dgsgd0IEmZSmwQOpgJzCJ/M0m"
    "Rb7bm632pMtwZmrIf+ccDc0R9kLBtopqypj61myjRTppmySmtqi0yZ2PsrW/zjMtran8HT"
    "D9wpq+dGEh10Yd1+QsXYN7rClE1K6UmbZiHFH8PUmOZP3KRU91ia7fsHa4pGcwlt0nbb6y"
    "ASJU1T6LqJjGr5qu440axE4OacOIzaoZsFei/AMRB+FAhCrYWRJYYT+Rqlp4miF8PwZR7o"
    "E7GH3/cQdaB1rMCCX8Zh6JDJUBXK2chzZSkKmBFCYx4I7ZmJP3soNevgqtSXhuCR4inffp"
    "UI7+2QeIknIp1UZoxYz+JNRuDTgqLEQe/Q0KDUGUINDBD0Qkd+tz0nFtNBc8d8Fi8suzpE"
    "Q9+6MnfoxLSIFJNUgMzsKsARWj4xWA+BqoOoWKqSEZBdX/wmvWjyNP8CVV9g4en25ZkBzQ"
    "RoJqC9e71mAjQTsBUmINiO5XavwHy1nTwS1SUZemuayeH7VEkHm3RT+aolvtg7w6wThxEX"
    "1EEYbQ7CSB1xqywmhWj3Ftb2Gbm4+lD5eJaS1WurzWsL1LsqCypov5VV1OnMAUldeL3TVy"
    "SrnRTXPH25c2NNPTMpqfXMFu9r2UThmpbXtHxnaPlYOhpghrdVvUTSzB0CPR2G0WC66XZ+"
    "Z5vNyJmaV0VWnnDmlTD1DHjYuFxcsDQ04MDIYbIoe6YBBhVxtnLGU/HzaHmKyA9Q4bWH5l"
    "PPCRHieKEaOBqZjvgXni+tMBgtqGMEwbt2YKjIxgg3+HCllSSCzdtqoJq4xFWCWMFMohDU"
    "FhNtMWnnF2FPT7JlLCb6JFuDd5Q2QzVphgo+JWU5pqB9B50nt5//MzwdlUU3FOggvDUw4a"
    "nzVNkNOC2nt+BiMiHh2bUhndDF8py9FKGQnl+t8vTzCn+qFMCwJGiB4he1We3gZ1nIV/Q9"
    "TUn8DrXceqAsgVNd5DYnToiW1MC8j7gMSjtEQ2/rCB3cRFcodG7z7jFk2lIBYwpHv+afX8"
    "03Tn5K01pfJV0uN1uFcl9TJKjwZ+9mOlydX5CtpKfIV9v0WVOfNXdj0ixj0cw3aGbsmea/"
    "FB/n3O0haK4TBKWnqD9A2XOORXEOmJFICs4JyOwboAVoXd5+Pv9whT7dXV1c31/76c1DOk"
    "beTO4Ad1dnH1TZeSunC0tJ6WmbDSvVRJQ2qbZHA2pvpFOYVEWhAcUTruTrQPEML+WsXjL9"
    "B5oIBQPUDr8iodRJ4FoygsizO/nxQEO/rVRB4A85RA+yfhx4IKERNZYyiscxOSe2jNlRW7"
    "6afoGtZAdJNfDS7mXyhsDvXrlQ/xf/jVNi2kSmTWTt3VY7bCLTGnaTGnaYaKqsih0KdFDH"
    "Pi6X9bEg6aNOhlG/uTf4eFcANCai0VQ6tsPJTLHlrvZqDwS1S/uaLu15iaXzt+DchNI17s"
    "EHn65uLq9vfqzrBFm3Yd0vSDLI0chziaSMnKaSMgwocG0BTmuW0EqK6yCz9gRjZA/oNvm6"
    "yXgrxPV4t3m8dQkEXQKhXUtIl0BoQheuoQQC9a0cZfGlaqvImufcFgUoH70ug65olX/Efa"
    "0LTDShHyetA2VBTUppzkHbSRu0kyqm7xaw/RL1tJdzdiW0yTW7flSvr9tsGKwaK7Pakalc"
    "a7jqJR27s5zSG+G9XqGVPt6qTDJSAYIYE0h1+eLT5fvvkW8sn4sX9CrLzh3ybJKFuH139d"
    "v11Zfvgwyi76CUBppihkzOEBPLUPQDKazQDC/RhPDxVNxBYp2bFvxAvs5NsZsqU5Pu5i22"
    "Yq/3fK1DO7zfP3AC2vre1EFHW9+19V1b3yutKe3fXodG/LaEPvw2Vxt+m9aF1Vm68pHNyc"
    "zVBWSPSjE5RwVMzlGWyZkRw8QeTBVQTkp1EOvth6zCQa4C5R4012bK9F4LyFQxXoTtm4Py"
    "aE+gnIiHEUeqHtX22IRYg84LdZ286178MZWo4hk8KdnBM/ienLlLWVg1cV9LzayAXaiAaU"
    "JI0/aatt8Rbe+EqQo3hLZrOQ/TwCYWbJvCxt4TzF2HKBNnhPd6RYT0JN6qRBnoeGUmRgjz"
    "6F8PIC/x4B905FVulmWjLChf5W19kK5CiI9djkZkIuYYYmMK43OIbqiXBVFGdzG8ZJI1Zn"
    "RG/GAuVd3oXb2KrKHlhf0OkVxxkG+DmYZXKctLRnKKYJ8THTHE5gQ/wcuZ/BDKcD2bXtUt"
    "038LP0lj9OLiteWVYGzQAt5lhsUDJg6dFWRylI/256kfmKzLXGlOvDPncc2Ja058K5x4Yq"
    "csydUkZJrja/bIx7RyBo1dJM/YIzyDs0IFROMiGlMFpvDZVWyyBc7PgYQuZ9db0+UZits/"
    "q1zOiz5tkVCDX7bgULm3HzYL24+u0pqTT5nHZbrnY14myi8/yC8T4zejNp9WMfFEAjosRZ"
    "Ea4E9Fpcv7GbasXEB9kQ6hedx/cxICCb8UYXj/8ezDB8XZi3JzTAYGXlaZnCmpDmG6tRkq"
    "yRJHEbdeVEIyFNH76Yr9FFyUuWuoaOiC5IYxoTXTG7YM4wJQt5LgkNqPa8Acl9I4l8BZG1"
    "lrMLL+QUcVAY0ktmhe3WlkXwfN1XuKpzZWtzIX52qz9q1NHqj4p26jdhvm9TZM2qkteGNA"
    "f/b66CKa0femxETeyOJ/bZDZnHJi8zObLaThN2P5z7TpFXkAmGHrAY6ar3QFgISrE9NhHH"
    "lSiFOoOuiIs5Fn1oaXMsRNFL7OePmD2AGDyLCezPKKkdA9D9HQS94xRC9PEeOmZSHRw4I6"
    "T1nDf5MPrlg5gywV5vaYUVZb15s68mjruraua+t6pTW1zYgzUoku85vrSJ0Szvr7FhWxx1"
    "BXzkS2YQKyTgdG7VcoX0OxPLUETepcuzv3dtAcsGba2kNOtLfqzbX9bHLs/91ZGiO62ysk"
    "MJLtSmTVGVPD5woEEAzS1xCHCcVW5qURiv6MEeuZMGAWYlVoTtETmXOEQcAwHwnjPZmxxj"
    "YYWph8KjPcgPoHPvzwMyQdRi5TVL/ZzSvUUf8mauCQiSY4NMHR5h1TExya4NgKwQF7XQU1"
    "xm/eQa27X0qD6RdoMP2sBuN92aoAHEl0LonvyasSAJ+8yi/K+ypHQSRQUG8tDTGU1Criuj"
    "nAdcqN/4aUG7CQxeG7krd4TETnBEp/dyuC2TyQ+0LHjsXBz4RdoiJLlZbT2UtSfrZCfV9L"
    "90oI6lI1bd7VHfJM1xvkpKQe5TaPsmbxNYuvWfwyLD74dSroe9/dM5+3931KyxD2z1gcPM"
    "ZLZNqSDV9Qx5DpfhZTSp6JI3PtEMNLsIMNmVpnIVPruA4Czk80ccXwOoxTavSAP//5/vbm"
    "HRr+z+CJLIcIOwRNqGWIPsA3UOi5jswrpGLud/ou1RwSHTIhDoGFUyELUOTFsJLyDxpMiP"
    "io6exBmv5v91ar6X9N/28ne5BFGXjKLAew81UEPSussa+A/Z5Usj67eLj+7aquT0etVQ2Y"
    "OKlUq6AYSTSIsDiPutjaS4Sjc1kFkBNCHUwrUIclMcRsUNElPSPYOd/TWvDmJq9WESUU6K"
    "BtvJbithKwqrM5IaSRLod0/M0yWD+Qrzk2p5RYFzbqIj3p6q8PiYNdAKnaPh40jw3BBZjM"
    "U0VUHKqurJSPekxEI14dcfJ1ThxTfSLJBz0ppXFfA3fDHeOqO0xCSKNeHXX2ZFqWQoUEHj"
    "ZHwQkl0rSYOeboP8gyWbdyIQEUxbinIe4lOS3oII37mM7m2K6YSS0U6cJMb+DYotPVNRBj"
    "NzZ5NYT99t2DtxY1EuCqquPEZbSyXgplanuG10pbRSTTvcm8/RhynY655vShWGF+yT8644"
    "YLGx/8+1tdG0TTh+a9qUWwN77Mc2NNQ31SUhvq22KoV/gV+m+v3Qpr9boO/I8qIBoT0T7s"
    "2kmzQSfN9MTdArA/09F7v6e9nLArcY2t1gSo4vno5vOHD0WurzHeb0wdVfzQuS/3/pc7Yu"
    "Uxqz7U99BHh2bwt0qewfGZG9UNVaMZZIddjWm8Umk35u+36i7UcgGr3aiDtV3oSh16k5Xw"
    "p7aROLAIwFlQe9Tft74TFxa2n5bEZFDXVPwnOmeHaEgchzrM80+WDs0LzNDCofajl3oE+p"
    "HpRry0rD3k0AUaLeF/CjfqnbzCxglQtH+z9m9u7x6/p2qT9m9um4+t6ygSQ+QTln7zDjoW"
    "9V+WJd4LmfcMLawLIjbnL74UqtM6n4uEoI7VbQ+nlv06iL90rSGOy+kRbvMIixP8IIeGyj"
    "c/xGV0ZUNF7U2pTmURzfeDiiQ28oNaz5YWKTAj17S4abNDeN4u9Jda3KO0QSh/5u+nZqMN"
    "QtqE0TJga84zkagYtiHVvl69sJbCXI1nr0gffxKrwXupDH0c3OoV0cfzWKOV7PEQslScoj"
    "F15i7rIU6cWU+80GwEhOvEoTNJw07NxylhHI2AvvWTWFt0IS4dojMp9B1D/nOZJHSpTZCD"
    "7UcCjLB4Bsuyxs0+ejVbnEsHK30Xz83H3LOq2nFRcUr1p/tmXHD9Z9S/9PvHx2/6L49P3r"
    "5+9ebN67cvw8Nq9lbRqfX8+kc4uCa+zsFJNk0SZ74Au8mH86tLOVatRe9G4Ur8M2yych1+"
    "AQMItgPDCZpiBpneDZjDMKGfxARAL8bYssRSoQ6aYwe6mWE+ngo5AzkE0tCgsUMMsVK+h4"
    "Q2IDejNp9CJ58fLrJLsLGnViy9Jx4rj3bQTSbbjTbbaLNNe09me6rcaLNN26juYBMsa7cJ"
    "2nfQcHNUxs38KN/P/CjjaO59WZR7lxrdUKBoy9pDoAuAhS0nm7FZMSeLMjarpqTO2Kx5Is"
    "0TdYgnqlP/upOl7Q8UCph/p1ekgTlRm5Uq2K1QXC5+O5UMg1cbA0EWil78wsVzT+o9cGlC"
    "FmhuCVCRt0JZ3M9NSHKhGI2WWaWrxudspSZYIiv8P7MpQ+FlB36NFu1D18w219PKmFbGtD"
    "K2O7+j/chT+enq5vL65se69q+6tTJJLzoeUhWgTok1iffd1cfrzx/3FW91Xq6iuvNNp/fb"
    "59Ld8XNSRZAH2y6B1yKst5+WQVejb3RKM/NfCqBzSaCEjGaCMicLrwqj/DV7lltdvjEQ1N"
    "Ub16ze6OM4fl4Lfk9Mg78m+HuTh2RfthPxRHdGbF75c5gR7GCyonLRPwWxPzoh1EqMt5sQ"
    "ai6AqhwqkBTSsQKKWIEw1+9AGjarlGFVymqQsyBLWmIdWjYhqCOZ2uPun2VhdZRH/nLaT+"
    "5dR3nsKO2XLmKtvSKaBXbrCcDCqbgFdC/ife3lvF0Jb3rlrh+eFCivG8YoXfrddAfyJNOl"
    "M6bpjGmtzJjmuXLdEy6juA5ynb3CFr3VTl8DFm+80vvrJ7qIR8LMHfgb0cVvTBZ1Bj8s7h"
    "AZUjZcUOeJOOzQC36BYs7Bo4bvvOgz0RdUe4aQNXEKFsDB1eCK74OBwKEn6x22w/eoEKSj"
    "Y3J2dF7WbmD/PaqodgNrmxsYbL1ZqPMrFATtdY2CtQoHkmeTLFQRJwW+YHGh7jl1nJTx6U"
    "hvRzGXjpO0gUUTmF37amgCUxNtLQN2j8OPPL5DoZCGREi+HsrCJqW0zwWxLISRp72iCaho"
    "GHJlS8XPz6sdOL8wBK9jnEJ7EJ1SFr8JaVBGZArZG0yGoOyiK+YMwo8QRbSYEqFfsieIO6"
    "KOWgPd4bsotVBIie5NDl+5D/J3VwttSglrjVVrrO3cOPf07KE11rZprLBxruFkmRZrztFy"
    "jxx8/K/JWj6sGUmNsAJh8W0zK0XdhQIdzIKy/cCZZ2y5Klu1RXHOxA0lUvhOQGQPES5Kf3"
    "L7+fzDFfp0d3VxfX/tZwgOP6TyZnLzvbs6+6DZlY6fcDS7siP3sEgDLAtoJKHBVJ9cquGZ"
    "ENKQavZvV252f3ippDfEtVxC6n3FNNr8VuMZJUnaENIoI1NHUU1sgW2iqR8wezpQsNTyeq"
    "+IpOZBi5Uc9b0F7C51nnpo4ZicExvS/XoeSdhm2GMk6cQr5mhyoHvxiLr8ED1MPWckM/Bg"
    "cvn0nfxRDL8LKbutJVrgJwI0s+fWlOWlG37+7/bv9tDCNhmiJ0LmLKhRCVw4uFBhZBMObR"
    "GeY4d7GctlG5/jhhqXhkvEEX4ID5ZUt3irGV6ikXgH8TRbtKBiRcn73lr43RbtHOK/PiMc"
    "aHU2nhLDtYiX+AuG2CukyV3HRmNs25SLLh9N2T9fmGOyvWxgUR4bi2BGBqKxaWVuCZjkeM"
    "k/V5Prmlxv826/p6qnJtfbRq7rFM01kpPBN6UsuEH7Bp2+4Otf11chCe/bEui+zQX3bRpb"
    "5o7+IOOqDFVSqtY4uyaLnGyHUtmTDIG/fr76fHXZzKTdfsI68bix5aqNbflAJ6W6l3Nj+z"
    "hT+UaViknGRNpRTRIe25lqkrq4Z6uGg1OOFUXVc+39YfvmrPxHdW09W09YpTrm5SIZNNeZ"
    "vzIlJTgns7kqBDoXzLiIBjQN6ASbljrENz/XZUxEA5oGlPrGg7LnNqo2Nqx3YtttHcX6U7"
    "P61GsG3mKuL5LaFc+X5Ft9swUYJQ6B5NrFiaFNnJ/C3SRL+sWJ+YrjnxLVycbaPM6MY2c9"
    "Sj8pqUe5zaMM1kOwKq9luknJ6pFu80hrP0Hth9Um75bNojBjRn6hVW6YZgr8Vq5FNx1Cu1"
    "qmqTX8fyReOT5AAZbFfkADM2hWqlieHwfKp5ByCGEEXSCDEnaaccHp+Z4x4s1AzOSH6AyN"
    "LZPY/DtZxI5ItxbP5wUS66vL5tX+RGXwqQeN4W8+poQgG3was45p/5dm9v0e0v4v2v9F+7"
    "9UWlNb9H8Jd8MM3Pm5+WMiOuRRVQ9ot64ZbYN3e/EuVlVME0I6q7QuW9Wqykna30j7G3XG"
    "30i7t7TKvUVT0JqC1hT02mejGF9UFtE4xaTh1Iz+jiKrg2DQDYENok47impssbYqBpg4sw"
    "s5oVVGgPBmr9AKIJpFpRNXmwGGT2Q5PEVj6sxd1kMgfogggaR4y2VA13t30RQ/E4++h1YZ"
    "fn+zrlbHuuZy8uK5KhX2MZfD8gVW01f+5NmMkK+fu/pLv398/Kb/8vjk7etXb968fvsyJL"
    "Gyt4rYrPPrH4HQSpxmAoargKmvWN5zs8qenfOwzHwqd7P7fGbi+iVeqjaf8F7h3uNCq4Hh"
    "N1u59Vxgy5K5aKGmCbGNORWoIsgAIH4XvcCtzw8Xp2jq7yG98CcEfrrE8C5Y1H6EvWSJOK"
    "VPh+iGSvNimEhA3poKDLJb1m5eoUKZFrnsJJ7B2+nKLdpUuUdHMm2q1KbKrZgq/W0wu7hy"
    "/OKx6oiXWFF7uJoKoIYVkSZlg09GBrd86jsu08EsB0f9UpEb/YLIjX4mcmMMp4gq59+gvT"
    "7/Zura59gR8ovZ55kRNJgHM9OyTEbEUwyVN2eBgpyW7Ay2jWjKmp3XdHI7ic/2lun5QkZT"
    "oTofKMiH4FaviHtYxBqtZB6+yAx9sSKtCww1WjmVef2oUNPRmWGIGchEIwOJjdAh3CuE43"
    "m/vPMTCC6m4IaMJ5w4sngOl17xiC9oKMTEFMwSDzt5g2q8g+tYoukTybpKa8ZBMw7t3Qs1"
    "46AZh60wDr6jo9gHVYfnlQ6Svtya/pFtW1U7cJCMPkAZ+PP5i4RQBwmM7adpJM/EViWdKX"
    "DdCyW0615i4m8lM9XUVEz4wg0+ENG7e4Xdndjw9ysOrIVQx6QaRDs4xu4t2IbJJG4DcTZj"
    "1XyxFaLdc8jul0oo1C9IKNRXJBQKkFsjq1BSVLsAt9kFGBwRxN86YKYyPVfxSGeE9Vi3ea"
    "x93cKjdtZSSyJRrZn01tRMfCiptdFIJMV1HN2agxHBuF4GNZW83gTbvAnqopz5x8r9JD8V"
    "w66LcmpbaodtqTE1jVjmM3FMVZ7iKhm3Lr1+lnv7bWo24daZgHw8PVDYm/07vSJzM47arL"
    "I258OwQciLahPM9eZR7n37G+2yoX9UvlFVrJ6qmQJiIh00NvRfvy5DS71+nU9Lwb2UT5RY"
    "VBUQ9pt3EN1asoiLJ3Ki+oLnm3NiIs3bc3ZzQtqa5WansVvf/h+IHAoP"
)
