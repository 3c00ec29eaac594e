import { hash } from '@node-rs/argon2';

const PASSWORD = 'a password of the benchmark';
const PROVINCE = 'GB2260:350000';
const DAYS = 730;
const FILLED = ['enterprise', 'worker', 'labour_need', 'offer', 'placement', 'attendance_day'];

/** Two years of a province, as rows: no service is asked, and no trigger. @param {number} scale */
export async function fillPast({ client, ask }, scale) {
  const [needs, placements, workers] = [100_000, 1_000_000, 400_000].map((n) => Math.round(n * scale));
  await client.query(`SELECT setseed(0.8)`);
  await client.query(`CREATE TEMP TABLE county AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM region r
    JOIN region_ancestor a ON a.region_id = r.id AND a.ancestor_id = '${PROVINCE}' WHERE r.level = 'county'`);
  const { rows } = await client.query('SELECT count(*)::int AS n FROM county');
  const counties = rows[0].n;
  await client.query(
    `CREATE TEMP TABLE trade AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM occupation WHERE id LIKE 'GJ:%'`,
  );
  await client.query(`CREATE TEMP TABLE branch AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM industry`);
  const trades = (await client.query('SELECT count(*)::int AS n FROM trade')).rows[0].n;
  const branches = (await client.query('SELECT count(*)::int AS n FROM branch')).rows[0].n;
  for (const table of FILLED) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(
    `INSERT INTO enterprise (id, registration_scheme, registration_code, name, industry_id, size, region_id, latitude, longitude, verification)
     SELECT gen_random_uuid(), 'BENCH', g::text, 'E' || g, b.id, (ARRAY['large', 'medium', 'small', 'micro'])[1 + floor(sqrt(g % 16))::int], c.id,
            25, 118, 'verified' FROM generate_series(1, 5000) g
     JOIN branch b ON b.n = 1 + g % ${branches} JOIN county c ON c.n = 1 + g % ${counties}`,
  );
  await client.query(
    `CREATE TEMP TABLE host AS SELECT id, region_id, row_number() OVER (ORDER BY registration_code) AS n FROM enterprise WHERE registration_scheme = 'BENCH'`,
  );
  await client.query(
    `INSERT INTO worker (id, region_id, latitude, longitude) SELECT gen_random_uuid(), c.id, 25, 118 FROM generate_series(1, ${workers}) g
     JOIN county c ON c.n = 1 + g % ${counties}`,
  );
  await client.query(`CREATE TEMP TABLE hand AS SELECT id, row_number() OVER () AS n FROM worker`);
  await client.query('CREATE INDEX ON hand (n)');
  await client.query(
    `INSERT INTO labour_need (id, host_id, occupation_id, min_level, accepts_substitutes, headcount, region_id, latitude, longitude, starts_on, ends_on,
       shift, wage_fen, wage_unit, currency, lodging, state, seats_taken, published_at)
     SELECT gen_random_uuid(), h.id, t.id, 1, true, 12, h.region_id, 25, 118, d, d + 60, 'day', 1500 + floor(random() * 3000), 'hour', 'CNY', false,
       CASE WHEN d > current_date - 30 THEN 'open' ELSE 'closed' END, 10, d - floor(random() * 30)::int
     FROM (SELECT g, current_date - floor(random() * ${DAYS})::int AS d FROM generate_series(1, ${needs}) g) x
     JOIN host h ON h.n = 1 + x.g % 5000 JOIN trade t ON t.n = 1 + (x.g / 7) % ${trades}`,
  );
  await client.query(
    `CREATE TEMP TABLE wanted AS SELECT id, host_id, starts_on, wage_fen, published_at, row_number() OVER () AS n FROM labour_need`,
  );
  await client.query('CREATE INDEX ON wanted (n)');
  await client.query(
    `CREATE TEMP TABLE deal AS SELECT gen_random_uuid() AS offer_id, gen_random_uuid() AS id, w.id AS need_id, k.id AS worker_id, w.host_id, w.starts_on, w.wage_fen, w.published_at,
            h.id AS lender_id, CASE WHEN h.id IS NULL THEN 'direct' ELSE 'loan' END AS kind
     FROM generate_series(1, ${placements}) g JOIN wanted w ON w.n = 1 + g % ${needs} JOIN hand k ON k.n = 1 + g % ${workers}
     LEFT JOIN host h ON g % 2 = 0 AND h.n = 1 + (g / 3) % 5000 AND h.id <> w.host_id`,
  );
  await client.query(
    `INSERT INTO offer (id, need_id, worker_id, host_id, lender_id, kind, starts_on, ends_on, wage_fen, wage_unit, currency, state, expires_at, decided_at)
     SELECT offer_id, need_id, worker_id, host_id, lender_id, kind, starts_on, starts_on + 60, wage_fen, 'hour', 'CNY', 'confirmed', published_at, published_at + interval '3 days' FROM deal`,
  );
  // Nor does it who consented.
  await client.query('ALTER TABLE placement DROP CONSTRAINT placement_loan_needs_consent');
  await client.query(
    `INSERT INTO placement (id, offer_id, need_id, worker_id, host_id, lender_id, kind, starts_on, ends_on, state, created_at, started_at, ended_at)
     SELECT id, offer_id, need_id, worker_id, host_id, lender_id, kind, starts_on, starts_on + 60, CASE WHEN is_over THEN 'completed' ELSE 'active' END,
            published_at + interval '3 days', starts_on, CASE WHEN is_over THEN starts_on + 60 END
     FROM (SELECT *, starts_on + 60 < current_date AS is_over FROM deal) d`,
  );
  // Who works two shifts at once does not matter to sums.
  await client.query('ALTER TABLE attendance_day DROP CONSTRAINT attendance_day_no_overlap');
  await client.query(
    `INSERT INTO attendance_day (id, placement_id, worker_id, host_id, day, check_in_at, check_out_at, method, normal_minutes, state)
     SELECT gen_random_uuid(), d.id, d.worker_id, d.host_id, d.starts_on + g, d.starts_on + g, d.starts_on + g + interval '8 hours', 'list', 480, 'confirmed'
     FROM deal d, generate_series(0, 4) g`,
  );
  for (const table of FILLED) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  await client.query('DROP TABLE deal, wanted, hand');
  await client.query('ANALYZE');
  return {
    logIn: await officerOf(client, ask),
    counts: `${placements} placements, ${placements * 5} days of work, ${needs} needs in ${counties} counties`,
  };
}

/** How an officer of the province logs in. */
async function officerOf(client, ask) {
  await client.query(`INSERT INTO bureau (id, name, region_id) VALUES (gen_random_uuid(), 'P', '${PROVINCE}')`);
  await client.query(
    `INSERT INTO account (id, login, email, password_hash, kind, role, bureau_id)
     SELECT gen_random_uuid(), 'officer@bench.example', 'officer@bench.example', $1, 'bureau', 'member', id FROM bureau WHERE name = 'P'`,
    [await hash(PASSWORD)],
  );
  return async () => {
    const { data } = await ask('mutation ($input: LogInInput!) { logIn(input: $input) { accessToken } }', {
      input: { login: 'officer@bench.example', password: PASSWORD },
    });
    return data.logIn.accessToken;
  };
}
