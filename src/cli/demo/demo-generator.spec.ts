import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stdnum } from 'stdnum';
import { addDays } from '../../platform/clock/local-date.js';
import { type DemoData, generateDemo } from './demo-generator.js';
import { organisationCheck } from './demo-numbers.js';
import { towns } from './towns.js';

const today = '2026-03-02';
const demo = generateDemo(today, 1);

interface Reference {
  readonly regions: readonly (readonly [string, string | null, string, string, string, number, number])[];
  readonly occupations: ReadonlySet<string>;
  readonly industries: ReadonlySet<string>;
  readonly certificates: ReadonlySet<string>;
}

function codesOf(file: string, key: string): ReadonlySet<string> {
  const content = reference(file) as Readonly<Record<string, readonly { readonly code: string }[]>>;
  return new Set((content[key] ?? []).map(({ code }) => code));
}

function reference(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../directory/reference/${file}`, import.meta.url), 'utf8'));
}

const known: Reference = {
  regions: (reference('regions.json') as { rows: Reference['regions'] }).rows,
  occupations: codesOf('occupations.json', 'occupations'),
  industries: codesOf('industries.json', 'industries'),
  certificates: codesOf('certificates.json', 'certificates'),
};

function idsOf(data: DemoData): string[] {
  const { enterprises, bureaus, listings, lines, workers, availabilities, consents, needs, accounts } = data;
  return [enterprises, bureaus, listings, lines, workers, availabilities, consents, needs, accounts].flatMap((rows) =>
    rows.map(({ id }: { readonly id: string }) => id),
  );
}

describe('the demo region', () => {
  it('is the same for the same seed and day, ids included, and another for another seed', () => {
    expect(generateDemo(today, 1)).toEqual(demo);
    expect(generateDemo(today, 2).enterprises[0]?.registrationCode).not.toBe(demo.enterprises[0]?.registrationCode);
  });

  it('moves with the day it is loaded on', () => {
    const later = generateDemo(addDays(today, 10), 1);
    expect(later.needs.map(({ startsOn }) => startsOn)).toEqual(
      demo.needs.map(({ startsOn }) => addDays(startsOn, 10)),
    );
    expect(idsOf(later)).toEqual(idsOf(demo));
  });

  it.each([1, 2, 3])('has the size it promises (seed %i)', (seed) => {
    const { enterprises, workers, needs, persons } = generateDemo(today, seed);
    expect(enterprises).toHaveLength(120);
    expect(workers).toHaveLength(3_000);
    expect(needs).toHaveLength(300);
    const positions = needs.reduce((sum, { headcount }) => sum + headcount, 0);
    expect(positions).toBeGreaterThan(1_700);
    expect(positions).toBeLessThan(2_200);
    expect(persons.length).toBeGreaterThan(1_300);
    const lent = workers.filter(({ homeEnterpriseId }) => homeEnterpriseId !== null).length;
    expect(lent / workers.length).toBeGreaterThan(0.5);
  });

  it('gives every enterprise a credit code that is well-formed, its own, and nobody else’s', () => {
    for (const { registrationCode } of demo.enterprises) {
      expect(stdnum.CN?.uscc?.validate(registrationCode).isValid).toBe(true);
      expect(organisationCheck(registrationCode.slice(8, 16))).not.toBe(registrationCode.charAt(16));
    }
    expect(new Set(demo.enterprises.map(({ registrationCode }) => registrationCode)).size).toBe(120);
    expect(new Set(demo.enterprises.map(({ name }) => name)).size).toBe(120);
  });

  it('gives every person a resident ID that is well-formed and of no real county, and a phone of their own', () => {
    for (const { idNumber, birthYear } of demo.persons) {
      expect(stdnum.CN?.ric?.validate(idNumber).isValid).toBe(true);
      expect(idNumber.slice(6, 10)).toBe(String(birthYear));
    }
    expect(known.regions.some(([code]) => code === '350599')).toBe(false);
    expect(new Set(demo.persons.map(({ idNumber }) => idNumber)).size).toBe(demo.persons.length);
    expect(new Set(demo.persons.map(({ phone }) => phone)).size).toBe(demo.persons.length);
  });

  it('makes ids in the shape of UUIDv7 that never repeat', () => {
    const ids = idsOf(demo);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(demo.needs.map(({ id }) => id)).toEqual(demo.needs.map(({ id }) => id).sort());
  });

  it('names only codes that the reference data has', () => {
    const regions = new Set(known.regions.map(([code]) => `GB2260:${code}`));
    for (const { regionId } of [...demo.enterprises, ...demo.bureaus, ...demo.workers, ...demo.lines, ...demo.needs]) {
      expect(regions.has(regionId)).toBe(true);
    }
    for (const { occupationId } of [...demo.skills, ...demo.lines, ...demo.needs]) {
      expect(known.occupations.has(occupationId.replace(/^GJ:/, ''))).toBe(true);
    }
    for (const { industryId } of demo.enterprises)
      expect(known.industries.has(industryId.replace(/^GB4754:/, ''))).toBe(true);
    const certificates = [
      ...demo.certificates.map((row) => row.certificateCode),
      ...demo.needs.flatMap((row) => row.certificateCodes),
    ];
    for (const code of certificates) expect(known.certificates.has(code)).toBe(true);
  });

  it('places towns in the counties they are in', () => {
    for (const [name, town] of Object.entries(towns)) {
      const region = known.regions.find(([code]) => code === town.county);
      expect(region?.[3]).toBe(town.countyName);
      const degrees = Math.hypot(town.latitude - (region?.[5] ?? 0), town.longitude - (region?.[6] ?? 0));
      expect({ name, isNear: degrees < 0.4 }).toEqual({ name, isNear: true });
    }
  });

  it('lends and hosts by verified enterprises only, and keeps every line’s heads', () => {
    const verified = new Set(demo.enterprises.filter((row) => row.verification === 'verified').map(({ id }) => id));
    expect(demo.enterprises.length - verified.size).toBe(7);
    for (const { lenderId } of demo.listings) expect(verified.has(lenderId)).toBe(true);
    for (const { hostId } of demo.needs) expect(verified.has(hostId)).toBe(true);
    for (const { id, headcount } of demo.lines) {
      expect(demo.availabilities.filter(({ surplusLineId }) => surplusLineId === id)).toHaveLength(headcount);
    }
  });

  it('asks every named lent worker for consent, and no idle person', () => {
    const asked = new Set(demo.consents.map(({ workerId }) => workerId));
    const lent = new Set(demo.workers.filter((row) => row.homeEnterpriseId !== null).map(({ id }) => id));
    for (const { workerId } of demo.persons) expect(asked.has(workerId)).toBe(lent.has(workerId));
    expect(demo.consents.filter(({ state }) => state === 'granted').length).toBeGreaterThan(150);
    expect(demo.consents.filter(({ state }) => state === 'requested').length).toBeGreaterThan(40);
  });

  it('has a log-in for everyone who uses the product', () => {
    const logins = demo.accounts.map(({ login }) => login.slice(0, login.indexOf('@')));
    expect(logins).toEqual(['host', 'lender', 'worker', 'lent', 'quanzhou', 'anxi', 'operator']);
    const [host, lender, worker, lent] = demo.accounts;
    expect(demo.needs.filter(({ hostId }) => hostId === host?.enterpriseId).length).toBeGreaterThanOrEqual(5);
    expect(demo.listings.some(({ lenderId }) => lenderId === lender?.enterpriseId)).toBe(true);
    expect(demo.workers.find(({ id }) => id === worker?.workerId)?.homeEnterpriseId).toBeNull();
    expect(demo.workers.find(({ id }) => id === lent?.workerId)?.homeEnterpriseId).toBe(lender?.enterpriseId);
  });
});
