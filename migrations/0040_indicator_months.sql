-- What a calendar month comes to, of every region with all below it, all together ('') or by one detail: long periods of large
-- regions are read from these, and from days only at their ends. Counted anew with the days that they hold.
CREATE TABLE indicator_month (
  region_id text NOT NULL,
  measure   text NOT NULL,
  split     text NOT NULL CHECK (split IN ('', 'industry', 'occupation', 'size')),
  month     date NOT NULL,
  part      text NOT NULL,
  bucket    smallint NOT NULL,
  amount    numeric NOT NULL,
  PRIMARY KEY (region_id, measure, split, month, part, bucket)
);
