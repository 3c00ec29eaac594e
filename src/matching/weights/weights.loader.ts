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
}

type Row = Omit<WeightsVersion, 'weights'> & { readonly weights: Partial<Weights> };

const latestSql = `
  SELECT version, weights, market_id AS "marketId", note, created_at AS since FROM score_weights
  WHERE market_id = $1 OR market_id IS NULL ORDER BY market_id IS NULL, version DESC LIMIT 1`;

/** The weights that hold now in a market: the newest of its own, else the newest default. */
export async function latestWeights(db: Database, marketId: string): Promise<WeightsVersion> {
  return completed(await db.rows<Row>(latestSql, [marketId]));
}

/** The same, until the end of the transaction: nobody sets weights of any market meanwhile. */
export async function lockLatestWeights(tx: Tx, marketId: string): Promise<WeightsVersion> {
  await tx.query('LOCK TABLE score_weights IN SHARE ROW EXCLUSIVE MODE');
  return completed(await rowsOf<Row>(tx, latestSql, [marketId]));
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

/** A part that came later than a version of the weights has no weight in it. */
function completed([latest]: readonly Row[]): WeightsVersion {
  if (!latest) throw new Error('no score weights');
  const weights = Object.fromEntries(scoreParts.map((part) => [part, latest.weights[part] ?? 0])) as Weights;
  return { ...latest, weights };
}
