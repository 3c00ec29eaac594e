-- Production orders, what they need, and what is reserved for them. What is secured is read from the facts, never kept.

-- What one unit of a product takes, in versions; an order keeps the version it was made by.
CREATE TABLE recipe (
  id            uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  product       text NOT NULL CHECK (length(product) BETWEEN 1 AND 100),
  unit          text NOT NULL CHECK (length(unit) BETWEEN 1 AND 20),
  -- Others may read and use it.
  is_shared     boolean NOT NULL,
  created_at    timestamptz NOT NULL
);
CREATE INDEX recipe_enterprise ON recipe (enterprise_id, id);
CREATE INDEX recipe_shared ON recipe (id) WHERE is_shared;

CREATE TABLE recipe_version (
  recipe_id  uuid NOT NULL REFERENCES recipe,
  version    integer NOT NULL CHECK (version >= 1),
  -- [{"leg", "thingId", "perUnit", …}]: hours of labour, base units of material, minutes of a process, in the order of the steps.
  lines      jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) BETWEEN 1 AND 40),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (recipe_id, version)
);

CREATE TABLE production_order (
  id                 uuid PRIMARY KEY,
  enterprise_id      uuid NOT NULL REFERENCES enterprise,
  reference          text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
  product            text NOT NULL CHECK (length(product) BETWEEN 1 AND 100),
  quantity           numeric(18, 6) NOT NULL CHECK (quantity > 0),
  value_fen          bigint NOT NULL CHECK (value_fen BETWEEN 0 AND 1000000000000),
  customer           text NOT NULL DEFAULT '',
  region_id          text NOT NULL REFERENCES region,
  latitude           double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude          double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  earliest_start     date NOT NULL,
  due_date           date NOT NULL,
  recipe_id          uuid,
  recipe_version     integer,
  state              text NOT NULL CHECK (state IN ('open', 'delivered', 'cancelled')),
  placed_at          timestamptz NOT NULL,
  delivered_on       date,
  delivered_quantity numeric(18, 6) CHECK (delivered_quantity > 0),
  -- Why it came late or short, as its enterprise says.
  missed_because     text CHECK (missed_because IN ('labour', 'material', 'capacity', 'other')),
  -- The owner and the bureau were told that it is at risk.
  risk_told_at       timestamptz,
  FOREIGN KEY (recipe_id, recipe_version) REFERENCES recipe_version,
  CONSTRAINT production_order_period CHECK (due_date >= earliest_start),
  CONSTRAINT production_order_delivery CHECK ((state = 'delivered') = (delivered_on IS NOT NULL AND delivered_quantity IS NOT NULL))
);
CREATE INDEX production_order_enterprise ON production_order (enterprise_id, id);
CREATE INDEX production_order_due ON production_order (region_id, due_date);
CREATE INDEX production_order_open ON production_order (due_date) WHERE state = 'open';

CREATE TABLE order_requirement (
  id            uuid PRIMARY KEY,
  order_id      uuid NOT NULL REFERENCES production_order,
  position      smallint NOT NULL CHECK (position BETWEEN 1 AND 40),
  leg           text NOT NULL CHECK (leg IN ('labour', 'material', 'capacity')),
  thing_id      text NOT NULL,                                       -- occupation, kind of material, process
  quantity      numeric(18, 6) NOT NULL CHECK (quantity > 0),        -- heads, base units, machine minutes
  own_quantity  numeric(18, 6) NOT NULL CHECK (own_quantity >= 0),   -- what the enterprise has itself
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  min_level     smallint CHECK (min_level BETWEEN 1 AND 5),
  minimum_grade text CHECK (minimum_grade IN ('A', 'B', 'C', 'reclaimed')),
  -- The highest wage, price of a base unit, or price of an hour, in fen.
  ceiling_fen   integer CHECK (ceiling_fen > 0),
  wage_unit     text CHECK (wage_unit IN ('hour', 'day', 'month')),
  UNIQUE (order_id, position),
  CONSTRAINT order_requirement_period CHECK (ends_on >= starts_on),
  CONSTRAINT order_requirement_labour CHECK (
    (leg = 'labour') = (min_level IS NOT NULL AND ceiling_fen IS NOT NULL AND wage_unit IS NOT NULL)
    AND (leg = 'material') = (minimum_grade IS NOT NULL))
);

