import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import {
  BooleanInput,
  DateInput,
  EnumInput,
  type FaultContext,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { settlementMessages } from './settlement.messages.js';

/** The largest amount that one GraphQL Int holds; more goes in several payments. */
const maxFen = 2_147_483_647;

export enum SettlementStateView {
  DRAFT = 'draft',
  ISSUED = 'issued',
  CONFIRMED = 'confirmed',
  PAID = 'paid',
  DISPUTED = 'disputed',
}
registerEnumType(SettlementStateView, {
  name: 'SettlementState',
  description: 'Where a settlement stands.',
  valuesMap: {
    DRAFT: { description: 'Computed anew whenever it is prepared; nothing is fixed.' },
    ISSUED: { description: 'Issued by the lender; waits for the host.' },
    CONFIRMED: { description: 'The host agrees; both legs of payment are to be proven.' },
    PAID: { description: 'The host has paid the lender, and the lender every worker, with proof.' },
    DISPUTED: { description: 'One side says that it is wrong; the lender issues it again.' },
  },
});

export enum SettlementRole {
  HOST = 'host',
  LENDER = 'lender',
}
registerEnumType(SettlementRole, {
  name: 'SettlementRole',
  description: 'Which side of a settlement an enterprise is on.',
  valuesMap: { HOST: { description: 'It pays.' }, LENDER: { description: 'It passes on what is paid.' } },
});

@ArgsType()
export class SettlementListArgs extends PageArgs {
  @EnumInput(SettlementStateView, { description: 'Only settlements in this state.', optional: true })
  state?: SettlementStateView;
  @IdInput({ description: 'Only settlements of this agreement.', optional: true }) agreementId?: string;
  @EnumInput(SettlementRole, {
    description: 'Only settlements in which your enterprise is on this side.',
    optional: true,
  })
  role?: SettlementRole;
}

@InputType({ description: 'Which settlement to compute.' })
export class PrepareSettlementInput {
  @IdInput({ description: 'The cooperation agreement.' }) agreementId: string;
  @DateInput({ description: 'Any day of the month in which the period ends.' }) month: string;
}

@InputType({ description: 'Issuing a settlement.' })
export class IssueSettlementInput {
  @IdInput({ description: 'The settlement.' }) settlementId: string;
  @BooleanInput({
    description:
      'Whether days that are not confirmed, or disputed, are left to the next settlement; refused otherwise.',
    defaultValue: false,
  })
  leaveOut: boolean;
}

@InputType({ description: 'Which settlement.' })
export class SettlementInput {
  @IdInput({ description: 'The settlement.' }) settlementId: string;
}

@InputType({ description: 'Saying that a settlement is wrong.' })
export class DisputeSettlementInput {
  @IdInput({ description: 'The settlement.' }) settlementId: string;
  @TextInput({ description: 'What is wrong.', max: 2000 }) reason: string;
}

@InputType({ description: 'Proof of a payment by the host to the lender.' })
export class RecordHostPaymentInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The settlement.' }) settlementId: string;
  @TextInput({ description: 'Number of the bank’s voucher.', max: 100 }) voucher: string;
  @DateInput({ description: 'When it was paid.' }) paidOn: string;
  @IntInput({ description: 'How much, in fen; all payments together never exceed the total.', min: 1, max: maxFen })
  amountFen: number;
}

@InputType({ description: 'Proof of a payment by the lender to one worker.' })
export class WorkerPaymentInput {
  @IdInput({ description: 'The worker’s line.' }) lineId: string;
  @IntInput({ description: 'How much, in fen.', min: 1, max: maxFen }) amountFen: number;
  @TextInput({ description: 'Number of the bank’s voucher.', max: 100 }) voucher: string;
  @DateInput({ description: 'When it was paid.' }) paidOn: string;
  @BooleanInput({
    description: 'That it went by bank to an account in the worker’s own name; anything else is refused.',
  })
  toOwnAccount: boolean;
}

const maxLines = 500;
const lineCount = {
  context: { message: settlementMessages.batchSize, params: { max: maxLines } } satisfies FaultContext,
};

@InputType({ description: 'Proof of what the lender paid its workers; all lines are recorded, or none.' })
export class RecordWorkerPaymentsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The settlement.' }) settlementId: string;
  @Field(() => [WorkerPaymentInput], { description: `The payments, 1 to ${maxLines}.` })
  @IsArray()
  @ArrayMinSize(1, lineCount)
  @ArrayMaxSize(maxLines, lineCount)
  @ValidateNested({ each: true })
  @Type(() => WorkerPaymentInput)
  lines: WorkerPaymentInput[];
}

@InputType({ description: 'Proof that the lender paid social insurance of a month.' })
export class RecordInsuranceProofInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The cooperation agreement.' }) agreementId: string;
  @DateInput({ description: 'Any day of the month.' }) month: string;
  @TextInput({ description: 'Number of the payment certificate.', max: 200 }) reference: string;
}

@InputType({ description: 'Objecting to one’s own line.' })
export class ObjectToLineInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'Your line.' }) lineId: string;
  @TextInput({ description: 'What is wrong.', max: 2000 }) reason: string;
}

@InputType({ description: 'The lender’s answer to an objection.' })
export class AnswerObjectionInput {
  @IdInput({ description: 'The objection.' }) objectionId: string;
  @BooleanInput({ description: 'Whether it is right.' }) accept: boolean;
  @TextInput({ description: 'The answer in words.', max: 2000 }) answer: string;
  @IntInput({
    description: 'What is owed to the worker because of it, in fen: paid with the worker’s next line.',
    ...{ defaultValue: 0, min: 0, max: maxFen },
  })
  correctionFen: number;
}
