import type { Viewer } from '../../platform/auth/viewer.js';
import { unrefused } from '../labour.rules.js';
import { type AnswerableConsent, refuseAnswer } from './consent.rules.js';

export type ConsentAction = 'grant' | 'refuse' | 'withdraw';

/** What the viewer may do with a consent now, by the rules of the mutations themselves. Only its worker may do anything. */
export function consentActions(
  consent: AnswerableConsent & { readonly workerId: string },
  viewer: Viewer,
  now: Date,
  today: string,
): ConsentAction[] {
  if (viewer.kind !== 'worker' || viewer.workerId !== consent.workerId) return [];
  return unrefused([
    ['grant', refuseAnswer(consent, 'granted', now, today)],
    ['refuse', refuseAnswer(consent, 'refused', now, today)],
    ['withdraw', refuseAnswer(consent, 'withdrawn', now, today)],
  ]);
}
