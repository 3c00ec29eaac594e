import { applyDecorators } from '@nestjs/common';
import { Field, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { type WorkHazard, workHazards } from './restriction.rules.js';

export const WorkHazardEnum = {
  TOXIC: 'toxic',
  RADIATION: 'radiation',
  HEAVY: 'heavy',
  HEIGHTS: 'heights',
  COLD: 'cold',
  UNDERGROUND: 'underground',
  NIGHT: 'night',
} as const satisfies Record<string, WorkHazard>;
registerEnumType(WorkHazardEnum, {
  name: 'WorkHazard',
  description: 'Hazards of work that the law keeps from some people.',
  valuesMap: {
    TOXIC: { description: 'Lead, mercury, benzene and other poisons.' },
    RADIATION: { description: 'Radiation.' },
    HEAVY: { description: 'Heavy physical work (level 3 and above).' },
    HEIGHTS: { description: 'At heights.' },
    COLD: { description: 'In cold water or cold.' },
    UNDERGROUND: { description: 'Underground.' },
    NIGHT: { description: 'At night.' },
  },
});

/** A list of hazards; none by default. */
export function WorkHazardsInput({ description }: { readonly description: string }): PropertyDecorator {
  return applyDecorators(
    Field(() => [WorkHazardEnum], { description, defaultValue: [] }),
    IsArray(),
    ArrayMaxSize(workHazards.length),
    IsIn(workHazards, { each: true }),
  );
}
