import { Field, ID, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { ComplianceFindingView } from '../compliance/compliance.view.js';
import { EmploymentEndReasonEnum, LenderLossReasonEnum } from './employment-end.input.js';
import type { LenderLoss } from './lender-loss.entity.js';

@ObjectType('EmploymentEnd', { description: 'The end of a labour contract, as the employer stated it.' })
export class EmploymentEndView {
  @Field(() => ID, { description: 'The worker, who may now be hired by anyone.' }) workerId: string;
  @Field(() => LocalDateScalar, { description: 'Last day of the contract.' }) endedOn: string;
  @Field(() => EmploymentEndReasonEnum, { description: 'How it ended.' }) reason: string;
  @Field(() => [ComplianceFindingView], {
    description: 'What the law has to say to an employer that lets many go (R36).',
  })
  findings: ComplianceFindingView[];
}

@ObjectType('LenderLoss', { description: 'What a bureau has established of an employer that is gone (R24).' })
export class LenderLossView {
  @Field(() => ID, { description: 'The enterprise.' }) enterpriseId: string;
  @Field(() => LenderLossReasonEnum, { description: 'Why.' }) reason: string;
  @Field(() => LocalDateScalar, { description: 'Since when.' }) lostOn: string;
  @Field({ description: 'When it was declared.' }) declaredAt: Date;
}

export function toLenderLossView({ id: enterpriseId, reason, lostOn, declaredAt }: LenderLoss): LenderLossView {
  return { enterpriseId, reason, lostOn, declaredAt };
}
