ALTER TABLE bookings ADD COLUMN period_id BIGINT;

ALTER TABLE bookings ADD COLUMN ended TEXT DEFAULT '' NOT NULL;

CREATE INDEX ix_bookings_period ON bookings (period_id) WHERE period_id IS NOT NULL;

UPDATE bookings SET period_id = (SELECT r.period_id FROM placements p JOIN runs r ON r.id = p.run_id
    WHERE p.booking_id = bookings.id AND r.finalized_at IS NOT NULL)
WHERE source = 'month';

UPDATE bookings SET ended = COALESCE((SELECT f.data->>'by' FROM facts f WHERE f.subject = 'booking'
    AND f.subject_id = bookings.id AND f.kind = 'BookingCancelled' ORDER BY f.version DESC LIMIT 1), 'admin')
WHERE period_id IS NOT NULL AND status = 'cancelled';

CREATE TABLE locks (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    holder_id BIGINT NOT NULL,
    holder_name TEXT NOT NULL,
    helpers JSONB DEFAULT '[]' NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    asked_id BIGINT,
    asked_name TEXT DEFAULT '' NOT NULL,
    refused INTEGER DEFAULT '0' NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    ended TEXT DEFAULT '' NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_locks PRIMARY KEY (id),
    CONSTRAINT ck_locks_ended CHECK (ended IN ('', 'released', 'expired', 'forced', 'final')),
    CONSTRAINT ck_locks_until CHECK (until > since),
    CONSTRAINT ck_locks_over CHECK ((ended = '') = (ended_at IS NULL)),
    CONSTRAINT ck_locks_asked CHECK (asked_id IS NOT NULL OR asked_name = ''),
    CONSTRAINT ck_locks_refused CHECK (refused >= 0),
    CONSTRAINT ck_locks_version CHECK (version >= 1),
    CONSTRAINT fk_locks_period_id FOREIGN KEY(period_id) REFERENCES periods (id)
);

CREATE UNIQUE INDEX uq_locks_active ON locks (period_id) WHERE ended_at IS NULL;

CREATE TABLE unlocks (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    status TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_by_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    minutes INTEGER DEFAULT '30' NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    lapses_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by BIGINT,
    decided_by_name TEXT DEFAULT '' NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE,
    until TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_unlocks PRIMARY KEY (id),
    CONSTRAINT ck_unlocks_status CHECK (status IN ('asked', 'open', 'denied', 'lapsed', 'over')),
    CONSTRAINT ck_unlocks_reason CHECK (length(reason) >= 3),
    CONSTRAINT ck_unlocks_minutes CHECK (minutes BETWEEN 1 AND 1440),
    CONSTRAINT ck_unlocks_lapses CHECK (lapses_at > asked_at),
    CONSTRAINT ck_unlocks_decided CHECK ((decided_by IS NOT NULL) = (status IN ('open', 'denied', 'over')) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT ck_unlocks_two CHECK (status NOT IN ('open', 'over') OR decided_by <> asked_by),
    CONSTRAINT ck_unlocks_until CHECK ((until IS NOT NULL) = (status IN ('open', 'over')) AND (until IS NULL OR until > decided_at)),
    CONSTRAINT ck_unlocks_over CHECK ((ended_at IS NULL) = (status IN ('asked', 'open'))),
    CONSTRAINT ck_unlocks_version CHECK (version >= 1),
    CONSTRAINT fk_unlocks_period_id FOREIGN KEY(period_id) REFERENCES periods (id)
);

CREATE UNIQUE INDEX uq_unlocks_active ON unlocks (period_id) WHERE ended_at IS NULL;

CREATE TRIGGER bookings_placed BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (NEW.period_id IS DISTINCT FROM OLD.period_id)
EXECUTE FUNCTION refuse('a placement stays one of its month');

CREATE TRIGGER bookings_placed_gone BEFORE DELETE ON bookings FOR EACH ROW
WHEN (OLD.period_id IS NOT NULL)
EXECUTE FUNCTION refuse('a placement stays one of its month');

CREATE TRIGGER bookings_placed_ended BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (OLD.period_id IS NOT NULL AND ((NEW.status = 'cancelled') <> (NEW.ended <> '')
    OR (OLD.ended <> '' AND NEW.ended <> OLD.ended)))
EXECUTE FUNCTION refuse('a placement ends once, and it is known how');

CREATE FUNCTION months_to_be() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM periods WHERE id = NEW.period_id AND status <> 'final' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bookings_placed_new BEFORE INSERT ON bookings FOR EACH ROW
WHEN (NEW.period_id IS NOT NULL)
EXECUTE FUNCTION months_to_be();

CREATE FUNCTION months_not_unlocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM unlocks u WHERE u.period_id = OLD.period_id AND u.status = 'open' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bookings_placed_moved BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (OLD.period_id IS NOT NULL AND OLD.ended = '' AND NEW.ended IN ('move', 'line'))
EXECUTE FUNCTION months_not_unlocked();

CREATE TRIGGER locks_version BEFORE UPDATE ON locks FOR EACH ROW
WHEN (NEW.version <= OLD.version)
EXECUTE FUNCTION refuse('a lock changes with its version');

CREATE TRIGGER locks_over BEFORE UPDATE ON locks FOR EACH ROW
WHEN (OLD.ended_at IS NOT NULL OR NEW.period_id <> OLD.period_id OR NEW.since <> OLD.since OR NEW.until < OLD.until
    OR NEW.refused < OLD.refused)
EXECUTE FUNCTION refuse('a lock that is over stays as it is');

CREATE TRIGGER unlocks_version BEFORE UPDATE ON unlocks FOR EACH ROW
WHEN (NEW.version <= OLD.version)
EXECUTE FUNCTION refuse('an unlocking changes with its version');

CREATE TRIGGER unlocks_over BEFORE UPDATE ON unlocks FOR EACH ROW
WHEN (NOT ((OLD.status = 'asked' AND NEW.status IN ('open', 'denied', 'lapsed'))
        OR (OLD.status = 'open' AND NEW.status = 'over' AND NEW.until = OLD.until AND NEW.decided_by = OLD.decided_by))
    OR NEW.period_id <> OLD.period_id OR NEW.asked_by <> OLD.asked_by OR NEW.reason <> OLD.reason
    OR NEW.minutes <> OLD.minutes OR NEW.asked_at <> OLD.asked_at)
EXECUTE FUNCTION refuse('an unlocking is answered once');

CREATE TRIGGER unlocks_asked BEFORE INSERT ON unlocks FOR EACH ROW
WHEN (NEW.status <> 'asked')
EXECUTE FUNCTION refuse('an unlocking is asked for first');

CREATE FUNCTION months_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM periods WHERE id = NEW.period_id AND status = 'final' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'only a final month is unlocked' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER unlocks_final BEFORE INSERT ON unlocks FOR EACH ROW
EXECUTE FUNCTION months_final();
