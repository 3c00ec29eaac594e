// Networks built to hurt: each is harmless for one way of solving and the worst case of another.
import { drawPriority, Rows } from './network.mjs';
import { xorShiftRandom } from './random.mjs';

/** @typedef {(random: import('./random.mjs').Random) => import('./network.mjs').Network} Build */

/** @type {Record<string, Build>} */
const BUILDS = {
  chain: chains,
  giant: giantSink,
  blocks: denseBlocks,
  war: priceWar,
};

export const ADVERSARIAL_KINDS = Object.keys(BUILDS);

/** @param {string} kind one of ADVERSARIAL_KINDS @param {number} seed */
export function adversarialNetwork(kind, seed) {
  return BUILDS[kind](xorShiftRandom(seed));
}

/**
 * Chains of 1,000 links: source i may serve sink i, or better sink i + 1; the last has no next. Whoever serves better
 * first must turn the whole chain round for the one sink left. Numbered at random, so that order gives nothing away.
 */
function chains(random) {
  const links = 1_000;
  const count = 20_000;
  const sinkAt = random.shuffle(Int32Array.from({ length: count }, (_, i) => i));
  const placeOf = random.shuffle(Int32Array.from({ length: count }, (_, i) => i));
  const rows = new Rows(count, 2 * count);
  for (const i of placeOf) {
    rows.add(sinkAt[i], 3_000 + random.below(1_000));
    if ((i + 1) % links !== 0) rows.add(sinkAt[i + 1], 8_000 + random.below(1_000));
    rows.endRow();
  }
  return withUnits(random, rows, new Int32Array(count).fill(1));
}

/** One sink that all sources may serve and that takes half of them, among 2,000 small ones. */
function giantSink(random) {
  const sources = 20_000;
  const demand = Int32Array.from({ length: 2_001 }, (_, t) => (t === 0 ? sources / 2 : 1 + random.below(8)));
  const rows = new Rows(sources, sources * 11);
  for (let s = 0; s < sources; s++) {
    rows.add(0, random.below(10_001));
    const first = random.below(200);
    for (let i = 0; i < 10; i++) rows.add(1 + first + 200 * i, random.below(10_001));
    rows.endRow();
  }
  return withUnits(random, rows, demand);
}

/** 40 blocks in which everyone may serve everyone, each with hardly enough sources, and few edges between them. */
function denseBlocks(random) {
  const blocks = 40;
  const sources = 500;
  const sinks = 50;
  const demand = Int32Array.from({ length: blocks * sinks }, () => 1 + random.below(20));
  const rows = new Rows(blocks * sources, blocks * sources * (sinks + 1));
  for (let b = 0; b < blocks; b++) {
    for (let s = 0; s < sources; s++) {
      for (let t = b * sinks; t < (b + 1) * sinks; t++) rows.add(t, random.below(10_001));
      if (random.chance(0.02)) rows.add(((b + 1) % blocks) * sinks + random.below(sinks), random.below(10_001));
      rows.endRow();
    }
  }
  return withUnits(random, rows, demand);
}

/** Groups in which one more unit is asked for than there is, at scores a point apart: bids rise by the least step. */
function priceWar(random) {
  const groups = 50;
  const size = 200;
  const rows = new Rows(groups * size, groups * size * (size + 1));
  for (let g = 0; g < groups; g++) {
    for (let s = 0; s < size; s++) {
      for (let t = 0; t <= size; t++) rows.add(g * (size + 1) + t, 9_999 + random.below(2));
      rows.endRow();
    }
  }
  return withUnits(random, rows, new Int32Array(groups * (size + 1)).fill(1));
}

function withUnits(random, rows, demand) {
  const supply = new Int32Array(rows.rowStart.length - 1).fill(1);
  const priority = Uint8Array.from(demand, () => drawPriority(random));
  return { supply, demand, priority, rowStart: rows.rowStart, ...rows.edges };
}
