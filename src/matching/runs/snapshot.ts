import type { Database, Tx } from '../../platform/database/database.js';
import { rowsOf } from '../../platform/database/database.js';
import type { MarketChanges } from '../live/market-changes.js';
import type { Demand, Substitutes, Supply, SupplyFacts } from '../edges/candidate.js';

/** Everything one run needs to know, read at one instant. */
export interface Snapshot {
  readonly supplies: readonly Supply[];
  readonly demands: readonly Demand[];
  readonly substitutes: Substitutes;
  /** Workers whose open proposals this run may change. */
  readonly scope: readonly string[];
  /** Open proposals as they stand: worker → need. */
  readonly standing: ReadonlyMap<string, string>;
  readonly workers: number;
}

interface WorkerRow extends Omit<Supply, 'workerIds' | 'skills' | 'certificates' | 'booked'> {
  readonly workerId: string;
  readonly skills: Supply['skills'];
  readonly certificates: Supply['certificates'] | null;
  readonly booked: Supply['booked'] | null;
}

/** The regions of the market $1; every query of a market starts here. */
export const marketRegions = 'SELECT region_id FROM labour_market_region WHERE market_id = $1';
/** A date as the number of days since 1970-01-01. */
export const day = (column: string): string => `(${column} - DATE '1970-01-01')`;

/** What a row `s` of labour_supply or labour_pool says of a worker's supply. */
export const supplyColumns = `s.worker_id AS "workerId", s.lender_id AS "lenderId", s.latitude, s.longitude, ${day('s.starts_on')} AS "firstDay", ${day('s.ends_on')} AS "lastDay",
         s.wage_floor_fen AS "wageFloorFen", s.wage_unit AS "wageUnit", s.currency, s.radius_m AS "radiusM", s.relocation_radius_m AS "relocationRadiusM",
         s.rating, ${day('s.waiting_since::date')} AS "waitingSinceDay"`;
/** Of rows of worker_skill, worker_certificate and worker_booking: all of one worker's. */
export const skillList = `jsonb_agg(jsonb_build_object('occupationId', occupation_id, 'level', level) ORDER BY occupation_id)`;
export const certificateList = `jsonb_agg(jsonb_build_object('code', certificate_code, 'lastDay', ${day('valid_until')}) ORDER BY certificate_code)`;
export const bookedList = `jsonb_agg(jsonb_build_object('firstDay', ${day('lower(period)')}, 'lastDay', ${day('upper(period)')} - 1) ORDER BY period)`;

const supplySql = `
  SELECT DISTINCT ON (s.worker_id) ${supplyColumns},
         k.skills, c.certificates, b.booked
  FROM labour_supply s
  JOIN (SELECT worker_id, ${skillList} AS skills
        FROM worker_skill GROUP BY worker_id) k USING (worker_id)
  LEFT JOIN (SELECT worker_id, ${certificateList} AS certificates
             FROM worker_certificate GROUP BY worker_id) c USING (worker_id)
  LEFT JOIN (SELECT worker_id, ${bookedList} AS booked
             FROM worker_booking GROUP BY worker_id) b USING (worker_id)
  WHERE s.region_id IN (${marketRegions})
  ORDER BY s.worker_id, s.starts_on`;

/** What a row `d` of labour_demand says of a need's demand. */
export const demandColumns = `d.need_id AS "needId", d.host_id AS "hostId", d.occupation_id AS "occupationId", d.min_level AS "minLevel", d.accepts_substitutes AS "acceptsSubstitutes",
         d.certificate_codes AS "certificateCodes", d.priority, d.latitude, d.longitude, ${day('d.starts_on')} AS "firstDay", ${day('d.ends_on')} AS "lastDay",
         d.min_overlap_percent AS "minOverlapPercent", d.wage_fen AS "wageFen", d.wage_unit AS "wageUnit", d.currency, d.lodging, d.seats_open AS "seatsOpen"`;

