import type { PassProblem } from '../../pass/pass-code';
import type { PassFacts } from '../../pass/read-pass';
import type { LookAtPassMutation, PresenceQuery, ScanDirection } from './gate.graphql.ts';

type Found = LookAtPassMutation['verifyWorkPass'];

/** A code that is good, and who shows it. */
export interface GoodLook {
  readonly kind: 'good';
  readonly pass: string;
  /** The name for their host, initials for anyone else. */
  readonly who: string;
  readonly work: string;
  readonly host: string | null;
  readonly reference: string | null;
  readonly days: readonly [string, string] | null;
  readonly isOffline: boolean;
  /** Which way they go next, and for which placement, where the viewer may let them through. */
  readonly next?: ScanDirection;
  readonly placementId?: string;
  /** Which way they went, once it is kept. */
  readonly done?: ScanDirection | 'AGAIN';
}

/** What a gate shows of a code. */
export type Look =
  | GoodLook
  | {
      readonly kind: 'bad';
      readonly message: string;
      /** Without network the screen itself says what is wrong. */
      readonly problem?: PassProblem;
      readonly isOffline: boolean;
    };

/** One who came through. */
export interface Scan {
  readonly at: string;
  readonly who: string;
  readonly placementId: string;
  readonly direction: ScanDirection;
}

const keptScans = 10;
/** Who still holds the phone up after a scan does not go the other way by it. */
const repeatMs = 5 * 60_000;

export function isRepeat(scans: readonly Scan[], placementId: string | undefined, nowMs: number): boolean {
  return scans.some((scan) => scan.placementId === placementId && nowMs - Date.parse(scan.at) < repeatMs);
}

/** The last ten, newest first. */
export function withScan(scans: readonly Scan[], scan: Scan): readonly Scan[] {
  return [scan, ...scans].slice(0, keptScans);
}

export function lookOf(pass: string, found: Found, way: Pick<GoodLook, 'next' | 'placementId'> = {}): Look {
  if (!found.valid) return { kind: 'bad', message: found.problem?.message ?? '', isOffline: false };
  const { workerName, initials, occupation, hostName, needReference, startsOn, endsOn } = found;
  return {
    ...{ kind: 'good', pass, isOffline: false, ...way },
    who: workerName ?? initials ?? '',
    ...{ work: occupation ?? '', host: hostName, reference: needReference },
    days: startsOn !== null && endsOn !== null ? [startsOn, endsOn] : null,
  };
}

/** What a code says by itself: real, but nothing that the server alone knows. */
export function offlineLookOf(pass: string, { initials, occupation, needReference, days }: PassFacts): Look {
  return {
    ...{ kind: 'good', pass, isOffline: true },
    ...{ who: initials, work: occupation, host: null, reference: needReference, days },
  };
}

/** Who is in goes out; anyone else comes in. */
export function nextStep(last: { readonly checkInAt: string | null; readonly checkOutAt: string | null } | undefined) {
  return last?.checkInAt && !last.checkOutAt ? ('OUT' as const) : ('IN' as const);
}

/** How many are inside, of how many; `isMore`: of more than were looked at. */
export function presenceOf({ onSiteToday }: PresenceQuery): {
  readonly inside: number;
  readonly all: number;
  readonly isMore: boolean;
} {
  const days = onSiteToday.edges.map(({ node }) => node.attendanceToday);
  const inside = days.filter((day) => day?.checkInAt && !day.checkOutAt).length;
  return { inside, all: days.length, isMore: onSiteToday.pageInfo.hasNextPage };
}

/** The code in an address's fragment. */
export function passIn(hash: string): string | undefined {
  return hash.startsWith('#GJ1.') ? hash.slice(1) : undefined;
}
