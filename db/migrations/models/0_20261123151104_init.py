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
    "updated_at" TIMESTAMP NOT NULL,
    "account_id" CHAR(36) NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
) /* A person, sealed. Found again by blind indexes alone (`CandidateToken`). */;
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
    "updated_at" TIMESTAMPTZ NOT NULL,
    "account_id" UUID NOT NULL REFERENCES "account" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_candidate_account_427f3a" ON "candidate" ("account_id", "sandbox", "id");
COMMENT ON TABLE "candidate" IS 'A person, sealed. Found again by blind indexes alone (`CandidateToken`).';
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
    "eJztXV1z2zYW/SsYvWwyo2hixXY6bmdnZFtptIntri2322YyNERCEtYUwQKgZTWb/14AFM"
    "UvUCZlSaa0eElsEJegzwUBnHMvwG+NCXGQy1od2yaBxxsn4FvDgxMkfsheaoIG9P34gizg"
    "cOCqujBRacA4hba81xC6DIkiBzGbYp9j4snKHWAHjJMJoi1wN6Xirsix7tHsDjAkLAB0XY"
    "A5Aw7k8EcwxXxMAi5KmmA6hhwMoH0f+AyMiesAzEDgUQQd+SQt2b5DbPEA2BttvqnAw38G"
    "yOJkhPgYUdHgl6+iGHsOekQs+tW/t4YYuU4KXOzIG6hyi898VXZ72zv/oGrKP2Ng2cQNJl"
    "5c25+Jx/MW1YMAOy1pI6+NkIco5MhJwO4Frjt3UFQUPrEo4DRAi0d14gIHDWHgSuc1fhoG"
    "ni19BpxBawAZanloamHnn/PHS1S1rMurvnXT7VtWI+dv+RgZv8yLbOLJvoI9LsH69j28bw"
    "yKKm3IBs4+dq5fvTt+rWAgjI+ouqgga3xXhsKDoakCPkbaFi4TuFiQ5xE/F1c4niA96mnL"
    "DPrO3LQV/bCKF6KC2A3xKxOBG8G3AcAbsjdfee5s7v8lDuj3Lro3/c7FL7K5CWN/ugq/Tr"
    "8rr7RV6SxT+ir0FxGjQThKLG4Cfuv1PwL5K/jj6rKb9eqiXv+PhnwmGHBieWRqQSfRVaPS"
    "CDVRM/a6+j/n77MxpHpfR/UzXhZo7aJfJ/DRcpE34mPxa/vt2yWO/bVzrV4uUSvjrcv5pX"
    "Z47XsKXzSB2K0C8MJgJYTnLq8nwO/aZQAWtQoBVtfSACcmqzzMp9iDdKYHOmOYgXsw44jt"
    "YJdeAvDp56vT1KgkYD3tXXauf3910fnP69TQ9Pnq8ueofnLEOf293+1kPEARR558TsuBM5"
    "Z3Qs/jeg/kDTNOwOFKaRMueP/u7ab6/Eg+w5v2weH7wx/eHR/+IKqo51yUvF/ipN5lX8Ar"
    "l0PD+8Q0LQvkImsKqWOlrsR+gD6WnVnjgdO55YdP18iF6g/Kgx0tY338KXwjdrPnx6XxZJ"
    "3AKHAwt9ADkkbPw0neqStvtK9Y2dBzsFy1PROps+g++woU9NgU0Wei1HPQxCdyQOyo2+0r"
    "WGIiCSbP7VLX6ib7ChGH7P6ZAPXFLfYJHjn/kTYpmhHzlybtSbYEenCk/iTZtmwpPePpJJ"
    "3FXLhE0Qln3dKKDnRdRP/BgLA5AXc+RUP8eAc4ARTZZORhhgDmYDBrgpuPnTfto2NAhoCP"
    "EWBI8GzeBJ6YvWiiRCvmbKaVp3WcL5HCZYVSjPj3q9F2jLZT3yFnj7UdJhZeA/KomUkIcR"
    "H09B5PWGU5sTDblIcXJVvmxFdXn1PePO31M+LD7cVp9/rVgXKjqIR5SGoVTzNK2vaUtHAS"
    "q4JwbLGHGB+0S0B80C5EWF5KA+zgEWKaCaIY4NhiPQA/PSFvDd7jwxLwHh8WwisvpeHlOC"
    "R1ZcGN6m+v78oXZoKDyabWNpkOfFymA2enz0QHPs4izGzi65jlv26uLgvmuoVFdmWDbQ7+"
    "B1zMNibvJNaWgwC7HHusJdt7iaWlRCg1DUYwL5ThhAfONLqwvMFpNvTx6GNxeYVFZ9pyDY"
    "vOmoVFdmSNGWGydJFJ0QO5X4lapC2Nl+vsZRcybgVsJT9nbY2n6+zptH5TVpxJW61TpKmv"
    "a5/QY3IxvBzGeYA/EIrwyPuEwph1TzwK9GwdTcwnne0msDmpVxRTOF2ohZmeJWPFyEUhBz"
    "/r3Jx1zruN78XR0Y3qxnEEUKcdp+KDS/TjOCJZTkP+bUyAg50w8Y4T8T9hSCXmNQH0ZDny"
    "TgB2mPrtAdGBTN8jHopEXQG5DDPldeO13rm6VpwQnqRs3ARfGiwY/BfZqoKRkbczbDWNjG"
    "xkZCMjv5iMLMZ+QiuvvmKbZ4xsu7OqfnIMS+E5j5SXFd5iiz2UjQ/LKPOHxcL8YU6XT8zR"
    "Fbps2sp02mxKpfhjmB7T4o6bttq//OH1a/KG7Bqya8huGbIbJ3FquG4qw7OY6tqpaiWSpX"
    "xEGfGaag8aclrggwDHAXAkEASDGRi4wp1gzihDJgpe3S0epk/ukXf3Wpcftb4bP5vmGlpr"
    "aG19By5Daw2tXQutDUdaKxx4NZgv2aiVMzVbtZLvUpWtWoHvrDjSpS3NSFeXkU4T08vvTz"
    "Esx7CcvWE5iYw6uQ5f1+Y0tajfI9BfcNNVzUSkF9lUlOlXy0jzoueVYM4WX1R+kj9fCdbK"
    "xwIZAOeEVx7NstgA5ABCJQGm9lj8PJidAPRGnj3QBP44jOmK51VHvYABpuJf2X5TGkEwJd"
    "SJdgzJanmOve3GNTz8SwK2cKi5Fz1Q4apA/FqeqGsMDWc3nL2eM8KOrmTLcHazkt1AsMkI"
    "IdsUQqKppGxQL6q/h7Ho9W9hWqyOSm+yiQz2EN71h/qz66myA3DWzgzBy8WEVKDsmXLCPp"
    "6+0swICtn+VafAae5cFw0V1J39UkwG8aK2BePqT9LBvqBLQ0wZB6GVzPAVZIqKmUpQKcgV"
    "l3LERbB4HHv2RnS0KEzaBEPFvxw4a4E70e94wO7A2xPAOHZdIO4gmNl9ngpus2EtDSymdW"
    "imYYEJgmCY3raWo4bpGaZnSMmLkRLd4ZlLOIn2yEyzZtatmYeicUR9inXBoWKIM2YG6jKZ"
    "yGplkEe58ADS2GB7B4/W+djRJJhiSYZhCEiFbpu22uLRFZta02QUi1IH2xwsOdjmIH+wzT"
    "y/ZUCciicYZwxXTIupZ7Rum1kxRlU2+RF1kjPqmwU+TwHQSBhxckCxcEHjOqWC12e/nsxP"
    "oJTjHBhiV1RMFJw9hPuSZdEQTYHvyvzt8A1lobQgD9Rh0pIjCgYzfZx6Q+2sZQd0StpSJd"
    "nRykXW/Bwuo1ZsZ5hrGrXCqBVGrXi5XPICnldMSwqJ3iYpyS/dy/Pe5c9bYiZrj6X6kDJE"
    "KzPAjNk28b7uXvRuL3YVbzmTV1OIXEOyS5Ps5DqpIsjWuo85rRHW6xfhjG601S7N8F8aoA"
    "sVz5SNET0Ldqnpj/IuIcUVnOltpLiyUtwcR/thJfhDMwP+yh9ye8BMe1jOkk+4xSZmOMkO"
    "J6LFYCLzdKpOhznD/TvMpdS3IJd8CjL/JUgXeqMAjioBnbTZQ4zLQFyMcJ4RjpBVIOMXjh"
    "Bpo5XGiLphvOZRAj36iGLk2ciaEI+Pq0SwtbYG5DzISpZYRZZNGZqjq+uzzT2vwprTDYpf"
    "p93U3jVuN6cbbGNPWA12euzOQGmyIuqSFaHtwmtAt8ommnr2253eQ6O+ZqtJOom+cluccs"
    "KjGk8mnNy4ZKr2kTTV1hSOPIA9lfIhDD0WHgosjx1Qp+NjLo8zgAMS8BaQG1yosMZsXj/g"
    "4x/Vj6IHBAgQMe+CKbyXZwmqJhDNJ6K8QPvrOaJ/EVp1EWTIEpWxa1JRTCpKneecHV0Om1"
    "SUuqWimN38/88ny2/z86RrOutjN1Kn/n3bve2eb2q63XQmj2jOdgN9JK0Y6LTV/gUj1o8z"
    "UU9U6YOvCZN6fPFVNrs/X3yllNBK/ogt6uGOvfoALyccuhWCSYv624vkH2xq6Fl7JN+rkm"
    "YVVTcpEbnPW3GOJj6vEuNMmhhAs4AmVZccpk98mDdtaoKb9YlyaXg9h3Q1NSdtabxcZy/b"
    "ZOJL0X0l1S5jazxdZ0+bsLUJr9Yp/lffTecdRLE9bmjif/MrzaXf147rPBUDLMb06UhZpX"
    "hX4VJX+1prFrlzBz4vzlX77L3i0NYDolXltYTJHorv7aOjMrm+R0fF2b7yWoariZeqAsLz"
    "6nuI7ka2b4kW5RmeVdSyhMn25bKXmfzXJozllgnbnMy+/w3kS78K"
)
