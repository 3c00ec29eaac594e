-- Shared raw materials: a catalogue, lots on offer, requests, transfers between two enterprises, pooled purchases; and the stock
-- ledger that every quantity is read from. Goods are never oversold even if code is wrong: each movement is a posting whose
-- entries sum to zero, balances are kept by a trigger, and an account of goods that exist cannot fall below zero.

CREATE TABLE material_kind (
  id            text PRIMARY KEY CHECK (id ~ '^[A-Z0-9][A-Z0-9.-]{1,39}$'),
  name_zh       text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 80),
  name_en       text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 120),
  family        text NOT NULL CHECK (family IN ('fibre', 'metal', 'coating', 'packaging', 'timber', 'textile', 'fitting', 'other')),
  base_unit     text NOT NULL CHECK (base_unit IN ('kg', 'm', 'm2', 'm3', 'l', 'piece')),
  decimals      smallint NOT NULL CHECK (decimals BETWEEN 0 AND 4),
  specification jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(specification) = 'array'),
  -- Units of this kind alone, e.g. a roll of 50 m: [{"unit", "nameZh", "nameEn", "factor", "decimals"}], factor in base units.
  conversions   jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(conversions) = 'array'),
  shipped       boolean NOT NULL,
  retired_at    timestamptz
);
CREATE INDEX material_kind_family ON material_kind (family, id);

CREATE TABLE material_lot (
  id              uuid PRIMARY KEY,
  enterprise_id   uuid NOT NULL REFERENCES enterprise,
  kind_id         text NOT NULL REFERENCES material_kind,
  quantity        numeric(18, 6) NOT NULL CHECK (quantity > 0),      -- as it was declared, in base units
  grade           text NOT NULL CHECK (grade IN ('A', 'B', 'C', 'reclaimed')),
  region_id       text NOT NULL REFERENCES region,
  latitude        double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude       double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  site_name       text NOT NULL,
  terms           text NOT NULL CHECK (terms IN ('sale', 'loan')),
  -- The price is the fraction price_fen / price_factor fen per base unit; price_unit says how it was put.
  price_fen       integer CHECK (price_fen > 0),
  price_unit      text,
  price_factor    numeric(18, 6) CHECK (price_factor > 0),
  loan_days       smallint CHECK (loan_days BETWEEN 1 AND 730),
  available_until date NOT NULL,
  minimum_take    numeric(18, 6) NOT NULL CHECK (minimum_take >= 0),
  -- What two scales may differ by before somebody must say why.
  tolerance_percent smallint NOT NULL DEFAULT 2 CHECK (tolerance_percent BETWEEN 0 AND 20),
  description     text NOT NULL DEFAULT '',
  certificate_file_ids uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(certificate_file_ids) <= 20),
  state           text NOT NULL CHECK (state IN ('open', 'closed', 'expired')),
  published_at    timestamptz NOT NULL,
  CONSTRAINT material_lot_minimum_take CHECK (minimum_take <= quantity),
  CONSTRAINT material_lot_priced CHECK (
    terms = 'sale' AND price_fen IS NOT NULL AND price_unit IS NOT NULL AND price_factor IS NOT NULL AND loan_days IS NULL
    OR terms = 'loan' AND price_fen IS NULL AND price_unit IS NULL AND price_factor IS NULL AND loan_days IS NOT NULL)
);
CREATE INDEX material_lot_enterprise ON material_lot (enterprise_id, id);
CREATE INDEX material_lot_open ON material_lot (kind_id, region_id) WHERE state = 'open';
CREATE INDEX material_lot_open_newest ON material_lot (id) WHERE state = 'open';
CREATE INDEX material_lot_due ON material_lot (available_until) WHERE state = 'open';

