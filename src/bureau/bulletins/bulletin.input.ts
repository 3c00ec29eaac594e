import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsString,
  isEmail,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  CodeInput,
  DateInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import type { Language } from '../../platform/i18n/message.js';
import { bureauMessages } from '../bureau.messages.js';
import { type Grouping, GroupingEnum } from '../reports/indicator-report.input.js';
import type { Cadence } from './bulletin-period.rules.js';

export const CadenceEnum = {
  DAILY: 'daily',
  WEEKLY: 'weekly',
  MONTHLY: 'monthly',
  ONCE: 'once',
} as const satisfies Record<string, Cadence>;
registerEnumType(CadenceEnum, {
  name: 'BulletinCadence',
  description: 'How often the clock makes an edition.',
  valuesMap: {
    DAILY: { description: 'Of each day, on the next.' },
    WEEKLY: { description: 'Of each week, Monday to Sunday, on the Monday after.' },
    MONTHLY: { description: 'Of each month, on the first of the next.' },
    ONCE: { description: 'Never: somebody asks for each.' },
  },
});

export const BulletinLanguageEnum = { ZH_CN: 'zh-CN', EN: 'en' } as const satisfies Record<string, Language>;
registerEnumType(BulletinLanguageEnum, {
  name: 'BulletinLanguage',
  description: 'The language that editions are in.',
  valuesMap: { ZH_CN: { description: 'Chinese.' }, EN: { description: 'English.' } },
});

const maxCodes = 12;
const maxAddresses = 20;
const codeCount = { context: { message: bureauMessages.codeCount, params: { max: maxCodes } } };
const addressCount = { context: { message: bureauMessages.addressCount, params: { max: maxAddresses } } };

/** The check of addresses throws where it meets half a surrogate pair. */
const isAddress = (value: unknown): boolean => typeof value === 'string' && !/\p{Cs}/u.test(value) && isEmail(value);

/** E-mail addresses, in lower case, none of them twice. */
function AddressesInput(description: string, least: number): PropertyDecorator {
  const lower = ({ value }: { value: unknown }): unknown =>
    Array.isArray(value)
      ? value.map((one: unknown) => (typeof one === 'string' ? one.trim().toLowerCase() : one))
      : value;
  return (target, key) => {
    Field(() => [String], { description })(target, key);
    for (const rule of [
      ...[Transform(lower), IsArray(), ArrayMinSize(least, addressCount), ArrayMaxSize(maxAddresses, addressCount)],
      ...[ArrayUnique(addressCount), MaxLength(254, { each: true })],
      ValidateBy(
        { name: 'address', validator: { validate: isAddress } },
        { each: true, context: { message: bureauMessages.badAddress } },
      ),
    ])
      rule(target, key);
  };
}

@InputType({ description: 'What a bulletin reports.' })
export class BulletinTermsInput {
  @TextInput({ description: 'Its title.', max: 100 }) title: string;
  @CodeInput({ description: 'Region; by default the whole jurisdiction.', optional: true }) regionId?: string | null;
  @Field(() => [ID], { description: `Codes of indicators, 1 to ${maxCodes}, in the order of the paper.` })
  @IsArray()
  @ArrayMinSize(1, codeCount)
  @ArrayMaxSize(maxCodes, codeCount)
  @ArrayUnique(codeCount)
  @IsString({ each: true })
  @MaxLength(64, { each: true })
  codes: string[];
  @EnumInput(GroupingEnum, {
    description: 'What the parts of its table are; without it there are none.',
    optional: true,
  })
  groupBy?: Grouping | null;
  @EnumInput(BulletinLanguageEnum, { description: 'Its language.' }) language: Language;
}

@InputType({ description: 'A plan of bulletins to make, or to change.' })
export class SaveBulletinPlanInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The plan to change; without it a new one is made.', optional: true }) planId?: string | null;
  @Field(() => BulletinTermsInput, { description: 'What it reports.' })
  @ValidateNested()
  @Type(() => BulletinTermsInput)
  terms: BulletinTermsInput;
  @EnumInput(CadenceEnum, { description: 'How often the clock makes an edition.' }) cadence: Cadence;
  @IntInput({ description: 'At which hour of the day (Beijing time), 0 to 23.', min: 0, max: 23, defaultValue: 7 })
  atHour: number;
  @AddressesInput('Whom every edition is e-mailed to, at most 20.', 0) addresses: string[];
  @BooleanInput({ description: 'Whether the clock makes editions.', defaultValue: true }) isOn: boolean;
}

@InputType({ description: 'A bulletin to look at before there is a plan.' })
export class PreviewBulletinInput {
  @Field(() => BulletinTermsInput, { description: 'What it reports.' })
  @ValidateNested()
  @Type(() => BulletinTermsInput)
  terms: BulletinTermsInput;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
}

@InputType({ description: 'An edition to make.' })
export class MakeBulletinInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The plan.' }) planId: string;
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day.' }) until: string;
}

@InputType({ description: 'An edition to send.' })
export class MailBulletinInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The edition.' }) bulletinId: string;
  @AddressesInput('Whom to, 1 to 20.', 1) addresses: string[];
}

@ArgsType()
export class BulletinListArgs extends PageArgs {
  @IdInput({ description: 'Only editions of this plan.', optional: true }) planId?: string;
}
