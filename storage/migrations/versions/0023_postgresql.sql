DROP TRIGGER repair_moves_over ON repair_moves;

DROP TRIGGER bookings_placed ON bookings;

DROP INDEX uq_repair_moves_person;

CREATE UNIQUE INDEX uq_repairs_month ON repairs (id, period_id);

ALTER TABLE repair_moves ADD COLUMN period_id BIGINT, ADD COLUMN starts_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN ends_at TIMESTAMP WITH TIME ZONE;

UPDATE repair_moves SET period_id = r.period_id, starts_at = e.starts_at, ends_at = e.ends_at
FROM repairs r, events e WHERE r.id = repair_moves.repair_id AND e.id = repair_moves.event_id;

ALTER TABLE repair_moves ALTER COLUMN period_id SET NOT NULL, ALTER COLUMN starts_at SET NOT NULL,
    ALTER COLUMN ends_at SET NOT NULL, DROP CONSTRAINT fk_repair_moves_repair_id,
    ADD CONSTRAINT fk_repair_moves_repair FOREIGN KEY(repair_id, period_id) REFERENCES repairs (id, period_id);

CREATE UNIQUE INDEX uq_repair_moves_person ON repair_moves (period_id, person_id) WHERE active;

CREATE TRIGGER repair_moves_over BEFORE UPDATE ON repair_moves FOR EACH ROW
WHEN (NOT OLD.active OR NEW.person_id <> OLD.person_id OR NEW.booking_id <> OLD.booking_id
    OR NEW.from_event_id <> OLD.from_event_id OR NEW.event_id <> OLD.event_id OR NEW.seats <> OLD.seats
    OR NEW.starts_at <> OLD.starts_at OR NEW.ends_at <> OLD.ends_at OR NEW.period_id <> OLD.period_id
    OR (OLD.agreed AND NOT NEW.agreed))
EXECUTE FUNCTION refuse('what was asked stays as it was');

CREATE OR REPLACE FUNCTION months_to_be() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.source = 'move' THEN
        PERFORM 1 FROM unlocks u WHERE u.period_id = NEW.period_id AND u.status = 'open' AND EXISTS (SELECT 1
            FROM bookings b WHERE b.period_id = NEW.period_id AND b.person_id = NEW.person_id) FOR SHARE;
    ELSIF NEW.source = 'repair' THEN
        PERFORM 1 FROM repair_moves m WHERE m.period_id = NEW.period_id AND m.person_id = NEW.person_id
            AND m.event_id = NEW.event_id AND m.active;
    ELSE
        PERFORM 1 FROM periods WHERE id = NEW.period_id AND status <> 'final' FOR SHARE;
    END IF;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;
