ALTER TABLE runs ADD COLUMN capacities JSON;

CREATE TABLE run_leases (
    run_id INTEGER NOT NULL,
    until DATETIME NOT NULL,
    CONSTRAINT pk_run_leases PRIMARY KEY (run_id),
    CONSTRAINT fk_run_leases_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
);

CREATE TRIGGER events_of_months BEFORE UPDATE ON events
WHEN (NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at)
    AND EXISTS (SELECT 1 FROM bookings b JOIN periods p ON p.id = b.period_id
        WHERE b.event_id = OLD.id AND b.active = 1 AND p.status = 'final'
            AND NOT EXISTS (SELECT 1 FROM unlocks u WHERE u.period_id = p.id AND u.status = 'open'))
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;
