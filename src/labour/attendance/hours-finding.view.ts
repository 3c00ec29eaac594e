import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ruleText } from '../../platform/errors/index.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { HoursFinding, Severity } from '../working-time/hours-guard.rules.js';

export const FindingSeverityEnum = { WARNING: 'warning', BREACH: 'breach' } as const satisfies Record<string, Severity>;
registerEnumType(FindingSeverityEnum, {
  name: 'HoursFindingSeverity',
  description: 'How grave a finding of the guard of hours is.',
  valuesMap: {
    WARNING: { description: 'Beyond what is usual.' },
    BREACH: { description: 'Beyond what the rule allows.' },
  },
});

@ObjectType('HoursFinding', {
  description: 'What the guard of hours finds, over both employers. What was worked is recorded and paid all the same.',
})
export class HoursFindingView {
  @Field(() => ID, { description: 'The legal rule, e.g. `R16`.' }) rule: string;
  @Field(() => String, { nullable: true, description: 'The title of the rule, in the caller’s language.' })
  ruleTitle: string | null;
  @Field(() => FindingSeverityEnum, { description: 'How grave it is.' }) severity: Severity;
  @Field({ description: 'What was found, in the caller’s language.' }) message: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day; null where it is about the month.' })
  day: string | null;
  @Field(() => Int, { description: 'The figure found: minutes, or days in a row.' }) figure: number;
  @Field(() => Int, { description: 'What the rule allows.' }) limit: number;
}

export function toFindingView(
  { rule, severity, message, params, day, figure, limit }: HoursFinding,
  language: Language,
): HoursFindingView {
  const title = ruleText(rule)?.title;
  return {
    ...{ rule, ruleTitle: title ? render(title, language) : null, severity, day, figure, limit },
    message: render(message, language, params),
  };
}
