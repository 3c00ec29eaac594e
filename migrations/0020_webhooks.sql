-- Webhooks: what an enterprise is told, posted to its own systems. At most five endpoints each: one for each slot.

CREATE TABLE webhook_endpoint (
  id                  uuid PRIMARY KEY,
  enterprise_id       uuid NOT NULL REFERENCES enterprise,
  slot                smallint NOT NULL CHECK (slot BETWEEN 1 AND 5),
  url                 text NOT NULL CHECK (length(url) <= 500),
  topics              text[] NOT NULL CHECK (cardinality(topics) > 0 AND topics <@ ARRAY[
                        'market', 'agreements', 'work', 'life', 'money', 'voices', 'register']),
  description         text NOT NULL,
  -- Encrypted, as is the secret that it replaced, which signs too until the given time.
  secret              bytea NOT NULL,
  former_secret       bytea,
  former_secret_until timestamptz,
  -- Who or what paused it; null: it is not paused.
  pause               text CHECK (pause IN ('owner', 'failures', 'gone')),
  paused_at           timestamptz,
  failed_in_row       integer NOT NULL DEFAULT 0 CHECK (failed_in_row >= 0),
  created_at          timestamptz NOT NULL,
  CONSTRAINT webhook_endpoint_slot UNIQUE (enterprise_id, slot),
  CHECK ((former_secret IS NULL) = (former_secret_until IS NULL)),
  CHECK ((pause IS NULL) = (paused_at IS NULL))
);

-- One message for one endpoint: of one event at most once, however often its handler runs.
CREATE TABLE webhook_delivery (
  id               uuid PRIMARY KEY,
  endpoint_id      uuid NOT NULL REFERENCES webhook_endpoint ON DELETE CASCADE,
  event_id         uuid NOT NULL,
  event            text NOT NULL,
  -- Null: a test.
  topic            text,
  body             text NOT NULL,
  state            text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'held')),
  attempts         integer NOT NULL DEFAULT 0,
  -- A replay allows for more.
  allowed_attempts integer NOT NULL,
  status           integer,
  duration_ms      integer,
  last_error       text CHECK (length(last_error) <= 200),
  created_at       timestamptz NOT NULL,
  tried_at         timestamptz,
  CONSTRAINT webhook_delivery_once UNIQUE (endpoint_id, event_id),
  CHECK (attempts BETWEEN 0 AND allowed_attempts)
);
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, id DESC);
CREATE INDEX webhook_delivery_age ON webhook_delivery (created_at);

-- Whoever writes down how an attempt ended also writes its endpoint, so the endpoint's news will do for both.
SELECT follow_live('webhook_endpoint', 'enterprise', 'enterprise_id');
