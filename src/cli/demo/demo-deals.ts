import { type AgreementTerms, termsFromNeed, WageUnit } from '../../labour/index.js';
import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { morningOf } from './dates.js';
import type { AccountRow, ConsentRow, DealRows, Making, NeedRow } from './demo-data.js';
import { workedDays } from './demo-days.js';

/** Between whom: the demo's host and lender, and the people of its lender. */
export interface DealFacts {
  readonly host: Pick<AccountRow, 'id' | 'enterpriseId'>;
  readonly lender: Pick<AccountRow, 'id' | 'enterpriseId'>;
  /** The worker who can log in. */
  readonly lentWorkerId: string;
  readonly regionId: string;
  readonly needs: readonly NeedRow[];
  readonly consents: readonly ConsentRow[];
}

const supplements = {
  ...{ reason: 'season', contributionsFen: 80_000, injuryHostPercent: 50, commercialInsurance: true },
} as const satisfies Partial<AgreementTerms>;
const signers = [
  ['host', '林竹韵', '法定代表人'],
  ['lender', '陈茂春', '总经理'],
] as const;

/** How long the loan in force has run: so long that its first month waits to be settled. */
const pastDays = 55;

/**
 * What shows a visitor the papers of a loan: an agreement in force with two workers on site, whose days are kept, and one, the
 * demo's own, who has still to confirm the terms; and another under negotiation, for a worker who has accepted and whose
 * contract is not stated.
 */
export function makeDeals(making: Making, facts: DealFacts): DealRows {
  const { ids, today } = making;
  const [asked, other] = needsFor(facts);
  const [first, second, waiting] = grantedFor(facts);
  const firstDay = addDays(today, -pastDays);
  const lastDay = earliest(addDays(today, 40), first.endsOn, second.endsOn, asked.endsOn);
  // Two are on site and one is to come: the seats of a need of its own, filled and closed.
  const filled = { headcount: 3, reference: '', startsOn: firstDay, endsOn: lastDay, state: 'closed' } as const;
  const need = { ...asked, ...filled, id: ids.next() };
  const signed = agreement(making, facts, need, { startsOn: firstDay, endsOn: lastDay, isSigned: true });
  const open = agreement(making, facts, other, { ...sharedDays(other, waiting), isSigned: false });
  const granted = (workerId: string, startsOn: LocalDate): ConsentRow => ({
    ...{ ...first, id: ids.next(), workerId, startsOn, endsOn: lastDay },
    ...{ requestedAt: morningOf(addDays(startsOn, -4)), decidedAt: morningOf(addDays(startsOn, -3)) },
  });
  const consents = [
    granted(first.workerId, firstDay),
    granted(second.workerId, firstDay),
    granted(facts.lentWorkerId, addDays(today, 1)),
  ];
  const loans = consents.map((consent) =>
    loan(making, facts, need, { consent, agreementId: signed.row.id, startsOn: consent.startsOn, lastDay }),
  );
  return {
    needs: [need],
    consents,
    employments: loans.map(({ offer }) => employment(making, facts, offer.workerId)),
    agreements: [signed.row, open.row],
    signed: signed.signed,
    terms: [...signed.terms, ...open.terms],
    signatures: signed.signatures,
    comments: [comment(making, facts, open.row.id)],
    offers: [
      ...loans.map(({ offer }) => offer),
      offerTo(making, facts, other, { workerId: waiting.workerId, ...sharedDays(other, waiting), state: 'accepted' }),
    ],
    placements: loans.map(({ placement }) => placement),
    days: loans.flatMap(({ placement }) => workedDays(making, placement)),
  };
}

/** A need with seats for two, and another one. */
function needsFor({ needs, host }: DealFacts): [NeedRow, NeedRow] {
  const own = needs.filter(({ hostId }) => hostId === host.enterpriseId);
  const need = own.find(({ headcount }) => headcount >= 2);
  const other = own.find((one) => one !== need);
  if (!need || !other) throw new Error('the demo’s host lacks needs to agree about');
  return [need, other];
}

/** Three consents in force, of other workers than the demo's own. */
function grantedFor({ consents, lender, lentWorkerId }: DealFacts): [ConsentRow, ConsentRow, ConsentRow] {
  const [first, second, third] = consents.filter(
    ({ lenderId, state, workerId }) =>
      lenderId === lender.enterpriseId && state === 'granted' && workerId !== lentWorkerId,
  );
  if (!first || !second || !third) throw new Error('the demo’s lender lacks workers who agreed');
  return [first, second, third];
}

function sharedDays(need: NeedRow, consent: ConsentRow): { startsOn: LocalDate; endsOn: LocalDate } {
  return { startsOn: need.startsOn, endsOn: earliest(need.endsOn, consent.endsOn) };
}

function earliest(...days: readonly LocalDate[]): LocalDate {
  return days.reduce((least, day) => (day < least ? day : least));
}

