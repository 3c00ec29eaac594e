-- The installation's signing keys, and the work passes made with them.

-- ES256 key pairs. One is in use; those before it only verify, so their private half is gone.
CREATE TABLE signing_key (
  kid            text PRIMARY KEY CHECK (kid ~ '^[A-Za-z0-9_-]{43}$'),   -- RFC 7638 thumbprint of the public key
  public_jwk     jsonb NOT NULL,
  private_cipher bytea,
  created_at     timestamptz NOT NULL DEFAULT now(),
  retired_at     timestamptz,
  CONSTRAINT signing_key_private CHECK ((retired_at IS NULL) = (private_cipher IS NOT NULL))
);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key ((true)) WHERE retired_at IS NULL;

-- Every certificate that a phone was given for a placement. The newest counts; a new device revokes the one before.
CREATE TABLE work_pass (
  placement_id uuid NOT NULL REFERENCES placement,
  serial       integer NOT NULL CHECK (serial >= 1),
  thumbprint   text NOT NULL CHECK (thumbprint ~ '^[A-Za-z0-9_-]{43}$'),  -- of the phone's key
  certificate  text NOT NULL CHECK (length(certificate) <= 2000),
  issued_at    timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  revoked_at   timestamptz,
  PRIMARY KEY (placement_id, serial),
  CONSTRAINT work_pass_life CHECK (expires_at > issued_at)
);
CREATE UNIQUE INDEX work_pass_in_force ON work_pass (placement_id) WHERE revoked_at IS NULL;

-- A pass opens the gate once: the same code shown again within its few seconds is a copy.
CREATE TABLE work_pass_use (
  placement_id uuid NOT NULL REFERENCES placement,
  step         bigint NOT NULL CHECK (step >= 0),   -- fifteen seconds since 1970
  used_at      timestamptz NOT NULL,
  CONSTRAINT work_pass_used_once UNIQUE (placement_id, step)
);
CREATE INDEX work_pass_use_used_at ON work_pass_use (used_at);

-- A placement that ends takes its passes with it, whoever ends it.
CREATE FUNCTION work_pass_follow_placement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE work_pass SET revoked_at = now() WHERE placement_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER work_pass_follow_placement AFTER UPDATE OF state ON placement FOR EACH ROW
  WHEN (NEW.state NOT IN ('planned', 'active')) EXECUTE FUNCTION work_pass_follow_placement();