CREATE TABLE material_request (
  id                  uuid PRIMARY KEY,
  enterprise_id       uuid NOT NULL REFERENCES enterprise,
  kind_ids            text[] NOT NULL CHECK (cardinality(kind_ids) BETWEEN 1 AND 10),   -- the first is wanted, the others may stand in
  quantity            numeric(18, 6) NOT NULL CHECK (quantity > 0),
  minimum_grade       text NOT NULL CHECK (minimum_grade IN ('A', 'B', 'C', 'reclaimed')),
  accepts_sale        boolean NOT NULL,
  accepts_loan        boolean NOT NULL,
  region_id           text NOT NULL REFERENCES region,
  latitude            double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude           double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  site_name           text NOT NULL,
  needed_by           date NOT NULL,
  ceiling_fen         integer CHECK (ceiling_fen > 0),                -- per base unit of the wanted kind
  priority            text NOT NULL CHECK (priority IN ('normal', 'urgent')),
  split_allowed       boolean NOT NULL,
  description         text NOT NULL DEFAULT '',
  production_order_id uuid,
  state               text NOT NULL CHECK (state IN ('open', 'closed', 'cancelled', 'expired')),
  published_at        timestamptz NOT NULL,
  CONSTRAINT material_request_some_terms CHECK (accepts_sale OR accepts_loan)
);
CREATE INDEX material_request_enterprise ON material_request (enterprise_id, id);
CREATE INDEX material_request_open ON material_request (id) WHERE state = 'open';
CREATE INDEX material_request_due ON material_request (needed_by) WHERE state = 'open';
CREATE INDEX material_request_order ON material_request (production_order_id) WHERE production_order_id IS NOT NULL;

