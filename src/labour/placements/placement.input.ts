import { ArgsType, InputType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which placement.' })
export class PlacementInput {
  @IdInput({ description: 'The placement.' }) placementId: string;
}

@InputType({
  description: 'Which consent to withdraw. Planned placements under it are cancelled, running ones end today.',
})
export class WithdrawConsentInput {
  @IdInput({ description: 'The consent.' }) consentId: string;
}

@ArgsType()
export class OfPlacementArgs extends PageArgs {
  @IdInput({ description: 'Only those of this placement.', optional: true }) placementId?: string;
}
