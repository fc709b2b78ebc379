CREATE TABLE accounts (
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    timezone TEXT NOT NULL,
    tier TEXT DEFAULT 'enterprise' NOT NULL,
    languages JSONB NOT NULL,
    auto_backfill BOOLEAN DEFAULT true NOT NULL,
    booking_status TEXT DEFAULT 'confirmed' NOT NULL,
    cancel_before_seconds INTEGER DEFAULT '86400' NOT NULL,
    grace_seconds INTEGER DEFAULT '7200' NOT NULL,
    max_party INTEGER DEFAULT '6' NOT NULL,
    admin_chat_id BIGINT,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT ck_accounts_tier CHECK (tier IN ('starter', 'basic', 'pro', 'enterprise')),
    CONSTRAINT ck_accounts_booking_status CHECK (booking_status IN ('confirmed', 'pending')),
    CONSTRAINT uq_accounts_name UNIQUE (name),
    CONSTRAINT uq_accounts_admin_chat_id UNIQUE (admin_chat_id)
);

CREATE TABLE participants (
    id BIGINT NOT NULL,
    telegram_id BIGINT,
    name TEXT NOT NULL,
    language TEXT DEFAULT 'en' NOT NULL,
    language_chosen BOOLEAN DEFAULT false NOT NULL,
    reachable BOOLEAN DEFAULT true NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_participants PRIMARY KEY (id),
    CONSTRAINT uq_participants_telegram_id UNIQUE (telegram_id)
);

CREATE TABLE updates (
    id BIGINT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_updates PRIMARY KEY (id)
);

CREATE INDEX ix_updates_at ON updates (at);

CREATE TABLE job_runs (
    id BIGINT NOT NULL,
    job TEXT NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    runs INTEGER DEFAULT '1' NOT NULL,
    count INTEGER DEFAULT '0' NOT NULL,
    error TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_job_runs PRIMARY KEY (id)
);

CREATE INDEX ix_job_runs_job ON job_runs (job, id);

CREATE TABLE alerts (
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    cause TEXT NOT NULL,
    status TEXT DEFAULT 'open' NOT NULL,
    data JSONB NOT NULL,
    count INTEGER DEFAULT '1' NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_at TIMESTAMP WITH TIME ZONE NOT NULL,
    resolved_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_alerts PRIMARY KEY (id),
    CONSTRAINT ck_alerts_status CHECK (status IN ('open', 'acknowledged', 'resolved'))
);

CREATE UNIQUE INDEX uq_alerts_cause ON alerts (kind, cause) WHERE status <> 'resolved';

CREATE TABLE counters (
    name TEXT NOT NULL,
    next BIGINT NOT NULL,
    CONSTRAINT pk_counters PRIMARY KEY (name)
);

