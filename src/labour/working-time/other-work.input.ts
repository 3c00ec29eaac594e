import { InputType } from '@nestjs/graphql';
import { DateInput, IdInput, IntInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'What a lent employee of yours worked for you on a day, beside the placement.' })
export class RecordOtherWorkInput {
  @IdInput({ description: 'Your employee.' }) workerId: string;
  @DateInput({ description: 'The day.' }) day: string;
  @IntInput({ description: 'Minutes worked; 0 takes a statement back.', min: 0, max: 1440 }) minutes: number;
}