interface AgreementPlan {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly isSigned: boolean;
}

function agreement({ ids, today }: Making, facts: DealFacts, need: NeedRow, plan: AgreementPlan) {
  const { host, lender, regionId } = facts;
  const { startsOn, endsOn, isSigned } = plan;
  const { wageUnit, ...asked } = need;
  const id = ids.next();
  const first = {
    ...termsFromNeed({ ...asked, wageUnit: wageUnit === 'hour' ? WageUnit.HOUR : WageUnit.MONTH, occupationName: '' }),
    startsOn,
    endsOn,
  };
  const second = isSigned
    ? { ...first, ...supplements }
    : { ...first, reason: supplements.reason, wageFen: need.wageFen + 100, replacementDays: 5 };
  const signedAt = isSigned ? morningOf(addDays(startsOn, -1)) : null;
  const written = (version: number, by: DealFacts['host'], terms: AgreementTerms, note: string) => ({
    ...{ agreementId: id, version, authorId: by.enterpriseId, accountId: by.id, terms, note },
    createdAt: morningOf(isSigned ? addDays(startsOn, version - 5) : addDays(today, version - 3)),
  });
  return {
    row: {
      ...{
        id,
        kind: 'cooperation',
        needId: need.id,
        hostId: host.enterpriseId,
        lenderId: lender.enterpriseId,
        regionId,
      },
      ...{
        state: 'draft',
        version: 2,
        startsOn,
        endsOn,
        headcount: need.headcount,
      },
      ...{ createdAt: morningOf(isSigned ? addDays(startsOn, -4) : addDays(today, -2)), issuedAt: signedAt },
      expiresAt: morningOf(addDays(today, 6)),
    },
    terms: [
      written(1, host, first, ''),
      written(2, lender, second, isSigned ? '社保按实际缴纳返还。' : '旺季用工，工资请加 1 元。'),
    ],
    signed: signedAt === null ? [] : [{ id, signedAt }],
    signatures: signers.flatMap(([side, name, title]) => {
      const party = side === 'host' ? host : lender;
      const by = { partyId: party.enterpriseId, accountId: party.id, name, title };
      return isSigned ? [{ id: ids.next(), agreementId: id, ...by, signedAt }] : [];
    }),
  };
}

interface LoanPlan {
  readonly consent: ConsentRow;
  readonly agreementId: string;
  readonly startsOn: LocalDate;
  readonly lastDay: LocalDate;
}

function loan(making: Making, facts: DealFacts, need: NeedRow, plan: LoanPlan) {
  const { ids, today } = making;
  const { consent, agreementId, startsOn, lastDay: endsOn } = plan;
  const isActive = startsOn <= today;
  const { workerId } = consent;
  const offer = offerTo(making, facts, need, { workerId, startsOn, endsOn, state: 'confirmed' });
  const { hostId, lenderId, kind, needId } = offer;
  return {
    offer,
    placement: {
      ...{ id: ids.next(), offerId: offer.id, needId, workerId, hostId, lenderId, kind, consentId: consent.id },
      ...{ agreementId, startsOn, endsOn, state: isActive ? 'active' : 'planned' },
      ...{ createdAt: morningOf(addDays(startsOn, -2)), startedAt: isActive ? morningOf(startsOn) : null },
      termsConfirmedAt: isActive ? morningOf(addDays(startsOn, -1)) : null,
    },
  };
}

interface OfferPlan {
  readonly workerId: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: 'accepted' | 'confirmed';
}

function offerTo({ ids, today }: Making, { host, lender }: DealFacts, need: NeedRow, plan: OfferPlan) {
  return {
    ...{ id: ids.next(), needId: need.id, hostId: host.enterpriseId, lenderId: lender.enterpriseId, kind: 'loan' },
    ...plan,
    ...{ wageFen: need.wageFen, wageUnit: need.wageUnit, currency: need.currency },
    ...{
      sentAt: morningOf(addDays(earliest(plan.startsOn, today), -3)),
      decidedAt: morningOf(addDays(earliest(plan.startsOn, today), -2)),
    },
    expiresAt: morningOf(addDays(today, 3)),
  };
}

function employment({ ids, today }: Making, { lender }: DealFacts, workerId: string) {
  return {
    ...{ id: ids.next(), workerId, enterpriseId: lender.enterpriseId, contractNumber: '' },
    ...{ startsOn: addDays(today, -500), endsOn: addDays(today, 595), isDispatched: false, endReason: '' },
    recordedAt: morningOf(addDays(today, -5)),
  };
}

function comment({ ids, today }: Making, { host }: DealFacts, agreementId: string) {
  return {
    ...{ id: ids.next(), agreementId, version: 2, authorId: host.enterpriseId, accountId: host.id, clause: 'wageFen' },
    ...{ body: '可以商量，先看看替换期限能不能缩短。', createdAt: morningOf(addDays(today, -1)) },
  };
}
