DROP TRIGGER repair_moves_over ON repair_moves;

DROP INDEX uq_repair_moves_person;

ALTER TABLE repair_moves DROP CONSTRAINT fk_repair_moves_repair, DROP COLUMN period_id, DROP COLUMN starts_at,
    DROP COLUMN ends_at,
    ADD CONSTRAINT fk_repair_moves_repair_id FOREIGN KEY(repair_id) REFERENCES repairs (id);

DROP INDEX uq_repairs_month;

CREATE UNIQUE INDEX uq_repair_moves_person ON repair_moves (person_id) WHERE active;

CREATE TRIGGER repair_moves_over BEFORE UPDATE ON repair_moves FOR EACH ROW
WHEN (NOT OLD.active OR NEW.person_id <> OLD.person_id OR NEW.booking_id <> OLD.booking_id
    OR NEW.from_event_id <> OLD.from_event_id OR NEW.event_id <> OLD.event_id OR NEW.seats <> OLD.seats
    OR (OLD.agreed AND NOT NEW.agreed))
EXECUTE FUNCTION refuse('what was asked stays as it was');

CREATE OR REPLACE FUNCTION months_to_be() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM periods WHERE id = NEW.period_id AND status <> 'final' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the month is final' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;
