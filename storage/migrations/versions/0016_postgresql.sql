CREATE TABLE periods (
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    month TEXT NOT NULL,
    status TEXT NOT NULL,
    wishes_until TIMESTAMP WITH TIME ZONE NOT NULL,
    seed TEXT NOT NULL,
    seed_hash TEXT NOT NULL,
    opened_by BIGINT NOT NULL,
    opened_by_name TEXT NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_periods PRIMARY KEY (id),
    CONSTRAINT ck_periods_status CHECK (status IN ('collecting', 'closed', 'planned', 'final')),
    CONSTRAINT ck_periods_month CHECK (length(month) = 7),
    CONSTRAINT ck_periods_seed CHECK (length(seed) = 64 AND length(seed_hash) = 64),
    CONSTRAINT ck_periods_closed CHECK ((status = 'collecting') = (closed_at IS NULL)),
    CONSTRAINT ck_periods_version CHECK (version >= 1),
    CONSTRAINT fk_periods_account_id FOREIGN KEY(account_id) REFERENCES accounts (id)
);

CREATE UNIQUE INDEX uq_periods_month ON periods (account_id, month);

CREATE TABLE wishes (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    status TEXT NOT NULL,
    count INTEGER DEFAULT '1' NOT NULL,
    at_most TEXT DEFAULT '' NOT NULL,
    weekdays JSONB DEFAULT '[]' NOT NULL,
    seats INTEGER DEFAULT '1' NOT NULL,
    names JSONB DEFAULT '[]' NOT NULL,
    standing BOOLEAN DEFAULT false NOT NULL,
    stated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_wishes PRIMARY KEY (id),
    CONSTRAINT ck_wishes_status CHECK (status IN ('asked', 'stated', 'withdrawn')),
    CONSTRAINT ck_wishes_at_most CHECK (at_most IN ('', 'day', 'week')),
    CONSTRAINT ck_wishes_count CHECK (count >= 1),
    CONSTRAINT ck_wishes_seats CHECK (seats >= 1),
    CONSTRAINT ck_wishes_version CHECK (version >= 1),
    CONSTRAINT fk_wishes_period_id FOREIGN KEY(period_id) REFERENCES periods (id),
    CONSTRAINT fk_wishes_person_id FOREIGN KEY(person_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_wishes_person ON wishes (period_id, person_id);

CREATE INDEX ix_wishes_person ON wishes (person_id);

CREATE TABLE wish_choices (
    wish_id BIGINT NOT NULL,
    event_id BIGINT NOT NULL,
    rank INTEGER NOT NULL,
    CONSTRAINT pk_wish_choices PRIMARY KEY (wish_id, event_id),
    CONSTRAINT ck_wish_choices_rank CHECK (rank >= 1),
    CONSTRAINT fk_wish_choices_wish_id FOREIGN KEY(wish_id) REFERENCES wishes (id),
    CONSTRAINT fk_wish_choices_event_id FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE INDEX ix_wish_choices_event ON wish_choices (event_id);

CREATE TABLE friendships (
    id BIGINT NOT NULL,
    period_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    friend_id BIGINT,
    link BIGINT NOT NULL,
    status TEXT NOT NULL,
    asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    CONSTRAINT pk_friendships PRIMARY KEY (id),
    CONSTRAINT ck_friendships_status CHECK (status IN ('asked', 'agreed', 'ended')),
    CONSTRAINT ck_friendships_two CHECK (friend_id IS NULL OR friend_id <> person_id),
    CONSTRAINT ck_friendships_agreed CHECK (status <> 'agreed' OR friend_id IS NOT NULL),
    CONSTRAINT ck_friendships_asked CHECK (status <> 'asked' OR friend_id IS NULL),
    CONSTRAINT ck_friendships_version CHECK (version >= 1),
    CONSTRAINT fk_friendships_period_id FOREIGN KEY(period_id) REFERENCES periods (id),
    CONSTRAINT fk_friendships_person_id FOREIGN KEY(person_id) REFERENCES participants (id),
    CONSTRAINT fk_friendships_friend_id FOREIGN KEY(friend_id) REFERENCES participants (id)
);

CREATE UNIQUE INDEX uq_friendships_link ON friendships (link);

CREATE INDEX ix_friendships_person ON friendships (person_id);

CREATE INDEX ix_friendships_friend ON friendships (friend_id);

CREATE UNIQUE INDEX uq_friendships_agreed ON friendships (period_id, person_id, friend_id) WHERE status = 'agreed';

CREATE TRIGGER periods_seed BEFORE UPDATE ON periods FOR EACH ROW
WHEN (NEW.seed <> OLD.seed OR NEW.seed_hash <> OLD.seed_hash OR NEW.month <> OLD.month)
EXECUTE FUNCTION refuse('a period keeps its seed');

CREATE TRIGGER periods_version BEFORE UPDATE ON periods FOR EACH ROW
WHEN (NEW.version <= OLD.version)
EXECUTE FUNCTION refuse('a period changes with its version');

CREATE FUNCTION wishes_of_open_periods() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM periods WHERE id = NEW.period_id AND status = 'collecting' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'wishes are closed' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER wishes_open BEFORE INSERT ON wishes FOR EACH ROW
EXECUTE FUNCTION wishes_of_open_periods();

CREATE TRIGGER wishes_changed BEFORE UPDATE ON wishes FOR EACH ROW
EXECUTE FUNCTION wishes_of_open_periods();

CREATE TRIGGER wishes_version BEFORE UPDATE ON wishes FOR EACH ROW
WHEN (NEW.version <= OLD.version)
EXECUTE FUNCTION refuse('a wish changes with its version');

CREATE FUNCTION choices_of_open_periods() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    chosen BIGINT := CASE WHEN TG_OP = 'DELETE' THEN OLD.wish_id ELSE NEW.wish_id END;
BEGIN
    PERFORM 1 FROM periods WHERE status = 'collecting'
        AND id = (SELECT period_id FROM wishes WHERE wishes.id = chosen) FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'wishes are closed' USING ERRCODE = '23514';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER wish_choices_open BEFORE INSERT ON wish_choices FOR EACH ROW
EXECUTE FUNCTION choices_of_open_periods();

CREATE TRIGGER wish_choices_gone BEFORE DELETE ON wish_choices FOR EACH ROW
EXECUTE FUNCTION choices_of_open_periods();

CREATE TRIGGER friendships_over BEFORE UPDATE ON friendships FOR EACH ROW
WHEN (NEW.version <= OLD.version OR OLD.status = 'ended' OR NEW.person_id <> OLD.person_id)
EXECUTE FUNCTION refuse('a friendship that is over stays over');