-- What is reserved for a requirement: a transfer of goods, a booking of hours, or a need of labour with its offers.
CREATE TABLE order_allocation (
  id             uuid PRIMARY KEY,
  requirement_id uuid NOT NULL REFERENCES order_requirement,
  transfer_id    uuid UNIQUE REFERENCES material_transfer,
  booking_id     uuid UNIQUE REFERENCES capacity_booking,
  need_id        uuid UNIQUE REFERENCES labour_need,
  created_at     timestamptz NOT NULL,
  CONSTRAINT order_allocation_one CHECK (num_nonnulls(transfer_id, booking_id, need_id) = 1)
);
CREATE INDEX order_allocation_requirement ON order_allocation (requirement_id);

-- What each allocation stands for now: reserved counts everything that holds, confirmed what the other side has agreed to.
CREATE VIEW order_allocation_status AS
SELECT a.id AS allocation_id, a.requirement_id,
       CASE WHEN t.state IN ('reserved', 'delivered', 'disputed', 'accepted') THEN coalesce(t.accepted_quantity, t.quantity) ELSE 0 END AS reserved,
       CASE WHEN t.state IN ('delivered', 'accepted') THEN coalesce(t.accepted_quantity, t.quantity) ELSE 0 END AS confirmed
FROM order_allocation a JOIN material_transfer t ON t.id = a.transfer_id
UNION ALL
SELECT a.id, a.requirement_id, d.minutes, CASE WHEN b.state = 'held' THEN 0 ELSE d.minutes END
FROM order_allocation a JOIN capacity_booking b ON b.id = a.booking_id AND b.state <> 'released'
CROSS JOIN LATERAL (SELECT greatest(0, sum(c.minutes) - b.setup_minutes) AS minutes FROM capacity_booking_day c
                    WHERE c.booking_id = b.id) d
UNION ALL
SELECT a.id, a.requirement_id, count(*), count(*) FILTER (WHERE o.state = 'confirmed')
FROM order_allocation a JOIN offer o ON o.need_id = a.need_id
LEFT JOIN placement p ON p.offer_id = o.id
WHERE o.state IN ('sent', 'accepted') OR o.state = 'confirmed' AND (p.id IS NULL OR p.state IN ('planned', 'active', 'completed'))
GROUP BY a.id, a.requirement_id;

CREATE VIEW order_requirement_status AS
SELECT r.id AS requirement_id, r.order_id, r.leg, r.thing_id, r.quantity, r.own_quantity,
       coalesce(s.reserved, 0) AS reserved, coalesce(s.confirmed, 0) AS confirmed,
       greatest(0, r.quantity - r.own_quantity - coalesce(s.reserved, 0)) AS missing
FROM order_requirement r
LEFT JOIN (SELECT requirement_id, sum(reserved) AS reserved, sum(confirmed) AS confirmed
           FROM order_allocation_status GROUP BY requirement_id) s ON s.requirement_id = r.id;

-- An order is secured when nothing is missing; kept when it was delivered in full by its date.
CREATE VIEW order_status AS
SELECT o.id AS order_id, o.region_id, o.enterprise_id, o.due_date, o.state, o.value_fen,
       o.state = 'open' AND NOT EXISTS (SELECT 1 FROM order_requirement_status s WHERE s.order_id = o.id AND s.missing > 0) AS is_secured,
       o.state = 'delivered' AND o.delivered_on <= o.due_date AND o.delivered_quantity >= o.quantity AS is_kept
FROM production_order o;

-- Names of things, for whoever shows them.
CREATE VIEW order_thing AS
SELECT 'labour' AS leg, id, name_zh, name_en, 'head' AS unit FROM occupation
UNION ALL SELECT 'material', id, name_zh, name_en, base_unit FROM material_kind
UNION ALL SELECT 'capacity', id, name_zh, name_en, 'minute' FROM process;

-- The order guarantee rate as it was seen on each day, of orders due thirty days before and after it.
CREATE TABLE order_guarantee_day (
  region_id    text NOT NULL REFERENCES region,
  day          date NOT NULL,
  orders       integer NOT NULL CHECK (orders >= 0),
  guaranteed   integer NOT NULL CHECK (guaranteed BETWEEN 0 AND orders),
  value_fen    bigint NOT NULL,
  guaranteed_fen bigint NOT NULL,
  PRIMARY KEY (region_id, day)
);

SELECT follow_live('production_order', 'enterprise', 'enterprise_id');
