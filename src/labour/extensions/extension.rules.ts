import type { LocalDate } from '../../platform/clock/clock.js';
import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { breaks } from '../compliance/breaks.js';
import { addDays } from '../../platform/clock/local-date.js';
import type { PlacementState } from '../placements/placement.states.js';
import type { AgreedForPlacement } from '../placements/placement-life.loader.js';
import { awaitedOf, type Answers, type Party } from '../placements/placement-party.rules.js';
import { extensionMessages } from './extension.messages.js';
import { type ExtensionState, extensionTransitions } from './extension.states.js';

/** How long the others have to say yes, hours. */
export const answerHours = 72;
const mostDays = 366;
const field = 'input.newEndsOn';

/** Only what is planned or runs is extended, one proposal at a time. */
export function refuseExtension(
  { state }: { readonly state: PlacementState },
  { hasOpenExtension }: { readonly hasOpenExtension: boolean },
): Refusal | undefined {
  if (state !== 'planned' && state !== 'active')
    return { code: 'CONFLICT', message: extensionMessages.notRunning, field: 'input.placementId' };
  return hasOpenExtension
    ? { code: 'CONFLICT', message: extensionMessages.alreadyOpen, field: 'input.placementId' }
    : undefined;
}

export function refuseEnd(newEndsOn: LocalDate, { endsOn }: { readonly endsOn: LocalDate }): Refusal | undefined {
  if (newEndsOn <= endsOn)
    return { code: 'VALIDATION_FAILED', message: extensionMessages.notLater, params: { endsOn }, field };
  return newEndsOn > addDays(endsOn, mostDays)
    ? { code: 'VALIDATION_FAILED', message: extensionMessages.tooFar, params: { days: mostDays }, field }
    : undefined;
}

/** A loan goes on only as long as the agreement does; beyond that it is amended first (R22). */
export function refuseBeyondAgreement(
  kind: 'loan' | 'direct',
  newEndsOn: LocalDate,
  agreed: Pick<AgreedForPlacement, 'state' | 'endsOn'> | undefined,
): Refusal | undefined {
  if (kind === 'direct') return undefined;
  if (!agreed || (agreed.state !== 'signed' && agreed.state !== 'in_force'))
    return breaks('R22', extensionMessages.noAgreement, undefined, field);
  return newEndsOn > agreed.endsOn
    ? breaks('R22', extensionMessages.amendFirst, { endsOn: agreed.endsOn }, field)
    : undefined;
}

/** A loan never outlives the labour contract that the lender has stated; null or none sets no limit. */
export function refuseBeyondContract(newEndsOn: LocalDate, contractEndsOn: LocalDate | null): Refusal | undefined {
  if (contractEndsOn === null || newEndsOn <= contractEndsOn) return undefined;
  return breaks('R2', extensionMessages.contractEnds, { endsOn: contractEndsOn }, field);
}

export interface AnswerableExtension extends Answers {
  readonly lenderId: string | null;
  readonly state: ExtensionState;
  readonly expiresAt: Date;
}

/** Whether a side can say yes (R22): it is asked, and still in time. */
export function refuseAgreement(extension: AnswerableExtension, party: Party, now: Date): Refusal | undefined {
  const moved = refuseTransition(extensionTransitions, extension.state, 'agreed');
  if (moved) return moved;
  const conflict = { code: 'CONFLICT', field: 'input.extensionId' } as const;
  if (extension.expiresAt <= now) return { ...conflict, message: extensionMessages.tooLate };
  return awaitedOf(extension, extension).includes(party)
    ? undefined
    : { ...conflict, message: extensionMessages.alreadyAnswered };
}

/** Anyone may say no as long as it waits, also after a yes. */
export function refuseNo(extension: Pick<AnswerableExtension, 'state'>): Refusal | undefined {
  return refuseTransition(extensionTransitions, extension.state, 'declined');
}
