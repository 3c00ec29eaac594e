import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Alert, AlertAction, AlertRule, AlertSplit, AlertStep } from './alert.entity.js';
import { AlertKindEnum, AlertSeverityEnum, AlertSplitEnum, AlertStateEnum } from './alert.input.js';
import type { AlertKind, AlertSeverity } from './alert.rules.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { shippedRules } from './shipped-rules.js';
import { alertTransitions, type AlertState } from './alert.states.js';

export type AlertStepToTake = 'acknowledge' | 'assign' | 'note' | 'close';
export const AlertStepToTakeEnum = {
  ACKNOWLEDGE: 'acknowledge',
  ASSIGN: 'assign',
  NOTE: 'note',
  CLOSE: 'close',
} as const satisfies Record<string, AlertStepToTake>;
registerEnumType(AlertStepToTakeEnum, {
  name: 'AlertStepToTake',
  description: 'What you may do about an alert.',
  valuesMap: {
    ACKNOWLEDGE: { description: 'Say that you look after it.' },
    ASSIGN: { description: 'Give it to somebody of your bureau.' },
    NOTE: { description: 'Write something down.' },
    CLOSE: { description: 'Close it before the figure does; it may be raised again.' },
  },
});

export const AlertActionEnum = {
  RAISED: 'raised',
  ACKNOWLEDGED: 'acknowledged',
  ASSIGNED: 'assigned',
  ESCALATED: 'escalated',
  NOTED: 'noted',
  CLOSED: 'closed',
} as const satisfies Record<string, AlertAction>;
registerEnumType(AlertActionEnum, {
  name: 'AlertAction',
  description: 'What was done about an alert.',
  valuesMap: {
    RAISED: { description: 'The figure passed the bound.' },
    ACKNOWLEDGED: { description: 'Somebody answered.' },
    ASSIGNED: { description: 'Somebody was given it.' },
    ESCALATED: { description: 'The bureau above was told.' },
    NOTED: { description: 'Something was written down.' },
    CLOSED: { description: 'It ended: by the figure, or by somebody.' },
  },
});

@ObjectType('AlertRule', { description: 'When a bureau is warned of an indicator.' })
export class AlertRuleView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'What it is called.' }) name: string;
  @Field({ description: 'Whether it came with the product.' }) isShipped: boolean;
  @Field(() => ID, { description: 'The indicator’s code.' }) indicatorCode: string;
  @Field(() => ID, { description: 'The region.' }) regionId: string;
  @Field(() => ID, { nullable: true, description: 'Only this occupation.' }) occupationId: string | null;
  @Field(() => ID, { nullable: true, description: 'Only this industry.' }) industryId: string | null;
  @Field(() => AlertSplitEnum, { nullable: true, description: 'One alert for each of what.' })
  splitBy: AlertSplit | null;
  @Field(() => AlertKindEnum, { description: 'What is held against the bound.' }) kind: AlertKind;
  @Field({ description: 'Whether it warns of what is high or rises.' }) isAbove: boolean;
  @Field(() => Float, { description: 'Warns from here on.' }) bound: number;
  @Field(() => Float, { description: 'Quiet again beyond here.' }) releaseAt: number;
  @Field(() => Float, { description: 'What a figure must rest on.' }) least: number;
  @Field(() => Int, { description: 'How many days a figure covers.' }) days: number;
  @Field(() => AlertSeverityEnum, { description: 'How grave it is.' }) severity: AlertSeverity;
  @Field(() => Int, { nullable: true, description: 'Hours without an answer until the bureau above is told.' })
  escalateHours: number | null;
  @Field({ description: 'Whether it is on.' }) isOn: boolean;
}
export const AlertRuleConnection = ConnectionOf(AlertRuleView, 'AlertRule');

@ObjectType('AlertStep', { description: 'What was done about an alert, and when.' })
export class AlertStepView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => AlertActionEnum, { description: 'What.' }) action: AlertAction;
  @Field(() => String, { nullable: true, description: 'Whose log-in; null for the rule itself.' }) login: string | null;
  @Field(() => Float, { nullable: true, description: 'How the figure stood.' }) reading: number | null;
  @Field({ description: 'What was written down.' }) note: string;
  @Field(() => Date, { description: 'When.' }) at: Date;
}

@ObjectType('Alert', { description: 'A figure that passed the bound of a rule.' })
export class AlertView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => AlertStateEnum, { description: 'Where it stands.' }) state: AlertState;
  @Field(() => ID, { nullable: true, description: 'The part that it is about, where its rule is split.' })
  partId: string | null;
  @Field(() => Float, { description: 'The latest reading, as its rule reads.' }) reading: number;
  @Field(() => Date, { description: 'Since when.' }) openedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When somebody answered.' }) acknowledgedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When the bureau above was told.' }) escalatedAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) closedAt: Date | null;
  @Field(() => [AlertStepToTakeEnum], { description: 'What you may do about it.' }) actions: readonly AlertStepToTake[];

  /** For extension fields only; not part of the API. */
  ruleId: string;
  bureauId: string;
  assigneeId: string | null;
}
export const AlertConnection = ConnectionOf(AlertView, 'Alert');

@ObjectType('AlertEpisode', { description: 'When a rule would have warned.' })
export class AlertEpisodeView {
  @Field(() => ID, { nullable: true, description: 'Of which part, where the rule is split.' }) partId: string | null;
  @Field({ description: 'Its name in your language; empty where the rule is not split.' }) label: string;
  @Field(() => LocalDateScalar, { description: 'From this day.' }) from: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'To this day; null: it would still be open.' })
  until: string | null;
  @Field(() => Float, { description: 'The reading farthest beyond the bound.' }) worst: number;
}

/** A shipped rule is called in the reader's language as long as its bureau has not renamed it. */
export function toAlertRuleView(
  { shippedAs, indicator, bureauId: _bureau, createdAt: _at, ...rule }: AlertRule,
  language: Language,
): AlertRuleView {
  const shipped = shippedRules.find(({ code }) => code === shippedAs);
  const name = shipped?.name['zh-CN'] === rule.name ? render(shipped.name, language) : rule.name;
  return { ...rule, name, isShipped: shippedAs !== null, indicatorCode: indicator };
}

/** What may be done: all of it while it is open, by the bureau whose it is. */
export const toAlertView =
  (bureauId: string | undefined) =>
  ({ partId, ...alert }: Alert): AlertView => {
    const next = alertTransitions[alert.state];
    const isOwn = alert.bureauId === bureauId && next.length > 0;
    return {
      ...alert,
      partId: partId === '' ? null : partId,
      actions: isOwn
        ? [...(next.includes('acknowledged') ? (['acknowledge'] as const) : []), 'assign', 'note', 'close']
        : [],
    };
  };

export type ListedStep = AlertStep & { readonly login: string | null };
export const toStepView = ({ id, action, login, reading, note, at }: ListedStep): AlertStepView => ({
  ...{ id, action, login, reading, note, at },
});
