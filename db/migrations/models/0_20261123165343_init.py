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
    "settled_size" INT NOT NULL,
    "settled_length" REAL NOT NULL,
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
    "resume_id" CHAR(36) UNIQUE REFERENCES "resume" ("id") ON DELETE CASCADE,
    "job_id" CHAR(36) UNIQUE REFERENCES "job" ("id") ON DELETE CASCADE,
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
    "count" INT NOT NULL,
    "settled" INT NOT NULL
) /* `key`: corpus, term. How many of the corpus have the term, now and when the corpus was last settled. */;
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
    "settled_size" INT NOT NULL,
    "settled_length" DOUBLE PRECISION NOT NULL,
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
    "resume_id" UUID UNIQUE REFERENCES "resume" ("id") ON DELETE CASCADE,
    "job_id" UUID UNIQUE REFERENCES "job" ("id") ON DELETE CASCADE,
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
    "count" INT NOT NULL,
    "settled" INT NOT NULL
);
COMMENT ON TABLE "term_count" IS '`key`: corpus, term. How many of the corpus have the term, now and when the corpus was last settled.';
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
    "eJztXWtz2za6/isYf2l6RvXEcuJknTNnxre0bhM7tZ1mL92RIBKyWFOESoBWtLv57wcveC"
    "dBitSForj40NQm8YL0gwvxPu/t3wdTahKbHZ4ZBvUcfnCK/n3g4CkRP2Rv9dABns3iG3CB"
    "45Et2+JEoxHjLjagrzG2GRGXTMIM15pxizrQ+AwZHuN0StxDNJy7oldiDp7IYogYERII2z"
    "ayOEMm5vgdmlt8Qj0urvTQfII5GmHjyZsxNKG2iSyGPMcl2IQ3OYTnm9QQL2A5j9t91O/O"
    "785wZmNniAAw0RVy6RzRMYKL7FA81H6HhrY1Ff0PEXYJ4hPRRYDUdwzRuYMsB5obBOT4hE"
    "jZ71gPjRboyXLMd+IZU8yNyWBOrMcJdCR/8NtiV7y5EMSIGdQl8M5EPoaET0Fz7EAbccll"
    "4gZ2EPVcJnHyHOtPjww4fSRwW6D1j3+Ky+Kp5Cth4a+zp8HYIraZmhmWCR3I6wO+mMlrnz"
    "9fX76XLWEMRgOD2t7UiVvPFgJbJ2rueZZ5CDJw75E4xMWcmIk543i2Hcyu8JL/xuICdz0S"
    "vaoZXzDJGHs2zLyD/x17jgETDpmjwxFm5NAh84Fl/l/weommg8HN7cPg/uphMDjITVZ4jc"
    "ykCi4Z1IGJbgmAAZxvfr8xKPLqATzg4qezuxfHJ99LGCjjj668KSE7+CYFxfTzRSXwMdKG"
    "mG8ClwHmecQvxR1uTYka9bRkBn0zED0Mf1hlFMIL8TDE6z0EN4RvC4AfwFK8dexFMP4lA/"
    "Bw/fHq/uHs4yd43JSxP22J39nDFdzpy6uLzNUX/nhRsZX5W1zUCfpy/fATgl/R329vrrKj"
    "GrV7+PsBvBP2OB04dD7AZmKqhldD1ETLeNTl/3PjfTHBrnqsw/aZURZo7eO4TvHXgU2cRz"
    "4Rv/ZfviwZ2N/O7uTiEq0yo3UT3Or7976l8CVTbNl1AI4EVkI4GPJ2AnzcrwKwaFUIsLyX"
    "Bjjxpc3DfG452F2ogc4IZuAeLThhezilSwA+/3B7ntqVBKzn1zdnd3978fHsr9+ntqYPtz"
    "c/hu2TO8753x6uzjIjAAeJOjM8bN/cFnJAZ9Andbf1RU7P81dVpvmr4ln+KjfJ/aNdHuSf"
    "729v1CDHEtnvsWVw9B9kW4xvDe74RDTyLJtb4owKj93FgQgQSk36EOZozidG4EIx46GD88"
    "xwTMl0JE65dcYjIdKOAYHndWdAkopLrWHJCrZjcDq1WlzCiQMvOTDxQjE61w5XD05eMDM6"
    "lrO1UXlz/HJb34pHeIcf+kev3rx6e3zy6q1oIt8zuvKmZISubx4EvKAuj58SahxcAAZhjl"
    "1zkLoTjwOeWXDYUYzAeSD5/pc7YmP5B+XBDjmamfWLf2Laz5NRfPUgUuYSGHFOpjPVHlIL"
    "I7+XzoLkmRYfkGfirA0U9HQFHXUVKwM7pgXUx5pIXYT9dBYo6s7Ex2VNlEQn3h6rbeUQiT"
    "/Reiaute5cuvT76ewmLrrxputvTpdBN12FaUww99x1J9P7RC9dRAk7bK7U9eqAdG2K8wCF"
    "0+yZ7K6rYFnOs8UlFusCFnXUVaj+oKM1MfqZjjoMzmBMiLk+Qu9FL11F6U+PcrwmRL9CH1"
    "0FSHyWxBd8TYTuZCddhYgRzkUnG8HoPtFXJ7EC14c1kbqHProKkNiNntbE50F00WV4BhYn"
    "0w1gdC266SpOHsOPCqeEOhB9hi4ucWdV3DkZTShdd7F98XvpEkhAhNM+LaLG87em/Wn2Cn"
    "bE5DGDZ8OT0tS3ynExIsVL/BZ9+l02quK3iG2buN8xJGRO0XDmkrH1dYg4RS4x6KNjMYIs"
    "jkaLHrr/6eyH/uuT0LGPEcMlvIcc8kzcxBWly+J2nrLc4e8foR/nwPfZE//+UzsBaifA9m"
    "45HXYCZNgxR/Sr4mNCqU2wox7xhFTWeUqIbWuEoysNO0/d3n5Ijeb59UPGHv754/nV3Ysj"
    "OYyikTjoHUQGW+1y2ZzLpf8Rq4NwLNFBjI/6FSA+6hciDLfSAJvWI2GKD0QxwLHEZgBe/k"
    "FuDN6TVxXgPXlVCC/cSsPLLd9AUBXcsH2D/pRiwUwtb7qts01mAp9UmcDZz2diAp9kEWYG"
    "namInGI/sViiHQ5infLeI19nlri9wqEzLbmBQ2fL/Of35IwZYlJ6yHTJM31aSbVIS+pRbv"
    "MoM88wCGPUHdRT2rNya6jv+zO6SxX1RAQAZnzgsZXWT1ZWr6A2r6A0L1Z1/aSlNkl+tXdo"
    "lyyfnJN0DuM8wO+pS6xH5xfiB41di1fBjqFSv/Mh6/sJbI5CF5ddPI9Y2MzMAmd8YhOf27"
    "g4u784u7w6+Fbsfr5VPj5ws1YR8rEHdgkjn2i0lJG/dYiAZ+EHwQeemAuEHdMP3zfE82UM"
    "/ynEyHPMPSZvAjE+tlzG0ZNlU4gqDAl037GsJ7MDEDNPzjfxwCo8ffhoTdRron4vNjZN1G"
    "uifjNEvQcxm3mwCwPWYoHmAtW2uZA2EKmWitK0bNtiRDxF5dhZiGpWrDls2xwCmPFznIkn"
    "kIF/DqiBrUJyJXhbpg9uGmD/yDQI0VLsvyWJJhTCKyabaBnKO8g1QVyX1jKORAIdTKdSyX"
    "h6XGI8Pc4bTzX7sAXyLqNCVUU1I6Zh1aROk6SOagZvANwORp9m0c0s3FZxZnHEvYo2S8Xj"
    "lzBncQaAauzZlwlFphVQV5yK/1NGZCrMXkBpEecUWabPYQnsRpAwkzokdDAVmEP4ZJ4m22"
    "jP9f1WE7o1MGM99I8D5o3+IIZsoJmypj62minTTJlmymqtqQ0yZWLvr23xT8poa38OzyBw"
    "p6qeG0t00IV18wkVE9/oGlM2LaUnbZaFFH8MU2NaPHHTUt1jaTbvH6wpGs0ltEnbba+DSJ"
    "w0TaHrpjKqFau6RqpZhcDNGXEZdSI3C/RegGMi/CgQhFoLI1sMJwo0Sl8TRS+G0cs80Cfi"
    "DL/vIepC60SBhaCMw9Al46EqlLOR58pSFDAjhMY8ENozE3/2UGrW4VWpLw3BI8VXvoMqEf"
    "7bIfEST0Q6qUwZsZ/Fm4zApwXFiYPeoaFJqTuEGhgg6IeO/O74TiyWi2au9SxeWHZVpLSX"
    "aOniz/DV8upKvVbitRLf3m1aK/Faid+IEh/Yqf2dWoH5chN3LKqrKfRWtHDD96mW+jTupt"
    "60ldBg//ixSghFUlDHT7Q5fiJzOq2zmBSi3VtYmyfTkif/2sezjKxeW21eW6CZ1VlQYfuN"
    "rKJOB/17M3NFBSctqRWcFi+ofHJpTeVqKrczVG4ihQmwiZuqeCGpyQ6BnnXdbzBFcTuPRs"
    "1mcczMqzLLQDTzKpgHBjxqXC2WdCKQQTgkxi0WZ1w0gYRnBLvGRPw8Wpwi8gNUBe2h2cR3"
    "XIPYT6ggjUaWK/6F50vmHqM5dc0w4BOaFcSVNvhwJT0fw+ZvNVCBWuIqQazBzysENVWvqf"
    "p2fhH29CRbharXJ9kteNRo+0eT9o/wU1KV3Ajbd9DhbvM5I6PTUVV0I4EOwrsFCjZznqq6"
    "AWfl9BZcTiakvIHWpBO6WNKxlyEUsvOrVd5hfrFIlQIYlZEsUfziNsudwmwbBYq+rymJ36"
    "H+Vw+UJXDEil2txAnRlhqY/xGXgUyHaOhvHZFTlOgKRQ5R/j2GLEcqYEzhHNbs88FJ7AuE"
    "Y4nWHvNEh+IWRj5icBGKDtnEj82C8gITzJBJPYGseQptR4TPCQEZWXJH3CMMOZSjKX0m4q"
    "6BPUYQBXWSITFEtlWcz2iZ7pjVNWtpkIV5FZS7qSKVQrBm1tMct/nd2kgihWJlUZ9w9Ql3"
    "Nxa8Kga8YvtdLp7E+pfiSFC4PYTNdSqb7BQNBih/urIpLgAzFsnAOQaZfQO0BK3L28/nH6"
    "7Qp7uri+v76yARd0QCyZvpHeDu6uxDzslPfnoHdSdsRkxP3Lz3pI/QChM4L6on8tKJLJMa"
    "187QlpHS0zgfyat5XO2R0B4Cob3BZVEeGwWBkMxxU0whJJPqVDMay4wraCz0c9DagyKQUq"
    "WHa+mgLd9sG4RgDYO2UoOHP+QQPciSfeC3j0bUXMCNuWtxLvRuKiad2nDc9AtsJCFLpoGf"
    "6TCXqgV+9yu0Br8Eb5wR0xZmbWFu77baYQuzpoqapIqi3F5VuaJIoINk0XG1RJsleTZ1/p"
    "Hte0uEH+8agCZENJrKaFA4mSm23OWxoKGgTnW8YiBoUS7v4i24MIf3Fvfgg09XN5fXNz9u"
    "6wS5bb+UoAbMoEAjLySScnKaSspR+cC1hTitWLUsLa6DA9sTy5Q/oDvk6zrjrRDX493m8d"
    "ZVJ3TViXYtIV11ogldeAtVJ2hg5aiKL1VbRVY857YosPzodRV0RaviI+5rXdOjCf04bR2o"
    "CmpaSnMO2k7aoJ1UMX03gO2XuKe9nLNLoU2v2dWD4gPdZs1Y70Rl245M5a1Ge19Sw5sWVD"
    "uJ7vVKrfTJVlXyvwoQxJigi9/Qi0+X779HgbF8Jl7QL+Y7c8mzRebi9t3Vb9dXX74Pk7a+"
    "g+ol0hve4gwxsQxFP5B6DE3xAo0JNybgLi/WuWXDD+TrzBK7qTIb7G7eYiP2ej9UIbLDB/"
    "0DJ6Ct700ddLT1XVvftfW91prSgRrb0IjfVtCH3xZqw2+zuvDYsmsxDWH7DiJ7VInJOSph"
    "co7yTM6UmBb2YaqBclqqg1hvPuIbDnI1KPewuTZTZvdaQKaO8SJq3xyUR3sC5Vg8jLhS9a"
    "i3x6bEGnRe2NbJe9uLP6ES1TyDpyU7eAbfkzN3JQurJu63UqYsZBdqYJoS0rS9pu13RNu7"
    "UabPNaHtWsrQLLCpBdumsLH3BHPPJcq8M9G9XhkhPU62qlB5G3M0xdyQKT8ZIcynf32A/L"
    "ydf9CRXyxbVuqyoWKYv/VBthchbngcjcgYUrFAQhbR0SG6oX4SURndxfCCSdaY0SkJgrlU"
    "pbp39SqybJkf9jtEcsVBuhpmmX5xMj8zzSmCfU50xBCbEfwEL2fxQ6h89mz5hc6s4C2CHK"
    "fxi4vXllfCsUFzeJcpFg8Yu3RakghVPjqYp0Fgsi5PpjnxzpzHNSeuOfGNcOKpnbIiV5OS"
    "aY6v2SMf09oZNHaRPGOP8AzPCjUQTYpoTBWYwmdXscmWOD+HEroMYW9Fl2ehU1jPKpfzsk"
    "9bLNTgly08VO7th83GzqOntOYUU+ZJme75mFeJ8isO8svF+E2pwyd1TDyxgA5LUaQG+FNR"
    "ofR+im27ENBApENoHvffnERAwi9lGN5/PPvwQXH2otwyyMDEizqTMyPVIUw3NkMlWeIq4t"
    "bLSn9GIno/XbKfgosy90wVDV2SpTMhtGJ6w5ZhXALqRhIcUudxBZiTUhrnCjhrI2vXjaw7"
    "je/bDJ5/0FFNMGMJjaQ2VrcyF+dys/atQx6o+GfbRu02zOtNmLQzW8bagP7s99FFNOP9sc"
    "JEXsvif22S6Yxy4vAzh82l4Tdn+c+16ZV5AFhR6wGOmy91BYCEq2PLZRz5UohTKNrpirOR"
    "b9aGlzLFTRS9jrH4QeyAYWRYT2Z5xUjonodo6CfvGKKXp4hxy7aR6GFO3ae84b/JB9csAU"
    "MWCnN7wiirretNHXa0dV1b17V1vdaa2mTEGalFlwXNdaROBWf9fYuK2GOoa2ciWzMBWacD"
    "o/YrlK+hWJ6tBE3qXLs793bQHLBm2tpDTrS36s2182xxHPzdeRojvtsrJTDS7Spk1TGoGX"
    "AFAggG6WuIy4RiK/PSCEV/yoj9TBgwC4kqNKfoicw4wiBgWo+E8Z7MWOOYDM0tPpEZbkD9"
    "Ax9++BmSDiOPKarf7OYVtlH/Jm7gkrEmODTB0eYdUxMcmuDYCMEBe10NNSZo3kGtu19Jg+"
    "mXaDD9vAbjf9nqABxLdC6J78mrCgCfvCquLv2qQEEkUFBvJQ0xktQq4qo5wHXKjf+GlBuw"
    "kMXhu5a3eEJE5wTKfndrgtk8kPtCxxri4GfBLlGTpcrK6ewlGT9bob6vpHulBHWpmjbv6i"
    "55pqsNclpSj3KbR1mz+JrF1yx+FRYf/DoV9H3g7lnM2wc+pVUI+2csDh7GAlmOZMPn1DVl"
    "up/5hJJn4spcO8T0E+xgU6bWmcvUOp6LgPMTTTwxvC7jlJo94M9/vr+9eYeG/zN4Ioshwi"
    "5BY2qbog/wDRR6rivzCqmY+52+Sz2HRJeMiUtg4dTIAhR7MSyl/MMGYyI+ajp7kKb/273V"
    "avpf0/+byR5kUwaeMosB7Hw1Qc8La+xrYL8nlazPLh6uf7va1qdjq1UNmDip1KugGEs0iL"
    "A4j3rY3kuE43NZDZBTQh1MK7ANS2KE2aCmS3pOsHO+p1vBm1u8XkWUSKCDtvGtFLeVgNWd"
    "zSkhjXQ1pJNvlsP6gXwtsDllxLqwUZfpSVd/fUgd7EJI1fbxsHliCC7AZJ4pouJSdWWlYt"
    "QTIhrx+oiTrzPiWuoTSTHoaSmN+wq4m56B6+4wKSGNen3U2ZNl2woVEnjYAgUnksjSYpbB"
    "0X+QbbFu5UICKMpxz0LcS3Na0EEWd4NOZ9ipmUktEunCTG/g2KLT1TUQY2dYvB7CQfvuwb"
    "sVNRLgqqvjJGW0sl4JZer4htdaW0Us073JvPkYcp2OecvpQ7HC/FJ8dMYNFzY++Pe3bW0Q"
    "TR+a96YWwd74Ms/MFQ31aUltqG+LoV7hVxi8vXYr3KrXdeh/VAPRhIj2YddOmg06aWYn7g"
    "aA/ZmO3gc97eWEXYprYrWmQBXPRzefP3woc31N8H4GdVXxQ+eB3Ptf7ohdxKwGUN9DHx2a"
    "wd9qeQYnZ25cN1SNZpgddjmmyUql3Zi/3+q7UMsFrHajDtd2qSt15E1WwZ/aQeLAIgBnYe"
    "3RYN/6TlyYO0FaEotBXVPxn+icHaIhcV3qMt8/WTo0zzFDc5c6j37qEehHphvx07L2kEvn"
    "aLSA/yncqHfyCmsnQNH+zdq/ub17/J6qTdq/uW0+tp6rSAxRTFgGzTvoWNR/WZV4L2Xec7"
    "SwLojYnL/4QqhOq3wuUoI6Vrc9nFr+6yD+0pWGOCmnR7jNIyxO8IMCGqrY/JCU0ZUNFbU3"
    "pTqVR7TYDyqWWMsPajVbWqzAjDzL5pbDDuF5u9BftuIepQ1CxTN/PzUbbRDSJoyWAbvlPB"
    "OpimFrUu2r1QtrKcz1ePaa9PEnsRr8l8rRx+GtXhl9PEs0WsoeDyFLxSkyqDvzWA9x4k57"
    "4oWmIyBcxy6dShp2Yj1OCONoBPRtkMTapnNx6RCdSaHvGAqeyyShSx2CXOw8EmCExTNYnj"
    "Vu9tHL2eJCOljpu3huPRaeVdWOi4pTajDd1+OCt39G/Uu/f3z8pv/y+OTt61dv3rx++zI6"
    "rOZvlZ1az69/hINr6uscnmSzJHHuC7CbfDi/epRj1Vr0b5SuxD+jJkvX4RcwgGAnNJygCW"
    "aQ6d2EOQwT+klMAPTCwLYtlgp10Qy70M0Uc2Mi5EzkEkhDgwyXmGKlfA8JbUBuSh0+gU4+"
    "P1zkl2BjT61Zek88Vh7toJtcthttttFmm/aezPZUudFmm7ZR3eEmWNVuE7bvoOHmqIqb+V"
    "Gxn/lRztHc/7Io9y41upFA2Za1h0CXAAtbTj5js2JOlmVsVk1JnbFZ80SaJ+oQT7RN/etO"
    "lrY/UChgwZ1emQbmxm2WqmC3QnG5+O1UMgx+bQwEWSh6yQsXzz2p98ClMZmjmS1ARf4KZU"
    "k/NyHJhWI0WuSVri0+ZyM1wVJZ4f+ZTxkKLzsIarRoH7pmtrmeVsa0MqaVsd35He1HnspP"
    "VzeX1zc/bmv/2rZWJulF10eqBtQZsSbxvrv6eP35477irc7LVVZ3vun0fvtcujt5TqoJ8m"
    "DTJfBahPXm0zLoavSNTmlm/UsBdCEJlJLRTFDuZOFXYZS/5s9yy8s3hoK6euOK1RsDHI3n"
    "leD3xTT4K4K/N3lI9mU7EU/0psThtT+HOcEOJiuqFv1TEvujE0ItxXizCaFmAqjaoQJpIR"
    "0roIgViHL9DqRhs04ZVqWsBjkPsqQlVqFlU4I6kqk97v55FlZHeRQvp/3k3nWUx47Sfuki"
    "1torollgN54ALJqKG0D3ItnXXs7bpfBmV+7q4Umh8rpmjNJl0E13IE8zXTpjms6Y1sqMab"
    "4r1z3hMorroNDZK2rRW+70NWDJxku9v36i82QkzMyFvxFd/MZkUWfww+IukSFlwzl1n4jL"
    "Dv3gFyjmHD5q+M6PPhN9QbVnCFkTp2ABHFwNrwQ+GAgcevLeYTt8jxpBOjomZ0fnZe0G9t"
    "+jimo3sLa5gcHWm4e6uEJB2F7XKFipcCB5tshcFXFS4guWFOqeU8dJFZ+O7HaUcOk4yRpY"
    "NIHZta+GJjA10dYyYPc4/MjnOxQKaUSEFOuhLGpSSfucE9tGGPnaKxqDioYhV7ZU/IK82q"
    "HzC0PwOuYptAfRCWXJm5AGZUQmkL3BYgjKLnpiziD8CFFE8wkR+iV7grgj6qo10B2+i1IL"
    "hZTo/uQIlPswf3e90KaMsNZYtcbazo1zT88eWmNtm8YKG+cKTpZZseYcLffIwSf4mqzkw5"
    "qT1AgrEBbfNqtW1F0k0MEsKJsPnHnGtqeyVdsUF0zcSCKD7xhE9hDhsvQnt5/PP1yhT3dX"
    "F9f310GG4OhDKm+mN9+7q7MPml3p+AlHsys7cg+LNcCqgMYSGkz1yaUenikhDalm/3blZv"
    "eHn0p6TVyrJaTeV0zjzW85nnGSpDUhjTMydRTV1BbYJpr6AbOnAwVLLa/3ykhqHrZYylHf"
    "28DuUveph+auxTlxIN2v75GEHYZ9RpKO/WKOFge6F4+oxw/Rw8R3RrJCDyaPT97JH8Xwe5"
    "Cy216gOX4iQDP7bk15Xrrh5//u/O4MbeyQIXoiZMbCGpXAhYMLFUYO4dAW4Rl2uZ+xXLYJ"
    "OG6ocWl6RBzhh/BgSXWLt5riBRqJdxBPc0QLKlaUvO+vhd8d0c4lweszwoFWZ8aEmJ5N/M"
    "RfMMR+IU3uuQ4ysONQLrp8tGT/fG4ZZHPZwOI8NjbBjAxEY8vO3RIwyfGSf64m1zW53ubd"
    "fk9VT02ut41c1ymat0hOht+UquCG7Rt0+oKv/7a+Cml431ZA920huG+z2DJv9Acx6jJUaa"
    "mtxtk1WeRkM5TKnmQI/PXz1eery2Ym7eYT1onHGbanNrYVA52W6l7Ojc3jTOUb1SommRBp"
    "RzVJeGxnqknq4p6tGg5OOVYUVS+090ftm7PyH21r69l4wirVMa8QybC5zvyVKynBOZnOVC"
    "HQhWAmRTSgWUDH2LLVIb7FuS4TIhrQLKA0MB5UPbdRtbFhtRPbbusobj81a0C95uAt5/pi"
    "qV3xfGm+NTBbgFHiEEiuXZwY2sT5KdxN8qRfkpivOf4ZUZ1srM3jzDh2V6P005J6lNs8ym"
    "A9BKvySqabjKwe6TaPtPYT1H5YbfJuWS8KM2HkF1rlmmmmwG/lWnTTIbTrZZpawf9H4lXg"
    "AxRiWe4HNLDCZpWK5QVxoHwCKYcQRtAFMilhpzkXnF7gGSPeDMQsfojOkGFbxOHfySJ2RL"
    "q1+D4vkFhfXTZv609UBp/60JjB5mNJCPLBpwnrmPZ/aWbf7yHt/6L9X7T/S601tUH/l2g3"
    "zMFdnJs/IaJDHlX1gHbrmtE2eDcX72LXxTQlpLNK67JVraqcpP2NtL9RZ/yNtHtLq9xbNA"
    "WtKWhNQa98NkrwRVURTVJMGk7N6O8osjoMBl0T2DDqtKOoJhZrq2KAiTu9kBNaZQSIbvZK"
    "rQCiWVw6cbkZYPhEFsNTZFB35rEeAvFDBAkkxVsuQrrev4sm+Jn49L1o1UOOLHRg+nGxiW"
    "ZzzJCNGYfgV660BDT10OXxs4U8v3hDlVr8WMiLBQLLKbFgQq5H8m+fD/tLv398/Kb/8vjk"
    "7etXb968fvsyIsbyt8oYsvPrH4EkS52QQtashP2vWTJ0vWqhnfbaDFZEDTATEhrOB9VpZj"
    "cfiM9MXL/EC9X3IbpX+nnwoNXADJot/TpcYNuW6YKh7AxxzBkVqCJI0iB+F73Arc8PF6do"
    "EmzevegnBK7UxPQv2NR5hN16gTilT4fohkoLcJTrQd6aCAzy34rdvEKNSjpyF5N4hm+ni+"
    "toa/IenZq1NVlbkzdiTQ62wfziKghdwKoTc2pF7eFqKoEaVkSWNw8/GTnciq0TSZkOJqI4"
    "6lcKrumXBNf0c8E1Bpwi6qgTYXt9/s2u8iJTTyGWhZYeDebB1LJtixHxFFPlcFvCN2QlO4"
    "NtI8SDNqBoxr+d3HR7Kyl9IaOJUJ0PFORDeKtXxj3ME42WMg9fZBLFRB3dOYYyupzK1ItU"
    "qOnozDTFDGSSDhYboUu4X6vId1B6F+R4nE/AUxyPOXFlfSMuAxcQn9NIiIkpmCcedvIG9X"
    "gHz7VF0yeS92bXjINmHNq7F2rGQTMOG2EcAl9UsQ+qDs9LfVgDuRVdWNu2qnbgwxp/gHLw"
    "F/MXKaEOEhibz6RJnomjygtU4l0ZSWjvytTE30jysImlmPClG3woonf3Grs7ceDvVxxYS6"
    "FOSDWIdniM3VuwTYtJ3AbibMbqucsrRLvnM9+vlPOpX5Lzqa/I+RQit0Lip7So9tJus5c2"
    "OCKIv3XALGUGtfKRzgnrsW7zWAe6hU/trKSWxKJaM+mtqJkEUFJ7rZFIi+tQxxUHI4ZxtS"
    "R3Knm9CbZ5E9R1U4uPlftJfiqGXddN1bbUDttSE2oasa1n4lqqVNJ1kqJd+v0s9vbb1GxO"
    "tDMBuTE5UNibgzu9MnMzjtssszYXw7BGBJFqEyz05lHuffsbPLSmf1SxUVWsnrrJHBIiHT"
    "Q29F+/rkJLvX5dTEvBvYxPlFhUNRAOmncQ3a0kehdP5ET1BS825yREmrfn7OaEtDHLzU5j"
    "t779P6hpCPg="
)
