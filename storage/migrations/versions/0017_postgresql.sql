CREATE TABLE runs (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    strategy TEXT NOT NULL,
    ordering TEXT NOT NULL,
    base INTEGER,
    status TEXT NOT NULL,
    seed_hash TEXT NOT NULL,
    input JSONB NOT NULL,
    input_hash TEXT NOT NULL,
    output JSONB,
    error TEXT DEFAULT '' NOT NULL,
    started_by BIGINT NOT NULL,
    started_by_name TEXT NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    finalized_at TIMESTAMP WITH TIME ZONE,
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
    run_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    seats INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    reason TEXT NOT NULL,
    booking_id BIGINT,
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
    run_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    wanted INTEGER NOT NULL,
    got INTEGER NOT NULL,
    reason TEXT NOT NULL,
    event_id BIGINT,
    detail JSONB NOT NULL,
    CONSTRAINT pk_unplaced PRIMARY KEY (run_id, person_id),
    CONSTRAINT ck_unplaced_less CHECK (got >= 0 AND wanted > got),
    CONSTRAINT fk_unplaced_run_id FOREIGN KEY(run_id) REFERENCES runs (id),
    CONSTRAINT fk_unplaced_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_unplaced_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE TABLE adjustments (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    event_id BIGINT,
    from_event_id BIGINT,
    reason TEXT NOT NULL,
    by_id BIGINT NOT NULL,
    by_name TEXT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    active BOOLEAN DEFAULT true NOT NULL,
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
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    run_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    wanted INTEGER NOT NULL,
    got INTEGER NOT NULL,
    reason TEXT NOT NULL,
    entry_id BIGINT,
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

CREATE TRIGGER runs_version BEFORE UPDATE ON runs FOR EACH ROW
WHEN (NEW.version <= OLD.version)
EXECUTE FUNCTION refuse('a run changes with its version');

CREATE TRIGGER runs_over BEFORE UPDATE ON runs FOR EACH ROW
WHEN (OLD.status <> 'running' AND (NEW.status <> OLD.status OR NEW.output IS DISTINCT FROM OLD.output)
    OR NEW.input <> OLD.input OR NEW.input_hash <> OLD.input_hash OR NEW.seed_hash <> OLD.seed_hash
    OR NEW.period_id <> OLD.period_id OR NEW.number <> OLD.number OR NEW.strategy <> OLD.strategy
    OR NEW.ordering <> OLD.ordering OR NEW.base IS DISTINCT FROM OLD.base)
EXECUTE FUNCTION refuse('a run that is over stays as it is');

CREATE TRIGGER adjustments_version BEFORE UPDATE ON adjustments FOR EACH ROW
WHEN (NEW.version <= OLD.version OR (NEW.active AND NOT OLD.active))
EXECUTE FUNCTION refuse('an adjustment changes with its version');

CREATE TRIGGER periods_final BEFORE UPDATE ON periods FOR EACH ROW
WHEN (OLD.status = 'final')
EXECUTE FUNCTION refuse('the month is final');

CREATE TRIGGER periods_final_gone BEFORE DELETE ON periods FOR EACH ROW
WHEN (OLD.status = 'final')
EXECUTE FUNCTION refuse('the month is final');

CREATE FUNCTION months_made_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM runs r WHERE r.period_id = NEW.id AND r.finalized_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a final month has a final run' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER periods_made_final BEFORE UPDATE ON periods FOR EACH ROW
WHEN (NEW.status = 'final')
EXECUTE FUNCTION months_made_final();

CREATE FUNCTION bookings_of_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM placements p WHERE p.booking_id = OLD.id) THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bookings_of_months BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (NEW.event_id <> OLD.event_id OR NEW.person_id <> OLD.person_id OR NEW.seats <> OLD.seats)
EXECUTE FUNCTION bookings_of_months();

CREATE FUNCTION months_not_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    month_id BIGINT := CASE WHEN TG_OP = 'INSERT' THEN NEW.period_id ELSE OLD.period_id END;
    found TEXT;
BEGIN
    SELECT status INTO found FROM periods WHERE id = month_id FOR SHARE;
    IF found = 'final' THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE FUNCTION runs_not_final() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed BIGINT := CASE WHEN TG_OP = 'INSERT' THEN NEW.run_id ELSE OLD.run_id END;
    found TEXT;
BEGIN
    SELECT status INTO found FROM periods WHERE id = (SELECT period_id FROM runs WHERE id = changed) FOR SHARE;
    IF found = 'final' THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER runs_final_new BEFORE INSERT ON runs FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER runs_final BEFORE UPDATE ON runs FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER runs_final_gone BEFORE DELETE ON runs FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER adjustments_final_new BEFORE INSERT ON adjustments FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER adjustments_final BEFORE UPDATE ON adjustments FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER adjustments_final_gone BEFORE DELETE ON adjustments FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER results_final_new BEFORE INSERT ON results FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER results_final BEFORE UPDATE ON results FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER results_final_gone BEFORE DELETE ON results FOR EACH ROW
EXECUTE FUNCTION months_not_final();

CREATE TRIGGER placements_final_new BEFORE INSERT ON placements FOR EACH ROW
EXECUTE FUNCTION runs_not_final();

CREATE TRIGGER placements_final BEFORE UPDATE ON placements FOR EACH ROW
EXECUTE FUNCTION runs_not_final();

CREATE TRIGGER placements_final_gone BEFORE DELETE ON placements FOR EACH ROW
EXECUTE FUNCTION runs_not_final();

CREATE TRIGGER unplaced_final_new BEFORE INSERT ON unplaced FOR EACH ROW
EXECUTE FUNCTION runs_not_final();

CREATE TRIGGER unplaced_final BEFORE UPDATE ON unplaced FOR EACH ROW
EXECUTE FUNCTION runs_not_final();

CREATE TRIGGER unplaced_final_gone BEFORE DELETE ON unplaced FOR EACH ROW
EXECUTE FUNCTION runs_not_final();
