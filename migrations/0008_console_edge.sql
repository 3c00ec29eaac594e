-- A session of a browser: a cookie that no script can read names it, in place of tokens.
ALTER TABLE session ADD COLUMN cookie_hash bytea;
CREATE UNIQUE INDEX session_cookie ON session (cookie_hash) WHERE cookie_hash IS NOT NULL;

-- Open pages hear of what changes, once per transaction and topic, when it commits. What is told is only "look again":
-- whoever listens then reads what they may see. A trigger's arguments are pairs of a kind of topic and the column of its id.
-- Workers are not told of single proposals: a run writes them by the ten thousand.
CREATE FUNCTION tell_live() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 BY 2 LOOP
    EXECUTE format(
      'SELECT pg_notify(''live'', %L || id) FROM (SELECT DISTINCT %I AS id FROM changed) told WHERE id IS NOT NULL',
      TG_ARGV[i] || ':', TG_ARGV[i + 1]);
  END LOOP;
  PERFORM pg_notify('live', 'labour');
  RETURN NULL;
END $$;

DO $$
DECLARE
  told record;
  event text;
BEGIN
  FOR told IN SELECT * FROM (VALUES
    ('notification', 'account, account_id'),
    ('match_run',    'match-run, id'),
    ('labour_need',  'need, id, enterprise, host_id'),
    ('proposal',     'need, need_id'),
    ('consent',      'worker, worker_id, enterprise, lender_id'),
    ('application',  'need, need_id, worker, worker_id'),
    ('offer',        'need, need_id, worker, worker_id, enterprise, host_id, enterprise, lender_id'),
    ('placement',    'need, need_id, worker, worker_id, enterprise, host_id, enterprise, lender_id')
  ) AS topics (name, arguments) LOOP
    FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
      EXECUTE format(
        'CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION tell_live(%s)',
        'live_' || lower(event), event, told.name,
        (SELECT string_agg(quote_literal(trim(word)), ', ') FROM unnest(string_to_array(told.arguments, ',')) word));
    END LOOP;
  END LOOP;
END $$;
