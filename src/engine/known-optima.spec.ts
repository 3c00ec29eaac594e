import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { objective, problemOf, sketches } from '../../test/support/sketch.js';
import { costOf, networkForms, solve } from './index.js';

const encoder = new TextEncoder();

/** Least cost of an assignment or transportation problem in a DIMACS form. */
function leastCost(form: '.asn' | '.min', lines: readonly string[]): number | undefined {
  const file = networkForms.get(form)?.read(encoder.encode(`${lines.join('\n')}\n`), { byPriority: false });
  if (!file) throw new Error(`no reader for ${form}`);
  const solution = solve(file.problem);
  expect(solution.proven).toBe(true);
  return costOf(file, solution);
}

function assignment(size: number, cost: (i: number, j: number) => number): string[] {
  const numbers = Array.from({ length: size }, (_, i) => i + 1);
  const arcs = numbers.flatMap((i) => numbers.map((j) => `a ${i} ${size + j} ${cost(i, j)}`));
  return [`p asn ${2 * size} ${size * size}`, ...numbers.map((i) => `n ${i}`), ...arcs];
}

describe('an optimum known from a formula is found', () => {
  it.each([1, 2, 7, 60])('Machol and Wien, cost i times j, %i by as many: the smallest meets the greatest', (n) => {
    expect(
      leastCost(
        '.asn',
        assignment(n, (i, j) => i * j),
      ),
    ).toBe((n * (n + 1) * (n + 2)) / 6);
  });

  it.each([5, 40])('cost |i - j| with a shift, %i by as many: everyone moves by none', (n) => {
    expect(
      leastCost(
        '.asn',
        assignment(n, (i, j) => Math.abs(i - j) * 1_000_003 - 7),
      ),
    ).toBe(-7 * n);
  });

  it('Monge costs: whoever is first gets from who is first, the north-west corner rule', () => {
    const units = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: 2, maxLength: 12 });
    const property = fc.property(units, units, (supply, wanted) => {
      const total = supply.reduce((sum, some) => sum + some, 0);
      const share = wanted.map((some) => some / wanted.reduce((sum, other) => sum + other, 0));
      const demand = share.map((part) => Math.floor(part * total));
      demand[0] = (demand[0] ?? 0) + total - demand.reduce((sum, some) => sum + some, 0);
      const cost = (i: number, j: number): number => (i - j) ** 2;
      const nodes = [...supply.map((some, i) => `n ${i + 1} ${some}`)];
      nodes.push(...demand.map((some, j) => `n ${supply.length + j + 1} ${-some}`));
      const arcs = supply.flatMap((_, i) =>
        demand.map((_unit, j) => `a ${i + 1} ${supply.length + j + 1} 0 ${total} ${cost(i, j)}`),
      );
      const size = supply.length + demand.length;
      const positive = nodes.filter((line) => !line.endsWith(' 0') && !line.endsWith(' -0'));
      fc.pre(positive.length === nodes.length);
      expect(leastCost('.min', [`p min ${size} ${arcs.length}`, ...nodes, ...arcs])).toBe(
        northWestCorner(supply, demand, cost),
      );
    });
    fc.assert(property, { numRuns: 100, seed: 13 });
  });

  it('scores times a factor: as many filled, and the score times that factor', () => {
    const property = fc.property(sketches({ nodes: 12, edges: 60, units: 3, classes: 3 }), (sketch) => {
      const low = { ...sketch, edges: sketch.edges.map(([s, t, score]) => [s, t, score % 1000] as const) };
      const high = { ...low, edges: low.edges.map(([s, t, score]) => [s, t, score * 7] as const) };
      const [a, b] = [objective(solve(problemOf(low))), objective(solve(problemOf(high)))];
      expect(b).toEqual([...a.slice(0, -1), (a.at(-1) ?? 0) * 7]);
    });
    fc.assert(property, { numRuns: 200, seed: 14 });
  });
});

function northWestCorner(
  supply: readonly number[],
  demand: readonly number[],
  cost: (i: number, j: number) => number,
): number {
  const [left, lacking] = [[...supply], [...demand]];
  let total = 0;
  for (let i = 0, j = 0; i < left.length && j < lacking.length;) {
    const units = Math.min(left[i] ?? 0, lacking[j] ?? 0);
    total += units * cost(i, j);
    left[i] = (left[i] ?? 0) - units;
    lacking[j] = (lacking[j] ?? 0) - units;
    if (left[i] === 0) i++;
    else j++;
  }
  return total;
}
