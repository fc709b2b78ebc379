CREATE TABLE runs (
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    strategy TEXT NOT NULL,
    ordering TEXT NOT NULL,
    base INTEGER,
    status TEXT NOT NULL,
    seed_hash TEXT NOT NULL,
    input JSON NOT NULL,
    input_hash TEXT NOT NULL,
    output JSON,
    error TEXT DEFAULT '' NOT NULL,
    started_by BIGINT NOT NULL,
    started_by_name TEXT NOT NULL,
    started_at DATETIME NOT NULL,
    finished_at DATETIME,
    finalized_at DATETIME,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_runs PRIMARY KEY (id),
    CONSTRAINT ck_runs_strategy CHECK (strategy IN ('fast_fill', 'balanced')),
    CONSTRAINT ck_runs_ordering CHECK (ordering IN ('most', 'fair')),
    CONSTRAINT ck_runs_status CHECK (status IN ('running', 'done', 'stopped', 'failed')),
    CONSTRAINT ck_runs_number CHECK (number >= 1 AND (base IS NULL OR (base >= 1 AND base < number))),
    CONSTRAINT ck_runs_hashes CHECK (length(seed_hash) = 64 AND length(input_hash) = 64),
    CONSTRAINT ck_runs_finished CHECK ((status = 'running') = (finished_at IS NULL)),
    CONSTRAINT ck_runs_output CHECK ((status = 'done') = (output IS NOT NULL)),
    CONSTRAINT ck_runs_finalized CHECK (finalized_at IS NULL OR status = 'done'),
    CONSTRAINT ck_runs_version CHECK (version >= 1),
    CONSTRAINT fk_runs_period_id FOREIGN KEY(period_id) REFERENCES periods (id)
);

CREATE UNIQUE INDEX uq_runs_final ON runs (period_id) WHERE finalized_at IS NOT NULL;

CREATE UNIQUE INDEX uq_runs_number ON runs (period_id, number);

CREATE UNIQUE INDEX uq_runs_open ON runs (period_id) WHERE status = 'running';

CREATE TABLE placements (
    run_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    reason TEXT NOT NULL,
    booking_id INTEGER,
    CONSTRAINT pk_placements PRIMARY KEY (run_id, person_id, event_id),
    CONSTRAINT ck_placements_reason CHECK (reason IN ('placed', 'kept', 'pinned')),
    CONSTRAINT ck_placements_seats CHECK (seats >= 1),
    CONSTRAINT ck_placements_rank CHECK (rank >= 0),
    CONSTRAINT fk_placements_run_id FOREIGN KEY(run_id) REFERENCES runs (id),
    CONSTRAINT fk_placements_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_placements_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_placements_booking_id FOREIGN KEY(booking_id) REFERENCES bookings (id)
);

CREATE INDEX ix_placements_event ON placements (event_id);

CREATE UNIQUE INDEX uq_placements_booking ON placements (booking_id) WHERE booking_id IS NOT NULL;

CREATE TABLE unplaced (
    run_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    wanted INTEGER NOT NULL,
    got INTEGER NOT NULL,
    reason TEXT NOT NULL,
    event_id INTEGER,
    detail JSON NOT NULL,
    CONSTRAINT pk_unplaced PRIMARY KEY (run_id, person_id),
    CONSTRAINT ck_unplaced_less CHECK (got >= 0 AND wanted > got),
    CONSTRAINT fk_unplaced_run_id FOREIGN KEY(run_id) REFERENCES runs (id),
    CONSTRAINT fk_unplaced_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_unplaced_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE TABLE adjustments (
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    event_id INTEGER,
    from_event_id INTEGER,
    reason TEXT NOT NULL,
    by_id BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    made_at DATETIME NOT NULL,
    active BOOLEAN DEFAULT 1 NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_adjustments PRIMARY KEY (id),
    CONSTRAINT ck_adjustments_kind CHECK (kind IN ('pin', 'move', 'exclude')),
    CONSTRAINT ck_adjustments_event CHECK (kind = 'exclude' OR event_id IS NOT NULL),
    CONSTRAINT ck_adjustments_move CHECK ((kind = 'move') = (from_event_id IS NOT NULL)),
    CONSTRAINT ck_adjustments_two CHECK (from_event_id IS NULL OR from_event_id <> event_id),
    CONSTRAINT ck_adjustments_reason CHECK (length(reason) >= 3),
    CONSTRAINT ck_adjustments_version CHECK (version >= 1),
    CONSTRAINT fk_adjustments_period_id FOREIGN KEY(period_id) REFERENCES periods (id),
    CONSTRAINT fk_adjustments_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_adjustments_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_adjustments_from_event_id FOREIGN KEY(from_event_id) REFERENCES events (id)
);

CREATE UNIQUE INDEX uq_adjustments_event ON adjustments (period_id, person_id, event_id) WHERE active;

CREATE UNIQUE INDEX uq_adjustments_whole ON adjustments (period_id, person_id) WHERE active AND event_id IS NULL;

CREATE TABLE results (
    id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    wanted INTEGER NOT NULL,
    got INTEGER NOT NULL,
    reason TEXT NOT NULL,
    entry_id INTEGER,
    credit_before INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_results PRIMARY KEY (id),
    CONSTRAINT ck_results_got CHECK (got >= 0 AND wanted >= 1),
    CONSTRAINT ck_results_credit CHECK (credit BETWEEN 0 AND 6 AND credit_before BETWEEN 0 AND 6),
    CONSTRAINT ck_results_version CHECK (version >= 1),
    CONSTRAINT fk_results_period_id FOREIGN KEY(period_id) REFERENCES periods (id),
    CONSTRAINT fk_results_run_id FOREIGN KEY(run_id) REFERENCES runs (id),
    CONSTRAINT fk_results_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_results_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id)
);

