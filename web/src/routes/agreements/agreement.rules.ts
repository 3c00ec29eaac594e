import type { AgreementState, OneAgreementQuery } from './agreements.graphql.ts';

export type Agreement = NonNullable<OneAgreementQuery['agreement']>;
export type Finding = Agreement['findings'][number];
export type Difference = Agreement['versions'][number]['differences'][number];
export type Side = 'host' | 'lender';

interface Turning {
  readonly state: AgreementState;
  readonly versions: readonly { readonly isHosts: boolean }[];
  readonly signatures: readonly { readonly isHost: boolean }[];
}

/** Whose move it is: to answer the other side's terms, then to sign; nobody's once it binds or is over. */
export function turnsOf({ state, versions, signatures }: Turning): readonly Side[] {
  if (state === 'DRAFT') {
    const newest = versions.at(-1);
    return newest ? [newest.isHosts ? 'lender' : 'host'] : [];
  }
  if (state !== 'ISSUED') return [];
  const hasSigned = (isHost: boolean): boolean => signatures.some((one) => one.isHost === isHost);
  return (['host', 'lender'] as const).filter((side) => !hasSigned(side === 'host'));
}

export const steps = ['negotiating', 'agreed', 'signedByOne', 'inForce'] as const;

/** How many steps are behind it: four once both have signed. */
export function stepsDone({ state, signatures }: Pick<Turning, 'state' | 'signatures'>): number {
  if (state === 'DRAFT' || state === 'REJECTED') return 0;
  if (state === 'ISSUED') return signatures.length > 0 ? 2 : 1;
  return steps.length;
}

export const stateTones = {
  DRAFT: 'call',
  ISSUED: 'call',
  SIGNED: 'good',
  IN_FORCE: 'good',
  ENDED: 'plain',
  TERMINATED: 'plain',
  REJECTED: 'bad',
} as const satisfies Record<AgreementState, 'plain' | 'good' | 'call' | 'bad'>;

/** What the newest version changed, while it is still to be answered. */
export function openChanges({ state, versions }: Pick<Agreement, 'state' | 'versions'>): readonly Difference[] {
  return state === 'DRAFT' || state === 'ISSUED' ? (versions.at(-1)?.differences ?? []) : [];
}

/** What the viewer's side is called in a deal; an officer is on neither. */
export function sideOf(
  { host, lender }: { host: { id: string } | null; lender: { id: string } | null },
  enterpriseId: string | undefined,
): Side | undefined {
  if (enterpriseId === undefined) return undefined;
  if (host?.id === enterpriseId) return 'host';
  return lender?.id === enterpriseId ? 'lender' : undefined;
}
