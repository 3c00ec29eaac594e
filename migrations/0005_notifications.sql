-- A notification is one event told to one account, at most once; each channel delivers it at most once in effect.

CREATE TABLE notification (
  id         uuid PRIMARY KEY,
  event_id   uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  kind       text NOT NULL,
  params     jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at    timestamptz,
  CONSTRAINT notification_once UNIQUE (event_id, account_id, kind)
);
CREATE INDEX notification_account ON notification (account_id, id DESC);

CREATE TABLE notification_delivery (
  id              uuid PRIMARY KEY,
  notification_id uuid NOT NULL REFERENCES notification,
  channel         text NOT NULL CHECK (channel IN ('email')),
  state           text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed')),
  attempts        integer NOT NULL DEFAULT 0,
  last_error      text,
  sent_at         timestamptz,
  CONSTRAINT notification_delivery_once UNIQUE (notification_id, channel)
);