CREATE INDEX ix_results_person ON results (person_id);

CREATE UNIQUE INDEX uq_results_person ON results (period_id, person_id);

CREATE TRIGGER runs_version BEFORE UPDATE ON runs
WHEN NEW.version <= OLD.version
BEGIN SELECT RAISE(ABORT, 'a run changes with its version'); END;

CREATE TRIGGER runs_over BEFORE UPDATE ON runs
WHEN OLD.status <> 'running' AND (NEW.status <> OLD.status OR NEW.output IS NOT OLD.output)
    OR NEW.input <> OLD.input OR NEW.input_hash <> OLD.input_hash OR NEW.seed_hash <> OLD.seed_hash
    OR NEW.period_id <> OLD.period_id OR NEW.number <> OLD.number OR NEW.strategy <> OLD.strategy
    OR NEW.ordering <> OLD.ordering OR NEW.base IS NOT OLD.base
BEGIN SELECT RAISE(ABORT, 'a run that is over stays as it is'); END;

CREATE TRIGGER adjustments_version BEFORE UPDATE ON adjustments
WHEN NEW.version <= OLD.version OR (NEW.active AND NOT OLD.active)
BEGIN SELECT RAISE(ABORT, 'an adjustment changes with its version'); END;

CREATE TRIGGER periods_final BEFORE UPDATE ON periods
WHEN OLD.status = 'final'
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER periods_final_gone BEFORE DELETE ON periods
WHEN OLD.status = 'final'
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER periods_made_final BEFORE UPDATE ON periods
WHEN NEW.status = 'final' AND NOT EXISTS (SELECT 1 FROM runs r
    WHERE r.period_id = NEW.id AND r.finalized_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a final month has a final run'); END;

CREATE TRIGGER bookings_of_months BEFORE UPDATE ON bookings
WHEN (NEW.event_id <> OLD.event_id OR NEW.person_id <> OLD.person_id OR NEW.seats <> OLD.seats)
    AND EXISTS (SELECT 1 FROM placements p WHERE p.booking_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER runs_final_new BEFORE INSERT ON runs
WHEN EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER runs_final BEFORE UPDATE ON runs
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER runs_final_gone BEFORE DELETE ON runs
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER adjustments_final_new BEFORE INSERT ON adjustments
WHEN EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER adjustments_final BEFORE UPDATE ON adjustments
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER adjustments_final_gone BEFORE DELETE ON adjustments
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER results_final_new BEFORE INSERT ON results
WHEN EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER results_final BEFORE UPDATE ON results
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER results_final_gone BEFORE DELETE ON results
WHEN EXISTS (SELECT 1 FROM periods WHERE id = OLD.period_id AND status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER placements_final_new BEFORE INSERT ON placements
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = NEW.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER placements_final BEFORE UPDATE ON placements
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = OLD.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER placements_final_gone BEFORE DELETE ON placements
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = OLD.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER unplaced_final_new BEFORE INSERT ON unplaced
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = NEW.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER unplaced_final BEFORE UPDATE ON unplaced
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = OLD.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER unplaced_final_gone BEFORE DELETE ON unplaced
WHEN EXISTS (SELECT 1 FROM periods p JOIN runs r ON r.period_id = p.id WHERE r.id = OLD.run_id AND p.status = 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;
