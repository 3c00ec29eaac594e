import { registerEnumType } from '@nestjs/graphql';
import type { Party } from './placement-party.rules.js';

export const PartyEnum = { HOST: 'host', LENDER: 'lender', WORKER: 'worker' } as const satisfies Record<string, Party>;
registerEnumType(PartyEnum, {
  name: 'PlacementParty',
  description: 'A side of a placement.',
  valuesMap: {
    HOST: { description: 'The enterprise where the work is done.' },
    LENDER: { description: 'The employer who lends the worker.' },
    WORKER: { description: 'The worker.' },
  },
});
