DROP TRIGGER repair_moves_over;

DROP TRIGGER bookings_placed_new;

CREATE TEMPORARY TABLE moves AS SELECT repair_id, person_id, booking_id, from_event_id, event_id, seats, rank, rank_before,
    lost, agreed, declined, active, made_id FROM repair_moves;

DROP TABLE repair_moves;

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

INSERT INTO repair_moves SELECT repair_id, person_id, booking_id, from_event_id, event_id, seats, rank, rank_before,
    lost, agreed, declined, active, made_id FROM moves;

DROP TABLE moves;

DROP INDEX uq_repairs_month;

CREATE UNIQUE INDEX uq_repair_moves_made ON repair_moves (made_id) WHERE made_id IS NOT NULL;

CREATE UNIQUE INDEX uq_repair_moves_person ON repair_moves (person_id) WHERE active;

CREATE TRIGGER repair_moves_over BEFORE UPDATE ON repair_moves
WHEN NOT OLD.active OR NEW.person_id <> OLD.person_id OR NEW.booking_id <> OLD.booking_id
    OR NEW.from_event_id <> OLD.from_event_id OR NEW.event_id <> OLD.event_id OR NEW.seats <> OLD.seats
    OR (OLD.agreed AND NOT NEW.agreed)
BEGIN SELECT RAISE(ABORT, 'what was asked stays as it was'); END;

CREATE TRIGGER bookings_placed_new BEFORE INSERT ON bookings
WHEN NEW.period_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM periods WHERE id = NEW.period_id AND status <> 'final')
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;
