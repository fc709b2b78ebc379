CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER facts_kept BEFORE UPDATE OR DELETE ON facts FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER facts_kept_whole BEFORE TRUNCATE ON facts FOR EACH STATEMENT
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER events_version BEFORE UPDATE ON events FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status))
EXECUTE FUNCTION refuse('an event changes with its version');

CREATE TRIGGER bookings_version BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status))
EXECUTE FUNCTION refuse('a booking changes with its version');

CREATE TRIGGER entries_version BEFORE UPDATE ON entries FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status))
EXECUTE FUNCTION refuse('an entry changes with its version');

CREATE TRIGGER offers_version BEFORE UPDATE ON offers FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.status <> OLD.status))
EXECUTE FUNCTION refuse('an offer changes with its version');

CREATE TRIGGER holds_version BEFORE UPDATE ON holds FOR EACH ROW
WHEN (NEW.version < OLD.version OR (NEW.version = OLD.version AND NEW.active <> OLD.active))
EXECUTE FUNCTION refuse('a hold changes with its version');

CREATE TRIGGER bookings_over BEFORE UPDATE ON bookings FOR EACH ROW
WHEN (OLD.active = 0 AND NEW.status <> OLD.status)
EXECUTE FUNCTION refuse('a booking that is over stays over');

CREATE TRIGGER entries_over BEFORE UPDATE ON entries FOR EACH ROW
WHEN (OLD.status IN ('booked', 'left', 'closed') AND NEW.status <> OLD.status)
EXECUTE FUNCTION refuse('an entry that is over stays over');

CREATE TRIGGER offers_over BEFORE UPDATE ON offers FOR EACH ROW
WHEN (OLD.active = 0 AND NEW.status <> OLD.status)
EXECUTE FUNCTION refuse('an offer that is over stays over');

CREATE TRIGGER holds_over BEFORE UPDATE ON holds FOR EACH ROW
WHEN (OLD.active = 0 AND NEW.active <> OLD.active)
EXECUTE FUNCTION refuse('a hold that is over stays over');

CREATE TRIGGER seats_owned BEFORE DELETE ON seats FOR EACH ROW
WHEN (coalesce(OLD.booking_id, OLD.offer_id, OLD.hold_id) IS NOT NULL)
EXECUTE FUNCTION refuse('a seat in use stays');
