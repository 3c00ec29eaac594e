import type { ConsentState } from './lender.graphql.ts';

/** How each answer looks; silence lapses into a no, so a request still open calls for attention. */
export const consentTones: Readonly<Record<ConsentState, 'plain' | 'good' | 'call' | 'bad'>> = {
  REQUESTED: 'call',
  GRANTED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'bad',
  EXPIRED: 'plain',
};
