-- Which span of a trace (W3C traceparent) made a row, so that what follows from it, in other processes, joins the same trace.
-- A transaction that is traced says so in a setting of its own, and each row it inserts keeps that; else null.

CREATE FUNCTION current_traceparent() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT nullif(current_setting('gongji.traceparent', true), '')
$$;

ALTER TABLE outbox_event ADD COLUMN traceparent text;
ALTER TABLE outbox_event ALTER COLUMN traceparent SET DEFAULT current_traceparent();
ALTER TABLE outbox_event ADD CONSTRAINT outbox_event_traceparent
  CHECK (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');

ALTER TABLE market_change ADD COLUMN traceparent text;
ALTER TABLE market_change ALTER COLUMN traceparent SET DEFAULT current_traceparent();
ALTER TABLE market_change ADD CONSTRAINT market_change_traceparent
  CHECK (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
