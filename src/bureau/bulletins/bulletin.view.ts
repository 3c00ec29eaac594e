import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Language } from '../../platform/i18n/message.js';
import { type Grouping, GroupingEnum } from '../reports/indicator-report.input.js';
import { IndicatorReportView } from '../reports/indicator-report.view.js';
import type { Bulletin, BulletinMail, BulletinMailState, BulletinPlan, BulletinState } from './bulletin.entity.js';
import { BulletinLanguageEnum, CadenceEnum } from './bulletin.input.js';
import type { BulletinContent } from './bulletin-content.js';
import type { BulletinFormat } from './bulletin-editions.service.js';
import type { Cadence } from './bulletin-period.rules.js';

export const BulletinStateEnum = {
  QUEUED: 'queued',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const satisfies Record<string, BulletinState>;
registerEnumType(BulletinStateEnum, {
  name: 'BulletinState',
  description: 'Where an edition stands.',
  valuesMap: {
    QUEUED: { description: 'Waits for its job.' },
    RUNNING: { description: 'Is being made.' },
    SUCCEEDED: { description: 'Is made, and stays as it is.' },
    FAILED: { description: 'Could not be made; operators see why.' },
  },
});

export const BulletinMailStateEnum = { WAITING: 'waiting', SENT: 'sent', FAILED: 'failed' } as const satisfies Record<
  string,
  BulletinMailState
>;
registerEnumType(BulletinMailStateEnum, {
  name: 'BulletinMailState',
  description: 'Whether an edition reached the mail server.',
  valuesMap: {
    WAITING: { description: 'Is to be sent, or sent again.' },
    SENT: { description: 'The mail server took it.' },
    FAILED: { description: 'Was not taken.' },
  },
});

export const BulletinFormatEnum = { PDF: 'pdf', XLSX: 'xlsx' } as const satisfies Record<string, BulletinFormat>;
registerEnumType(BulletinFormatEnum, {
  name: 'BulletinFormat',
  description: 'What sort of file.',
  valuesMap: {
    PDF: { description: 'The paper for the leadership.' },
    XLSX: { description: 'The workbook, with formulas and charts.' },
  },
});

@ObjectType('BulletinPlan', { description: 'What a bureau reports again and again, and to whom.' })
export class BulletinPlanView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'The title of its editions.' }) title: string;
  @Field(() => ID, { description: 'The region.' }) regionId: string;
  @Field(() => [ID], { description: 'Codes of its indicators.' }) codes: readonly string[];
  @Field(() => GroupingEnum, { nullable: true, description: 'What the parts of its table are.' })
  groupBy: Grouping | null;
  @Field(() => CadenceEnum, { description: 'How often the clock makes an edition.' }) cadence: Cadence;
  @Field(() => Int, { description: 'At which hour of the day (Beijing time).' }) atHour: number;
  @Field(() => BulletinLanguageEnum, { description: 'The language of its editions.' }) language: Language;
  @Field(() => [String], { description: 'Whom every edition is e-mailed to.' }) addresses: readonly string[];
  @Field({ description: 'Whether the clock makes editions.' }) isOn: boolean;
}

@ObjectType('BulletinSource', { description: 'Where a figure of an edition comes from.' })
export class BulletinSourceView {
  @Field(() => ID, { description: 'The indicator’s code.' }) code: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => Float, { nullable: true, description: 'The figure.' }) value: number | null;
  @Field(() => Float, { description: 'What was counted.' }) numerator: number;
  @Field(() => Float, { nullable: true, description: 'What it was divided by.' }) denominator: number | null;
  @Field({ description: 'The SQL that reads what it is made of.' }) query: string;
}

@ObjectType('BulletinRegion', { description: 'The region of an edition, as it was called then.' })
export class BulletinRegionView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Its name.' }) name: string;
}

@ObjectType('BulletinContent', { description: 'Everything an edition says, as it was when it was made.' })
export class BulletinContentView {
  @Field({ description: 'Whose it is.' }) bureau: string;
  @Field({ description: 'Its title.' }) title: string;
  @Field(() => BulletinRegionView, { description: 'Where.' }) region: { readonly id: string; readonly name: string };
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => Date, { description: 'When its figures were read.' }) asOf: Date;
  @Field(() => [String], { description: 'Sentences.' }) summary: readonly string[];
  @Field(() => [IndicatorReportView], { description: 'Its figures; the series is the way to the period.' })
  figures: readonly IndicatorReportView[];
  @Field(() => [BulletinSourceView], { description: 'Where each of its figures comes from.' })
  sources: readonly BulletinSourceView[];
}

@ObjectType('BulletinFile', { description: 'A file of an edition: GET /bulletins/ID.pdf or .xlsx.' })
export class BulletinFileView {
  @Field(() => BulletinFormatEnum, { description: 'What sort.' }) format: BulletinFormat;
  @Field(() => Int, { description: 'Its length in bytes.' }) byteCount: number;
  @Field({ description: 'Its SHA-256, in hex.' }) sha256: string;
}

@ObjectType('BulletinMail', { description: 'An edition on its way to an address.' })
export class BulletinMailView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field({ description: 'Whom to.' }) address: string;
  @Field(() => BulletinMailStateEnum, { description: 'Whether the mail server took it.' }) state: BulletinMailState;
  @Field(() => String, { nullable: true, description: 'What the mail server said last, when it did not.' })
  fault: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was taken.' }) sentAt: Date | null;
}

@ObjectType('Bulletin', { description: 'One edition of what a bureau reports.' })
export class BulletinView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => ID, { description: 'Its plan.' }) planId: string;
  @Field(() => LocalDateScalar, { description: 'First day.' }) from: string;
  @Field(() => LocalDateScalar, { description: 'Last day.' }) until: string;
  @Field(() => Int, { description: 'The how-manieth of this period.' }) version: number;
  @Field({ description: 'Whether the clock asked for it.' }) isByClock: boolean;
  @Field(() => BulletinStateEnum, { description: 'Where it stands.' }) state: BulletinState;
  @Field(() => Int, { description: 'How far it is, in per cent.' }) progress: number;
  @Field(() => Date, { description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was made.' }) finishedAt: Date | null;
}

export const BulletinPlanConnection = ConnectionOf(BulletinPlanView, 'BulletinPlan');
export const BulletinConnection = ConnectionOf(BulletinView, 'Bulletin');

export function toBulletinPlanView(plan: BulletinPlan): BulletinPlanView {
  const { bureauId: _bureau, plannedOn: _day, createdAt: _at, ...view } = plan;
  return view;
}

export function toBulletinView({ firstDay, lastDay, accountId, bureauId: _bureau, ...facts }: Bulletin): BulletinView {
  return { ...facts, from: firstDay, until: lastDay, isByClock: accountId === null };
}

export const toBulletinContentView = ({ asOf, ...content }: BulletinContent): BulletinContentView => ({
  ...content,
  asOf: new Date(asOf),
});

export const toBulletinMailView = ({ id, address, state, fault, sentAt }: BulletinMail): BulletinMailView => ({
  ...{ id, address, state, fault, sentAt },
});
