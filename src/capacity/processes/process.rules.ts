import { type Refusal } from '../../platform/errors/index.js';
import { capacityMessages } from '../capacity.messages.js';
import type { MachineAttribute } from './process.entity.js';

/** The scheme of what ships with the product, and the one of what bureaus and operators add. */
export const shippedScheme = 'GJ';
export const addedScheme = 'LOCAL';

/** Less than, or more than, or exactly: a bound that is left out holds. */
export interface AttributeBound {
  readonly name: string;
  readonly atLeast?: number | null;
  readonly atMost?: number | null;
}

/** What was named twice, if anything. */
export function refuseTwice(names: readonly string[], field: string): Refusal | undefined {
  const name = names.find((one, index) => names.indexOf(one) !== index);
  return name === undefined
    ? undefined
    : { code: 'VALIDATION_FAILED', message: capacityMessages.namedTwice, params: { name }, field };
}

/** Values of attributes that the machine type does not have. */
export function refuseUnknownAttributes(
  names: readonly string[],
  known: readonly Pick<MachineAttribute, 'name'>[],
  field: string,
): Refusal | undefined {
  const unknown = names.find((name) => !known.some((attribute) => attribute.name === name));
  if (unknown === undefined) return undefined;
  const params = { name: unknown, known: known.map(({ name }) => name).join(', ') };
  return { code: 'VALIDATION_FAILED', message: capacityMessages.unknownAttribute, params, field };
}

/** A bound that no value can keep, or that bounds nothing. */
export function refuseEmptyBounds(bounds: readonly AttributeBound[], field: string): Refusal | undefined {
  for (const [index, { name, atLeast, atMost }] of bounds.entries()) {
    const isEmpty = atLeast == null ? atMost == null : atMost != null && atMost < atLeast;
    if (isEmpty)
      return {
        ...{ code: 'VALIDATION_FAILED', message: capacityMessages.emptyBound, params: { name } },
        field: `${field}.${index}.atMost`,
      };
  }
  return undefined;
}

/** The first bound that a line does not keep; a line that does not state an attribute does not keep a bound of it. */
export function unkeptBound(
  bounds: readonly AttributeBound[],
  values: Readonly<Record<string, number>>,
): AttributeBound | undefined {
  return bounds.find(({ name, atLeast, atMost }) => {
    const value = values[name];
    return value === undefined || (atLeast != null && value < atLeast) || (atMost != null && value > atMost);
  });
}
