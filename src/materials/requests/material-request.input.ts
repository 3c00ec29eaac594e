import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { ArrayMinSize } from 'class-validator';
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
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { QuantityField, QuantityInput } from '../catalogue/material-kind.input.js';
import type { Grade } from '../lots/grade.rules.js';
import { GradeEnum } from '../lots/material-lot.input.js';
import { SiteFields } from '../lots/site.input.js';
import { materialMessages } from '../materials.messages.js';
import type { MaterialPriority } from './material-request.entity.js';
import type { MaterialRequestState } from './material-request.states.js';

export const MaterialPriorityEnum = {
  NORMAL: 'normal',
  URGENT: 'urgent',
} as const satisfies Record<string, MaterialPriority>;
registerEnumType(MaterialPriorityEnum, {
  name: 'MaterialPriority',
  description: 'Which requests are met first.',
  valuesMap: { NORMAL: { description: 'In its turn.' }, URGENT: { description: 'Before normal ones.' } },
});

export const MaterialRequestStateEnum = {
  OPEN: 'open',
  CLOSED: 'closed',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
} as const satisfies Record<string, MaterialRequestState>;
registerEnumType(MaterialRequestStateEnum, {
  name: 'MaterialRequestState',
  description: 'Where a request stands. How far it is met follows from the ledger.',
  valuesMap: {
    OPEN: { description: 'It looks for goods.' },
    CLOSED: { description: 'Delivered in full, or ended by its enterprise; transfers go on.' },
    CANCELLED: { description: 'Withdrawn by its enterprise; transfers go on.' },
    EXPIRED: { description: 'Its day has passed.' },
  },
});

@InputType({ description: 'What your enterprise lacks: which kinds would do, how much, where, by when.' })
export class PublishMaterialRequestInput extends SiteFields {
  @IdempotencyKeyInput() idempotencyKey: string;
  @ArrayMinSize(1, { context: { message: materialMessages.rows, params: { max: 10 } } })
  @CodeListInput({
    description: 'Kinds that would do: first the one that is wanted, then substitutes, the best first.',
    max: 10,
  })
  kindIds: string[];
  @QuantityField({ description: 'How much, in a unit of the wanted kind.' }) quantity: QuantityInput;
  @EnumInput(GradeEnum, { description: 'The least grade that would do.' }) minimumGrade: Grade;
  @BooleanInput({ description: 'Whether it may be bought.', defaultValue: true }) acceptsSale: boolean;
  @BooleanInput({ description: 'Whether it may be borrowed.', defaultValue: false }) acceptsLoan: boolean;
  @DateInput({ description: 'Day by which it must be there.' }) neededBy: string;
  @IntInput({
    description: 'The most that matching may propose, fen per base unit of the wanted kind.',
    min: 1,
    max: 100_000_000,
    optional: true,
  })
  ceilingFen?: number | null;
  @EnumInput(MaterialPriorityEnum, { description: 'How urgent it is.', defaultValue: MaterialPriorityEnum.NORMAL })
  priority: MaterialPriority;
  @BooleanInput({ description: 'Whether several lots may meet it together.', defaultValue: true })
  splitAllowed: boolean;
  @IdInput({ description: 'The production order that it is for.', optional: true }) productionOrderId?: string | null;
  @TextInput({ description: 'What else owners should know.', max: 1000, defaultValue: '' }) description: string;
}

@InputType({ description: 'Which request to end.' })
export class EndMaterialRequestInput {
  @IdInput({ description: 'The request.' }) requestId: string;
}

@ArgsType()
export class MaterialRequestArgs extends PageArgs {
  @CodeInput({ description: 'Only requests that accept this kind.', optional: true }) kindId?: string;
  @CodeInput({ description: 'Only this region and those below it.', optional: true }) regionId?: string;
}

@ArgsType()
export class MyMaterialRequestArgs extends PageArgs {
  @EnumInput(MaterialRequestStateEnum, { description: 'Only in this state.', optional: true })
  state?: MaterialRequestState;
}