CREATE TABLE material_transfer (
  id                  uuid PRIMARY KEY,
  lot_id              uuid NOT NULL REFERENCES material_lot,
  request_id          uuid REFERENCES material_request,
  owner_id            uuid NOT NULL REFERENCES enterprise,
  receiver_id         uuid NOT NULL REFERENCES enterprise,
  quantity            numeric(18, 6) NOT NULL CHECK (quantity > 0),   -- what was reserved
  state               text NOT NULL CHECK (state IN ('reserved', 'delivered', 'disputed', 'accepted', 'returned', 'released')),
  reserved_at         timestamptz NOT NULL,
  expires_at          timestamptz NOT NULL,
  released_by         text CHECK (released_by IN ('owner', 'receiver', 'expiry')),
  release_reason      text,
  delivered_quantity  numeric(18, 6) CHECK (delivered_quantity > 0),
  delivery_note       text,
  deviation_reason    text,
  delivered_at        timestamptz,
  claimed_quantity    numeric(18, 6) CHECK (claimed_quantity >= 0),
  dispute_reason      text,
  offered_quantity    numeric(18, 6) CHECK (offered_quantity >= 0),
  offer_note          text,
  accepted_quantity   numeric(18, 6) CHECK (accepted_quantity >= 0),
  accepted_at         timestamptz,
  invoice_fen         bigint CHECK (invoice_fen >= 0),
  due_on              date,
  shortfall_by        uuid,
  shortfall_quantity  numeric(18, 6) CHECK (shortfall_quantity > 0),
  shortfall_fen       bigint CHECK (shortfall_fen >= 0),
  shortfall_settled_at timestamptz,
  told_due_soon_at    timestamptz,
  told_overdue_at     timestamptz,
  ended_at            timestamptz,
  CONSTRAINT material_transfer_two_parties CHECK (owner_id <> receiver_id),
  CONSTRAINT material_transfer_delivered CHECK (state NOT IN ('delivered', 'disputed', 'accepted', 'returned')
    OR delivered_quantity IS NOT NULL AND delivery_note IS NOT NULL AND delivered_at IS NOT NULL),
  CONSTRAINT material_transfer_disputed CHECK (state <> 'disputed' OR claimed_quantity IS NOT NULL AND dispute_reason IS NOT NULL),
  CONSTRAINT material_transfer_accepted CHECK (state NOT IN ('accepted', 'returned')
    OR accepted_quantity IS NOT NULL AND accepted_at IS NOT NULL AND (invoice_fen IS NULL) <> (due_on IS NULL)),
  CONSTRAINT material_transfer_released CHECK ((state = 'released') = (released_by IS NOT NULL)),
  CONSTRAINT material_transfer_shortfall CHECK ((shortfall_quantity IS NULL) = (shortfall_fen IS NULL))
);
CREATE INDEX material_transfer_owner ON material_transfer (owner_id, id);
CREATE INDEX material_transfer_receiver ON material_transfer (receiver_id, id);
CREATE INDEX material_transfer_lot ON material_transfer (lot_id);
CREATE INDEX material_transfer_request ON material_transfer (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX material_transfer_holds ON material_transfer (expires_at) WHERE state = 'reserved';
CREATE INDEX material_transfer_loans ON material_transfer (due_on) WHERE state = 'accepted' AND due_on IS NOT NULL;

-- Goods that a borrower brings back, in one or several parts.
CREATE TABLE material_return (
  id                uuid PRIMARY KEY,
  transfer_id       uuid NOT NULL REFERENCES material_transfer,
  quantity          numeric(18, 6) NOT NULL CHECK (quantity > 0),
  note              text NOT NULL DEFAULT '',
  state             text NOT NULL CHECK (state IN ('stated', 'accepted', 'refused')),
  accepted_quantity numeric(18, 6) CHECK (accepted_quantity > 0 AND accepted_quantity <= quantity),
  refusal_reason    text,
  stated_at         timestamptz NOT NULL,
  decided_at        timestamptz,
  CONSTRAINT material_return_decided CHECK ((state = 'accepted') = (accepted_quantity IS NOT NULL))
);
CREATE INDEX material_return_transfer ON material_return (transfer_id, id);

-- The ledger. Accounts belong to a lot, or to a transfer out of it; so there is no account that everybody waits for.
--   of a lot:      outside    what its owner brought into the books and took out again; never above zero
--                  on_hand    what is there and free
--   of a transfer: reserved   held for the receiver
--                  delivered  on its way: stated by the owner, not yet accepted
--                  received   bought and accepted
--                  on_loan    accepted as a loan and still due
--                  returning  said to be brought back, not yet accepted by the owner
--                  returned   back with the owner
--                  shortfall  not brought back and settled in money
--                  difference what the two scales differ by; either sign
CREATE TABLE stock_account (
  id          uuid PRIMARY KEY,
  type        text NOT NULL CHECK (type IN ('outside', 'on_hand', 'reserved', 'delivered', 'received', 'on_loan', 'returning', 'returned', 'shortfall', 'difference')),
  kind_id     text NOT NULL REFERENCES material_kind,
  lot_id      uuid NOT NULL REFERENCES material_lot,
  transfer_id uuid REFERENCES material_transfer,
  balance     numeric(18, 6) NOT NULL DEFAULT 0,
  CONSTRAINT stock_account_once UNIQUE NULLS NOT DISTINCT (lot_id, transfer_id, type),
  CONSTRAINT stock_account_of_lot CHECK ((type IN ('outside', 'on_hand')) = (transfer_id IS NULL)),
  CONSTRAINT stock_account_not_negative CHECK (balance >= 0 OR type IN ('outside', 'difference')),
  CONSTRAINT stock_account_outside CHECK (balance <= 0 OR type <> 'outside')
);
CREATE INDEX stock_account_transfer ON stock_account (transfer_id) WHERE transfer_id IS NOT NULL;

CREATE TABLE stock_posting (
  id          uuid PRIMARY KEY,
  reason      text NOT NULL CHECK (reason IN ('publish', 'withdraw', 'expire', 'reserve', 'release', 'deliver', 'accept', 'return', 'take_back', 'refuse_return', 'settle_shortfall')),
  lot_id      uuid NOT NULL REFERENCES material_lot,
  transfer_id uuid REFERENCES material_transfer,
  actor       text NOT NULL,
  posted_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stock_posting_lot ON stock_posting (lot_id, id);

CREATE TABLE stock_entry (
  posting_id uuid NOT NULL REFERENCES stock_posting,
  account_id uuid NOT NULL REFERENCES stock_account,
  amount     numeric(18, 6) NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (posting_id, account_id)
);
CREATE INDEX stock_entry_account ON stock_entry (account_id);

-- Append-only, like the audit trail.
CREATE FUNCTION stock_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the stock ledger is append-only' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stock_ledger_append_only';
END $$;
CREATE TRIGGER stock_entry_append_only BEFORE UPDATE OR DELETE ON stock_entry FOR EACH ROW EXECUTE FUNCTION stock_refuse_change();
CREATE TRIGGER stock_entry_no_truncate BEFORE TRUNCATE ON stock_entry FOR EACH STATEMENT EXECUTE FUNCTION stock_refuse_change();
CREATE TRIGGER stock_posting_append_only BEFORE UPDATE OR DELETE ON stock_posting FOR EACH ROW EXECUTE FUNCTION stock_refuse_change();
CREATE TRIGGER stock_posting_no_truncate BEFORE TRUNCATE ON stock_posting FOR EACH STATEMENT EXECUTE FUNCTION stock_refuse_change();
CREATE TRIGGER stock_account_stays BEFORE DELETE ON stock_account FOR EACH ROW EXECUTE FUNCTION stock_refuse_change();
-- Only entries move a balance: a statement of anybody's own is at depth 0.
CREATE TRIGGER stock_account_by_entries BEFORE UPDATE ON stock_account
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION stock_refuse_change();
CREATE TRIGGER stock_account_opens_empty BEFORE INSERT ON stock_account
  FOR EACH ROW WHEN (NEW.balance <> 0) EXECUTE FUNCTION stock_refuse_change();

-- The row lock of the update is what concurrent postings of one account wait for.
CREATE FUNCTION stock_keep_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE stock_account SET balance = balance + NEW.amount WHERE id = NEW.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER stock_entry_balance AFTER INSERT ON stock_entry FOR EACH ROW EXECUTE FUNCTION stock_keep_balance();

CREATE FUNCTION stock_refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM stock_entry e JOIN stock_account a ON a.id = e.account_id
             WHERE e.posting_id = NEW.posting_id GROUP BY a.kind_id HAVING sum(e.amount) <> 0) THEN
    RAISE EXCEPTION 'the entries of a posting do not sum to zero'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'stock_posting_balanced';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER stock_posting_balanced AFTER INSERT ON stock_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stock_refuse_unbalanced();

-- Accounts whose balance is not what their entries sum to; an intact ledger returns none.
CREATE VIEW stock_account_broken AS
SELECT a.id, a.type, a.lot_id, a.transfer_id, a.balance, coalesce(sum(e.amount), 0) AS recomputed
FROM stock_account a LEFT JOIN stock_entry e ON e.account_id = a.id
GROUP BY a.id HAVING a.balance <> coalesce(sum(e.amount), 0);

-- What requests have got, in base units: held for them, and on its way or beyond.
CREATE VIEW material_request_secured AS
SELECT t.request_id,
       coalesce(sum(a.balance) FILTER (WHERE a.type = 'reserved'), 0) AS reserved,
       coalesce(sum(a.balance) FILTER (WHERE a.type IN ('delivered', 'received', 'on_loan', 'returning', 'returned', 'shortfall')), 0) AS delivered
FROM material_transfer t JOIN stock_account a ON a.transfer_id = t.id
WHERE t.request_id IS NOT NULL
GROUP BY t.request_id;

-- For the matching, in bulk: what may be taken now of owners that may deal. Prices are fen per base unit.
CREATE VIEW material_supply AS
SELECT l.id AS lot_id, l.enterprise_id, l.kind_id, a.balance AS available, l.grade, l.region_id, l.latitude, l.longitude,
       l.terms, l.price_fen / l.price_factor AS fen_per_base_unit, l.loan_days, l.minimum_take, l.available_until,
       l.price_fen, l.price_factor, k.base_unit
FROM material_lot l
JOIN stock_account a ON a.lot_id = l.id AND a.type = 'on_hand' AND a.balance > 0
JOIN material_kind k ON k.id = l.kind_id
JOIN enterprise e ON e.id = l.enterprise_id AND e.verification = 'verified'
WHERE l.state = 'open' AND NOT EXISTS (SELECT 1 FROM sanction_in_force s WHERE s.enterprise_id = l.enterprise_id);

-- One row per accepted kind, rank 1 for the wanted one.
CREATE VIEW material_demand AS
SELECT r.id AS request_id, r.enterprise_id, k.kind_id, k.rank::int AS rank,
       r.quantity - coalesce(s.reserved, 0) - coalesce(s.delivered, 0) AS unmet,
       r.minimum_grade, r.accepts_sale, r.accepts_loan, r.region_id, r.latitude, r.longitude, r.needed_by,
       r.ceiling_fen, r.priority, r.split_allowed, r.production_order_id
FROM material_request r
CROSS JOIN LATERAL unnest(r.kind_ids) WITH ORDINALITY AS k (kind_id, rank)
JOIN enterprise e ON e.id = r.enterprise_id AND e.verification = 'verified'
LEFT JOIN material_request_secured s ON s.request_id = r.id
WHERE r.state = 'open' AND r.quantity > coalesce(s.reserved, 0) + coalesce(s.delivered, 0)
  AND NOT EXISTS (SELECT 1 FROM sanction_in_force n WHERE n.enterprise_id = r.enterprise_id);

-- What a run of the matching advises; written as a difference.
CREATE TABLE material_proposal (
  id            uuid PRIMARY KEY,
  run_id        uuid NOT NULL,
  request_id    uuid NOT NULL REFERENCES material_request,
  lot_id        uuid NOT NULL REFERENCES material_lot,
  quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
  goods_fen     bigint NOT NULL CHECK (goods_fen >= 0),
  transport_fen bigint NOT NULL CHECK (transport_fen >= 0),
  state         text NOT NULL CHECK (state IN ('proposed', 'taken', 'superseded', 'declined')),
  created_at    timestamptz NOT NULL DEFAULT now(),
  decided_at    timestamptz
);
CREATE UNIQUE INDEX material_proposal_one_open ON material_proposal (request_id, lot_id) WHERE state = 'proposed';
CREATE INDEX material_proposal_request ON material_proposal (request_id, id);
CREATE INDEX material_proposal_lot ON material_proposal (lot_id, id);

-- What has ended is not proposed any more, whoever ended it.
CREATE FUNCTION material_proposal_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'material_lot' THEN
    UPDATE material_proposal SET state = 'superseded', decided_at = now() WHERE state = 'proposed' AND lot_id = NEW.id;
  ELSE
    UPDATE material_proposal SET state = 'superseded', decided_at = now() WHERE state = 'proposed' AND request_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER material_lot_ends_proposals AFTER UPDATE OF state ON material_lot
  FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state <> 'open') EXECUTE FUNCTION material_proposal_supersede();
