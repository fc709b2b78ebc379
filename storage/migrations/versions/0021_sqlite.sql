CREATE TABLE repairs (
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    cause TEXT DEFAULT '' NOT NULL,
    reason TEXT NOT NULL,
    expires_at DATETIME NOT NULL,
    made_by BIGINT NOT NULL,
    made_by_name TEXT NOT NULL,
    made_at DATETIME NOT NULL,
    ended_at DATETIME,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_repairs PRIMARY KEY (id),
    CONSTRAINT ck_repairs_status CHECK (status IN ('open', 'done', 'withdrawn')),
    CONSTRAINT ck_repairs_cause CHECK (cause IN ('', 'declined', 'expired', 'changed', 'admin')),
    CONSTRAINT ck_repairs_ended CHECK ((status = 'open') = (ended_at IS NULL)),
    CONSTRAINT ck_repairs_withdrawn CHECK ((status = 'withdrawn') = (cause <> '')),
    CONSTRAINT ck_repairs_reason CHECK (length(reason) >= 3),
    CONSTRAINT ck_repairs_version CHECK (version >= 1),
    CONSTRAINT fk_repairs_period_id FOREIGN KEY(period_id) REFERENCES periods (id)
);

CREATE INDEX ix_repairs_open ON repairs (expires_at) WHERE status = 'open';

CREATE INDEX ix_repairs_period ON repairs (period_id);

CREATE TABLE repair_moves (
    repair_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    booking_id INTEGER NOT NULL,
    from_event_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    rank_before INTEGER NOT NULL,
    lost BOOLEAN DEFAULT 0 NOT NULL,
    agreed BOOLEAN DEFAULT 0 NOT NULL,
    declined BOOLEAN DEFAULT 0 NOT NULL,
    active BOOLEAN DEFAULT 1 NOT NULL,
    made_id INTEGER,
    CONSTRAINT pk_repair_moves PRIMARY KEY (repair_id, person_id),
    CONSTRAINT ck_repair_moves_two CHECK (event_id <> from_event_id),
    CONSTRAINT ck_repair_moves_seats CHECK (seats >= 1),
    CONSTRAINT ck_repair_moves_rank CHECK (rank >= 1 AND rank_before >= 0),
    CONSTRAINT ck_repair_moves_made CHECK (made_id IS NULL OR agreed),
    CONSTRAINT ck_repair_moves_declined CHECK (NOT declined OR NOT active),
    CONSTRAINT fk_repair_moves_repair_id FOREIGN KEY(repair_id) REFERENCES repairs (id),
    CONSTRAINT fk_repair_moves_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_repair_moves_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id),
    CONSTRAINT fk_repair_moves_from_event_id FOREIGN KEY(from_event_id) REFERENCES events (id),
    CONSTRAINT fk_repair_moves_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_repair_moves_made_id FOREIGN KEY(made_id) REFERENCES bookings (id)
);

CREATE UNIQUE INDEX uq_repair_moves_made ON repair_moves (made_id) WHERE made_id IS NOT NULL;

CREATE UNIQUE INDEX uq_repair_moves_person ON repair_moves (person_id) WHERE active;

CREATE TABLE repair_holds (
    repair_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    hold_id INTEGER NOT NULL,
    CONSTRAINT pk_repair_holds PRIMARY KEY (repair_id, event_id),
    CONSTRAINT fk_repair_holds_repair_id FOREIGN KEY(repair_id) REFERENCES repairs (id),
    CONSTRAINT fk_repair_holds_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT uq_repair_holds_hold_id UNIQUE (hold_id),
    CONSTRAINT fk_repair_holds_hold_id FOREIGN KEY(hold_id) REFERENCES holds (id)
);

CREATE TABLE schedules (
    account_id INTEGER NOT NULL,
    cron TEXT NOT NULL,
    due_at DATETIME,
    chosen_by BIGINT NOT NULL,
    chosen_by_name TEXT NOT NULL,
    chosen_at DATETIME NOT NULL,
    CONSTRAINT pk_schedules PRIMARY KEY (account_id),
    CONSTRAINT ck_schedules_due CHECK ((cron = '') = (due_at IS NULL)),
    CONSTRAINT fk_schedules_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE TRIGGER repairs_version BEFORE UPDATE ON repairs
WHEN NEW.version <= OLD.version
BEGIN SELECT RAISE(ABORT, 'a repair changes with its version'); END;

CREATE TRIGGER repairs_over BEFORE UPDATE ON repairs
WHEN OLD.status <> 'open' OR NEW.period_id <> OLD.period_id OR NEW.expires_at <> OLD.expires_at
BEGIN SELECT RAISE(ABORT, 'a repair that is over stays as it is'); END;

CREATE TRIGGER repairs_agreed BEFORE UPDATE ON repairs
WHEN NEW.status = 'done' AND EXISTS (SELECT 1 FROM repair_moves m
    WHERE m.repair_id = NEW.id AND (NOT m.agreed OR m.made_id IS NULL))
BEGIN SELECT RAISE(ABORT, 'nobody moves before all have agreed'); END;

CREATE TRIGGER repair_moves_over BEFORE UPDATE ON repair_moves
WHEN NOT OLD.active OR NEW.person_id <> OLD.person_id OR NEW.booking_id <> OLD.booking_id
    OR NEW.from_event_id <> OLD.from_event_id OR NEW.event_id <> OLD.event_id OR NEW.seats <> OLD.seats
    OR (OLD.agreed AND NOT NEW.agreed)
BEGIN SELECT RAISE(ABORT, 'what was asked stays as it was'); END;

CREATE TRIGGER bookings_repaired BEFORE UPDATE ON bookings
WHEN OLD.ended = '' AND NEW.ended = 'repair' AND NOT EXISTS (SELECT 1 FROM repair_moves m
    WHERE m.booking_id = OLD.id AND m.active AND NOT m.lost)
BEGIN SELECT RAISE(ABORT, 'nobody moves who was not asked'); END;