const demandsOf = (more: string): string => `
  SELECT ${demandColumns} FROM labour_demand d WHERE d.region_id IN (${marketRegions}) ${more} ORDER BY d.need_id`;

/** The few who are kept from some host, blocked from either side, or from some work, which is barred to them, or who applied for some. */
const apartSql = (of = ''): string => `
  SELECT worker_id AS "workerId", b.hosts AS "blockedHosts", n.needs AS "barredNeeds", p.needs AS "appliedNeeds"
  FROM (SELECT worker_id, array_agg(DISTINCT enterprise_id ORDER BY enterprise_id) AS hosts FROM block ${of} GROUP BY worker_id) b
  FULL JOIN (SELECT worker_id, array_agg(need_id ORDER BY need_id) AS needs FROM barred_work ${of} GROUP BY worker_id) n USING (worker_id)
  FULL JOIN (SELECT worker_id, array_agg(need_id ORDER BY need_id) AS needs FROM open_application ${of} GROUP BY worker_id) p USING (worker_id)
  JOIN worker w ON w.id = worker_id WHERE w.region_id IN (${marketRegions})`;

interface ApartRow {
  readonly workerId: string;
  readonly blockedHosts: readonly string[] | null;
  readonly barredNeeds: readonly string[] | null;
  readonly appliedNeeds: readonly string[] | null;
}

const standingSql = `
  SELECT p.worker_id, p.need_id FROM proposal p JOIN labour_need n ON n.id = p.need_id
  WHERE p.state = 'proposed' AND n.region_id IN (${marketRegions})`;

/** As `supplySql`, of the workers $2 only. */
const someSupplySql = `
  SELECT DISTINCT ON (s.worker_id) ${supplyColumns},
         (SELECT ${skillList} FROM worker_skill k WHERE k.worker_id = s.worker_id) AS skills,
         (SELECT ${certificateList} FROM worker_certificate c WHERE c.worker_id = s.worker_id) AS certificates,
         (SELECT ${bookedList} FROM worker_booking b WHERE b.worker_id = s.worker_id) AS booked
  FROM labour_supply s
  WHERE s.region_id IN (${marketRegions}) AND s.worker_id = ANY($2)
    AND EXISTS (SELECT 1 FROM worker_skill k WHERE k.worker_id = s.worker_id)
  ORDER BY s.worker_id, s.starts_on`;

/** What is so now of some workers and needs of a market, and of all to whom those needs are barred or who applied for them. */
export async function readChanges(
  db: Database,
  marketId: string,
  workerIds: readonly string[],
  needIds: readonly string[],
): Promise<MarketChanges> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const told = await rowsOf<{ worker_id: string }>(
      tx,
      `SELECT worker_id FROM barred_work WHERE need_id = ANY($1)
       UNION SELECT worker_id FROM application WHERE need_id = ANY($1) AND state = 'submitted'`,
      [needIds],
    );
    const asked = [...new Set([...workerIds, ...told.map(({ worker_id: id }) => id)])];
    const rows = await rowsOf<WorkerRow>(tx, someSupplySql, [marketId, asked]);
    const apart = await rowsOf<ApartRow>(tx, apartSql('WHERE worker_id = ANY($2)'), [marketId, asked]);
    const facts = setApart(rows, new Map(apart.map((row) => [row.workerId, row])));
    const demands = await rowsOf<Demand>(tx, demandsOf('AND d.need_id = ANY($2)'), [marketId, needIds]);
    const known = new Map(facts.map((row) => [row.workerId, factsOf(row)]));
    const open = new Map(demands.map((demand) => [demand.needId, demand]));
    return {
      workers: new Map(asked.map((id) => [id, known.get(id)])),
      needs: new Map(needIds.map((id) => [id, open.get(id)])),
    };
  });
}

/** Open needs of a market in some occupations. */
export async function readDemands(
  db: Database,
  marketId: string,
  occupationIds: readonly string[],
): Promise<readonly Demand[]> {
  return db.rows<Demand>(demandsOf('AND d.occupation_id = ANY($2)'), [marketId, occupationIds]);
}

