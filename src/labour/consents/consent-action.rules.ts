import type { Viewer } from '../../platform/auth/viewer.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import { type AnswerableConsent, type AskingFacts, refuseAnswer, refuseAskingAgain } from './consent.rules.js';

export type ConsentAction = 'grant' | 'refuse' | 'withdraw' | 'ask_again';

/**
 * What the viewer may do with a consent now, by the rules of the mutations themselves. Only its worker answers; the
 * employer who asked may only ask again. `asking`: what decides about that.
 */
export function consentActions(
  consent: AnswerableConsent & { readonly workerId: string; readonly lenderId: string },
  viewer: Viewer,
  now: Date,
  today: string,
  asking?: AskingFacts,
): ConsentAction[] {
  if (viewer.kind === 'enterprise') {
    if (viewer.enterpriseId !== consent.lenderId || !mayWriteLabour(viewer) || !asking) return [];
    return unrefused([['ask_again', refuseAskingAgain(consent, asking, now, today)]]);
  }
  if (viewer.kind !== 'worker' || viewer.workerId !== consent.workerId) return [];
  return unrefused([
    ['grant', refuseAnswer(consent, 'granted', now, today)],
    ['refuse', refuseAnswer(consent, 'refused', now, today)],
    ['withdraw', refuseAnswer(consent, 'withdrawn', now, today)],
  ]);
}
