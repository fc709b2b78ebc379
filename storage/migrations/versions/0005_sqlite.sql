CREATE TABLE seals (
    id INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    swept_at DATETIME,
    sealed_at DATETIME NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_seals PRIMARY KEY (id),
    CONSTRAINT ck_seals_id CHECK (id >= 1),
    CONSTRAINT ck_seals_count CHECK (count >= 1)
);

CREATE TABLE seal_facts (
    fact_id INTEGER NOT NULL,
    seal_id INTEGER NOT NULL,
    CONSTRAINT pk_seal_facts PRIMARY KEY (fact_id),
    CONSTRAINT fk_seal_facts_seal_id FOREIGN KEY(seal_id) REFERENCES seals (id)
);

CREATE INDEX ix_seal_facts_seal ON seal_facts (seal_id, fact_id);

CREATE TABLE anchors (
    day TEXT NOT NULL,
    seal_id INTEGER NOT NULL,
    hash TEXT NOT NULL,
    at DATETIME NOT NULL,
    CONSTRAINT pk_anchors PRIMARY KEY (day),
    CONSTRAINT fk_anchors_seal_id FOREIGN KEY(seal_id) REFERENCES seals (id)
);

CREATE INDEX ix_facts_at ON facts (at, id);

CREATE INDEX ix_facts_admin ON facts (at, id) WHERE actor_kind = 'admin';

CREATE TRIGGER seals_unchanged BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER seals_undeleted BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER seal_facts_unchanged BEFORE UPDATE ON seal_facts
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER seal_facts_undeleted BEFORE DELETE ON seal_facts
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER anchors_unchanged BEFORE UPDATE ON anchors
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER anchors_undeleted BEFORE DELETE ON anchors
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;
