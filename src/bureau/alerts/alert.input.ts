import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { AlertSplit } from './alert.entity.js';
import type { AlertKind, AlertSeverity } from './alert.rules.js';
import type { AlertState } from './alert.states.js';

export const AlertKindEnum = {
  THRESHOLD: 'threshold',
  CHANGE: 'change',
  TREND: 'trend',
  FORECAST: 'forecast',
} as const satisfies Record<string, AlertKind>;
registerEnumType(AlertKindEnum, {
  name: 'AlertKind',
  description: 'What of a figure is held against the bound.',
  valuesMap: {
    THRESHOLD: { description: 'The figure itself.' },
    CHANGE: { description: 'Its change against the window before: points of a share, else a part of what was before.' },
    TREND: { description: 'How many windows in a row it has moved one way.' },
    FORECAST: { description: 'The highest (or lowest) shortage that is forecast for a week of the coming ones.' },
  },
});

export const AlertSeverityEnum = {
  NOTICE: 'notice',
  WARNING: 'warning',
  CRITICAL: 'critical',
} as const satisfies Record<string, AlertSeverity>;
registerEnumType(AlertSeverityEnum, {
  name: 'AlertSeverity',
  description: 'How grave it is.',
  valuesMap: {
    NOTICE: { description: 'To be known.' },
    WARNING: { description: 'To be looked at.' },
    CRITICAL: { description: 'To be acted on.' },
  },
});

export const AlertSplitEnum = {
  REGION: 'region',
  OCCUPATION: 'occupation',
  INDUSTRY: 'industry',
  SIZE: 'size',
} as const satisfies Record<string, AlertSplit>;
registerEnumType(AlertSplitEnum, {
  name: 'AlertSplit',
  description: 'One alert for each of what.',
  valuesMap: {
    REGION: { description: 'Each region directly below.' },
    OCCUPATION: { description: 'Each occupation.' },
    INDUSTRY: { description: 'Each industry.' },
    SIZE: { description: 'Each size of enterprises.' },
  },
});

export const AlertStateEnum = {
  OPEN: 'open',
  ACKNOWLEDGED: 'acknowledged',
  CLOSED: 'closed',
} as const satisfies Record<string, AlertState>;
registerEnumType(AlertStateEnum, {
  name: 'AlertState',
  description: 'Where an alert stands.',
  valuesMap: {
    OPEN: { description: 'Nobody has answered it.' },
    ACKNOWLEDGED: { description: 'Somebody looks after it.' },
    CLOSED: { description: 'The figure is past its release again, or somebody closed it.' },
  },
});

@InputType({ description: 'What a rule looks at, and when it warns.' })
export class AlertRuleFields {
  @CodeInput({ description: 'The indicator’s code; SHORTAGE for a forecast.' }) indicatorCode: string;
  @CodeInput({ description: 'Region; by default the whole jurisdiction.', optional: true }) regionId?: string | null;
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string | null;
  @CodeInput({ description: 'Only this industry.', optional: true }) industryId?: string | null;
  @EnumInput(AlertSplitEnum, { description: 'One alert for each of what; without it one for all.', optional: true })
  splitBy?: AlertSplit | null;
  @EnumInput(AlertKindEnum, { description: 'What is held against the bound.' }) kind: AlertKind;
  @BooleanInput({ description: 'Warns of what is high or rises; else of what is low or falls.' }) isAbove: boolean;
  @NumberInput({
    description: 'Warns from here on. A share is 0 to 1; a trend counts windows, 2 to 12.',
    min: -1e9,
    max: 1e9,
  })
  bound: number;
  @NumberInput({ description: 'Quiet again beyond here; on the quiet side of the bound.', min: -1e9, max: 1e9 })
  releaseAt: number;
  @NumberInput({
    description: 'What a figure must rest on: its denominator, or a sum itself; of a forecast, heads wanted a week.',
    min: 0,
    max: 1e9,
    defaultValue: 0,
  })
  least: number;
  @IntInput({
    description:
      'How many days a figure covers, up to today; of a forecast, how many it looks ahead: 28 to 56, in weeks.',
    ...{ min: 1, max: 366 },
  })
  days: number;
}

@InputType({ description: 'A rule to make, or to change.' })
export class SaveAlertRuleInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The rule to change; without it a new one is made.', optional: true }) ruleId?: string | null;
  @TextInput({ description: 'What it is called.', max: 100 }) name: string;
  @Field(() => AlertRuleFields, { description: 'What it looks at, and when it warns.' })
  @ValidateNested()
  @Type(() => AlertRuleFields)
  terms: AlertRuleFields;
  @EnumInput(AlertSeverityEnum, { description: 'How grave it is.' }) severity: AlertSeverity;
  @IntInput({
    description: 'Hours without an answer until the bureau above is told; without it, it is not.',
    ...{ min: 1, max: 720, optional: true },
  })
  escalateHours?: number | null;
  @BooleanInput({ description: 'Whether it is on.', defaultValue: true }) isOn: boolean;
}

@InputType({ description: 'A rule to try on the past.' })
export class SimulateAlertRuleInput {
  @Field(() => AlertRuleFields, { description: 'The rule.' })
  @ValidateNested()
  @Type(() => AlertRuleFields)
  terms: AlertRuleFields;
  @IntInput({ description: 'How many days back.', min: 1, max: 366, defaultValue: 180 }) daysBack: number;
}

@InputType({ description: 'An alert, and what to say to it.' })
export class AlertInput {
  @IdInput({ description: 'The alert.' }) alertId: string;
  @TextInput({ description: 'What to write down.', max: 2000, defaultValue: '' }) note: string;
}

@InputType({ description: 'Who of the bureau is to look after an alert.' })
export class AssignAlertInput extends AlertInput {
  @TextInput({ description: 'Their log-in.', max: 254 }) login: string;
}

@ArgsType()
export class AlertListArgs extends PageArgs {
  @EnumInput(AlertStateEnum, { description: 'Only in this state.', optional: true }) state?: AlertState;
}
