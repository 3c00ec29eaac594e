-- How people want to be told, by e-mail, SMS and push; what waits for their daily digest; what could not be sent.
-- The inbox of the console always has everything.

CREATE TABLE notification_preference (
  account_id   uuid PRIMARY KEY REFERENCES account,
  email        boolean NOT NULL DEFAULT true,
  sms          boolean NOT NULL DEFAULT false,
  muted_topics text[] NOT NULL DEFAULT '{}',
  quiet_from   time,
  quiet_until  time,
  digest       text NOT NULL DEFAULT 'none' CHECK (digest IN ('none', 'daily')),
  CONSTRAINT notification_preference_muted_topics_check
    CHECK (muted_topics <@ ARRAY['market', 'agreements', 'work', 'life', 'money', 'voices', 'register']),
  CONSTRAINT notification_preference_quiet_whole
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL) AND quiet_from IS DISTINCT FROM COALESCE(quiet_until, '24:00'))
);

-- A digest is carried by one of the deliveries that it is made of: the carrier has its day, all have the carrier's id.
ALTER TABLE notification_delivery
  ADD COLUMN account_id uuid REFERENCES account,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN digest_id  uuid REFERENCES notification_delivery,
  ADD COLUMN digest_day date,
  ADD CONSTRAINT notification_delivery_carrier CHECK (digest_day IS NULL OR digest_id = id);
UPDATE notification_delivery d SET account_id = n.account_id, created_at = n.created_at
  FROM notification n WHERE n.id = d.notification_id;
ALTER TABLE notification_delivery
  ALTER COLUMN account_id SET NOT NULL,
  DROP CONSTRAINT notification_delivery_channel_check,
  ADD CONSTRAINT notification_delivery_channel_check CHECK (channel IN ('email', 'sms', 'push')),
  DROP CONSTRAINT notification_delivery_state_check,
  ADD CONSTRAINT notification_delivery_state_check
    CHECK (state IN ('pending', 'held', 'bundled', 'sent', 'failed', 'skipped')),
  ADD CONSTRAINT notification_delivery_bundled CHECK (state <> 'bundled' OR digest_id IS NOT NULL);

-- One digest a day, whatever runs twice.
CREATE UNIQUE INDEX notification_delivery_digest_once ON notification_delivery (account_id, channel, digest_day)
  WHERE digest_day IS NOT NULL;
CREATE INDEX notification_delivery_digest ON notification_delivery (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX notification_delivery_held ON notification_delivery (account_id, channel) WHERE state = 'held';
CREATE INDEX notification_delivery_failed ON notification_delivery (id DESC) WHERE state = 'failed';
-- How much was sent to an account today.
CREATE INDEX notification_delivery_account ON notification_delivery (account_id, created_at);

-- A device that takes push messages, as long as somebody is logged in on it: it goes with its session.
CREATE TABLE push_device (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  session_id uuid NOT NULL CONSTRAINT push_device_session_once UNIQUE REFERENCES session ON DELETE CASCADE,
  endpoint   text NOT NULL CONSTRAINT push_device_endpoint_once UNIQUE CHECK (endpoint LIKE 'https://%'),
  p256dh     text NOT NULL,
  auth       text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX push_device_account ON push_device (account_id);