CREATE TRIGGER material_request_ends_proposals AFTER UPDATE OF state ON material_request
  FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state <> 'open') EXECUTE FUNCTION material_proposal_supersede();

-- Several enterprises' demand bought together. Quantities are in the pool's unit, tiers [{"fromQuantity", "fenPerUnit"}].
CREATE TABLE pooled_purchase (
  id             uuid PRIMARY KEY,
  organiser_id   uuid NOT NULL REFERENCES enterprise,
  kind_id        text NOT NULL REFERENCES material_kind,
  unit           text NOT NULL,
  decimals       smallint NOT NULL CHECK (decimals BETWEEN 0 AND 6),
  tiers          jsonb NOT NULL CHECK (jsonb_typeof(tiers) = 'array' AND jsonb_array_length(tiers) BETWEEN 1 AND 10),
  threshold      numeric(18, 6) NOT NULL CHECK (threshold > 0),
  closes_on      date NOT NULL,
  supplier_name  text NOT NULL,
  region_id      text NOT NULL REFERENCES region,
  latitude       double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude      double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  site_name      text NOT NULL,
  description    text NOT NULL DEFAULT '',
  state          text NOT NULL CHECK (state IN ('open', 'committed', 'arrived', 'dissolved')),
  opened_at      timestamptz NOT NULL,
  fen_per_unit   integer CHECK (fen_per_unit > 0),
  committed_at   timestamptz,
  arrived        numeric(18, 6) CHECK (arrived > 0),
  invoice_fen    bigint CHECK (invoice_fen >= 0),
  arrived_at     timestamptz,
  CONSTRAINT pooled_purchase_committed CHECK ((state IN ('committed', 'arrived')) = (fen_per_unit IS NOT NULL)),
  CONSTRAINT pooled_purchase_arrived CHECK ((state = 'arrived') = (arrived IS NOT NULL) AND (arrived IS NULL) = (invoice_fen IS NULL))
);
CREATE INDEX pooled_purchase_organiser ON pooled_purchase (organiser_id, id);
CREATE INDEX pooled_purchase_due ON pooled_purchase (closes_on) WHERE state = 'open';

