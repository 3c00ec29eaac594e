import { type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { labourMessages } from '../labour.messages.js';
import { type NeedState, needTransitions } from './need.states.js';

/** A period of whole days, both ends included, as 'YYYY-MM-DD'. */
export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}

const maxNeedDays = 731;
const dayMs = 86_400_000;

/** Days of a period, both ends included. */
export function daysOf({ startsOn, endsOn }: Period): number {
  return (Date.parse(endsOn) - Date.parse(startsOn)) / dayMs + 1;
}

export function refuseBackwardPeriod(period: Period): Refusal | undefined {
  if (period.endsOn >= period.startsOn) return undefined;
  return { code: 'VALIDATION_FAILED', message: labourMessages.endsBeforeStart, field: 'input.endsOn' };
}

export function refuseLongPeriod(period: Period): Refusal | undefined {
  if (daysOf(period) <= maxNeedDays) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: labourMessages.tooLong,
    params: { days: maxNeedDays },
    field: 'input.endsOn',
  };
}

export function refusePastStart({ startsOn }: Period, today: string): Refusal | undefined {
  if (startsOn >= today) return undefined;
  return {
    code: 'VALIDATION_FAILED',
    message: labourMessages.startsInPast,
    params: { today },
    field: 'input.startsOn',
  };
}

/** A need can be changed as long as it could be closed. */
export function refuseChange({ state }: { readonly state: NeedState }): Refusal | undefined {
  return refuseTransition(needTransitions, state, 'closed');
}

/** Offers and placements hold seats; a need cannot shrink below them. */
export function refuseHeadcountBelowTaken(headcount: number, taken: number): Refusal | undefined {
  if (headcount >= taken) return undefined;
  return { code: 'CONFLICT', message: labourMessages.headcountBelowTaken, params: { taken }, field: 'input.headcount' };
}

/** Conditions of sex, ethnicity, belief, origin, marriage or age in a post's text (R29). Wordings, not topics, so that 女装 passes. */
const discriminating = [
  /限(?:男|女)(?:性|工|士|生)?/,
  /(?:只|仅)(?:招|要|限)(?:男|女)/,
  /(?:男|女)(?:性|士)?(?:优先|勿扰|免谈)/,
  /(?:已婚|未婚|已育|未育)(?:优先|者?勿扰|限定)/,
  /(?:不要|不招|谢绝)(?:\S{0,4}(?:人|族|省|籍))/,
  /限?\s*\d{2}\s*(?:周?岁)\s*以下/,
  /(?:汉族|本地户口|本省户籍)(?:优先|限定)/,
  /\b(?:men|women|males?|females?)\s+(?:only|preferred)\b/i,
  /\b(?:no|only)\s+(?:muslims?|christians?|buddhists?|women|men|females?|males?)\b/i,
  /\bunder\s+\d{2}\s+years\b/i,
];

export function refuseDiscrimination(text: string): Refusal | undefined {
  for (const pattern of discriminating) {
    const words = pattern.exec(text)?.[0];
    if (words)
      return {
        code: 'RULE_VIOLATED',
        message: labourMessages.discriminates,
        params: { words },
        field: 'input.description',
      };
  }
  return undefined;
}
