// Long fuzzing of the engine: `npm run fuzz:engine -- [minutes] [seed]`. Random problems of many shapes are solved and
// proven, a living plan is led through random events, and both must agree; the first disagreement ends it with its seed.
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { LivePlan, proofOf, solve, verify } from '../dist/src/engine/index.js';

const minutes = Number(process.argv[2] ?? 1);
let seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const until = performance.now() + minutes * 60_000;

/** Mulberry32: integers from 0 to `most`. */
function random(start) {
  let state = start;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most + 1));
  };
}

function problemFrom(pick) {
  const sources = 1 + pick(pick(4) === 0 ? 400 : 40);
  const sinks = 1 + pick(pick(4) === 0 ? 120 : 20);
  const units = [1, 1, 1, 5, 1000][pick(4)];
  const classes = 1 + pick(2);
  const highest = [10_000, 10_000, 3, 0][pick(3)];
  const density = 1 + pick(12);
  const rowStart = new Int32Array(sources + 1);
  const sink = [];
  const score = [];
  for (let s = 0; s < sources; s++) {
    const row = new Set();
    for (let i = pick(density); i > 0; i--) row.add(pick(sinks - 1));
    for (const t of row) {
      sink.push(t);
      score.push(pick(highest));
    }
    rowStart[s + 1] = sink.length;
  }
  return {
    supply: Int32Array.from({ length: sources }, () => pick(units)),
    demand: Int32Array.from({ length: sinks }, () => pick(Math.ceil((2 * units * sources) / sinks))),
    priority: Uint8Array.from({ length: sinks }, () => 1 + pick(classes)),
    rowStart,
    sink: Int32Array.from(sink),
    score: Uint16Array.from(score),
    capacity: pick(4) === 0 ? Int32Array.from(sink, () => pick(units)) : undefined,
  };
}

function disturb(live, pick) {
  const s = pick(live.sourceCount - 1);
  const t = pick(live.sinkCount - 1);
  const ends = (count, isThere) => {
    const nodes = new Set(Array.from({ length: pick(8) }, () => pick(count - 1)).filter(isThere));
    return [...nodes].map((node) => ({ node, score: pick(10_000) }));
  };
  const kind = pick(6);
  if (kind === 0)
    live.addSource(
      pick(3),
      ends(live.sinkCount, (node) => live.isSink(node)),
    );
  else if (kind === 1)
    live.addSink(
      pick(6),
      1 + pick(2),
      ends(live.sourceCount, (node) => live.isSource(node)),
    );
  else if (kind === 2 && live.isSource(s)) live.removeSource(s);
  else if (kind === 3 && live.isSink(t)) live.removeSink(t);
  else if (kind === 4 && live.isSource(s)) live.setSupply(s, pick(4));
  else if (kind === 5 && live.isSink(t)) live.setDemand(t, pick(9));
  else if (live.isSource(s) && live.isSink(t)) live.setEdge(s, t, pick(2) ? { score: pick(10_000) } : undefined);
}

const totals = ({ filledByClass, score }) => JSON.stringify([filledByClass.filter((units) => units > 0), score]);

function fault(pick) {
  const problem = problemFrom(pick);
  if (!solve(problem).proven) return 'a solution without proof';
  const live = new LivePlan(problem);
  for (let event = pick(30); event > 0; event--) disturb(live, pick);
  const { problem: present, allocation, duals } = proofOf(live);
  const verdict = verify(present, allocation, duals);
  if (!verdict.ok) return `a living plan that is not optimal: ${verdict.fault}`;
  return totals(allocation) === totals(solve(present)) ? undefined : 'a living plan that differs from a new one';
}

let problems = 0;
for (; performance.now() < until; seed++, problems++) {
  const found = fault(random(seed));
  if (found) {
    console.error(`seed ${seed}: ${found}`);
    process.exit(1);
  }
}
console.log(`${problems} problems, no disagreement; last seed ${seed - 1}`);
