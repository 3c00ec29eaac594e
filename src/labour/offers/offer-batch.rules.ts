import type { Refusal } from '../../platform/errors/index.js';

/** What became of one item of a batch; kept as JSON with the idempotency key. */
export type BatchOutcome = { readonly offerId: string } | { readonly refusal: Refusal };

/** The order in which items are taken up: the same in every batch, so that two batches never wait for each other. */
export function takingOrder(
  items: readonly { readonly proposalId?: string | null; readonly applicationId?: string | null }[],
): number[] {
  const keys = items.map(({ proposalId, applicationId }) => `${proposalId ?? ''} ${applicationId ?? ''}`);
  return [...keys.keys()].sort((a, b) => (keys[a] ?? '').localeCompare(keys[b] ?? '') || a - b);
}

/** A refusal of an item, its field named as part of the batch's input: `input.items.2.proposalId`. */
export function refusalAt(index: number, { field, ...refusal }: Refusal): Refusal {
  const name = field?.replace(/^input\.?/, '');
  return field === undefined ? refusal : { ...refusal, field: `input.items.${index}${name ? `.${name}` : ''}` };
}

/** A refusal of something that the caller did not name: it belongs to no field of the input. */
export function unplaced({ field: _field, ...refusal }: Refusal): Refusal {
  return refusal;
}

/** Seats that nobody holds and nobody was offered; none where the need is not open. */
export function freeSeats(
  need: { readonly headcount: number; readonly seatsTaken: number; readonly state: string },
  offersWaiting: number,
): number {
  return need.state === 'open' ? Math.max(0, need.headcount - need.seatsTaken - offersWaiting) : 0;
}
