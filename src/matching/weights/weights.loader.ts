import type { Database } from '../../platform/database/database.js';
import type { Weights } from '../edges/score.rules.js';

export interface WeightsVersion {
  readonly version: number;
  readonly weights: Weights;
}

/** The weights that hold now. */
export async function latestWeights(db: Database): Promise<WeightsVersion> {
  const [latest] = await db.rows<WeightsVersion>(
    'SELECT version, weights FROM score_weights ORDER BY version DESC LIMIT 1',
  );
  if (!latest) throw new Error('no score weights');
  return latest;
}
