// What happens on a labour market, each as one SQL statement, which leaves the ids of its notes of change in bench.notes.
const worker = (n) => `20000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const need = (n) => `40000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** @param {ReturnType<typeof import('./instances/random.mjs').smallFastRandom>} random @param {import('./instances/market.mjs').Market} market */
export function randomChange(random, { supplies, demands }) {
  const w = random.below(supplies.length);
  const n = random.below(demands.length);
  const kind = random.below(100);
  const { wageFloorFen } = supplies[w];
  const { wageFen, seatsOpen } = demands[n];
  const change = [
    [40, `UPDATE availability SET state = CASE state WHEN 'open' THEN 'closed' ELSE 'open' END WHERE worker_id = '${worker(w)}'`],
    [65, `UPDATE availability SET wage_floor_fen = ${Math.round(wageFloorFen * (0.9 + random.below(20) / 100))} WHERE worker_id = '${worker(w)}'`],
    [75, `UPDATE worker_skill SET level = ${1 + random.below(5)} WHERE worker_id = '${worker(w)}'`],
    [85, `UPDATE labour_need SET headcount = ${Math.max(1, seatsOpen + random.below(5) - 2)} WHERE id = '${need(n)}'`],
    [93, `UPDATE labour_need SET wage_fen = ${Math.round(wageFen * (0.95 + random.below(10) / 100))} WHERE id = '${need(n)}'`],
    [100, `UPDATE labour_need SET state = CASE state WHEN 'open' THEN 'closed' ELSE 'open' END WHERE id = '${need(n)}'`],
  ].find(([until]) => kind < until)[1]; // prettier-ignore
  // The notes are written by triggers after the statement, so they are looked up by its transaction.
  return `DO $$ BEGIN ${change}; PERFORM set_config('bench.notes', (SELECT coalesce(string_agg(id::text, ','), '') FROM market_change WHERE xmin::text = pg_current_xact_id()::xid::text), false); END $$`;
}
