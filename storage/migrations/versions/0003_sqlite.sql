CREATE TABLE line_sizes (
    on_reserve INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    status TEXT NOT NULL,
    count INTEGER NOT NULL,
    CONSTRAINT pk_line_sizes PRIMARY KEY (on_reserve, place_id, priority, status),
    CONSTRAINT ck_line_sizes_on_reserve CHECK (on_reserve IN (0, 1)),
    CONSTRAINT ck_line_sizes_status CHECK (status IN ('waiting', 'offered', 'paused')),
    CONSTRAINT ck_line_sizes_count CHECK (count >= 0)
);

INSERT INTO line_sizes
SELECT event_id IS NULL, coalesce(event_id, service_id), priority, status, count(*) FROM entries
WHERE status IN ('waiting', 'offered', 'paused') GROUP BY 1, 2, 3, 4;

CREATE TRIGGER line_sizes_joined AFTER INSERT ON entries
WHEN NEW.status IN ('waiting', 'offered', 'paused')
BEGIN
    INSERT INTO line_sizes VALUES
        (NEW.event_id IS NULL, coalesce(NEW.event_id, NEW.service_id), NEW.priority, NEW.status, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER line_sizes_changed AFTER UPDATE ON entries
WHEN (OLD.event_id, OLD.service_id, OLD.priority, OLD.status)
    IS NOT (NEW.event_id, NEW.service_id, NEW.priority, NEW.status)
BEGIN
    UPDATE line_sizes SET count = count - 1 WHERE on_reserve = (OLD.event_id IS NULL)
        AND place_id = coalesce(OLD.event_id, OLD.service_id) AND priority = OLD.priority AND status = OLD.status;
    INSERT INTO line_sizes
        SELECT NEW.event_id IS NULL, coalesce(NEW.event_id, NEW.service_id), NEW.priority, NEW.status, 1
        WHERE NEW.status IN ('waiting', 'offered', 'paused')
        ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER line_sizes_gone AFTER DELETE ON entries
BEGIN
    UPDATE line_sizes SET count = count - 1 WHERE on_reserve = (OLD.event_id IS NULL)
        AND place_id = coalesce(OLD.event_id, OLD.service_id) AND priority = OLD.priority AND status = OLD.status;
END;
