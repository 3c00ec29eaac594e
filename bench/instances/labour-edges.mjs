// Which worker may fill which need, and how well: needs are laid out by occupation and square of a grid, so that a
// worker's circle touches a few runs of neighbouring needs.
import { OCCUPATIONS } from './labour-region.mjs';
import { HAS_INSURANCE, HAS_SHUTTLE, NO_SKILL, SKILLS, WANTS_INSURANCE, WANTS_SHUTTLE } from './labour-entities.mjs';
import { Rows } from './network.mjs';

const CELL_KM = 12;
const WALK_KM = 15;
const LEAST_DAYS = 10;

/** @param {import('./labour-entities.mjs').Workers} workers @param {import('./labour-entities.mjs').Needs} needs */
export function feasibleRows(workers, needs) {
  const grid = gridOf(needs);
  const rows = new Rows(workers.count, workers.count * 52 + 1024);
  for (let w = 0; w < workers.count; w++) {
    for (let s = w * SKILLS; s < (w + 1) * SKILLS && workers.occupation[s] !== NO_SKILL; s++)
      addReachable(rows, grid, workers, w, workers.occupation[s], workers.level[s]);
    rows.endRow();
  }
  return rows;
}

/** Needs copied in the order of their squares, and where each square begins. */
function gridOf(needs) {
  const minX = needs.x.reduce((least, x) => Math.min(least, x), Infinity);
  const minY = needs.y.reduce((least, y) => Math.min(least, y), Infinity);
  const cell = (value, min) => Math.floor((value - min) / CELL_KM);
  const columns = needs.x.reduce((most, x) => Math.max(most, cell(x, minX)), 0) + 1;
  const lines = needs.y.reduce((most, y) => Math.max(most, cell(y, minY)), 0) + 1;
  const squareOf = (n) => (needs.occupation[n] * lines + cell(needs.y[n], minY)) * columns + cell(needs.x[n], minX);
  const start = new Int32Array(OCCUPATIONS * lines * columns + 1);
  for (let n = 0; n < needs.count; n++) start[squareOf(n) + 1]++;
  for (let i = 1; i < start.length; i++) start[i] += start[i - 1];
  const next = start.slice();
  const order = new Int32Array(needs.count);
  for (let n = 0; n < needs.count; n++) order[next[squareOf(n)]++] = n;
  const sorted = Object.fromEntries(
    ['x', 'y', 'level', 'wage', 'start', 'end', 'flags'].map((key) => [
      key,
      needs[key].map((_, i) => needs[key][order[i]]),
    ]),
  );
  return { minX, minY, columns, lines, start, order, needs: sorted };
}

function addReachable(rows, grid, workers, w, occupation, level) {
  const { minX, minY, columns, lines, start, order, needs } = grid;
  const x = workers.x[w];
  const y = workers.y[w];
  const radius = workers.radius[w];
  const left = Math.max(0, Math.floor((x - radius - minX) / CELL_KM));
  const right = Math.min(columns - 1, Math.floor((x + radius - minX) / CELL_KM));
  if (right < left) return;
  const top = Math.max(0, Math.floor((y - radius - minY) / CELL_KM));
  const bottom = Math.min(lines - 1, Math.floor((y + radius - minY) / CELL_KM));
  for (let line = top; line <= bottom; line++) {
    const row = (occupation * lines + line) * columns;
    for (let i = start[row + left], end = start[row + right + 1]; i < end; i++) {
      const score = pairScore(workers, w, level, needs, i);
      if (score >= 0) rows.add(order[i], score);
    }
  }
}

/** 0..10000, or -1 where the pair is not feasible. `level` is the worker's in the need's occupation. */
function pairScore(workers, w, level, needs, n) {
  const above = level - needs.level[n];
  const floor = workers.wageFloor[w];
  if (above < 0 || needs.wage[n] < floor) return -1;
  const wants = workers.flags[w];
  const has = needs.flags[n];
  if (wants & WANTS_INSURANCE && !(has & HAS_INSURANCE)) return -1;
  const days = needs.end[n] - needs.start[n];
  const shared = Math.min(workers.end[w], needs.end[n]) - Math.max(workers.start[w], needs.start[n]);
  if (shared < LEAST_DAYS || shared * 10 < days * 7) return -1;
  const dx = workers.x[w] - needs.x[n];
  const dy = workers.y[w] - needs.y[n];
  const squared = dx * dx + dy * dy;
  if (squared > workers.radius[w] * workers.radius[w]) return -1;
  const distance = Math.sqrt(squared);
  if (wants & WANTS_SHUTTLE && distance > WALK_KM && !(has & HAS_SHUTTLE)) return -1;
  const near = 4000 * (1 - distance / 50);
  const skilled = 1500 * levelFit(above);
  const paid = 2000 * Math.min(1, (needs.wage[n] - floor) / (0.5 * floor));
  const present = 1500 * Math.min(1, shared / days);
  const rated = ((1000 * workers.rating[w]) / 255) * (0.5 + 0.125 * needs.level[n]);
  return Math.max(0, Math.min(10000, Math.round(near + skilled + paid + present + rated)));
}

function levelFit(above) {
  if (above === 0) return 1;
  return above === 1 ? 0.8 : 0.5;
}