CREATE TABLE pooled_purchase_member (
  pool_id       uuid NOT NULL REFERENCES pooled_purchase,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),
  allocated     numeric(18, 6) CHECK (allocated >= 0),
  cost_fen      bigint CHECK (cost_fen >= 0),
  joined_at     timestamptz NOT NULL,
  PRIMARY KEY (pool_id, enterprise_id),
  CONSTRAINT pooled_purchase_member_within CHECK (allocated <= quantity)
);
CREATE INDEX pooled_purchase_member_enterprise ON pooled_purchase_member (enterprise_id);

-- What arrived and what it cost is shared out to the last step and the last fen.
CREATE FUNCTION pooled_purchase_refuse_rest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM pooled_purchase p LEFT JOIN pooled_purchase_member m ON m.pool_id = p.id
             WHERE p.id = NEW.id AND p.state = 'arrived' GROUP BY p.id
             HAVING coalesce(sum(m.allocated), 0) <> p.arrived OR coalesce(sum(m.cost_fen), 0) <> p.invoice_fen) THEN
    RAISE EXCEPTION 'a pooled purchase is not shared out exactly'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'pooled_purchase_shared_out';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pooled_purchase_shared_out AFTER UPDATE ON pooled_purchase
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pooled_purchase_refuse_rest();
