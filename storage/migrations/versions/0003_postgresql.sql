-- Older replicas go on serving: none of their changes may fall between the counting and the triggers.
LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE line_sizes (
    on_reserve INTEGER NOT NULL,
    place_id BIGINT NOT NULL,
    priority INTEGER NOT NULL,
    status TEXT NOT NULL,
    count INTEGER NOT NULL,
    CONSTRAINT pk_line_sizes PRIMARY KEY (on_reserve, place_id, priority, status),
    CONSTRAINT ck_line_sizes_on_reserve CHECK (on_reserve IN (0, 1)),
    CONSTRAINT ck_line_sizes_status CHECK (status IN ('waiting', 'offered', 'paused')),
    CONSTRAINT ck_line_sizes_count CHECK (count >= 0)
);

CREATE FUNCTION line_sizes_joined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO line_sizes AS size
        SELECT CASE WHEN event_id IS NULL THEN 1 ELSE 0 END, coalesce(event_id, service_id), priority, status, count(*)
        FROM came WHERE status IN ('waiting', 'offered', 'paused') GROUP BY 1, 2, 3, 4
        ON CONFLICT ON CONSTRAINT pk_line_sizes DO UPDATE SET count = size.count + excluded.count;
    RETURN NULL;
END $$;

CREATE FUNCTION line_sizes_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH moves AS (
        SELECT CASE WHEN event_id IS NULL THEN 1 ELSE 0 END AS on_reserve,
            coalesce(event_id, service_id) AS place_id, priority, status, sum(by)::integer AS by
        FROM (
            SELECT event_id, service_id, priority, status, 1 AS by FROM came
            UNION ALL SELECT event_id, service_id, priority, status, -1 FROM went
        ) AS each WHERE status IN ('waiting', 'offered', 'paused') GROUP BY 1, 2, 3, 4 HAVING sum(by) <> 0
    ), fewer AS (
        UPDATE line_sizes AS size SET count = size.count + moves.by FROM moves
        WHERE moves.by < 0 AND size.on_reserve = moves.on_reserve AND size.place_id = moves.place_id
            AND size.priority = moves.priority AND size.status = moves.status
    )
    INSERT INTO line_sizes AS size SELECT * FROM moves WHERE by > 0
        ON CONFLICT ON CONSTRAINT pk_line_sizes DO UPDATE SET count = size.count + excluded.count;
    RETURN NULL;
END $$;

CREATE FUNCTION line_sizes_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE line_sizes AS size SET count = size.count - gone.by FROM (
        SELECT CASE WHEN event_id IS NULL THEN 1 ELSE 0 END AS on_reserve,
            coalesce(event_id, service_id) AS place_id, priority, status, count(*) AS by
        FROM went GROUP BY 1, 2, 3, 4
    ) AS gone
    WHERE size.on_reserve = gone.on_reserve AND size.place_id = gone.place_id
        AND size.priority = gone.priority AND size.status = gone.status;
    RETURN NULL;
END $$;

INSERT INTO line_sizes
SELECT CASE WHEN event_id IS NULL THEN 1 ELSE 0 END, coalesce(event_id, service_id), priority, status, count(*)
FROM entries WHERE status IN ('waiting', 'offered', 'paused') GROUP BY 1, 2, 3, 4;

CREATE TRIGGER line_sizes_joined AFTER INSERT ON entries REFERENCING NEW TABLE AS came
FOR EACH STATEMENT EXECUTE FUNCTION line_sizes_joined();

CREATE TRIGGER line_sizes_changed AFTER UPDATE ON entries REFERENCING OLD TABLE AS went NEW TABLE AS came
FOR EACH STATEMENT EXECUTE FUNCTION line_sizes_changed();

CREATE TRIGGER line_sizes_gone AFTER DELETE ON entries REFERENCING OLD TABLE AS went
FOR EACH STATEMENT EXECUTE FUNCTION line_sizes_gone();
