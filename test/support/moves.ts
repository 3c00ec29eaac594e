import { password } from './actors.js';
import type { TestApp } from './app.js';
import { inDays, key } from './facts.js';

/** What there is to act on, with the parties that it belongs to (enterprise and worker ids). */
export interface Thing {
  readonly id: string;
  readonly parties: readonly string[];
  readonly version?: number;
  readonly hash?: string;
  readonly amount?: number;
}

/** One request that somebody may send, and what the audit trail must hold if it succeeds. */
export interface Move {
  readonly name: string;
  readonly type: string;
  readonly input: object;
  readonly parties: readonly string[];
  /** The subject of its entry; left out where the mutation makes a new one. */
  readonly subject?: string;
}

type Kind = 'offer' | 'placement' | 'agreement' | 'consent' | 'proposal' | 'day' | 'settlement' | 'line' | 'return';
export type World = Readonly<Record<Kind, readonly Thing[]>>;

const newest = 'ORDER BY x.id DESC LIMIT 10';
const things: Readonly<Record<Kind, string>> = {
  offer: `SELECT x.id, ARRAY[x.worker_id, x.host_id, x.lender_id] AS parties FROM offer x
    WHERE x.state IN ('sent', 'accepted') OR random() < 0.2 ${newest}`,
  placement: `SELECT x.id, ARRAY[x.worker_id, x.host_id, x.lender_id] AS parties FROM placement x
    WHERE x.state IN ('planned', 'active') OR random() < 0.2 ${newest}`,
  agreement: `SELECT x.id, ARRAY[x.host_id, x.lender_id] AS parties, x.version, coalesce(x.content_hash, repeat('0', 64)) AS hash
    FROM agreement x WHERE x.state <> 'rejected' OR random() < 0.1 ${newest}`,
  consent: `SELECT x.id, ARRAY[x.worker_id, x.lender_id] AS parties FROM consent x ${newest}`,
  proposal: `SELECT x.id, ARRAY[n.host_id] AS parties FROM proposal x JOIN labour_need n ON n.id = x.need_id
    WHERE x.state = 'proposed' ${newest}`,
  day: `SELECT x.id, ARRAY[x.worker_id, x.host_id] AS parties FROM attendance_day x ${newest}`,
  settlement: `SELECT x.id, ARRAY[x.host_id, x.lender_id] AS parties, (x.total_fen - x.host_paid_fen)::int AS amount
    FROM settlement x ${newest}`,
  line: `SELECT x.id, ARRAY[x.worker_id, s.lender_id] AS parties,
      (x.wage_fen + x.overtime_fen + x.rest_day_fen + x.holiday_fen + x.correction_fen)::int AS amount
    FROM settlement_line x JOIN settlement s ON s.id = x.settlement_id ${newest}`,
  return: `SELECT x.id, ARRAY[p.worker_id, p.host_id, p.lender_id] AS parties
    FROM placement_return x JOIN placement p ON p.id = x.placement_id ${newest}`,
};

/** The newest things of each kind, as the database has them now. */
export async function lookAround(app: TestApp): Promise<World> {
  const entries = await Promise.all(
    Object.entries(things).map(async ([kind, sql]) => [kind, await app.db.rows<Thing>(sql)] as const),
  );
  return Object.fromEntries(entries) as unknown as World;
}

type Make = (thing: Thing) => Omit<Move, 'parties'>;

const onOffer =
  (name: string): Make =>
  ({ id }) => ({ name, type: 'OfferInput', input: { offerId: id }, subject: id });
const onPlacement =
  (name: string): Make =>
  ({ id }) => ({ name, type: 'PlacementInput', input: { placementId: id }, subject: id });

/** Terms that can be issued, for a loan of two heads. */
export const fullTerms = {
  ...{ reason: 'SEASON', heads: [{ occupationId: 'GJ:RT-WEAVE', level: 1, headcount: 2 }] },
  ...{ startsOn: inDays(0), endsOn: inDays(70), wageFen: 2400, wageUnit: 'HOUR', contributionsFen: 80_000 },
  ...{ injuryHostPercent: 50, dailyMinutes: 480, breakMinutes: 60, weeklyDays: 6, site: '尚卿', duties: '藤编' },
  ...{ shift: 'DAY', restAndLeave: '每周休一天', overtimePercent: 150, restDayPercent: 200, holidayPercent: 300 },
  ...{ cutOffDay: 31, hostPaysByDay: 10, workersPaidByDay: 15, payMethod: '转账', lodging: 'HOST', meals: 'HOST' },
  ...{ transport: 'HOST', hazards: '无', protection: '手套', safetyTrainingHours: 8, injuryProcess: '按规定' },
  ...{ returnCases: '严重违纪', returnNoticeDays: 0, travelAndOtherCosts: '乙方', reimbursements: [] },
};

