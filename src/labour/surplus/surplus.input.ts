import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import { skillLevels } from '../../directory/index.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  CodeInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  NumberInput,
  SecretInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { maxRadiusM } from '../availability/availability.input.js';
import { WageUnit } from '../wage.js';
import { surplusMessages } from './surplus.messages.js';
import { SurplusReasonEnum } from './surplus.view.js';
import type { SurplusReason } from './surplus.entity.js';

const maxLines = 50;
/** Of a listing's lines in one answer; an import can make more than that. */
export const maxShownLines = 100;
const lineCount = { context: { message: surplusMessages.lines, params: { max: maxLines } } satisfies FaultContext };

@InputType({ description: 'So many heads of one skill on one set of conditions.' })
export class SurplusLineInput {
  @CodeInput({ description: 'The occupation, e.g. `GJ:RT-WEAVE`.' }) occupationId: string;
  @IntInput({ description: `The skill level: ${skillLevels}.`, min: 1, max: 5 }) level: number;
  @IntInput({ description: 'How many heads.', min: 1, max: 1000 }) headcount: number;
  @IntInput({ description: 'Least wage in the hundredth part of the currency (fen).', min: 0, max: 100_000_000 })
  wageFloorFen: number;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.' }) wageUnit: WageUnit;
  @Matches(/^[A-Z]{3}$/)
  @TextInput({ description: 'ISO 4217 currency code.', min: 3, max: 3, defaultValue: 'CNY' })
  currency: string;
  @CodeInput({ description: 'Region where the workers are, e.g. `GB2260:350524`.' }) regionId: string;
  @NumberInput({ description: 'Latitude of where they start from, degrees (WGS 84).', min: -90, max: 90 })
  latitude: number;
  @NumberInput({ description: 'Longitude of where they start from, degrees (WGS 84).', min: -180, max: 180 })
  longitude: number;
  @IntInput({ description: 'How far they can be lent and come home each day, metres.', min: 0, max: maxRadiusM })
  radiusM: number;
  @IntInput({
    description: 'How far they can be lent where the host lodges them, metres; without it, only the daily radius.',
    min: 0,
    max: maxRadiusM,
    optional: true,
  })
  relocationRadiusM?: number | null;
}

@InputType({ description: 'An offer of idle workers for a period: head-counts, no names.' })
export class PublishSurplusInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @EnumInput(SurplusReasonEnum, { description: 'Why they are idle.' }) reason: SurplusReason;
  @DateInput({ description: 'First day they can be lent.' }) startsOn: string;
  @DateInput({ description: 'Last day they can be lent, at most two years ahead.' }) endsOn: string;
  @Field(() => [SurplusLineInput], { description: `The heads, 1 to ${maxLines} lines.` })
  @IsArray()
  @ArrayMinSize(1, lineCount)
  @ArrayMaxSize(maxLines, lineCount)
  @ValidateNested({ each: true })
  @Type(() => SurplusLineInput)
  lines: SurplusLineInput[];
}

@InputType({ description: 'Which listing to close.' })
export class CloseSurplusInput {
  @IdInput({ description: 'The listing.' }) listingId: string;
}

@InputType({ description: 'Who a worker is, as their employer knows it.' })
export class WorkerPersonInput {
  @TextInput({ description: 'The name, as on the resident ID card.', max: 100 }) name: string;
  @TextInput({ description: 'A mainland China mobile number.', max: 30 }) phone: string;
  @SecretInput({
    description: 'The resident ID number, 18 characters. It is encrypted and shown to no host.',
    min: 15,
    max: 40,
  })
  idNumber: string;
}

@InputType({ description: 'Names one head of a listing, and asks that worker for consent.' })
export class NameSurplusWorkerInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The head, by its worker id.' }) workerId: string;
  @Field(() => WorkerPersonInput, { description: 'Who it is.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => WorkerPersonInput)
  person: WorkerPersonInput;
  @IntInput({
    description: 'How far from home the worker is asked to consent to, metres; without it, the listing’s daily radius.',
    min: 0,
    max: maxRadiusM,
    optional: true,
  })
  consentRadiusM?: number | null;
}

@ArgsType()
export class SurplusListingArgs {
  @IdInput({ description: 'Id of the listing.' }) id: string;
}

@ArgsType()
export class SurplusLineArgs {
  @IntInput({ description: `How many, 1 to ${maxShownLines}.`, min: 1, max: maxShownLines, defaultValue: maxLines })
  first: number;
}

@ArgsType()
export class SurplusHeadArgs extends PageArgs {
  @IdInput({ description: 'The listing.' }) listingId: string;
  @Field(() => Boolean, { nullable: true, description: 'Only heads that have a name, or only those that have none.' })
  @IsOptional()
  @IsBoolean()
  named?: boolean | null;
}