CREATE TABLE services (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT DEFAULT 'group' NOT NULL,
    names JSONB NOT NULL,
    descriptions JSONB NOT NULL,
    mode TEXT DEFAULT 'offer' NOT NULL,
    offer JSONB NOT NULL,
    cancel_before_seconds INTEGER,
    minutes INTEGER,
    hours JSONB,
    self_service BOOLEAN DEFAULT true NOT NULL,
    next_seq BIGINT DEFAULT '1' NOT NULL,
    CONSTRAINT pk_services PRIMARY KEY (id),
    CONSTRAINT ck_services_kind CHECK (kind IN ('group', 'individual')),
    CONSTRAINT ck_services_mode CHECK (mode IN ('manual', 'legacy', 'offer', 'splitter')),
    CONSTRAINT uq_services_account_id_code UNIQUE (account_id, code),
    CONSTRAINT fk_services_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE TABLE drafts (
    person_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data JSONB NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (person_id),
    CONSTRAINT fk_drafts_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE TABLE series (
    id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    code TEXT NOT NULL,
    rrule TEXT NOT NULL,
    CONSTRAINT pk_series PRIMARY KEY (id),
    CONSTRAINT uq_series_service_id_code UNIQUE (service_id, code),
    CONSTRAINT fk_series_service_id FOREIGN KEY(service_id) REFERENCES services (id)
);

CREATE TABLE events (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    series_id BIGINT,
    code TEXT NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
    location TEXT DEFAULT '' NOT NULL,
    capacity INTEGER NOT NULL,
    minimum INTEGER DEFAULT '0' NOT NULL,
    status TEXT DEFAULT 'open' NOT NULL,
    mode TEXT,
    offer JSONB,
    frozen BOOLEAN DEFAULT false NOT NULL,
    released INTEGER DEFAULT '0' NOT NULL,
    announced INTEGER DEFAULT '0' NOT NULL,
    announced_reason TEXT DEFAULT '' NOT NULL,
    next_seq BIGINT DEFAULT '1' NOT NULL,
    round INTEGER DEFAULT '0' NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT ck_events_capacity CHECK (capacity >= 0),
    CONSTRAINT ck_events_released CHECK (released BETWEEN 0 AND capacity),
    CONSTRAINT ck_events_announced CHECK (announced >= 0),
    CONSTRAINT ck_events_ends CHECK (ends_at > starts_at),
    CONSTRAINT ck_events_status CHECK (status IN ('open', 'closed', 'cancelled')),
    CONSTRAINT ck_events_mode CHECK (mode IN ('manual', 'legacy', 'offer', 'splitter')),
    CONSTRAINT uq_events_account_id_code UNIQUE (account_id, code),
    CONSTRAINT uq_events_id_capacity UNIQUE (id, capacity),
    CONSTRAINT fk_events_account_id FOREIGN KEY(account_id) REFERENCES accounts (id),
    CONSTRAINT fk_events_service_id FOREIGN KEY(service_id) REFERENCES services (id),
    CONSTRAINT fk_events_series_id FOREIGN KEY(series_id) REFERENCES series (id)
);

CREATE INDEX ix_events_upcoming ON events (service_id, starts_at);

CREATE INDEX ix_events_starts_at ON events (starts_at);

CREATE TABLE bookings (
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    status TEXT NOT NULL,
    active INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    first_seat INTEGER,
    names JSONB NOT NULL,
    source TEXT DEFAULT 'self' NOT NULL,
    free_cancel_until TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_bookings PRIMARY KEY (id),
    CONSTRAINT ck_bookings_status CHECK (status IN ('pending', 'confirmed', 'cancelled', 'attended', 'no_show')),
    CONSTRAINT ck_bookings_active CHECK (active = CASE WHEN status = 'cancelled' THEN 0 ELSE 1 END),
    CONSTRAINT ck_bookings_seats CHECK (seats >= 1),
    CONSTRAINT ck_bookings_version CHECK (version >= 1),
    CONSTRAINT ck_bookings_first_seat CHECK ((first_seat IS NOT NULL) = (active = 1)),
    CONSTRAINT uq_bookings_id_event_id_active UNIQUE (id, event_id, active),
    CONSTRAINT fk_bookings_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_bookings_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_bookings_active ON bookings (event_id, person_id) WHERE active = 1;

CREATE INDEX ix_bookings_person ON bookings (person_id);

CREATE TABLE entries (
    id BIGINT NOT NULL,
    service_id BIGINT NOT NULL,
    event_id BIGINT,
    person_id BIGINT NOT NULL,
    seats INTEGER NOT NULL,
    priority INTEGER DEFAULT '0' NOT NULL,
    seq BIGINT NOT NULL,
    status TEXT NOT NULL,
    names JSONB NOT NULL,
    source TEXT DEFAULT 'self' NOT NULL,
    auto_confirm BOOLEAN DEFAULT false NOT NULL,
    windows JSONB NOT NULL,
    paused_until TIMESTAMP WITH TIME ZONE,
    misses INTEGER DEFAULT '0' NOT NULL,
    skips INTEGER DEFAULT '0' NOT NULL,
    passed INTEGER DEFAULT '-1' NOT NULL,
    passed_event BIGINT DEFAULT '0' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_entries PRIMARY KEY (id),
    CONSTRAINT ck_entries_status CHECK (status IN ('waiting', 'offered', 'paused', 'booked', 'left', 'closed')),
    CONSTRAINT ck_entries_seats CHECK (seats >= 1),
    CONSTRAINT ck_entries_counts CHECK (misses >= 0 AND skips >= 0),
    CONSTRAINT ck_entries_paused CHECK (paused_until IS NULL OR status = 'paused'),
    CONSTRAINT uq_entries_event_id_seq UNIQUE (event_id, seq),
    CONSTRAINT fk_entries_service_id FOREIGN KEY(service_id) REFERENCES services (id),
    CONSTRAINT fk_entries_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_entries_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_entries_active ON entries (event_id, person_id) WHERE event_id IS NOT NULL AND status IN ('waiting', 'offered', 'paused');

CREATE INDEX ix_entries_line ON entries (event_id, priority DESC, seq, status) WHERE status IN ('waiting', 'offered', 'paused');

CREATE UNIQUE INDEX uq_entries_reserve_active ON entries (service_id, person_id) WHERE event_id IS NULL AND status IN ('waiting', 'offered', 'paused');

CREATE INDEX ix_entries_person ON entries (person_id);

CREATE INDEX ix_entries_paused ON entries (paused_until) WHERE status = 'paused';

CREATE INDEX ix_entries_reserve ON entries (service_id, priority DESC, seq, status) WHERE event_id IS NULL AND status IN ('waiting', 'offered', 'paused');

CREATE TABLE holds (
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    active INTEGER NOT NULL,
    first_seat INTEGER,
    reason TEXT DEFAULT '' NOT NULL,
    by_name TEXT DEFAULT '' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_holds PRIMARY KEY (id),
    CONSTRAINT ck_holds_active CHECK (active IN (0, 1)),
    CONSTRAINT ck_holds_first_seat CHECK ((first_seat IS NOT NULL) = (active = 1)),
    CONSTRAINT uq_holds_id_event_id_active UNIQUE (id, event_id, active),
    CONSTRAINT fk_holds_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE INDEX ix_holds_event ON holds (event_id);

CREATE TABLE facts (
    id BIGINT NOT NULL,
    event_id BIGINT,
    subject TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    data JSONB NOT NULL,
    CONSTRAINT pk_facts PRIMARY KEY (id),
    CONSTRAINT ck_facts_actor_kind CHECK (actor_kind IN ('person', 'admin', 'job', 'import')),
    CONSTRAINT uq_facts_subject_subject_id_version UNIQUE (subject, subject_id, version),
    CONSTRAINT fk_facts_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE INDEX ix_facts_event ON facts (event_id, id);

CREATE TABLE offers (
    id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    count INTEGER NOT NULL,
    status TEXT NOT NULL,
    active INTEGER NOT NULL,
    first_seat INTEGER,
    guarded BOOLEAN DEFAULT true NOT NULL,
    last_call BOOLEAN DEFAULT false NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closes_at TIMESTAMP WITH TIME ZONE NOT NULL,
    delivered_at TIMESTAMP WITH TIME ZONE,
    remind_at TIMESTAMP WITH TIME ZONE,
    reminded_at TIMESTAMP WITH TIME ZONE,
    decided_at TIMESTAMP WITH TIME ZONE,
    ended TEXT DEFAULT '' NOT NULL,
    booking_id BIGINT,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_offers PRIMARY KEY (id),
    CONSTRAINT ck_offers_status CHECK (status IN ('pending', 'accepted', 'rejected', 'expired', 'withdrawn')),
    CONSTRAINT ck_offers_count CHECK (count >= 1),
    CONSTRAINT ck_offers_active CHECK (active = CASE WHEN status = 'pending' THEN 1 ELSE 0 END),
    CONSTRAINT ck_offers_first_seat CHECK ((first_seat IS NOT NULL) = (status = 'pending' AND NOT last_call)),
    CONSTRAINT ck_offers_decided CHECK ((status = 'pending') = (decided_at IS NULL)),
    CONSTRAINT ck_offers_accepted_in_time CHECK (status <> 'accepted' OR decided_at < expires_at),
    CONSTRAINT ck_offers_expired_in_time CHECK (status <> 'expired' OR decided_at >= expires_at),
    CONSTRAINT ck_offers_closes CHECK (expires_at <= closes_at),
    CONSTRAINT ck_offers_booking CHECK ((status = 'accepted') = (booking_id IS NOT NULL)),
    CONSTRAINT uq_offers_id_event_id_active UNIQUE (id, event_id, active),
    CONSTRAINT fk_offers_booking FOREIGN KEY(booking_id) REFERENCES bookings (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_offers_event_id FOREIGN KEY(event_id) REFERENCES events (id),
    CONSTRAINT fk_offers_entry_id FOREIGN KEY(entry_id) REFERENCES entries (id),
    CONSTRAINT fk_offers_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_offers_person ON offers (event_id, person_id) WHERE status = 'pending';

CREATE UNIQUE INDEX uq_offers_guard ON offers (event_id) WHERE status = 'pending' AND guarded;

CREATE INDEX ix_offers_due ON offers (expires_at) WHERE status = 'pending';

CREATE INDEX ix_offers_remind ON offers (remind_at) WHERE status = 'pending' AND reminded_at IS NULL;

CREATE INDEX ix_offers_person_id ON offers (person_id);

CREATE UNIQUE INDEX uq_offers_entry ON offers (entry_id) WHERE status = 'pending';

CREATE INDEX ix_offers_entry_id ON offers (entry_id);

CREATE TABLE letters (
    id BIGINT NOT NULL,
    fact_id BIGINT,
    kind TEXT NOT NULL,
    person_id BIGINT,
    subject TEXT NOT NULL,
    priority INTEGER NOT NULL,
    version INTEGER DEFAULT '0' NOT NULL,
    letter_class TEXT DEFAULT 'A' NOT NULL,
    data JSONB NOT NULL,
    panel_chat BIGINT,
    panel_message BIGINT,
    status TEXT DEFAULT 'queued' NOT NULL,
    attempts INTEGER DEFAULT '0' NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE,
    lease_until TIMESTAMP WITH TIME ZONE,
    chat_id BIGINT,
    message_id BIGINT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    error TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_letters PRIMARY KEY (id),
    CONSTRAINT ck_letters_status CHECK (status IN ('queued', 'sending', 'sent', 'dropped', 'failed', 'uncertain')),
    CONSTRAINT ck_letters_letter_class CHECK (letter_class IN ('A', 'B', 'P')),
    CONSTRAINT ck_letters_sent CHECK ((status = 'sent') = (message_id IS NOT NULL)),
    CONSTRAINT ck_letters_sending CHECK ((status = 'sending') = (lease_until IS NOT NULL)),
    CONSTRAINT fk_letters_fact_id FOREIGN KEY(fact_id) REFERENCES facts (id),
    CONSTRAINT fk_letters_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_letters_fact ON letters (fact_id, kind) WHERE fact_id IS NOT NULL;

CREATE UNIQUE INDEX uq_letters_panel ON letters (subject) WHERE letter_class = 'P' AND status = 'queued';

CREATE INDEX ix_letters_open ON letters (priority, id) WHERE status IN ('queued', 'sending');

CREATE INDEX ix_letters_subject ON letters (subject, id);

CREATE TABLE seats (
    event_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    booking_id BIGINT,
    offer_id BIGINT,
    hold_id BIGINT,
    live INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_seats PRIMARY KEY (event_id, number),
    CONSTRAINT ck_seats_live CHECK (live = 1),
    CONSTRAINT ck_seats_number CHECK (number BETWEEN 1 AND capacity),
    CONSTRAINT ck_seats_one_owner CHECK (CASE WHEN booking_id IS NULL THEN 0 ELSE 1 END + CASE WHEN offer_id IS NULL THEN 0 ELSE 1 END + CASE WHEN hold_id IS NULL THEN 0 ELSE 1 END <= 1),
    CONSTRAINT fk_seats_event FOREIGN KEY(event_id, capacity) REFERENCES events (id, capacity) ON UPDATE CASCADE,
    CONSTRAINT fk_seats_booking_id FOREIGN KEY(booking_id, event_id, live) REFERENCES bookings (id, event_id, active) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seats_offer_id FOREIGN KEY(offer_id, event_id, live) REFERENCES offers (id, event_id, active) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_seats_hold_id FOREIGN KEY(hold_id, event_id, live) REFERENCES holds (id, event_id, active) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT uq_seats_booking_id_event_id_number UNIQUE (booking_id, event_id, number),
    CONSTRAINT uq_seats_offer_id_event_id_number UNIQUE (offer_id, event_id, number),
    CONSTRAINT uq_seats_hold_id_event_id_number UNIQUE (hold_id, event_id, number)
);

CREATE INDEX ix_seats_free ON seats (event_id, number) WHERE booking_id IS NULL AND offer_id IS NULL AND hold_id IS NULL;

ALTER TABLE offers ADD CONSTRAINT fk_offers_first_seat FOREIGN KEY(id, event_id, first_seat) REFERENCES seats (offer_id, event_id, number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE bookings ADD CONSTRAINT fk_bookings_first_seat FOREIGN KEY(id, event_id, first_seat) REFERENCES seats (booking_id, event_id, number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE holds ADD CONSTRAINT fk_holds_first_seat FOREIGN KEY(id, event_id, first_seat) REFERENCES seats (hold_id, event_id, number) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER facts_unchanged BEFORE UPDATE ON facts FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER facts_undeleted BEFORE DELETE ON facts FOR EACH ROW
EXECUTE FUNCTION refuse('history is only added to');

CREATE TRIGGER facts_unemptied BEFORE TRUNCATE ON facts FOR EACH STATEMENT
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
