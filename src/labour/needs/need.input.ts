import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  CodeListInput,
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { WorkHazard } from '../restrictions/restriction.rules.js';
import { WorkHazardsInput } from '../restrictions/work-hazard.js';
import { WageUnit } from '../wage.js';

export enum ShiftKind {
  DAY = 'day',
  NIGHT = 'night',
  ROTATING = 'rotating',
}
registerEnumType(ShiftKind, {
  name: 'Shift',
  description: 'When the work is done.',
  valuesMap: {
    DAY: { description: 'By day.' },
    NIGHT: { description: 'By night.' },
    ROTATING: { description: 'In rotating shifts.' },
  },
});

@InputType({ description: 'A labour need: what work, where, when, for how many, at what wage.' })
export class PublishNeedInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'Your own reference, e.g. an ERP number.', max: 100, defaultValue: '' }) reference: string;
  @CodeInput({ description: 'The occupation, e.g. `GJ:RT-WEAVE`.' }) occupationId: string;
  @IntInput({
    description: 'Least skill level, 1 (elementary) to 5 (senior technician).',
    min: 1,
    max: 5,
    defaultValue: 1,
  })
  minLevel: number;
  @BooleanInput({
    description: 'Whether workers of accepted substitute occupations may be proposed.',
    defaultValue: true,
  })
  acceptsSubstitutes: boolean;
  @CodeListInput({ description: 'Certificates that the work legally requires.', max: 10 }) certificateCodes: string[];
  @IntInput({ description: 'Positions.', min: 1, max: 1000 }) headcount: number;
  @IntInput({ description: 'Priority class: 3 is filled before 2 before 1.', min: 1, max: 3, defaultValue: 1 })
  priority: number;
  @CodeInput({ description: 'Region of the site, e.g. `GB2260:350524`.' }) regionId: string;
  @TextInput({ description: 'Address of the site.', max: 200, defaultValue: '' }) address: string;
  @NumberInput({ description: 'Latitude of the site, degrees (WGS 84).', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude of the site, degrees (WGS 84).', min: -180, max: 180 }) longitude: number;
  @DateInput({ description: 'First day of work.' }) startsOn: string;
  @DateInput({ description: 'Last day of work.' }) endsOn: string;
  @IntInput({
    description: 'Least share of the period a worker must be available for, per cent.',
    min: 1,
    max: 100,
    defaultValue: 100,
  })
  minOverlapPercent: number;
  @EnumInput(ShiftKind, { description: 'When the work is done.', defaultValue: ShiftKind.DAY }) shift: ShiftKind;
  @IntInput({ description: 'Wage in the hundredth part of the currency (fen).', min: 1, max: 100_000_000 })
  wageFen: number;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' }) currency: string;
  @BooleanInput({ description: 'Whether the host lodges workers who come from further away.', defaultValue: false })
  lodging: boolean;
  @WorkHazardsInput({ description: 'Hazards of the work that the law keeps from some people.' }) hazards: WorkHazard[];
  @TextInput({ description: 'What else applicants should know.', max: 2000, defaultValue: '' }) description: string;
}

@InputType({ description: 'A change of an open need; what is left out stays.' })
export class ChangeNeedInput {
  @IdInput({ description: 'The need.' }) needId: string;
  @IntInput({ description: 'Positions.', min: 1, max: 1000, optional: true }) headcount?: number;
  @IntInput({
    description: 'Wage in the hundredth part of the currency (fen).',
    min: 1,
    max: 100_000_000,
    optional: true,
  })
  wageFen?: number;
  @BooleanInput({ description: 'Whether the host lodges workers who come from further away.', optional: true })
  lodging?: boolean;
  @IntInput({ description: 'Least skill level.', min: 1, max: 5, optional: true }) minLevel?: number;
  @TextInput({ description: 'What else applicants should know.', max: 2000, optional: true }) description?: string;
}

@InputType({ description: 'Which need to end, and how.' })
export class EndNeedInput {
  @IdInput({ description: 'The need.' }) needId: string;
}

@ArgsType()
export class NeedListArgs extends PageArgs {
  @CodeInput({ description: 'Only this occupation.', optional: true }) occupationId?: string;
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string;
  @BooleanInput({ description: 'Only needs of your own enterprise.', optional: true }) mine?: boolean;
}
