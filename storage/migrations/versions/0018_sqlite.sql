ALTER TABLE bookings ADD COLUMN period_id INTEGER;

ALTER TABLE bookings ADD COLUMN ended TEXT DEFAULT '' NOT NULL;

CREATE INDEX ix_bookings_period ON bookings (period_id) WHERE period_id IS NOT NULL;

UPDATE bookings SET period_id = (SELECT r.period_id FROM placements p JOIN runs r ON r.id = p.run_id
    WHERE p.booking_id = bookings.id AND r.finalized_at IS NOT NULL)
WHERE source = 'month';

UPDATE bookings SET ended = COALESCE((SELECT json_extract(f.data, '$.by') FROM facts f WHERE f.subject = 'booking'
    AND f.subject_id = bookings.id AND f.kind = 'BookingCancelled' ORDER BY f.version DESC LIMIT 1), 'admin')
WHERE period_id IS NOT NULL AND status = 'cancelled';

CREATE TABLE locks (
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    holder_id BIGINT NOT NULL,
    holder_name TEXT NOT NULL,
    helpers JSON DEFAULT '[]' NOT NULL,
    since DATETIME NOT NULL,
    until DATETIME NOT NULL,
    asked_id BIGINT,
    asked_name TEXT DEFAULT '' NOT NULL,
    refused INTEGER DEFAULT '0' NOT NULL,
    ended_at DATETIME,
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
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_by_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    minutes INTEGER DEFAULT '30' NOT NULL,
    asked_at DATETIME NOT NULL,
    lapses_at DATETIME NOT NULL,
    decided_by BIGINT,
    decided_by_name TEXT DEFAULT '' NOT NULL,
    decided_at DATETIME,
    until DATETIME,
    ended_at DATETIME,
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

CREATE TRIGGER bookings_placed BEFORE UPDATE ON bookings
WHEN NEW.period_id IS NOT OLD.period_id
BEGIN SELECT RAISE(ABORT, 'a placement stays one of its month'); END;

CREATE TRIGGER bookings_placed_new BEFORE INSERT ON bookings
WHEN NEW.period_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status <> 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER bookings_placed_gone BEFORE DELETE ON bookings
WHEN OLD.period_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a placement stays one of its month'); END;

CREATE TRIGGER bookings_placed_ended BEFORE UPDATE ON bookings
WHEN OLD.period_id IS NOT NULL AND ((NEW.status = 'cancelled') <> (NEW.ended <> '')
    OR (OLD.ended <> '' AND NEW.ended <> OLD.ended))
BEGIN SELECT RAISE(ABORT, 'a placement ends once, and it is known how'); END;

CREATE TRIGGER bookings_placed_moved BEFORE UPDATE ON bookings
WHEN OLD.period_id IS NOT NULL AND OLD.ended = '' AND NEW.ended IN ('move', 'line')
    AND NOT EXISTS (SELECT 1 FROM unlocks u WHERE u.period_id = OLD.period_id AND u.status = 'open')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER locks_version BEFORE UPDATE ON locks
WHEN NEW.version <= OLD.version
BEGIN SELECT RAISE(ABORT, 'a lock changes with its version'); END;

CREATE TRIGGER locks_over BEFORE UPDATE ON locks
WHEN OLD.ended_at IS NOT NULL OR NEW.period_id <> OLD.period_id OR NEW.since <> OLD.since OR NEW.until < OLD.until
    OR NEW.refused < OLD.refused
BEGIN SELECT RAISE(ABORT, 'a lock that is over stays as it is'); END;

CREATE TRIGGER unlocks_version BEFORE UPDATE ON unlocks
WHEN NEW.version <= OLD.version
BEGIN SELECT RAISE(ABORT, 'an unlocking changes with its version'); END;

CREATE TRIGGER unlocks_over BEFORE UPDATE ON unlocks
WHEN NOT ((OLD.status = 'asked' AND NEW.status IN ('open', 'denied', 'lapsed'))
        OR (OLD.status = 'open' AND NEW.status = 'over' AND NEW.until = OLD.until AND NEW.decided_by = OLD.decided_by))
    OR NEW.period_id <> OLD.period_id OR NEW.asked_by <> OLD.asked_by OR NEW.reason <> OLD.reason
    OR NEW.minutes <> OLD.minutes OR NEW.asked_at <> OLD.asked_at
BEGIN SELECT RAISE(ABORT, 'an unlocking is answered once'); END;

CREATE TRIGGER unlocks_asked BEFORE INSERT ON unlocks
WHEN NEW.status <> 'asked'
BEGIN SELECT RAISE(ABORT, 'an unlocking is asked for first'); END;

CREATE TRIGGER unlocks_final BEFORE INSERT ON unlocks
WHEN NOT EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'only a final month is unlocked'); END;
