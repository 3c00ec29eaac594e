import type { RegisteredFragment } from './register.graphql.ts';

export const verifications = ['SUBMITTED', 'VERIFIED', 'REJECTED', 'SUSPENDED'] as const;
export const decisions = ['VERIFY', 'REJECT', 'SUSPEND'] as const;
export type Decision = (typeof decisions)[number];

/** What a bureau may decide now; steps that are the enterprise's own are left out. */
export function decisionsOf({ actions }: Pick<RegisteredFragment, 'actions'>): readonly Decision[] {
  return decisions.filter((decision) => actions.includes(decision));
}

/** Whoever is refused is told why. */
export function needsReason(decision: Decision): boolean {
  return decision !== 'VERIFY';
}

/** The region with what it is a part of, largest first, as addresses are written. */
export function placeOf({ region }: Pick<RegisteredFragment, 'region'>): string {
  return [region.parent?.name, region.name].filter((name) => name !== undefined).join(' · ');
}

interface Filter {
  readonly search?: string;
  readonly regionId?: string;
  readonly verification?: (typeof verifications)[number];
}

/** The filter that an address asks for. */
export function filterOf(address: URLSearchParams): Filter {
  const search = address.get('search');
  const regionId = address.get('region');
  const verification = verifications.find((known) => known === address.get('state'));
  return { ...(search && { search }), ...(regionId && { regionId }), ...(verification && { verification }) };
}
