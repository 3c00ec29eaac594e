import { type Refusal } from '../../platform/errors/index.js';
import {
  type AttributeBound,
  refuseEmptyBounds,
  refuseTwice,
  refuseUnknownAttributes,
} from '../processes/process.rules.js';
import { refuseBackward, refuseLong, refusePast } from '../workshops/workshop.rules.js';

const maxRequestDays = 366;

interface Asked {
  readonly earliestStart: string;
  readonly dueDate: string;
}

/** The period of a request: forward, of at most a year, not over. */
export function refuseRequestPeriod({ earliestStart, dueDate }: Asked, today: string): Refusal | undefined {
  const period = { startsOn: earliestStart, endsOn: dueDate };
  return (
    refuseBackward(period, 'input.dueDate') ??
    refuseLong(period, maxRequestDays, 'input.dueDate') ??
    refusePast(earliestStart, today, 'input.earliestStart')
  );
}

/** What a step asks of machines: attributes that machines of its process have, each once, with bounds that can be kept. */
export function refuseStepAttributes(
  attributes: readonly AttributeBound[],
  known: readonly { readonly name: string }[],
  field: string,
): Refusal | undefined {
  const names = attributes.map(({ name }) => name);
  return (
    refuseTwice(names, field) ?? refuseUnknownAttributes(names, known, field) ?? refuseEmptyBounds(attributes, field)
  );
}
