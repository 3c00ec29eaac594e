import { ArgsType, InputType } from '@nestjs/graphql';
import { ArrayMinSize } from 'class-validator';
import {
  CodeInput,
  CodeListInput,
  IdempotencyKeyInput,
  IdInput,
  IntInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';

const mostRegions = 500;

@InputType({ description: 'Regions that are to be solved together.' })
export class ArrangeMarketInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The market that they join; null makes a new one.', optional: true })
  marketId?: string | null;
  @TextInput({ description: 'Chinese name of a new market.', max: 60, optional: true }) nameZh?: string | null;
  @TextInput({ description: 'English name of a new market.', max: 60, optional: true }) nameEn?: string | null;
  @CodeListInput({ description: 'The regions, 1 to 500; all that lies in them comes along.', max: mostRegions })
  @ArrayMinSize(1)
  regionIds: string[];
}

@ArgsType()
export class MarketSuggestionArgs {
  @CodeInput({ description: 'The region to divide, e.g. a province; for a bureau, inside its jurisdiction.' })
  regionId: string;
  @IntInput({
    description:
      'Least share of a market’s own, percent: of the work its workers could do, and of the workers its seats could have.',
    min: 50,
    max: 100,
    defaultValue: 90,
  })
  leastContainedPercent: number;
}
