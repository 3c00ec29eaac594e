import type { Demand, Supply } from './candidate.js';

/** A pair that fits in every respect; a test names only what matters to it. */
export const supply = (changes: Partial<Supply> = {}): Supply => ({
  workerIds: ['w1'],
  lenderId: null,
  latitude: 25.05,
  longitude: 118.18,
  firstDay: 100,
  lastDay: 200,
  wageFloorFen: 2000,
  wageUnit: 'hour',
  currency: 'CNY',
  radiusM: 20_000,
  relocationRadiusM: null,
  rating: null,
  waitingSinceDay: 90,
  skills: [{ occupationId: 'weaver', level: 3 }],
  certificates: [],
  booked: [],
  ...changes,
});

export const demand = (changes: Partial<Demand> = {}): Demand => ({
  needId: 'n1',
  hostId: 'host',
  occupationId: 'weaver',
  minLevel: 2,
  acceptsSubstitutes: true,
  certificateCodes: [],
  priority: 1,
  latitude: 25.1,
  longitude: 118.2,
  firstDay: 110,
  lastDay: 150,
  minOverlapPercent: 100,
  wageFen: 2400,
  wageUnit: 'hour',
  currency: 'CNY',
  lodging: false,
  seatsOpen: 1,
  ...changes,
});

export const weights = { skill: 30, distance: 25, wage: 20, overlap: 10, waiting: 10, rating: 5, applied: 10 };
