import { ArgsType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { DateInput, IdInput } from '../../platform/graphql/input-fields.js';

@ArgsType()
export class CapacityCalendarArgs extends PageArgs {
  @DateInput({ description: 'First day.' }) from: string;
  @DateInput({ description: 'Last day, at most 92 days in all.' }) until: string;
  @IdInput({ description: 'Only lines of this workshop.', optional: true }) workshopId?: string | null;
}
