import type { Viewer } from '../../platform/auth/viewer.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { Message } from '../../platform/i18n/message.js';
import { usccOf } from '../enterprises/enterprise.rules.js';
import { directoryMessages } from '../directory.messages.js';
import { sanctionMessages } from './sanction.messages.js';

export type SanctionList = 'dishonest' | 'penalised' | 'wage_arrears';
export type SanctionAction = 'lift';

/** A sanction in force against an enterprise. */
export interface Sanction {
  readonly list: SanctionList;
  readonly reason: string;
}

/** What became of one row of a list; kept as JSON with the idempotency key. */
export type SanctionOutcome =
  | { readonly sanctionId: string; readonly isNew: boolean; readonly enterpriseId: string | null }
  | { readonly refusal: Refusal };

const barredBy: Record<SanctionList, Message> = {
  dishonest: barred(sanctionMessages.dishonest),
  penalised: barred(sanctionMessages.penalised),
  wage_arrears: barred(sanctionMessages.wageArrears),
};

function barred(list: Message): Message {
  const named = (language: 'zh-CN' | 'en'): string =>
    sanctionMessages.barred[language].replace('{list}', list[language]);
  return { 'zh-CN': named('zh-CN'), en: named('en') };
}

/**
 * Only an enterprise that a bureau has verified, and that is on no list in force, deals (R30); others may look around.
 * Directory stands below the rule book, so the rule is named by its id.
 */
export function refuseDealing(
  enterprise: { readonly verification: string },
  sanction: Sanction | undefined,
): Refusal | undefined {
  if (enterprise.verification !== 'verified')
    return { code: 'RULE_VIOLATED', rule: 'R30', message: sanctionMessages.notVerified };
  if (!sanction) return undefined;
  const { list, reason } = sanction;
  return { code: 'RULE_VIOLATED', rule: 'R30', message: barredBy[list], params: { reason } };
}

/** Whether a row of a list can be taken in; its fields belong to `field`. */
export function refuseRow(
  row: {
    readonly registrationScheme: string;
    readonly registrationCode: string;
    readonly startsOn: string;
    readonly endsOn?: string | null;
  },
  usccScheme: string,
  field: string,
): Refusal | undefined {
  if (row.registrationScheme === usccScheme && !usccOf(row.registrationCode))
    return { code: 'VALIDATION_FAILED', message: directoryMessages.usccInvalid, field: `${field}.registrationCode` };
  if (row.endsOn && row.endsOn < row.startsOn)
    return { code: 'VALIDATION_FAILED', message: sanctionMessages.endsBeforeStart, field: `${field}.endsOn` };
  return undefined;
}

export function refuseLift({ liftedAt }: { readonly liftedAt: Date | null }): Refusal | undefined {
  return liftedAt
    ? { code: 'CONFLICT', message: sanctionMessages.alreadyLifted, field: 'input.sanctionId' }
    : undefined;
}

/** What the viewer may do with an entry: the bureau that brought it lifts it. */
export function sanctionActions(
  sanction: { readonly bureauId: string; readonly liftedAt: Date | null },
  viewer: Viewer,
): SanctionAction[] {
  return viewer.kind === 'bureau' && viewer.bureauId === sanction.bureauId && !refuseLift(sanction) ? ['lift'] : [];
}