/** Reads one market at one instant. */
export async function readSnapshot(db: Database, marketId: string): Promise<Snapshot> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const workers = await rowsOf<WorkerRow>(tx, supplySql, [marketId]);
    const demands = await rowsOf<Demand>(tx, demandsOf(''), [marketId]);
    const apart = await rowsOf<ApartRow>(tx, apartSql(), [marketId]);
    const standing = await rowsOf<{ worker_id: string; need_id: string }>(tx, standingSql, [marketId]);
    return {
      supplies: groupAlike(setApart(workers, new Map(apart.map((row) => [row.workerId, row])))),
      demands,
      substitutes: await readSubstitutes(tx),
      scope: [...new Set([...workers.map(({ workerId }) => workerId), ...standing.map(({ worker_id: id }) => id)])],
      standing: new Map(standing.map(({ worker_id: workerId, need_id: needId }) => [workerId, needId])),
      workers: workers.length,
    };
  });
}

/** Workers of a market who have one of some occupations. */
export async function readSuppliesFor(
  db: Database,
  marketId: string,
  occupationIds: readonly string[],
): Promise<Supply[]> {
  return db.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const found = await rowsOf<{ id: string }>(
      tx,
      `SELECT DISTINCT s.worker_id AS id FROM labour_supply s JOIN worker_skill k USING (worker_id)
       WHERE s.region_id IN (${marketRegions}) AND k.occupation_id = ANY($2)`,
      [marketId, occupationIds],
    );
    const workerIds = found.map(({ id }) => id);
    const rows = await rowsOf<WorkerRow>(tx, someSupplySql, [marketId, workerIds]);
    const apart = await rowsOf<ApartRow>(tx, apartSql('WHERE worker_id = ANY($2)'), [marketId, workerIds]);
    return groupAlike(setApart(rows, new Map(apart.map((row) => [row.workerId, row]))));
  });
}

/** Which occupations' workers may do which work besides. */
export async function readSubstitutes(tx: Tx): Promise<Substitutes> {
  const rows = await rowsOf<{ occupation_id: string; list: { occupationId: string; penalty: number }[] }>(
    tx,
    `SELECT occupation_id, jsonb_agg(jsonb_build_object('occupationId', substitute_id, 'penalty', penalty)) AS list
     FROM occupation_substitute GROUP BY occupation_id`,
  );
  return new Map(rows.map(({ occupation_id: id, list }) => [id, list]));
}

/** Who is kept from some host or work, or applied for some, is alike only with those of whom the same is so. */
function setApart(workers: readonly WorkerRow[], apart: ReadonlyMap<string, ApartRow>): readonly WorkerRow[] {
  if (apart.size === 0) return workers;
  return workers.map((row) => {
    const { blockedHosts, barredNeeds, appliedNeeds } = apart.get(row.workerId) ?? {};
    return {
      ...row,
      ...(blockedHosts && { blockedHosts }),
      ...(barredNeeds && { barredNeeds }),
      ...(appliedNeeds && { appliedNeeds }),
    };
  });
}

/** Workers alike in every fact become one supply: a crew of forty costs the solver what one worker costs. */
function groupAlike(workers: readonly WorkerRow[]): Supply[] {
  const groups = new Map<string, { facts: SupplyFacts; workerIds: string[] }>();
  for (const row of workers) {
    const facts = factsOf(row);
    const key = JSON.stringify(facts);
    const group = groups.get(key);
    if (group) group.workerIds.push(row.workerId);
    else groups.set(key, { facts, workerIds: [row.workerId] });
  }
  return [...groups.values()].map(({ facts, workerIds }) => ({ ...facts, workerIds }));
}

function factsOf({ workerId: _one, certificates, booked, ...facts }: WorkerRow): SupplyFacts {
  return { ...facts, certificates: certificates ?? [], booked: booked ?? [] };
}
