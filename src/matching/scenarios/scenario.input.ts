import { ArgsType, Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsDefined, ValidateNested } from 'class-validator';
import { WageUnit } from '../../labour/index.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import { CodeInput, EnumInput, IdempotencyKeyInput, IdInput, IntInput } from '../../platform/graphql/input-fields.js';
import { WeightsInput } from '../weights/weights.input.js';
import type { Change } from './change.js';

export const WhatIfKindEnum = {
  WAGE: 'wage',
  WAGE_FLOOR: 'wage_floor',
  LEVEL: 'level',
  LODGING: 'lodging',
  SUBSTITUTES: 'substitutes',
  OVERLAP: 'overlap',
  REACH: 'reach',
  SHUTTLE: 'shuttle',
  TRAINING: 'training',
  CLOSING: 'closing',
  OPENING: 'opening',
  ARRIVALS: 'arrivals',
} as const satisfies Record<string, Change['kind']>;
registerEnumType(WhatIfKindEnum, {
  name: 'WhatIfKind',
  description: 'What is tried on a copy of a market.',
  valuesMap: {
    WAGE: { description: 'Needs pay `addFen` more.' },
    WAGE_FLOOR: { description: 'Needs that pay by `wageUnit` pay at least `wageFen`.' },
    LEVEL: { description: 'Needs ask for `lowerBy` levels less.' },
    LODGING: { description: 'Hosts lodge, so those who would relocate come too.' },
    SUBSTITUTES: { description: 'Needs accept workers of occupations that may stand in.' },
    OVERLAP: { description: 'Needs are content with `percent` of their period.' },
    REACH: { description: 'Workers go `addM` metres farther, to the needs of the scope.' },
    SHUTTLE: { description: 'A bus takes those who live in `fromRegionId` to the sites of the needs.' },
    TRAINING: { description: 'So many `workers` of `fromOccupationId` learn `occupationId` to the second level.' },
    CLOSING: { description: 'The enterprise `hostId` takes nobody any more.' },
    OPENING: { description: 'A plant opens in `regionId` with so many `seats`.' },
    ARRIVALS: { description: 'So many `workers` come to `regionId` and look for work.' },
  },
});

@InputType({
  description: 'One thing to try. Which fields it takes is told by its kind; a scope left out is the whole market.',
})
export class WhatIfChangeInput {
  @EnumInput(WhatIfKindEnum, { description: 'What is tried.' }) kind: Change['kind'];
  @IdInput({ description: 'Scope: only this need.', optional: true }) needId?: string | null;
  @CodeInput({ description: 'Scope or place: this region and those below it.', optional: true }) regionId?:
    string | null;
  @CodeInput({ description: 'Scope or trade: this occupation.', optional: true }) occupationId?: string | null;
  @IntInput({ description: 'Hundredth parts of the currency.', min: 1, max: 100_000_000, optional: true }) addFen?:
    number | null;
  @IntInput({ description: 'A wage, in hundredth parts.', min: 1, max: 100_000_000, optional: true }) wageFen?:
    number | null;
  @EnumInput(WageUnit, { description: 'What the wage is paid for.', optional: true }) wageUnit?: WageUnit | null;
  @IntInput({ description: 'Skill levels.', min: 1, max: 4, optional: true }) lowerBy?: number | null;
  @IntInput({ description: 'Of the period, 1 to 100.', min: 1, max: 100, optional: true }) percent?: number | null;
  @IntInput({ description: 'Metres.', min: 1, max: 1_000_000, optional: true }) addM?: number | null;
  @CodeInput({ description: 'Where a bus starts.', optional: true }) fromRegionId?: string | null;
  @CodeInput({ description: 'What those who are trained can do now.', optional: true }) fromOccupationId?:
    string | null;
  @IntInput({ description: 'How many workers.', min: 1, max: 100_000, optional: true }) workers?: number | null;
  @IntInput({ description: 'How many seats.', min: 1, max: 10_000, optional: true }) seats?: number | null;
  @IntInput({ description: 'Skill level, 1 to 5.', min: 1, max: 5, optional: true }) level?: number | null;
  @IntInput({ description: 'How far those who come go, metres.', min: 1, max: 1_000_000, optional: true }) radiusM?:
    number | null;
  @IdInput({ description: 'The enterprise that closes.', optional: true }) hostId?: string | null;
}

@InputType({ description: 'What to try on a copy of a market; nothing of it becomes real.' })
export class AskWhatIfInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The market.' }) marketId: string;
  @Field(() => [WhatIfChangeInput], { description: 'One after the other, at most 10.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => WhatIfChangeInput)
  changes: WhatIfChangeInput[];
}

@InputType({ description: 'Whose seats are to be filled: one need’s, or those of part of a market.' })
export class AskRemediesInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The need; a host asks about its own.', optional: true }) needId?: string | null;
  @IdInput({ description: 'The market, where no need is named.', optional: true }) marketId?: string | null;
  @CodeInput({ description: 'Of the market only this region and those below it.', optional: true }) regionId?:
    string | null;
  @CodeInput({ description: 'Of the market only this occupation.', optional: true }) occupationId?: string | null;
}

@InputType({ description: 'Weights to try on a copy of a market before they are set.' })
export class AskWeightsInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The market.' }) marketId: string;
  @Field(() => WeightsInput, { description: 'The weights; at least one is above 0.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => WeightsInput)
  weights: WeightsInput;
}

@InputType({ description: 'Which question to drop.' })
export class CancelScenarioInput {
  @IdInput({ description: 'The scenario.' }) scenarioId: string;
}

@ArgsType()
export class ScenarioListArgs extends PageArgs {
  @IdInput({ description: 'The market.' }) marketId: string;
}
