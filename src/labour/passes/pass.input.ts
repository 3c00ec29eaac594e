import { InputType, registerEnumType } from '@nestjs/graphql';
import { EnumInput, IdempotencyKeyInput, IdInput, SecretInput } from '../../platform/graphql/input-fields.js';
import type { CheckStep } from '../attendance/attendance-check.service.js';
import { passLimits } from './pass.rules.js';

// The address before the `#` may be long.
const max = passLimits.maxLength + 500;
const description = 'What the QR code shows: the address of the gate page with the pass behind `#`, or the pass alone.';

export const ScanDirectionEnum = { IN: 'in', OUT: 'out' } as const satisfies Record<string, CheckStep>;
registerEnumType(ScanDirectionEnum, {
  name: 'ScanDirection',
  description: 'Which way somebody passes the gate.',
  valuesMap: { IN: { description: 'Comes to work.' }, OUT: { description: 'Leaves work.' } },
});

@InputType({ description: 'Asking for the certificate that your phone makes work passes with.' })
export class IssueWorkPassInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'Your placement.' }) placementId: string;
  @SecretInput({
    description: 'The public P-256 key of the phone, as the text of a JWK. Its private half never leaves the phone.',
    min: 1,
    max: 500,
  })
  deviceKey: string;
}

@InputType({ description: 'Asking whether a work pass holds.' })
export class VerifyWorkPassInput {
  @SecretInput({ description, min: 1, max }) pass: string;
}

@InputType({ description: 'Letting the owner of a work pass in or out.' })
export class ScanWorkPassInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @SecretInput({ description, min: 1, max }) pass: string;
  @EnumInput(ScanDirectionEnum, { description: 'Which way.' }) direction: CheckStep;
}
