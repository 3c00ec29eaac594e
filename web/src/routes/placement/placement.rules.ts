import type {
  ExtensionFactsFragment,
  InjuryFactsFragment,
  PlacementHeadFragment,
  PlacementParty,
  ReturnFactsFragment,
  ReturnReason,
  ReviewFactsFragment,
} from './placement.graphql.ts';

/** Everything that a placement's page shows. */
export interface Life {
  readonly placement: PlacementHeadFragment;
  readonly returns: readonly ReturnFactsFragment[];
  readonly extensions: readonly ExtensionFactsFragment[];
  readonly injuries: readonly InjuryFactsFragment[];
  readonly reviews: readonly ReviewFactsFragment[];
}

export type MomentKind =
  | 'starts'
  | 'confirmed'
  | 'started'
  | 'paused'
  | 'returnAsked'
  | 'returned'
  | 'objected'
  | 'extension'
  | 'hurt'
  | 'fileBy'
  | 'ends'
  | 'ended'
  | 'reviewed';

export interface Moment {
  readonly kind: MomentKind;
  /** A day or an instant, as the API gives it. */
  readonly at: string;
  /** Last day of what lasts some days. */
  readonly until?: string;
}

const goesOn = new Set(['PLANNED', 'ACTIVE']);
const unfiled = new Set(['REPORTED', 'LENDER_NOTIFIED']);

/** What happened and what comes, in order. */
export function timelineOf({ placement, returns, extensions, injuries, reviews }: Life): Moment[] {
  const { state, startsOn, endsOn, startedAt, endedAt, termsConfirmedAt, pauses } = placement;
  const moments: (Moment | false | null)[] = [
    termsConfirmedAt !== null && { kind: 'confirmed', at: termsConfirmedAt },
    startedAt === null ? { kind: 'starts', at: startsOn } : { kind: 'started', at: startedAt },
    ...pauses.map((pause): Moment => ({ kind: 'paused', at: pause.startsOn, until: pause.endsOn })),
    ...returns.map(({ createdAt }): Moment => ({ kind: 'returnAsked', at: createdAt })),
    ...returns.map((one): Moment | null =>
      (one.state === 'DUE' || one.state === 'EFFECTIVE') && one.effectiveOn !== null
        ? { kind: 'returned', at: one.effectiveOn }
        : null,
    ),
    ...returns.map(({ objectedAt }): Moment | null =>
      objectedAt === null ? null : { kind: 'objected', at: objectedAt },
    ),
    ...extensions.map((one): Moment | false => one.state === 'WAITING' && { kind: 'extension', at: one.expiresAt }),
    ...injuries.map(({ occurredAt }): Moment => ({ kind: 'hurt', at: occurredAt })),
    ...injuries.map((one): Moment | false => unfiled.has(one.state) && { kind: 'fileBy', at: one.fileBy }),
    goesOn.has(state) && { kind: 'ends', at: endsOn },
    endedAt !== null && { kind: 'ended', at: endedAt },
    ...reviews.map(({ createdAt }): Moment => ({ kind: 'reviewed', at: createdAt })),
  ];
  return moments.filter((moment) => moment !== false && moment !== null).sort((a, b) => timeOf(a.at) - timeOf(b.at));
}

/** A day begins at midnight where the work is. */
export function timeOf(at: string): number {
  return Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at);
}

const workerReasons = [
  'UNSAFE_CONDITIONS',
  'NO_PROTECTIVE_EQUIPMENT',
  'UNPAID',
  'OVERLONG_HOURS',
  'OTHER_BREACH_OF_DUTY',
  'UNSUITED',
] as const satisfies readonly ReturnReason[];
const hostReasons = [
  'SERIOUS_RULE_BREACH',
  'INCOMPETENCE',
  'AGREED_CASE',
  'UNSUITED',
] as const satisfies readonly ReturnReason[];

/** What each side can name: the law gives each its own. */
export function reasonsOf(party: PlacementParty | null): readonly ReturnReason[] {
  if (party === 'WORKER') return workerReasons;
  return party === 'HOST' ? hostReasons : ['UNSUITED'];
}

/** How it goes on from a reason: at once, after notice with evidence, or when all agree. */
export function wayOf(reason: ReturnReason): 'atOnce' | 'notice' | 'all' {
  if (reason === 'UNSUITED') return 'all';
  return hostReasons.some((known) => known === reason) ? 'notice' : 'atOnce';
}

const scores = {
  HOST: ['punctuality', 'skill', 'safety', 'again'],
  WORKER: ['termsKept', 'safety', 'respect', 'paidOnTime', 'again'],
  LENDER: ['paidOnTime', 'termsKept'],
} as const satisfies Record<PlacementParty, readonly (keyof ReviewFactsFragment)[]>;
export type ScoreName = (typeof scores)[PlacementParty][number];
export const scoreNames = ['punctuality', 'skill', 'safety', 'termsKept', 'respect', 'paidOnTime', 'again'] as const;

/** What a side is asked to score. */
export function scoresOf(party: PlacementParty): readonly ScoreName[] {
  return scores[party];
}

const filingDays = 30;

/** How much of the thirty days is left on `today`: 1 on the first day, 0 on the last and after it. */
export function clockOf(fileBy: string, today: string): { readonly daysLeft: number; readonly share: number } {
  const daysLeft = Math.round((timeOf(fileBy) - timeOf(today)) / 86_400_000);
  return { daysLeft, share: Math.min(1, Math.max(0, daysLeft / filingDays)) };
}

/** Whether the time to file still runs for the employer. */
export function isUnfiled({ state }: Pick<InjuryFactsFragment, 'state'>): boolean {
  return unfiled.has(state);
}
