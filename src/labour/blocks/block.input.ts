import { InputType } from '@nestjs/graphql';
import { IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'An enterprise that you do not want to work for.' })
export class BlockEnterpriseInput {
  @IdInput({ description: 'The enterprise.' }) enterpriseId: string;
}

@InputType({ description: 'A worker whom your enterprise does not want to host.' })
export class BlockWorkerInput {
  @IdInput({ description: 'The worker, as a candidate’s id says.' }) workerId: string;
}

@InputType({ description: 'Which block of yours.' })
export class UnblockInput {
  @IdInput({ description: 'The block.' }) blockId: string;
}
