import type { MessageParams } from '../../platform/i18n/message.js';
import type { NotificationKind } from './notification.messages.js';

/**
 * Whom to tell: the members or only the owners of enterprises, workers, the officers of the bureau nearest to a region, or
 * one account. Whoever has no account is not told; null is nobody.
 */
export type Audience =
  | { readonly enterpriseId: string | null }
  | { readonly enterpriseIds: readonly string[] }
  | { readonly ownersOf: string }
  | { readonly workerId: string | null }
  | { readonly workerIds: readonly string[] }
  | { readonly bureauOf: string }
  | { readonly accountId: string };

/** Somebody to tell, and the screen of the console where they find what it is about; empty: there is none. */
export interface Reader {
  readonly to: Audience;
  readonly link: string;
}

export interface Tiding extends Reader {
  readonly kind: NotificationKind;
  readonly params: MessageParams;
}

export type Side = 'worker' | 'host' | 'lender';

export interface Deal {
  readonly workerId: string;
  readonly hostId: string;
  /** Null for a direct hire. */
  readonly lenderId: string | null;
}

export interface LapsedOffer {
  readonly lenderId: string | null;
  readonly state: 'declined' | 'withdrawn' | 'expired';
}

const sides: readonly Side[] = ['worker', 'host', 'lender'];

/** All sides of a deal but the one that did it; null: time or a bureau did. */
export function sidesBut(by: Side | null): Side[] {
  return sides.filter((side) => side !== by);
}

/** Whoever ended an offer knows it. A loan may be declined by the worker or the lender, so then both are told. */
export function toldOfLapse({ state, lenderId }: LapsedOffer): Side[] {
  if (state === 'withdrawn') return ['worker', 'lender'];
  if (state === 'declined' && lenderId === null) return ['host'];
  return [...sides];
}

export const placementLinks: Readonly<Record<Side, string>> = {
  worker: '/my/placements',
  host: '/host/placements',
  lender: '/lender',
};

/** The sides of a deal as readers; a direct hire has no lender to tell. */
export function readersOf(
  { workerId, hostId, lenderId }: Deal,
  told: readonly Side[] = sides,
  links: Readonly<Record<Side, string>> = placementLinks,
): Reader[] {
  const audiences = { worker: { workerId }, host: { enterpriseId: hostId }, lender: { enterpriseId: lenderId } };
  return told
    .filter((side) => side !== 'lender' || lenderId !== null)
    .map((side) => ({ to: audiences[side], link: links[side] }));
}

/** The same told to each. */
export function toEach(readers: readonly Reader[], kind: NotificationKind, params: MessageParams): Tiding[] {
  return readers.map((reader) => ({ ...reader, kind, params }));
}