const times = (often: number, kind: Kind, make: Make): (readonly [Kind, Make])[] =>
  Array.from({ length: often }, () => [kind, make] as const);

/** Everything that may be tried, by what it is tried on; steps that a deal needs more often than those that end it. */
const tries: readonly (readonly [Kind, Make])[] = [
  ...times(6, 'proposal', ({ id }) => ({
    ...{ name: 'makeOffer', type: 'MakeOfferInput' },
    input: { idempotencyKey: key(), proposalId: id },
  })),
  ...times(8, 'offer', onOffer('acceptOffer')),
  ...times(8, 'offer', onOffer('confirmOffer')),
  ...times(1, 'offer', onOffer('declineOffer')),
  ...times(1, 'offer', onOffer('withdrawOffer')),
  ...times(6, 'placement', onPlacement('startPlacement')),
  ...times(1, 'placement', onPlacement('endPlacement')),
  ...times(1, 'placement', onPlacement('reportNoShow')),
  ...times(1, 'placement', ({ id }) => ({
    ...{ name: 'requestReturn', type: 'RequestReturnInput' },
    input: { idempotencyKey: key(), placementId: id, reason: 'UNSUITED', note: 'x', evidence: 'x' },
  })),
  ...times(2, 'return', ({ id }) => ({ name: 'agreeReturn', type: 'ReturnInput', input: { returnId: id } })),
  ...times(1, 'consent', ({ id }) => ({
    ...{ name: 'grantConsent', type: 'ConsentInput', input: { consentId: id }, subject: id },
  })),
  ...times(1, 'consent', ({ id }) => ({
    ...{ name: 'withdrawConsent', type: 'WithdrawConsentInput', input: { consentId: id }, subject: id },
  })),
  ...times(2, 'consent', ({ id }) => ({
    ...{ name: 'askConsentAgain', type: 'AskConsentAgainInput' },
    input: { idempotencyKey: key(), consentId: id },
  })),
  ...times(2, 'agreement', ({ id, version }) => ({
    ...{ name: 'proposeTerms', type: 'ProposeTermsInput', subject: id },
    input: { agreementId: id, version, terms: fullTerms, note: '' },
  })),
  ...times(5, 'agreement', ({ id, version }) => ({
    ...{ name: 'issueAgreement', type: 'AgreementVersionInput', input: { agreementId: id, version }, subject: id },
  })),
  ...times(6, 'agreement', ({ id, hash }) => ({
    ...{ name: 'signAgreement', type: 'SignAgreementInput', subject: id },
    input: { agreementId: id, contentHash: hash, name: '王', title: '', password },
  })),
  ...times(1, 'agreement', ({ id }) => ({
    ...{ name: 'terminateAgreement', type: 'TerminateAgreementInput' },
    input: { idempotencyKey: key(), agreementId: id, endsOn: inDays(65), note: '' },
  })),
  ...times(3, 'placement', ({ id }) => ({
    ...{ name: 'recordAttendance', type: 'RecordAttendanceInput' },
    input: { idempotencyKey: key(), days: [workedDay(id)] },
  })),
  ...times(3, 'day', ({ id }) => ({
    ...{ name: 'confirmAttendance', type: 'ConfirmAttendanceInput', input: { ids: [id] } },
  })),
  ...times(2, 'agreement', ({ id }) => ({
    ...{ name: 'prepareSettlement', type: 'PrepareSettlementInput', input: { agreementId: id, month: inDays(0) } },
  })),
  ...times(2, 'settlement', ({ id }) => ({
    ...{ name: 'issueSettlement', type: 'IssueSettlementInput', input: { settlementId: id, leaveOut: true } },
  })),
  ...times(2, 'settlement', ({ id }) => ({
    ...{ name: 'confirmSettlement', type: 'SettlementInput', input: { settlementId: id } },
  })),
  ...times(2, 'settlement', ({ id, amount }) => ({
    ...{ name: 'recordHostPayment', type: 'RecordHostPaymentInput' },
    input: { idempotencyKey: key(), settlementId: id, voucher: key(), paidOn: inDays(0), amountFen: amount },
  })),
];

function workedDay(placementId: string): object {
  const clocked = { checkInAt: `${inDays(0)}T00:00:00.000Z`, checkOutAt: `${inDays(0)}T01:30:00.000Z` };
  return { placementId, day: inDays(0), ...clocked, breakMinutes: 0 };
}

/** Something to try in this world, by the given dice; undefined where there is nothing to try it on. */
export function nextMove(world: World, pick: <T>(list: readonly T[]) => T | undefined): Move | undefined {
  const [kind, make] = pick(tries) ?? [];
  const thing = kind && pick(world[kind]);
  return thing && make ? { ...make(thing), parties: thing.parties } : undefined;
}
