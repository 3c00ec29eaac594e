import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { ConsentRow, EnterpriseRow, LineRow, ListingRow, Making, Workforce } from './demo-data.js';
import { firstOf, type TradeEnterprises } from './demo-enterprises.js';
import {
  drawConditions,
  drawLevel,
  emptyWorkforce,
  makeCertificates,
  makePerson,
  makeSkills,
  occupationId,
} from './demo-workers.js';
import { type OccupationCode, supplyPlans } from './occupations.js';
import type { TradeName } from './trades.js';

export interface Surplus extends Workforce {
  readonly listings: ListingRow[];
  readonly lines: LineRow[];
  readonly consents: ConsentRow[];
}

interface LineDraft {
  readonly lender: EnterpriseRow;
  readonly trade: TradeName;
  readonly occupation: OccupationCode;
  readonly heads: number;
  /** Its people are known by name, so each is asked for consent. */
  readonly isNamed: boolean;
}

const consentDays = 7;
const reasons: Partial<Record<TradeName, ListingRow['reason']>> = {
  tea: 'season',
  garment: 'stoppage',
  footwear: 'stoppage',
};

/** What enterprises lend: one listing each, its lines by head-count, some lines with names and consents. */
export function makeSurplus(making: Making, enterprises: TradeEnterprises): Surplus {
  const surplus: Surplus = { ...emptyWorkforce(), listings: [], lines: [], consents: [] };
  const byLender = new Map<string, LineDraft[]>();
  for (const draft of draftLines(making, enterprises)) {
    byLender.set(draft.lender.id, [...(byLender.get(draft.lender.id) ?? []), draft]);
  }
  for (const drafts of byLender.values()) addListing(making, surplus, drafts);
  return surplus;
}

/** The demo's lender takes a line of everything that its trade lends; those lines have names. */
function draftLines({ random }: Making, enterprises: TradeEnterprises): LineDraft[] {
  const demoLender = firstOf(enterprises, 'tea');
  const drafts: LineDraft[] = [];
  for (const { occupation, lent, lenders } of supplyPlans) {
    for (let left = lent, index = 0; left > 0; index++) {
      const heads = Math.min(left, random.int(5, 16));
      const isDemo = index === 0 && lenders[0] === 'tea';
      const trade = isDemo ? 'tea' : random.pick(lenders);
      const lender = isDemo ? demoLender : random.pick(enterprises.verified.get(trade) ?? []);
      drafts.push({ lender, trade, occupation, heads, isNamed: isDemo || random.chance(0.17) });
      left -= heads;
    }
  }
  return drafts;
}

function addListing(making: Making, surplus: Surplus, drafts: readonly LineDraft[]): void {
  const { random, ids, today } = making;
  const [{ lender, trade }] = drafts as readonly [LineDraft];
  const startsOn = addDays(today, -random.int(0, 20));
  const listing: ListingRow = {
    ...{ id: ids.next(), lenderId: lender.id, reason: reasons[trade] ?? 'surplus' },
    ...{ startsOn, endsOn: addDays(startsOn, random.int(90, 200)), state: 'open' },
    createdAt: morningOf(addDays(startsOn, -random.int(1, 6))),
  };
  surplus.listings.push(listing);
  for (const draft of drafts) {
    const line = addLine(making, surplus, listing, draft);
    if (draft.isNamed) addNamedHeads(making, surplus, listing, line, draft);
    else addUnnamedHeads(making, surplus, listing, line, draft);
  }
}

function addLine(
  { random, ids }: Making,
  surplus: Surplus,
  listing: ListingRow,
  { lender, occupation, heads }: LineDraft,
): LineRow {
  const { regionId, latitude, longitude } = lender;
  const line: LineRow = {
    ...{
      id: ids.next(),
      listingId: listing.id,
      occupationId: occupationId(occupation),
      level: drawLevel(random),
      headcount: heads,
    },
    ...drawConditions(random, occupation, { floor: [0.82, 1.02], radiusKm: [15, 40], relocates: 0.4 }),
    ...{ regionId, latitude, longitude },
  };
  surplus.lines.push(line);
  return line;
}

/** Heads without names are alike in everything: what the line says. */
function addUnnamedHeads(
  making: Making,
  surplus: Surplus,
  listing: ListingRow,
  line: LineRow,
  { lender, occupation, heads }: LineDraft,
): void {
  const [certificate] = makeCertificates(making, '', occupation, 0.75);
  for (let head = 0; head < heads; head++) {
    const workerId = addHead(making, surplus, listing, line, lender, null);
    surplus.skills.push({ workerId, occupationId: line.occupationId, level: line.level });
    if (certificate) surplus.certificates.push({ ...certificate, workerId });
  }
}

function addNamedHeads(
  making: Making,
  surplus: Surplus,
  listing: ListingRow,
  line: LineRow,
  { lender, occupation, heads }: LineDraft,
): void {
  const { random } = making;
  for (let head = 0; head < heads; head++) {
    const workerId = addHead(making, surplus, listing, line, lender, random.chance(0.4) ? random.int(55, 98) : null);
    surplus.persons.push(makePerson(making, workerId, surplus.persons.length));
    surplus.skills.push(...makeSkills(random, workerId, occupation, line.level));
    surplus.certificates.push(...makeCertificates(making, workerId, occupation, 0.75));
    // The first of a line has not answered yet, so that every lender sees a request that stands open.
    surplus.consents.push(makeConsent(making, listing, line, workerId, head > 0 && random.chance(0.8)));
  }
}

function addHead(
  { ids }: Making,
  surplus: Surplus,
  listing: ListingRow,
  line: LineRow,
  lender: EnterpriseRow,
  rating: number | null,
): string {
  const { regionId, latitude, longitude, wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM } = line;
  const { startsOn, endsOn, createdAt } = listing;
  const workerId = ids.next();
  surplus.workers.push({ id: workerId, homeEnterpriseId: lender.id, regionId, latitude, longitude, rating });
  surplus.availabilities.push({
    ...{ id: ids.next(), workerId, surplusLineId: line.id, startsOn, endsOn, state: 'open', createdAt },
    ...{ wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM },
  });
  return workerId;
}

function makeConsent(
  { random, ids, today }: Making,
  listing: ListingRow,
  line: LineRow,
  workerId: string,
  isGranted: boolean,
): ConsentRow {
  const asked = addDays(today, -random.int(2, isGranted ? 6 : 3));
  return {
    ...{ id: ids.next(), workerId, lenderId: listing.lenderId, startsOn: listing.startsOn, endsOn: listing.endsOn },
    ...{ radiusM: Math.max(line.radiusM, line.relocationRadiusM ?? 0), state: isGranted ? 'granted' : 'requested' },
    ...{ requestedAt: morningOf(asked), decidedAt: isGranted ? morningOf(addDays(asked, 1)) : null },
    expiresAt: morningOf(addDays(asked, consentDays)),
  };
}
