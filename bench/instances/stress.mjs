// Random networks without geography or with a line for one: many ties, hardly any slack, unit sinks, large sinks.
import { drawPriority, Rows } from './network.mjs';
import { xorShiftRandom } from './random.mjs';

/** @typedef {'rand' | 'equal' | 'ties' | 'line' | 'lineties' | 'tight' | 'short' | 'assign' | 'bigcap'} StressKind */
/** @type {StressKind[]} */
export const STRESS_KINDS = ['rand', 'equal', 'ties', 'line', 'lineties', 'tight', 'short', 'assign', 'bigcap'];

/** Demand over supply: about half of it, just short of it, a third. */
const SHARE = { tight: 0.5, short: 0.9 };
const DEFAULT_SHARE = 0.3;
const ON_A_LINE = ['line', 'lineties', 'tight'];
const FAR = 10_000;

/**
 * @param {{kind: StressKind, sources: number, sinks: number, degree: number, seed: number}} options degree = edges a
 *   source has on average, about
 * @returns {import('./network.mjs').Network}
 */
export function stressNetwork({ kind, sources, sinks, degree, seed }) {
  const random = xorShiftRandom(seed);
  const demand = new Int32Array(sinks);
  const priority = new Uint8Array(sinks);
  for (let t = 0; t < sinks; t++) {
    demand[t] = drawDemand(random, kind, sources, sinks);
    priority[t] = drawPriority(random);
  }
  const place = Float64Array.from({ length: sinks }, () => random.next()).sort();
  const rows = new Rows(sources, sources * degree);
  const lastSource = new Int32Array(sinks).fill(-1);
  for (let s = 0; s < sources; s++) {
    const x = random.next();
    for (let left = 1 + random.below(2 * degree - 1); left > 0; left--) {
      const t = drawSink(random, kind, x, sinks, degree);
      if (lastSource[t] === s) continue;
      lastSource[t] = s;
      rows.add(t, drawScore(random, kind, (Math.abs(x - place[t]) * sinks) / degree));
    }
    rows.endRow();
  }
  return { supply: new Int32Array(sources).fill(1), demand, priority, rowStart: rows.rowStart, ...rows.edges };
}

function drawDemand(random, kind, sources, sinks) {
  if (kind === 'assign') return 1;
  if (kind === 'bigcap') return 1 + random.below(200);
  return 1 + random.below(Math.max(1, Math.round((2 * sources * (SHARE[kind] ?? DEFAULT_SHARE)) / sinks)));
}

function drawSink(random, kind, x, sinks, degree) {
  if (!ON_A_LINE.includes(kind)) return random.below(sinks);
  const t = Math.floor(x * sinks) + random.below(2 * degree + 1) - degree;
  return Math.max(0, Math.min(sinks - 1, t));
}

function drawScore(random, kind, distance) {
  if (kind === 'equal') return 5000;
  if (kind === 'ties' || kind === 'lineties') return 1000 * random.below(4);
  if (kind === 'line' || kind === 'tight') return Math.round(FAR * (1 - Math.min(1, distance)));
  return random.below(FAR + 1);
}
