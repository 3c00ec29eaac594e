import type { LocalDate } from '../../platform/clock/clock.js';
import type {
  AccountRow,
  BureauRow,
  ConsentRow,
  DealRows,
  EnterpriseRow,
  LineRow,
  ListingRow,
  Making,
  NeedRow,
  Workforce,
} from './demo-data.js';
import { firstOf, makeEnterprises, type TradeEnterprises } from './demo-enterprises.js';
import { makeCapacity } from './demo-capacity.js';
import { makeCrew } from './demo-crew.js';
import { makeDeals } from './demo-deals.js';
import { type HistoryFacts, type HistoryRows, makeHistory } from './demo-history.js';
import { makeIdle } from './demo-idle.js';
import { makeOrders, type OrderPlan } from './demo-orders.js';
import { makeMaterials } from './demo-materials.js';
import { makeNeeds } from './demo-needs.js';
import type { CapacityPlan, MaterialPlan } from './demo-sharing.js';
import { makeSurplus, type Surplus } from './demo-surplus.js';
import { DemoIds, Random } from './random.js';

/** Everything of the region, ready to be loaded. */
export interface DemoData extends Workforce {
  readonly materials: MaterialPlan;
  readonly capacity: CapacityPlan;
  readonly orders: OrderPlan;
  readonly deals: DealRows;
  readonly history: HistoryRows;
  /** Those who are to begin together. */
  readonly crew: HistoryRows;
  readonly enterprises: readonly EnterpriseRow[];
  readonly bureaus: readonly BureauRow[];
  readonly listings: readonly ListingRow[];
  readonly lines: readonly LineRow[];
  readonly consents: readonly ConsentRow[];
  readonly needs: readonly NeedRow[];
  readonly accounts: readonly AccountRow[];
}

/** Ids of what is over lie before those of what is open. */
const historyIdMs = Date.UTC(2024, 0, 1);

const demoLoginDomain = 'demo.gongji.example';

/**
 * The demo region: Anxi and its neighbours in Quanzhou. The same seed and day give the same rows, ids included; another
 * day moves the dates only, except years of birth.
 */
export function generateDemo(today: LocalDate, seed: number): DemoData {
  const random = new Random(seed);
  const making: Making = { random, ids: new DemoIds(new Random(~seed)), today };
  const enterprises = makeEnterprises(making);
  const bureaus = makeBureaus(making);
  const surplus = makeSurplus(making, enterprises);
  const idle = makeIdle(making, surplus.persons.length);
  const needs = makeNeeds(making, enterprises);
  const lender = firstOf(enterprises, 'tea');
  const lentWorkerId = workerAskedBy(surplus, lender.id);
  const accounts = makeAccounts(making, enterprises, bureaus, first(idle.workers).id, lentWorkerId);
  const [host, lenderAccount] = accounts;
  if (!host || !lenderAccount) throw new Error('the demo region lacks its enterprises’ log-ins');
  const deals = makeDeals(making, {
    ...{ host, lender: lenderAccount, lentWorkerId, regionId: firstOf(enterprises, 'craft').regionId },
    ...{ needs, consents: surplus.consents },
  });
  return {
    ...{ enterprises: enterprises.all, bureaus, listings: surplus.listings, lines: surplus.lines },
    workers: [...surplus.workers, ...idle.workers],
    persons: [...surplus.persons, ...idle.persons],
    skills: [...surplus.skills, ...idle.skills],
    certificates: [...surplus.certificates, ...idle.certificates],
    availabilities: [...surplus.availabilities, ...idle.availabilities],
    ...{ consents: surplus.consents, needs },
    accounts,
    deals,
    ...pastAndComing(today, seed, {
      needs: needs.filter(({ hostId }) => hostId !== host.enterpriseId),
      skills: idle.skills,
      workers: idle.workers.slice(1),
      fallingIn: ['GB2260:350524'],
    }),
    ...{ materials: makeMaterials(making, enterprises), capacity: makeCapacity(making, enterprises) },
    orders: makeOrders(making, enterprises),
  };
}

/** Of a chance of its own: what is open is the same with and without a past. */
function pastAndComing(today: LocalDate, seed: number, facts: HistoryFacts): Pick<DemoData, 'history' | 'crew'> {
  const making = { today, random: new Random(seed + 1), ids: new DemoIds(new Random(~seed), historyIdMs) };
  return { history: makeHistory(making, facts), crew: makeCrew(making, facts) };
}

/** Who can log in, in the order in which they are offered. */
function makeAccounts(
  making: Making,
  enterprises: TradeEnterprises,
  bureaus: readonly BureauRow[],
  idleWorkerId: string,
  lentWorkerId: string,
): AccountRow[] {
  return [
    account(making, 'host', { kind: 'enterprise', role: 'owner', enterpriseId: firstOf(enterprises, 'craft').id }),
    account(making, 'lender', { kind: 'enterprise', role: 'owner', enterpriseId: firstOf(enterprises, 'tea').id }),
    account(making, 'worker', { kind: 'worker', workerId: idleWorkerId }),
    account(making, 'lent', { kind: 'worker', workerId: lentWorkerId }),
    ...['quanzhou', 'anxi'].map((name, index) =>
      account(making, name, { kind: 'bureau', bureauId: bureaus[index]?.id }),
    ),
    account(making, 'operator', { kind: 'operator' }),
  ];
}

function makeBureaus({ ids }: Making): BureauRow[] {
  return [
    { id: ids.next(), name: '泉州市人社局', regionId: 'GB2260:350500' },
    { id: ids.next(), name: '安溪县人社局', regionId: 'GB2260:350524' },
  ];
}

/** A lent worker who has a request for consent to answer. */
function workerAskedBy({ consents }: Surplus, lenderId: string): string {
  return first(consents.filter((consent) => consent.lenderId === lenderId && consent.state === 'requested')).workerId;
}

function account({ ids }: Making, name: string, owner: Pick<AccountRow, 'kind'> & Partial<AccountRow>): AccountRow {
  const login = `${name}@${demoLoginDomain}`;
  return {
    ...{ id: ids.next(), login, email: login, language: 'zh-CN', role: 'member' },
    ...{ enterpriseId: null, workerId: null, bureauId: null },
    ...owner,
  };
}

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('the demo region lacks a part that a log-in needs');
  return item;
}
