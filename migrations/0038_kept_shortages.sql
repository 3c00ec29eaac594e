-- How the weeks of a region stood as their needs came to be known: summed ahead of the question, since a large province asks for
-- millions of combinations of need, week and day. Counted anew from the source rows, never moved by a difference.

-- A region with all below it; occupation '*' is all together. Arrays hold one number for each week, or each week and lead, in the
-- order that src/bureau/forecast/shortage-sums.rules.ts gives them.
CREATE TABLE shortage_panel (
  region_id     text        NOT NULL REFERENCES region,
  occupation_id text        NOT NULL,
  as_of         date        NOT NULL,
  counted_at    timestamptz NOT NULL,
  wanted        integer[]   NOT NULL,
  open          integer[]   NOT NULL,
  stays         integer[]   NOT NULL,
  PRIMARY KEY (region_id, occupation_id)
);

-- Regions whose needs or placements are other than they were. Repeats are no matter.
CREATE TABLE shortage_change (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  region_id text NOT NULL
);

-- What is there already is counted when a job process first looks.
INSERT INTO shortage_change (region_id) SELECT DISTINCT region_id FROM labour_need;
