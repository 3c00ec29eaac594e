import type { Viewer } from '../../platform/auth/viewer.js';

export type WeightsAction = 'simulate' | 'set';

/** What whoever sees the weights may do with them: operators set them, others look. */
export function weightsActions({ kind }: Pick<Viewer, 'kind'>): WeightsAction[] {
  return kind === 'operator' ? ['simulate', 'set'] : [];
}
