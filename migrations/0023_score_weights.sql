-- Weights of a market's own, a question about weights, how even a run's outcome is, and what an application is worth.

-- Versions are one sequence over all markets, so that a proposal's version names its weights by itself.
ALTER TABLE score_weights
  ADD COLUMN market_id  uuid REFERENCES labour_market,   -- null: the default of every market that has none of its own
  ADD COLUMN account_id uuid REFERENCES account,         -- who set them; null: they came with the software
  ADD COLUMN note       text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  ADD CONSTRAINT score_weights_from_somebody CHECK (market_id IS NULL OR account_id IS NOT NULL);
CREATE INDEX score_weights_market ON score_weights (market_id, version DESC);

INSERT INTO score_weights (version, weights, note)
SELECT max(version) + 1, '{"skill": 30, "distance": 25, "wage": 20, "overlap": 10, "waiting": 10, "rating": 5, "applied": 10}',
       'An application counts.'
FROM score_weights;

ALTER TABLE scenario DROP CONSTRAINT scenario_kind_check,
  ADD CONSTRAINT scenario_kind_check CHECK (kind IN ('what_if', 'remedies', 'weights'));

ALTER TABLE match_run ADD COLUMN fairness jsonb;

-- Applications that a host has yet to answer, for work that still looks for people.
CREATE VIEW open_application AS
SELECT p.worker_id, p.need_id FROM application p JOIN labour_need d ON d.id = p.need_id AND d.state = 'open'
WHERE p.state = 'submitted';

-- Who applies, or takes it back, is worth more or less at that need: see 0018. The need itself is as before.
CREATE TRIGGER market_change_insert AFTER INSERT ON application REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects('worker_id', '');
CREATE TRIGGER market_change_update AFTER UPDATE ON application REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects('worker_id', '');
CREATE TRIGGER market_change_delete AFTER DELETE ON application REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION market_change_subjects('worker_id', '');
