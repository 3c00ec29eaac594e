import { defineTransitions } from '../../platform/errors/index.js';

export type ReviewState = 'sealed' | 'published' | 'appealed' | 'upheld' | 'removed';

/** An appeal hides a review while it is decided; one that was upheld is published for good. */
export const reviewTransitions = defineTransitions<ReviewState>('sealed', {
  sealed: ['published'],
  published: ['appealed'],
  appealed: ['upheld', 'removed'],
  upheld: [],
  removed: [],
});

/** Reviews that everyone concerned may read, and that count. */
export const publicStates = ['published', 'upheld'] as const satisfies readonly ReviewState[];

export function isPublic(state: ReviewState): boolean {
  return publicStates.some((one) => one === state);
}
