CREATE TRIGGER placements_stay BEFORE UPDATE ON placements
WHEN NEW.run_id <> OLD.run_id
BEGIN SELECT RAISE(ABORT, 'a placement stays one of its run'); END;

CREATE TRIGGER unplaced_stay BEFORE UPDATE ON unplaced
WHEN NEW.run_id <> OLD.run_id
BEGIN SELECT RAISE(ABORT, 'a placement stays one of its run'); END;

CREATE TRIGGER adjustments_stay BEFORE UPDATE ON adjustments
WHEN NEW.period_id <> OLD.period_id
BEGIN SELECT RAISE(ABORT, 'an adjustment stays one of its month'); END;

CREATE TRIGGER results_stay BEFORE UPDATE ON results
WHEN NEW.period_id <> OLD.period_id OR NEW.run_id <> OLD.run_id
BEGIN SELECT RAISE(ABORT, 'a result stays one of its month'); END;

CREATE TRIGGER bookings_stay BEFORE UPDATE ON bookings
WHEN OLD.period_id IS NOT NULL
    AND (NEW.event_id <> OLD.event_id OR NEW.person_id <> OLD.person_id OR NEW.seats <> OLD.seats)
BEGIN SELECT RAISE(ABORT, 'the month is final'); END;

CREATE TRIGGER bookings_known_end BEFORE UPDATE ON bookings
WHEN NEW.ended NOT IN ('', 'self', 'admin', 'move', 'line', 'event', 'silence', 'repair')
BEGIN SELECT RAISE(ABORT, 'a placement ends once, and it is known how'); END;

CREATE TRIGGER wishes_stay BEFORE UPDATE ON wishes
WHEN NEW.period_id <> OLD.period_id OR NEW.person_id <> OLD.person_id
BEGIN SELECT RAISE(ABORT, 'a wish stays one of its month'); END;

CREATE TRIGGER wishes_undeleted BEFORE DELETE ON wishes
BEGIN SELECT RAISE(ABORT, 'a wish is withdrawn, and stays'); END;

CREATE TRIGGER wish_choices_stay BEFORE UPDATE ON wish_choices
BEGIN SELECT RAISE(ABORT, 'wishes are stated anew'); END;

CREATE TRIGGER unlocks_as_asked BEFORE UPDATE ON unlocks
WHEN NEW.status = 'open' AND julianday(NEW.until) > julianday(NEW.decided_at) + NEW.minutes / 1440.0 + 0.0001
BEGIN SELECT RAISE(ABORT, 'a month is open for as long as was asked'); END;

CREATE TRIGGER unlocks_undeleted BEFORE DELETE ON unlocks
BEGIN SELECT RAISE(ABORT, 'an unlocking stays'); END;

CREATE TRIGGER locks_undeleted BEFORE DELETE ON locks
BEGIN SELECT RAISE(ABORT, 'a lock that is over stays as it is'); END;

CREATE TRIGGER repairs_undeleted BEFORE DELETE ON repairs
BEGIN SELECT RAISE(ABORT, 'a repair that is over stays as it is'); END;

CREATE TRIGGER repair_moves_undeleted BEFORE DELETE ON repair_moves
BEGIN SELECT RAISE(ABORT, 'what was asked stays as it was'); END;

CREATE TRIGGER periods_begun BEFORE INSERT ON periods
WHEN NEW.status = 'final'
BEGIN SELECT RAISE(ABORT, 'a month is finalized, and does not begin so'); END;

CREATE TRIGGER bookings_agreed BEFORE UPDATE ON bookings
WHEN OLD.ended = '' AND NEW.ended = 'repair' AND EXISTS (SELECT 1
    FROM repair_moves m JOIN repair_moves o ON o.repair_id = m.repair_id
    WHERE m.booking_id = OLD.id AND m.active AND NOT o.agreed)
BEGIN SELECT RAISE(ABORT, 'nobody moves before all have agreed'); END;

CREATE TRIGGER bookings_agreed_new BEFORE INSERT ON bookings
WHEN NEW.source = 'repair' AND EXISTS (SELECT 1
    FROM repair_moves m JOIN repair_moves o ON o.repair_id = m.repair_id
    WHERE m.person_id = NEW.person_id AND m.event_id = NEW.event_id AND m.active AND NOT o.agreed)
BEGIN SELECT RAISE(ABORT, 'nobody moves before all have agreed'); END;

CREATE TRIGGER friendships_stay BEFORE UPDATE ON friendships
WHEN NEW.period_id <> OLD.period_id
BEGIN SELECT RAISE(ABORT, 'a friendship stays one of its month'); END;

CREATE TRIGGER friendships_undeleted BEFORE DELETE ON friendships
BEGIN SELECT RAISE(ABORT, 'a friendship ends, and stays'); END;

CREATE TRIGGER bookings_known_end_new BEFORE INSERT ON bookings
WHEN NEW.ended NOT IN ('', 'self', 'admin', 'move', 'line', 'event', 'silence', 'repair')
BEGIN SELECT RAISE(ABORT, 'a placement ends once, and it is known how'); END;
