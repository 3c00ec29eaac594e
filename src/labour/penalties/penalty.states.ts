import { defineTransitions } from '../../platform/errors/index.js';

export type PenaltyState = 'proposed' | 'appealed' | 'upheld' | 'lifted';

/** What nobody appeals in time is upheld; an appeal suspends it until an officer decides. */
export const penaltyTransitions = defineTransitions<PenaltyState>('proposed', {
  proposed: ['appealed', 'upheld', 'lifted'],
  appealed: ['upheld', 'lifted'],
  upheld: [],
  lifted: [],
});
