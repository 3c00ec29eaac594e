import type { Allocation } from '../objective.js';
import type { Problem } from '../problem.js';

/** What a file asks, and how to answer in the file's own words. */
export interface NetworkFile {
  readonly problem: Problem;
  /** Of a form that minimises: a unit's cost is this less its score. Undefined where the form maximises the score. */
  readonly maxCost: number | undefined;
  /** What the file calls the source of an index. */
  readonly sourceId: (source: number) => string | number;
  readonly sinkId: (sink: number) => string | number;
}

export interface ReadOptions {
  /** Whether the classes of sinks count, where the form has any; otherwise every sink has class 1. */
  readonly byPriority: boolean;
}

/** What the plan costs in the file's terms; undefined where the form maximises. */
export function costOf({ maxCost }: NetworkFile, { filled, score }: Pick<Allocation, 'filled' | 'score'>) {
  if (maxCost === undefined) return undefined;
  return filled === 0 ? 0 : filled * maxCost - score;
}
