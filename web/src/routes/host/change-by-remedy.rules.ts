import type { Remedy } from '../what-if/change.rules';
import type { NeedTerms } from '../what-if/remedy-words';
import type { ChangeNeedInput, OneNeedQuery } from './host.graphql.ts';

export interface ChangeableNeed extends NeedTerms {
  readonly id: string;
  readonly actions: NonNullable<OneNeedQuery['need']>['actions'];
}

/** The change of a need that is a remedy; undefined where it is not the host's to make, or the need cannot be changed so. */
export function changeByRemedy(
  { id: needId, wageFen, minLevel, actions }: ChangeableNeed,
  { kind, addFen, lowerBy }: Remedy,
): ChangeNeedInput | undefined {
  if (!actions.includes('CHANGE')) return undefined;
  if (kind === 'WAGE') return { needId, wageFen: wageFen + (addFen ?? 0) };
  if (kind === 'LEVEL') return { needId, minLevel: Math.max(1, minLevel - (lowerBy ?? 0)) };
  return kind === 'LODGING' ? { needId, lodging: true } : undefined;
}
