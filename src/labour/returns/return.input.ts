import { InputType, registerEnumType } from '@nestjs/graphql';
import { EnumInput, IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import type { ReturnReason } from './return.rules.js';

export const ReturnReasonEnum = {
  UNSAFE_CONDITIONS: 'unsafe_conditions',
  NO_PROTECTIVE_EQUIPMENT: 'no_protective_equipment',
  UNPAID: 'unpaid',
  OVERLONG_HOURS: 'overlong_hours',
  OTHER_BREACH_OF_DUTY: 'other_breach_of_duty',
  UNSUITED: 'unsuited',
  SERIOUS_RULE_BREACH: 'serious_rule_breach',
  INCOMPETENCE: 'incompetence',
  AGREED_CASE: 'agreed_case',
} as const satisfies Record<string, ReturnReason>;
registerEnumType(ReturnReasonEnum, {
  name: 'ReturnReason',
  description: 'Why a placement ends early. It decides who may ask, and whether others must agree.',
  valuesMap: {
    UNSAFE_CONDITIONS: { description: 'By the worker, at once: the work is not safe (R19).' },
    NO_PROTECTIVE_EQUIPMENT: { description: 'By the worker, at once: protective equipment is missing (R19).' },
    UNPAID: { description: 'By the worker, at once: the work is not paid (R19).' },
    OVERLONG_HOURS: { description: 'By the worker, at once: hours are longer than the law allows (R19).' },
    OTHER_BREACH_OF_DUTY: { description: 'By the worker, at once: the host breaks another duty to protect (R19).' },
    UNSUITED: { description: 'By anyone: the worker does not suit the post; all must agree (R20).' },
    SERIOUS_RULE_BREACH: { description: 'By the host, with evidence and notice: a serious breach of rules (R21).' },
    INCOMPETENCE: { description: 'By the host, with evidence and notice: the worker cannot do the work (R21).' },
    AGREED_CASE: { description: 'By the host, with evidence and notice: a case that the agreement names (R21).' },
  },
});

@InputType({ description: 'Asking that a running placement end early.' })
export class RequestReturnInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement.' }) placementId: string;
  @EnumInput(ReturnReasonEnum, { description: 'Why.' }) reason: ReturnReason;
  @TextInput({ description: 'What else is to be said.', max: 2000, defaultValue: '' }) note: string;
  @TextInput({
    description: 'What shows it: records, dates, places. A host that sends a worker back must give it.',
    max: 4000,
    defaultValue: '',
  })
  evidence: string;
}

@InputType({ description: 'Which return.' })
export class ReturnInput {
  @IdInput({ description: 'The return.' }) returnId: string;
}

@InputType({ description: 'Objecting to being sent back.' })
export class ObjectToReturnInput {
  @IdInput({ description: 'The return.' }) returnId: string;
  @TextInput({ description: 'Why it is wrong.', max: 2000 }) objection: string;
}

@InputType({ description: 'Asking for somebody else after an early return or a no-show.' })
export class RequestReplacementInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement that ended.' }) placementId: string;
  @TextInput({ description: 'What else is to be said.', max: 1000, defaultValue: '' }) note: string;
}
