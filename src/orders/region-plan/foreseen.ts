import type { Reserved } from '../../matching/index.js';
import type { Leg } from './region-plan.js';

/** So much for a requirement of an order, as a plan of its region foresees it; a decimal number as text. */
export interface ForeseenShare {
  readonly requirementId: string;
  readonly leg: Leg;
  readonly thingId: string;
  readonly quantity: string;
  /** Whose; null for workers who belong to nobody. */
  readonly enterpriseId: string | null;
  /** Workers; or one lot; or one `window day`. */
  readonly supplyIds: readonly string[];
}

/** What an order is to be secured with, and nothing else. */
export function foreseenBy(shares: readonly ForeseenShare[]): Reserved {
  const lots = new Map<string, Map<string, string>>();
  const days = new Map<string, number>();
  for (const { leg, requirementId, quantity, supplyIds } of shares) {
    const [id = ''] = supplyIds;
    if (leg === 'material')
      lots.set(requirementId, (lots.get(requirementId) ?? new Map<string, string>()).set(id, quantity));
    if (leg === 'capacity') days.set(id, (days.get(id) ?? 0) + Number(quantity));
  }
  const workers = new Set(shares.flatMap(({ leg, supplyIds }) => (leg === 'labour' ? supplyIds : [])));
  return { workers, lots, days };
}
