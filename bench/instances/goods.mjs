// Networks with large supplies: materials (lots of kilograms) and capacity (windows of machine hours).
import { drawPriority, Rows } from './network.mjs';
import { smallFastRandom } from './random.mjs';

const REGION_KM = 300;
const MATERIALS = 24;
const PROCESSES = 10;

/**
 * Lots of up to 50,000 kg and requests for them. Half the materials have a substitute of the next grade, which scores
 * less. @param {{lots: number, requests: number, reachKm: number, seed: number}} options
 * @returns {import('./network.mjs').Network}
 */
export function materialsNetwork({ lots, requests, reachKm, seed }) {
  const random = smallFastRandom(seed);
  const kilograms = () => Math.max(20, Math.min(50_000, Math.round(Math.exp(7.6 + 1.4 * random.normal()))));
  const draw = () => ({ ...drawPlace(random), material: random.below(MATERIALS), price: 0.8 + 0.4 * random.next() });
  const offers = Array.from({ length: lots }, () => ({ ...draw(), units: kilograms() }));
  const asks = Array.from({ length: requests }, () => ({ ...draw(), units: kilograms(), class: drawPriority(random) }));
  const rows = new Rows(lots, lots * 32);
  for (const lot of offers) {
    for (const [t, request] of asks.entries()) {
      const above = lot.material - request.material;
      const isSubstitute = above === 1 && lot.material % 2 === 1;
      if (above !== 0 && !isSubstitute) continue;
      const distance = Math.hypot(lot.x - request.x, lot.y - request.y);
      if (distance > reachKm || lot.price > request.price + 0.15) continue;
      const grade = isSubstitute ? 1_000 : 3_000;
      rows.add(t, Math.round(grade + 4_000 * (1 - distance / reachKm) + 3_000 * (request.price + 0.15 - lot.price)));
    }
    rows.endRow();
  }
  return {
    supply: Int32Array.from(offers, ({ units }) => units),
    demand: Int32Array.from(asks, ({ units }) => units),
    priority: Uint8Array.from(asks, (ask) => ask.class),
    rowStart: rows.rowStart,
    ...rows.edges,
  };
}

/**
 * Windows of free hours on groups of machines, and the steps of orders: a step takes from a window at most the hours
 * that both share. @param {{windows: number, orders: number, reachKm: number, seed: number}} options
 * @returns {import('./network.mjs').Network}
 */
export function capacityNetwork({ windows, orders, reachKm, seed }) {
  const random = smallFastRandom(seed);
  const offers = Array.from({ length: windows }, () => drawWindow(random));
  const steps = Array.from({ length: orders }, () => drawSteps(random)).flat();
  const rows = new Rows(windows, windows * 32);
  const capacity = [];
  for (const window of offers) {
    for (const [t, step] of steps.entries()) {
      if (step.process !== window.process || window.precision < step.precision) continue;
      const days = Math.min(window.end, step.end) - Math.max(window.start, step.start);
      const distance = Math.hypot(window.x - step.x, window.y - step.y);
      if (days < 1 || distance > reachKm) continue;
      const spare = window.precision - step.precision;
      rows.add(t, 5_000 - 1_000 * spare + Math.round(5_000 * (1 - distance / reachKm)));
      capacity.push(days * window.hoursADay);
    }
    rows.endRow();
  }
  return {
    supply: Int32Array.from(offers, ({ start, end, hoursADay }) => (end - start) * hoursADay),
    demand: Int32Array.from(steps, ({ hours }) => hours),
    priority: Uint8Array.from(steps, (step) => step.class),
    rowStart: rows.rowStart,
    ...rows.edges,
    capacity: Int32Array.from(capacity),
  };
}

function drawPlace(random) {
  return { x: random.next() * REGION_KM, y: random.next() * REGION_KM };
}

function drawWindow(random) {
  const start = random.below(90);
  const end = start + 2 + Math.floor(random.exponential() * 12);
  const machines = 1 + random.below(12);
  return {
    ...drawPlace(random),
    process: random.below(PROCESSES),
    precision: 1 + random.below(3),
    start,
    end,
    hoursADay: machines * (8 + 4 * random.below(4)),
  };
}

/** An order's steps follow each other in time, each on another process. */
function drawSteps(random) {
  const place = drawPlace(random);
  const priority = drawPriority(random);
  const pieces = 50 + Math.round(Math.exp(5.2 + 0.9 * random.normal()));
  let process = random.below(PROCESSES);
  let start = random.below(60);
  const steps = [];
  for (let left = 1 + random.below(4); left > 0; left--) {
    const end = start + 5 + random.below(20);
    const hours = Math.max(4, Math.round(pieces * (0.5 + random.next())));
    steps.push({ ...place, class: priority, process, precision: 1 + random.below(3), start, end, hours });
    process = (process + 1 + random.below(PROCESSES - 1)) % PROCESSES;
    start = end;
  }
  return steps;
}
