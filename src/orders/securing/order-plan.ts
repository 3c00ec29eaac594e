import type { RequirementRow } from '../production-orders/order-search.service.js';

/** So much for a requirement, from whom, when, at what cost: heads, base units, or minutes. */
export interface PlanItem {
  readonly requirementId: string;
  readonly leg: RequirementRow['leg'];
  readonly thingId: string;
  readonly quantity: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Reckoned; wages for the whole period, goods with transport, hours. */
  readonly costFen: number;
  /** Of material that is lent and comes back in kind; null for everything else. */
  readonly loanDays: number | null;
  /** Whose workers, goods or machines; null for workers who belong to nobody. */
  readonly enterpriseId: string | null;
}

/** What would make a requirement whole, and nothing smaller of its sort would. */
export interface Remedy {
  readonly kind: 'later' | 'ceiling' | 'level' | 'grade';
  /** Days later; fen more; levels lower; grades lower. */
  readonly by: number;
}

export interface Missing {
  readonly requirementId: string;
  readonly leg: RequirementRow['leg'];
  readonly thingId: string;
  readonly quantity: string;
  readonly remedies: readonly Remedy[];
}

export interface OrderPlan {
  readonly items: readonly PlanItem[];
  readonly missing: readonly Missing[];
  readonly costFen: number;
}
