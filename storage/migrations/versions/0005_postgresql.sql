CREATE TABLE seals (
    id BIGINT NOT NULL,
    first_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    count INTEGER NOT NULL,
    swept_at TIMESTAMP WITH TIME ZONE,
    sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_seals PRIMARY KEY (id),
    CONSTRAINT ck_seals_id CHECK (id >= 1),
    CONSTRAINT ck_seals_count CHECK (count >= 1)
);

CREATE TABLE seal_facts (
    fact_id BIGINT NOT NULL,
    seal_id BIGINT NOT NULL,
    CONSTRAINT pk_seal_facts PRIMARY KEY (fact_id),
    CONSTRAINT fk_seal_facts_seal_id FOREIGN KEY(seal_id) REFERENCES seals (id)
);

CREATE INDEX ix_seal_facts_seal ON seal_facts (seal_id, fact_id);

CREATE TABLE anchors (
    day TEXT NOT NULL,
    seal_id BIGINT NOT NULL,
    hash TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_anchors PRIMARY KEY (day),
    CONSTRAINT fk_anchors_seal_id FOREIGN KEY(seal_id) REFERENCES seals (id)
);

CREATE INDEX ix_facts_at ON facts (at, id);

CREATE INDEX ix_facts_admin ON facts (at, id) WHERE actor_kind = 'admin';

CREATE TRIGGER seals_unchanged BEFORE UPDATE ON seals FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER seals_undeleted BEFORE DELETE ON seals FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER seals_unemptied BEFORE TRUNCATE ON seals FOR EACH STATEMENT
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER seal_facts_unchanged BEFORE UPDATE ON seal_facts FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER seal_facts_undeleted BEFORE DELETE ON seal_facts FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER seal_facts_unemptied BEFORE TRUNCATE ON seal_facts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER anchors_unchanged BEFORE UPDATE ON anchors FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER anchors_undeleted BEFORE DELETE ON anchors FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER anchors_unemptied BEFORE TRUNCATE ON anchors FOR EACH STATEMENT
EXECUTE FUNCTION refuse('history is only added to');
