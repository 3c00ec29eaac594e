import type { CertificateRow, ConditionsRow, Making, PersonRow, SkillRow, Workforce } from './demo-data.js';
import { addDays } from '../../platform/clock/local-date.js';
import { fictitiousMobile, fictitiousResidentId } from './demo-numbers.js';
import { type OccupationCode, type OccupationFacts, occupations } from './occupations.js';
import type { Random } from './random.js';
import { givenNames, surnames } from './trades.js';

const hoursPerMonth = 200;
const kilometre = 1_000;

export function emptyWorkforce(): Workforce {
  return { workers: [], persons: [], skills: [], certificates: [], availabilities: [] };
}

export function factsOf(occupation: OccupationCode): OccupationFacts {
  return occupations[occupation];
}

export function occupationId(code: string): string {
  return `GJ:${code}`;
}

/** 1 to 5, most in the middle. */
export function drawLevel(random: Random): number {
  return random.pick([1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5]);
}

/** `factor` times the usual pay of an occupation. A few people count in the other unit, which then has to be settled. */
export function drawPay(
  random: Random,
  occupation: OccupationCode,
  factor: number,
  oddUnitShare = 0.03,
): { fen: number; unit: 'hour' | 'month' } {
  const { payFen, paidMonthly } = factsOf(occupation);
  const isMonthly = random.chance(oddUnitShare) ? !paidMonthly : paidMonthly === true;
  return isMonthly
    ? { fen: Math.round((payFen * factor * hoursPerMonth) / 10_000) * 10_000, unit: 'month' }
    : { fen: Math.round((payFen * factor) / 50) * 50, unit: 'hour' };
}

export function drawConditions(
  random: Random,
  occupation: OccupationCode,
  {
    floor,
    radiusKm,
    relocates,
  }: { floor: readonly [number, number]; radiusKm: readonly [number, number]; relocates: number },
): ConditionsRow {
  const { fen, unit } = drawPay(random, occupation, random.between(...floor));
  return {
    wageFloorFen: fen,
    wageUnit: unit,
    currency: 'CNY',
    radiusM: random.int(...radiusKm) * kilometre,
    relocationRadiusM: random.chance(relocates) ? random.int(50, 120) * kilometre : null,
  };
}

/** A made-up person aged 18 to 57 this year. */
export function makePerson({ random, today }: Making, workerId: string, serial: number): PersonRow {
  const birthYear = Number(today.slice(0, 4)) - random.int(19, 57);
  const length = random.chance(0.75) ? 2 : 1;
  const given = Array.from({ length }, () => random.pick(givenNames)).join('');
  return {
    workerId,
    name: random.pick(surnames) + given,
    phone: fictitiousMobile(serial),
    birthYear,
    idNumber: fictitiousResidentId(random, serial, birthYear),
  };
}

/** The occupation, and for some one or two that its people often know besides. */
export function makeSkills(random: Random, workerId: string, occupation: OccupationCode, level: number): SkillRow[] {
  const others = random.shuffled(factsOf(occupation).alsoKnown).slice(0, random.pick([0, 0, 1, 1, 2]));
  return [
    { workerId, occupationId: occupationId(occupation), level },
    ...others.map((code) => ({
      workerId,
      occupationId: occupationId(code),
      level: Math.max(1, level - random.int(0, 2)),
    })),
  ];
}

/** The certificate that the occupation requires, for `share` of its people; some run out soon. */
export function makeCertificates(
  { random, today }: Making,
  workerId: string,
  occupation: OccupationCode,
  share: number,
): CertificateRow[] {
  const { certificate } = factsOf(occupation);
  if (certificate === undefined || !random.chance(share)) return [];
  return [{ workerId, certificateCode: certificate, validUntil: addDays(today, random.int(20, 1_000)) }];
}
