import type { Reader } from '../inbox/notification.rules.js';

/** A transfer of goods, as its events name it. */
export interface HandedOver {
  readonly transferId: string;
  readonly ownerId: string;
  readonly receiverId: string;
}

export type HandOverSide = 'owner' | 'receiver';

/** The sides of a transfer as readers. */
export function partiesOf({ ownerId, receiverId }: HandedOver, sides: readonly HandOverSide[]): Reader[] {
  return sides.map((side) => ({
    to: { enterpriseId: side === 'owner' ? ownerId : receiverId },
    link: '/materials/transfers',
  }));
}

/** The side of a transfer that did not do it. */
export function otherSide({ ownerId }: HandedOver, by: string): HandOverSide {
  return by === ownerId ? 'receiver' : 'owner';
}
