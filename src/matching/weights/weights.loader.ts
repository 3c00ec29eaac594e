import type { Database } from '../../platform/database/database.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { scoreParts, type Weights } from '../edges/score.rules.js';

export interface WeightsVersion {
  readonly version: number;
  readonly weights: Weights;
  /** null: the default of every market that has no weights of its own. */
  readonly marketId: string | null;
  readonly note: string;
  readonly since: Date;
  /** Log-in of the operator who set them; null: they came with the software. */
  readonly setBy: string | null;
}

type Row = Omit<WeightsVersion, 'weights'> & { readonly weights: Partial<Weights> };

const columns = 'version, weights, market_id AS "marketId", note, score_weights.created_at AS since, login AS "setBy"';

/** Of each market; reads the index score_weights_market. */
const latestSql = `
  SELECT m.id AS of, w.* FROM unnest($1::uuid[]) AS m (id) CROSS JOIN LATERAL (
    SELECT ${columns} FROM score_weights LEFT JOIN account ON account.id = account_id
    WHERE market_id = m.id OR market_id IS NULL ORDER BY market_id IS NULL, version DESC LIMIT 1) w`;

/** The weights that hold now in each market: the newest of its own, else the newest default. */
export async function latestWeightsOf(
  db: Database,
  marketIds: readonly string[],
): Promise<ReadonlyMap<string, WeightsVersion>> {
  const rows = await db.rows<Row & { readonly of: string }>(latestSql, [marketIds]);
  return new Map(rows.map(({ of, ...row }) => [of, completed(row)]));
}

export async function latestWeights(db: Database, marketId: string): Promise<WeightsVersion> {
  return onlyOne(await db.rows<Row>(latestSql, [[marketId]]));
}

/** Those that a market has had and the defaults, newest first; below `before` where it is told. */
export async function weightsVersions(
  db: Database,
  asked: { readonly marketId: string; readonly before: number | null; readonly most: number },
): Promise<WeightsVersion[]> {
  const rows = await db.rows<Row>(
    `SELECT ${columns} FROM score_weights LEFT JOIN account ON account.id = account_id
     WHERE (market_id = $1 OR market_id IS NULL) AND ($2::int IS NULL OR version < $2) ORDER BY version DESC LIMIT $3`,
    [asked.marketId, asked.before, asked.most],
  );
  return rows.map(completed);
}

/** The weights that hold in a market until the end of the transaction: nobody sets weights of any market meanwhile. */
export async function lockLatestWeights(tx: Tx, marketId: string): Promise<WeightsVersion> {
  await tx.query('LOCK TABLE score_weights IN SHARE ROW EXCLUSIVE MODE');
  return onlyOne(await rowsOf<Row>(tx, latestSql, [[marketId]]));
}

/** In a transaction that locked the latest. */
export async function addWeights(
  tx: Tx,
  added: { readonly marketId: string; readonly accountId: string; readonly note: string; readonly weights: Weights },
): Promise<number> {
  const [row] = await rowsOf<{ version: number }>(
    tx,
    `INSERT INTO score_weights (version, market_id, account_id, note, weights)
     SELECT max(version) + 1, $1, $2, $3, $4::jsonb FROM score_weights RETURNING version`,
    [added.marketId, added.accountId, added.note, JSON.stringify(added.weights)],
  );
  if (!row) throw new Error('no score weights');
  return row.version;
}

function onlyOne([latest]: readonly Row[]): WeightsVersion {
  if (!latest) throw new Error('no score weights');
  return completed(latest);
}

/** A part that came later than a version of the weights has no weight in it. */
function completed(row: Row): WeightsVersion {
  const weights = Object.fromEntries(scoreParts.map((part) => [part, row.weights[part] ?? 0])) as Weights;
  return { ...row, weights };
}
