-- Plans of a region's orders, made by a job, and what they propose to enterprises.

CREATE TABLE region_plan (
  id           uuid PRIMARY KEY,
  region_id    text NOT NULL REFERENCES region,
  by_number    boolean NOT NULL,
  account_id   uuid NOT NULL REFERENCES account,
  state        text NOT NULL CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
  requested_at timestamptz NOT NULL,
  finished_at  timestamptz,
  outcome      jsonb,
  CONSTRAINT region_plan_outcome CHECK ((state = 'succeeded') = (outcome IS NOT NULL)),
  CONSTRAINT region_plan_finished CHECK ((state IN ('succeeded', 'failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX region_plan_region ON region_plan (region_id, id);
-- One at a time: who asks while one is under way waits for that one.
CREATE UNIQUE INDEX region_plan_open ON region_plan (region_id) WHERE state IN ('queued', 'running');

-- What a plan foresees for an order; its enterprise accepts it by securing the order. Nothing is reserved by it.
CREATE TABLE order_proposal (
  id          uuid PRIMARY KEY,
  plan_id     uuid NOT NULL REFERENCES region_plan,
  order_id    uuid NOT NULL REFERENCES production_order,
  -- [{"requirementId", "leg", "thingId", "quantity", "enterpriseId", "supplyIds"}]: workers, a lot, or a window and its day.
  shares      jsonb NOT NULL CHECK (jsonb_typeof(shares) = 'array'),
  state       text NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
  proposed_at timestamptz NOT NULL,
  ended_at    timestamptz,
  CONSTRAINT order_proposal_ended CHECK ((state = 'proposed') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX order_proposal_open ON order_proposal (order_id) WHERE state = 'proposed';
CREATE INDEX order_proposal_plan ON order_proposal (plan_id);
