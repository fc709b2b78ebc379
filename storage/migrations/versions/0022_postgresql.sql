ALTER TABLE runs ADD COLUMN capacities JSONB;

CREATE TABLE run_leases (
    run_id BIGINT NOT NULL,
    until TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_run_leases PRIMARY KEY (run_id),
    CONSTRAINT fk_run_leases_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
);

CREATE FUNCTION events_of_months() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    month_id BIGINT;
BEGIN
    FOR month_id IN SELECT DISTINCT b.period_id FROM bookings b JOIN periods p ON p.id = b.period_id
        WHERE b.event_id = OLD.id AND b.active = 1 AND p.status = 'final'
    LOOP
        PERFORM 1 FROM unlocks u WHERE u.period_id = month_id AND u.status = 'open' FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE TRIGGER events_of_months BEFORE UPDATE ON events FOR EACH ROW
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at)
EXECUTE FUNCTION events_of_months();
