CREATE TRIGGER placements_stay BEFORE UPDATE ON placements FOR EACH ROW
WHEN (NEW.run_id <> OLD.run_id)
EXECUTE FUNCTION refuse('a placement stays one of its run');

CREATE TRIGGER unplaced_stay BEFORE UPDATE ON unplaced FOR EACH ROW
WHEN (NEW.run_id <> OLD.run_id)
EXECUTE FUNCTION refuse('a placement stays one of its run');

CREATE TRIGGER adjustments_stay BEFORE UPDATE ON adjustments FOR EACH ROW
WHEN (NEW.period_id <> OLD.period_id)
EXECUTE FUNCTION refuse('an adjustment stays one of its month');

CREATE TRIGGER results_stay BEFORE UPDATE ON results FOR EACH ROW
WHEN (NEW.period_id <> OLD.period_id OR NEW.run_id <> OLD.run_id)
EXECUTE FUNCTION refuse('a result stays one of its month');

CREATE TRIGGER bookings_stay BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (OLD.period_id IS NOT NULL
    AND (NEW.event_id <> OLD.event_id OR NEW.person_id <> OLD.person_id OR NEW.seats <> OLD.seats))
EXECUTE FUNCTION refuse('the month is final');

CREATE TRIGGER bookings_known_end BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (NEW.ended NOT IN ('', 'self', 'admin', 'move', 'line', 'event', 'silence', 'repair'))
EXECUTE FUNCTION refuse('a placement ends once, and it is known how');

CREATE TRIGGER wishes_stay BEFORE UPDATE ON wishes FOR EACH ROW
WHEN (NEW.period_id <> OLD.period_id OR NEW.person_id <> OLD.person_id)
EXECUTE FUNCTION refuse('a wish stays one of its month');

CREATE TRIGGER wishes_undeleted BEFORE DELETE ON wishes FOR EACH ROW
EXECUTE FUNCTION refuse('a wish is withdrawn, and stays');

CREATE TRIGGER wish_choices_stay BEFORE UPDATE ON wish_choices FOR EACH ROW
EXECUTE FUNCTION refuse('wishes are stated anew');

CREATE TRIGGER unlocks_as_asked BEFORE UPDATE ON unlocks FOR EACH ROW
WHEN (NEW.status = 'open' AND NEW.until > NEW.decided_at + NEW.minutes * INTERVAL '1 minute')
EXECUTE FUNCTION refuse('a month is open for as long as was asked');

CREATE TRIGGER unlocks_undeleted BEFORE DELETE ON unlocks FOR EACH ROW
EXECUTE FUNCTION refuse('an unlocking stays');

CREATE TRIGGER locks_undeleted BEFORE DELETE ON locks FOR EACH ROW
EXECUTE FUNCTION refuse('a lock that is over stays as it is');

CREATE TRIGGER repairs_undeleted BEFORE DELETE ON repairs FOR EACH ROW
EXECUTE FUNCTION refuse('a repair that is over stays as it is');

CREATE TRIGGER repair_moves_undeleted BEFORE DELETE ON repair_moves FOR EACH ROW
EXECUTE FUNCTION refuse('what was asked stays as it was');

CREATE TRIGGER periods_unemptied BEFORE TRUNCATE ON periods FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER runs_unemptied BEFORE TRUNCATE ON runs FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER placements_unemptied BEFORE TRUNCATE ON placements FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER unplaced_unemptied BEFORE TRUNCATE ON unplaced FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER adjustments_unemptied BEFORE TRUNCATE ON adjustments FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER results_unemptied BEFORE TRUNCATE ON results FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER bookings_unemptied BEFORE TRUNCATE ON bookings FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER wishes_unemptied BEFORE TRUNCATE ON wishes FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER wish_choices_unemptied BEFORE TRUNCATE ON wish_choices FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER locks_unemptied BEFORE TRUNCATE ON locks FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER unlocks_unemptied BEFORE TRUNCATE ON unlocks FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER repairs_unemptied BEFORE TRUNCATE ON repairs FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER repair_moves_unemptied BEFORE TRUNCATE ON repair_moves FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER periods_begun BEFORE INSERT ON periods FOR EACH ROW
WHEN (NEW.status = 'final')
EXECUTE FUNCTION refuse('a month is finalized, and does not begin so');

CREATE FUNCTION bookings_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM repair_moves m JOIN repair_moves o ON o.repair_id = m.repair_id
        WHERE m.booking_id = NEW.id AND m.active AND NOT o.agreed) THEN
        RAISE EXCEPTION 'nobody moves before all have agreed' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bookings_agreed BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (OLD.ended = '' AND NEW.ended = 'repair')
EXECUTE FUNCTION bookings_agreed();

CREATE FUNCTION bookings_agreed_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM repair_moves m JOIN repair_moves o ON o.repair_id = m.repair_id
        WHERE m.person_id = NEW.person_id AND m.event_id = NEW.event_id AND m.active AND NOT o.agreed) THEN
        RAISE EXCEPTION 'nobody moves before all have agreed' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER bookings_agreed_new BEFORE INSERT ON bookings FOR EACH ROW
WHEN (NEW.source = 'repair')
EXECUTE FUNCTION bookings_agreed_new();

CREATE TRIGGER friendships_stay BEFORE UPDATE ON friendships FOR EACH ROW
WHEN (NEW.period_id <> OLD.period_id)
EXECUTE FUNCTION refuse('a friendship stays one of its month');

CREATE TRIGGER friendships_undeleted BEFORE DELETE ON friendships FOR EACH ROW
EXECUTE FUNCTION refuse('a friendship ends, and stays');

CREATE TRIGGER friendships_unemptied BEFORE TRUNCATE ON friendships FOR EACH STATEMENT
EXECUTE FUNCTION refuse('what months have come to stays');

CREATE TRIGGER bookings_known_end_new BEFORE INSERT ON bookings FOR EACH ROW
WHEN (NEW.ended NOT IN ('', 'self', 'admin', 'move', 'line', 'event', 'silence', 'repair'))
EXECUTE FUNCTION refuse('a placement ends once, and it is known how');
