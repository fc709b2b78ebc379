CREATE TRIGGER facts_kept BEFORE UPDATE ON facts
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER facts_kept_whole BEFORE DELETE ON facts
BEGIN SELECT RAISE(ABORT, 'history is only added to'); END;

CREATE TRIGGER events_version BEFORE UPDATE ON events
WHEN NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status)
BEGIN SELECT RAISE(ABORT, 'an event changes with its version'); END;

CREATE TRIGGER bookings_version BEFORE UPDATE ON bookings
WHEN NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status)
BEGIN SELECT RAISE(ABORT, 'a booking changes with its version'); END;

CREATE TRIGGER entries_version BEFORE UPDATE ON entries
WHEN NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status)
BEGIN SELECT RAISE(ABORT, 'an entry changes with its version'); END;

CREATE TRIGGER offers_version BEFORE UPDATE ON offers
WHEN NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status)
BEGIN SELECT RAISE(ABORT, 'an offer changes with its version'); END;

CREATE TRIGGER holds_version BEFORE UPDATE ON holds
WHEN NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.active <> OLD.active)
BEGIN SELECT RAISE(ABORT, 'a hold changes with its version'); END;

CREATE TRIGGER bookings_over BEFORE UPDATE ON bookings
WHEN OLD.active = 0 AND NEW.status <> OLD.status
BEGIN SELECT RAISE(ABORT, 'a booking that is over stays over'); END;

CREATE TRIGGER entries_over BEFORE UPDATE ON entries
WHEN OLD.status IN ('booked', 'left', 'closed') AND NEW.status <> OLD.status
BEGIN SELECT RAISE(ABORT, 'an entry that is over stays over'); END;

CREATE TRIGGER offers_over BEFORE UPDATE ON offers
WHEN OLD.active = 0 AND NEW.status <> OLD.status
BEGIN SELECT RAISE(ABORT, 'an offer that is over stays over'); END;

CREATE TRIGGER holds_over BEFORE UPDATE ON holds
WHEN OLD.active = 0 AND NEW.active <> OLD.active
BEGIN SELECT RAISE(ABORT, 'a hold that is over stays over'); END;

CREATE TRIGGER seats_owned BEFORE DELETE ON seats
WHEN coalesce(OLD.booking_id, OLD.offer_id, OLD.hold_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a seat in use stays'); END;
