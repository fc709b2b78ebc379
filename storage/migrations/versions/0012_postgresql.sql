CREATE TABLE requests (
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    seats INTEGER NOT NULL,
    names JSONB NOT NULL,
    status TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE,
    by_name TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_requests PRIMARY KEY (id),
    CONSTRAINT ck_requests_status CHECK (status IN ('open', 'granted', 'declined', 'taken_back', 'closed')),
    CONSTRAINT ck_requests_seats CHECK (seats >= 1),
    CONSTRAINT ck_requests_decided CHECK ((status = 'open') = (decided_at IS NULL)),
    CONSTRAINT fk_requests_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_requests_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_requests_open ON requests (event_id, person_id) WHERE status = 'open';

CREATE INDEX ix_requests_person ON requests (person_id);

ALTER TABLE events ADD COLUMN requests INTEGER DEFAULT '0' NOT NULL CONSTRAINT ck_events_requests CHECK (requests >= 0);

CREATE TRIGGER requests_version BEFORE UPDATE ON requests FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status))
EXECUTE FUNCTION refuse('a request changes with its version');

CREATE TRIGGER requests_over BEFORE UPDATE ON requests FOR EACH ROW
WHEN (OLD.status <> 'open' AND NEW.status <> OLD.status)
EXECUTE FUNCTION refuse('a request that is over stays over');
