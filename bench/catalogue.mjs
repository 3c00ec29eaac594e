// All instances by name: how each is made, and what is known of it.
import { ADVERSARIAL_KINDS, adversarialNetwork } from './instances/adversarial.mjs';
import { capacityNetwork, materialsNetwork } from './instances/goods.mjs';
import { labourNetwork } from './instances/labour.mjs';
import { STRESS_KINDS, stressNetwork } from './instances/stress.mjs';

export const SIZES = ['county', 'stress', 'province', 'nation'];
/** What is run when nothing is asked for: the nation takes an hour with some peers. */
export const DEFAULT_SIZES = ['county', 'stress', 'province'];

/**
 * @typedef {object} Known
 * @property {number} edges
 * @property {{filled: number, score: number}} [fill] the optimum where all sinks are equally urgent
 * @property {{filled: number, classSum: number, score: number}} [priority] the optimum class by class
 */
/**
 * @typedef {object} Instance
 * @property {string} name
 * @property {string} size one of SIZES
 * @property {'lmk' | 'min'} extension of its file
 * @property {() => import('./instances/network.mjs').Network} make
 * @property {Known} [known] on which two exact solvers that are not ours agree
 */

/** @type {Record<string, Known>} */
const KNOWN = {
  'county-1': {
    edges: 58_901,
    fill: { filled: 1_379, score: 10_693_827 },
    priority: { filled: 1_379, classSum: 1_711, score: 10_670_027 },
  },
  'province-1': {
    edges: 4_387_106,
    fill: { filled: 48_274, score: 372_908_519 },
    priority: { filled: 48_274, classSum: 61_014, score: 372_175_236 },
  },
  'province-2': { edges: 3_515_590, fill: { filled: 50_072, score: 378_842_099 } },
  'province-3': { edges: 5_755_647, fill: { filled: 51_298, score: 394_367_230 } },
  'nation-1': { edges: 50_410_177, fill: { filled: 505_443, score: 3_893_207_262 } },
};

const MEDIUM = { sources: 20_000, sinks: 2_000, degree: 20, seed: 1 };
const LARGE = { sources: 100_000, sinks: 10_000, degree: 22, seed: 1 };

/** @returns {Instance[]} */
export function allInstances() {
  return [
    ...[1, 2, 3].map((seed) => labour('county', seed)),
    goods('materials-small', 'county', () => materialsNetwork({ lots: 300, requests: 300, reachKm: 200, seed: 1 })),
    goods('capacity-small', 'county', () => capacityNetwork({ windows: 300, orders: 150, reachKm: 200, seed: 1 })),
    ...STRESS_KINDS.map((kind) => unit(kind, 'stress', () => stressNetwork({ kind, ...MEDIUM }))),
    ...ADVERSARIAL_KINDS.map((kind) => unit(kind, 'stress', () => adversarialNetwork(kind, 1))),
    goods('materials', 'stress', () => materialsNetwork({ lots: 6_000, requests: 6_000, reachKm: 80, seed: 1 })),
    goods('capacity', 'stress', () => capacityNetwork({ windows: 6_000, orders: 2_500, reachKm: 100, seed: 1 })),
    ...[1, 2, 3].map((seed) => labour('province', seed)),
    unit('short-large', 'province', () => stressNetwork({ kind: 'short', ...LARGE })),
    labour('nation', 1),
  ];
}

/** @param {'county' | 'province' | 'nation'} size @param {number} seed @returns {Instance} */
function labour(size, seed) {
  const name = `${size}-${seed}`;
  return { ...unit(name, size, () => labourNetwork(size, seed)), known: KNOWN[name] };
}

/** @returns {Instance} */
function unit(name, size, make) {
  return { name, size, extension: 'lmk', make };
}

/** @returns {Instance} */
function goods(name, size, make) {
  return { name, size, extension: 'min', make };
}
