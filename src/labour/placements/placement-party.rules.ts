import type { Viewer } from '../../platform/auth/viewer.js';

/** The sides of a placement; a direct hire has no lender. */
export type Party = 'host' | 'lender' | 'worker';

export interface Parties {
  readonly hostId: string;
  readonly lenderId: string | null;
  readonly workerId: string;
}

/** When each side said yes to what all must agree on. */
export interface Answers {
  readonly hostAgreedAt: Date | null;
  readonly lenderAgreedAt: Date | null;
  readonly workerAgreedAt: Date | null;
}

const answerOf = { host: 'hostAgreedAt', lender: 'lenderAgreedAt', worker: 'workerAgreedAt' } as const;

/** The side that a viewer is on, if any. */
export function partyOf(viewer: Viewer, { hostId, lenderId, workerId }: Parties): Party | undefined {
  if (viewer.kind === 'worker') return viewer.workerId === workerId ? 'worker' : undefined;
  if (viewer.kind !== 'enterprise') return undefined;
  if (viewer.enterpriseId === hostId) return 'host';
  return viewer.enterpriseId === lenderId ? 'lender' : undefined;
}

/** The answers with one more yes; the first yes of a side counts. */
export function withYes<A extends Answers>(answers: A, party: Party, now: Date): A {
  const column = answerOf[party];
  return { ...answers, [column]: answers[column] ?? now };
}

/** Who has still to say yes. */
export function awaitedOf({ lenderId }: Pick<Parties, 'lenderId'>, answers: Answers): Party[] {
  const parties: Party[] = lenderId === null ? ['host', 'worker'] : ['host', 'lender', 'worker'];
  return parties.filter((party) => answers[answerOf[party]] === null);
}

export const nobodyYet: Answers = { hostAgreedAt: null, lenderAgreedAt: null, workerAgreedAt: null };
