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
CREATE TABLE IF NOT EXISTS "resume" (
    "id" CHAR(36) NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMP NOT NULL,
    "sandbox" INT NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "parser_type" VARCHAR(12) NOT NULL,
    "file" VARCHAR(100),
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
CREATE TABLE IF NOT EXISTS "resume" (
    "id" UUID NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL,
    "sandbox" BOOL NOT NULL,
    "status" VARCHAR(12) NOT NULL,
    "parser_type" VARCHAR(12) NOT NULL,
    "file" VARCHAR(100),
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
    "eJztXW1T4zgS/iuqfDmmKpMaMsBssVtXFSCzk5sB9iDs3u7UlFFskehwJK8kE7Jz/PeV7D"
    "h+D3ZwguPTF0ikbst5Wm71m+TvrSm1kM07PdOkLhGtY/C9ReAUyQ/JrjZoQccJO1SDgCPb"
    "o4URohEXDJrqWnfQ5kg2WYibDDsCU6KIe8B0uaBTxDrgdsbkVZFl3KP5LeBIcgBo2wALDi"
    "wo4I9ghsWEukK2tMFsAgUYQfPedTiYUNsCmAOXMAQtdScdNb5FTXkDmIw3P5RL8J8uMgQd"
    "IzFBTA749ZtsxsRCj4gHX5174w4j24qBiy11Aa/dEHPHa7u5GZx99CjVzxgZJrXdKQmpnb"
    "m8PbIkd11sdRSP6hsjghgUyIrATlzbXggoaPLvWDYI5qLlrVphg4XuoGsr4bV+unOJqWQG"
    "rFFnBDnqEDQzsPXPxe1FSA3j4nJoXPeHhtFKyVvdRkIuiyaTEjVXMBEKrO9P/nVDULzWlh"
    "rg9FPvau/90RsPBsrFmHmdHmStJ49RStBn9YAPkTalyCQuBhRpxM9kj8BTlI16nDOBvrVg"
    "7QQf1pFC0BCKIXxkAnAD+DYAeEvN5ktizxfyXyGA4eC8fz3snf+ihpty/qft4dcb9lVP12"
    "udJ1r3fHlRqQ18LbG8CPhtMPwE1Ffwx+VFPynVJd3wj5a6J+gKahA6M6AVmapBa4CapAyl"
    "7v1Pyft0Alm2rAP6hJQlWrso1yl8NGxExmIiv3bfvVsh2F97V97DJakS0rpYdHX9vqcYvm"
    "gKsV0G4CXDWggvRF5PgN93iwAsqXIB9vriAEcWqzTMJ5hANs8GOsGYgHs0F4jv4JReAfDJ"
    "l8uTmFaSsJ4MLnpXv++d9/7zJqaavlxe/BzQRzXOye/Dfi8hAYYEIuo+DQvOeVoIAyKyJZ"
    "BmTAgB+5bSJkTw4f27Tc35sbqHt939gw8HP7w/OvhBknj3uWz5sEJIg4uhhFeZQ3f3kWVa"
    "NSgjawaZZcR6QjlAB6vJnCGBkwXnx89XyIbeD0qDHZixDv7sPxG7OfPD1nCxjmDkWlgY6A"
    "EpppfhpK7UVxdqKlYmJBZWVtsLkToNrtNUoKRudKcvRenKu0hTIRKQ378QoKG8RJPgUSqd"
    "dmmekk93TbvTZAskcOz9JDW2GimuxLOiFEv1viJI4S8khYMU0LYR+wcHkucY3DoM3eHHWy"
    "AoYMikY4I5AliA0bwNrj/13nYPjwC9A2KCAEfSdRRtQKRCZpGWzPjEZkZ5PjTxNQjaGH50"
    "Qf79psMVOlxRX5XT4HAFl7bEiD5mrCSU2giSbIlHuJJunmTblISXLVt28y4vv8SkeTIYJv"
    "zpm/OT/tXevidGSYSF76d5rocODm0vOOQvYmUQDjkaiPF+twDE+91chFVXHGALjxHPWCDy"
    "AQ45qgH4+QV5a/AeHRSA9+ggF17VFYdXYMTKgBvQb2/uqgdmit3ppmybxAQ+KjKBk8tnZA"
    "IfJRHmJnWyPMt/XV9e5Kx1S46kZYNNAf4HbMw3FrGI2JYjF9sCE95R472GaakQii2DAczL"
    "YGdEAqcZoU51gZNkNP/RwbJ7DaMzzlmB0VmzSP+O2JgBJiuNTIYe6P1arkWcU0u5zlK2IR"
    "eGy9eSc5JXS7rOko7Hb4oGZ+JcVQZp6ivaZ+IxqbRUCuM0wB8pQ3hMPiM/DTuQtwKJmeUm"
    "puuodhPYVKhXNjM4W0YLEzNLpT+RjXwf/LR3fdo767ee8hN+G40bh0mtrNhxLOW1In4cJt"
    "mKxZB/m1BgYcuvJRNU/qccebVmbQCJakfkGGCLe98eEBupijRKUBDUlZCrVHI6blzplcvH"
    "iiOBJxU2boOvLe6O/otMj0CHkbejtto6jKzDyDqM/GphZKn7KSttfYU8L9Bsu2NVP6vDYn"
    "guMuVFA28hRwPDxgdFIvMH+YH5g1RcPrJGl5iycS49aZNVgvLH8GxM8ydunKt5JbHVx+S1"
    "s6udXe3sFnF2w7rEDF83VrSY7+qaMbICxVIOYpyStretClkd8FGCYwE4lgiC0RyMbClOsP"
    "AofU8U7N0ub2ZI7xG5fZNVH1XdhV/s5mq3Vru19VVc2q3Vbm0lbq2vaQ1f8WZgvmLvUYpV"
    "7z6KPktldh+5jrWmpotzak1XF02XkdNL7+PRXo72chrj5UQq6pQdXtV+K8+obxDor7jpqm"
    "ZBpFfZVJSYV6uc5uXMK+A5G2JJ/Kz/fCm9VjGRyAC4cHjVaSPLDUAWoEw5wMycyM+j+TFA"
    "b9V2+jZwJn5OV96vd3oJGGEm/6rx24oJghllVrBjSJGlfextD57hh3+NwOarmns5Az1cPR"
    "C/FXfUMxi1z6599nquCDtqyRbx2bUlu4Fkkw6EbDMQEiwlRZN6AX0Dc9HVb2FaWkeFN9kE"
    "DA2Et/pUf9KeKqqAk3xaBa8OJsQSZS8MJzTxQJF2IqCQnF91SpwuvOYMBzD0p/MdPxbSFP"
    "L3Tn89XhzaoGLm4A7bkjDScPrgl/Kqpjs0A46tUp7+k8plKxTenjeuOAVi0jPLdu02NE4l"
    "RcOx2eC1JM1GGxmLravalduWvaldOe3Kaa/jtbwOaSUINyP+m28Zhxxb3ID+S//ibHDx86"
    "b016bdDwcyjpiPVAmoE2zbxPuqfz64Od9VvNVKXgbogL55pbH7hU5c2V9x4sp++sSVqKFU"
    "EmWj6qNBCk3n7czj6v3qKbIwLK024lyNg3lzU5rjvzKAzj15N8azvUN363zkbkZlV/bxVw"
    "XqunLOwSpa1VUztfwKRV0LHM2HteD32TT4a5/n/YB55gazFSd5hyxanSTViRzRnSIiSi+H"
    "KcbmWXmFXgmw4o0A6RcC2JCMXTguBXSUp4EYF4E4H+G0SzhGRk5pYK6GiDOtpSPqhnHFWg"
    "I9OohhRExkTCkRkzJvUsjk1SCnQfbiEuvEZWOM+rin+pSGp8OwekdA/uO0m8F3vSPgleqo"
    "alAdsTuKUu+0qMtOi8wpXAG6ZQpP6jlvd7ruxHsDTEbVSfBmmPyaExFQPFtxcm3TmSrHv2"
    "+DGcNCIAIw8Wo+JCPh/kE6qlTfO1EOC7UFAI6oKzpgKImY5MZ8Qe+KyY/eRzkDXASoXHfB"
    "DN6r/ffeEIilK1FeYfxqjrVb5lZtBDkyJDG2dS2KrkWp85qzo+awrkWpWy2KroD/fz6NbZ"
    "uv9Khof8xu1E79+6Z/0z/b1HK76VIeOZxpu9mZtHyg41zNS0ZUjzP17qjUS1IiLPV4S4oa"
    "tjlvSWGMslLyCDnqIY5GvbRGUAEzXkGfm0xa0m8vk7+/KdVTeSaflCmzCsh1SUTqSGgh0N"
    "TJegd3LphRFg1oEtBo1CWF6TMvs4mz6uRmfbJcGX69gGy9aE6cU0u5zlI26dRRQfe1onYJ"
    "Xi3pOktap611erVO+b/6HtfdQwybk1ZG/m/R0175TqqQ5rkcYD6mz2fKSuW7ck3dzMc6w8"
    "hdCPBlea7aV+/lp7YeECsbXouwNDD43j08LFLre3iYX+2r+hK+mnyoSiC8IG8guhvZvrV4"
    "wVyZaFmEZfvhstdZ/CsLjKXMhG0uZk9/A76G8ok="
)
