-- Who and where: regions, industries, occupations, enterprises, bureaus, workers, accounts.
-- Codes always carry their scheme: another country is another scheme, never another column.

CREATE TABLE region (
  id        text PRIMARY KEY,              -- 'GB2260:350524'
  scheme    text NOT NULL,
  code      text NOT NULL,
  parent_id text REFERENCES region,
  level     text NOT NULL CHECK (level IN ('country', 'province', 'prefecture', 'county', 'township', 'custom')),
  name_zh   text NOT NULL,
  name_en   text NOT NULL,
  latitude  double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  UNIQUE (scheme, code)
);
CREATE INDEX region_parent ON region (parent_id);

-- Every region with itself and all above it: a jurisdiction is one indexed look-up in any scheme.
CREATE TABLE region_ancestor (
  region_id   text NOT NULL REFERENCES region ON DELETE CASCADE,
  ancestor_id text NOT NULL REFERENCES region ON DELETE CASCADE,
  PRIMARY KEY (region_id, ancestor_id)
);
CREATE INDEX region_ancestor_below ON region_ancestor (ancestor_id, region_id);

CREATE FUNCTION region_link() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO region_ancestor (region_id, ancestor_id)
  SELECT NEW.id, NEW.id
  UNION SELECT NEW.id, ancestor_id FROM region_ancestor WHERE region_id = NEW.parent_id;
  RETURN NULL;
END $$;
CREATE TRIGGER region_link AFTER INSERT ON region FOR EACH ROW EXECUTE FUNCTION region_link();

CREATE TABLE industry (
  id        text PRIMARY KEY,              -- 'GB4754:C21'
  scheme    text NOT NULL,
  code      text NOT NULL,
  parent_id text REFERENCES industry,
  name_zh   text NOT NULL,
  name_en   text NOT NULL,
  UNIQUE (scheme, code)
);

CREATE TABLE occupation (
  id       text PRIMARY KEY,               -- 'GJ:RT-WEAVE', 'US-SOC:37-3011'
  scheme   text NOT NULL,
  code     text NOT NULL,
  family   text NOT NULL,
  name_zh  text NOT NULL,
  name_en  text NOT NULL,
  isco08   text,
  pinyin   text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  UNIQUE (scheme, code)
);
CREATE INDEX occupation_search ON occupation USING gin ((name_zh || ' ' || name_en || ' ' || pinyin || ' ' || initials) gin_trgm_ops);

-- A worker skilled in substitute_id may do occupation_id, at a price in score points per hundred.
CREATE TABLE occupation_substitute (
  occupation_id text NOT NULL REFERENCES occupation,
  substitute_id text NOT NULL REFERENCES occupation,
  penalty       smallint NOT NULL CHECK (penalty BETWEEN 0 AND 100),
  PRIMARY KEY (occupation_id, substitute_id),
  CHECK (occupation_id <> substitute_id)
);

CREATE TABLE certificate (
  code    text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL
);

CREATE TABLE enterprise (
  id                  uuid PRIMARY KEY,
  registration_scheme text NOT NULL,       -- 'USCC' (GB 32100), or the scheme an import brought
  registration_code   text NOT NULL,
  name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  industry_id         text REFERENCES industry,
  region_id           text NOT NULL REFERENCES region,
  address             text NOT NULL DEFAULT '',
  latitude            double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude           double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  verification        text NOT NULL DEFAULT 'submitted' CHECK (verification IN ('submitted', 'verified', 'rejected', 'suspended')),
  verification_note   text,
  created_at          timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT enterprise_registration_unique UNIQUE (registration_scheme, registration_code)
);
CREATE INDEX enterprise_region ON enterprise (region_id);

CREATE TABLE bureau (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  region_id  text NOT NULL REFERENCES region,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A head that can be placed. It has no name until somebody brings one: see worker_person.
CREATE TABLE worker (
  id                 uuid PRIMARY KEY,
  home_enterprise_id uuid REFERENCES enterprise,   -- null: idle on their own, so every deal is direct
  region_id          text NOT NULL REFERENCES region,
  latitude           double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude          double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  rating             smallint CHECK (rating BETWEEN 0 AND 100),
  created_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX worker_home ON worker (home_enterprise_id);
CREATE INDEX worker_region ON worker (region_id);

-- Personal data lives apart, so that no bulk read ever touches it.
CREATE TABLE worker_person (
  worker_id        uuid PRIMARY KEY REFERENCES worker,
  name             text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  phone            text NOT NULL,
  birth_year       smallint NOT NULL CHECK (birth_year BETWEEN 1900 AND 2200),
  id_number_cipher bytea NOT NULL,
  id_number_index  bytea NOT NULL,
  claim_code_hash  bytea,
  CONSTRAINT worker_person_id_number_unique UNIQUE (id_number_index)
);
CREATE UNIQUE INDEX worker_person_claim_code ON worker_person (claim_code_hash) WHERE claim_code_hash IS NOT NULL;

CREATE TABLE worker_skill (
  worker_id     uuid NOT NULL REFERENCES worker,
  occupation_id text NOT NULL REFERENCES occupation,
  level         smallint NOT NULL CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (worker_id, occupation_id)
);
CREATE INDEX worker_skill_occupation ON worker_skill (occupation_id);

CREATE TABLE worker_certificate (
  worker_id        uuid NOT NULL REFERENCES worker,
  certificate_code text NOT NULL REFERENCES certificate,
  valid_until      date NOT NULL,
  PRIMARY KEY (worker_id, certificate_code)
);

CREATE TABLE account (
  id            uuid PRIMARY KEY,
  login         text NOT NULL CHECK (login = lower(login) AND length(login) BETWEEN 3 AND 254),   -- e-mail or E.164 phone
  email         text,
  password_hash text NOT NULL,
  language      text NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en')),
  kind          text NOT NULL CHECK (kind IN ('enterprise', 'worker', 'bureau', 'operator')),
  role          text NOT NULL DEFAULT 'member' CHECK (role IN ('owner', 'member')),
  enterprise_id uuid REFERENCES enterprise,
  worker_id     uuid REFERENCES worker,
  bureau_id     uuid REFERENCES bureau,
  disabled_at   timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT account_login_unique UNIQUE (login),
  CONSTRAINT account_worker_unique UNIQUE (worker_id),
  CONSTRAINT account_belongs_somewhere CHECK (
    (kind = 'enterprise') = (enterprise_id IS NOT NULL) AND
    (kind = 'worker') = (worker_id IS NOT NULL) AND
    (kind = 'bureau') = (bureau_id IS NOT NULL))
);
CREATE INDEX account_enterprise ON account (enterprise_id);
CREATE INDEX account_bureau ON account (bureau_id);

-- A session is a family of refresh tokens; reuse of a spent one revokes the family.
CREATE TABLE session (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX session_account ON session (account_id);
CREATE TABLE refresh_token (
  token_hash bytea PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES session ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  spent_at   timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);

CREATE TABLE api_key (
  id            uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  created_by    uuid NOT NULL REFERENCES account,
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  scopes        text[] NOT NULL,
  secret_hash   bytea NOT NULL UNIQUE,
  created_at    timestamptz NOT NULL DEFAULT now(),
  last_used_at  timestamptz,
  revoked_at    timestamptz
);
CREATE INDEX api_key_enterprise ON api_key (enterprise_id);

CREATE TABLE rate_limit (
  key    text PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
