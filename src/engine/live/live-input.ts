import { EngineInputError } from '../errors.js';
import type { Plan } from '../plan.js';
import type { EdgeEnd } from './live-network.js';

const MAX_UNITS = 2 ** 31 - 1;

export function checkUnits(name: string, units: number): void {
  if (!Number.isInteger(units)) throw new EngineInputError('NOT_AN_INTEGER', `${name} ${units} is not an integer`);
  if (units < 0)
    throw new EngineInputError(
      name === 'Demand' ? 'NEGATIVE_DEMAND' : 'NEGATIVE_SUPPLY',
      `${name} ${units} is below 0`,
    );
  if (units > MAX_UNITS) throw new EngineInputError('TOO_LARGE', `${name} ${units} is above ${MAX_UNITS}`);
}

export function checkNode(name: string, index: number, isThere: boolean): void {
  if (!isThere) throw new EngineInputError('INDEX_OUT_OF_RANGE', `There is no ${name.toLowerCase()} ${index}`);
}

/** Edges of a new node, or one edge. `bound` is the highest score that the plan's arithmetic was laid out for. */
export function checkEdges(
  edges: readonly EdgeEnd[],
  { columns }: Pick<Plan, 'columns'>,
  bound: number,
  isThere: (node: number) => boolean,
): void {
  const seen = new Set<number>();
  for (const { node, score, capacity } of edges) {
    if (!isThere(node))
      throw new EngineInputError('INDEX_OUT_OF_RANGE', `An edge leads to ${node}, which is not there`);
    if (seen.has(node)) throw new EngineInputError('DUPLICATE_EDGE', `Two edges lead to ${node}`);
    seen.add(node);
    if (!Number.isInteger(score)) throw new EngineInputError('NOT_AN_INTEGER', `Score ${score} is not an integer`);
    if (score < 0 || score > bound)
      throw new EngineInputError('SCORE_OUT_OF_RANGE', `Score ${score} is not between 0 and ${bound}`);
    if (capacity === undefined) continue;
    if (!columns.capacity)
      throw new EngineInputError('SHAPE_MISMATCH', 'A plan made without limits on edges cannot take one');
    if (!(Number.isInteger(capacity) && capacity >= 0 && capacity <= MAX_UNITS))
      throw new EngineInputError('NEGATIVE_CAPACITY', `Capacity ${capacity} is not between 0 and ${MAX_UNITS}`);
  }
}
