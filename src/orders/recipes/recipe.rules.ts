import { DAY_MS } from '../../platform/clock/clock.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { type Refusal } from '../../platform/errors/index.js';
import { orderMessages } from '../orders.messages.js';
import type { RecipeLine, Requirement, Terms } from '../requirement.js';

const hoursPerDay = 8;
/** Of seven days six are worked. */
const workedShare = new Exact(6).div(7);

/** What is wrong with the terms of a line, at its field. */
export function refuseTerms(
  { leg, minLevel, minimumGrade, ceilingFen, wageUnit }: Terms,
  field: string,
): Refusal | undefined {
  const fault = (message: Refusal['message'], name: string): Refusal => ({
    ...{ code: 'VALIDATION_FAILED', message, field: `${field}.${name}` },
  });
  if (leg === 'labour' && (minLevel === null || ceilingFen === null || wageUnit === null))
    return fault(orderMessages.labourTerms, 'minLevel');
  if (leg === 'material' && minimumGrade === null) return fault(orderMessages.gradeNeeded, 'minimumGrade');
  return undefined;
}

/** Working days of a period, both ends included: at least one. */
export function workingDays(from: string, until: string): number {
  const days = (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;
  return Math.max(1, workedShare.times(days).floor().toNumber());
}

/** Heads that do so many hours of work within a period, eight hours a day. */
export function headsFor(hours: Exact, from: string, until: string): number {
  return Math.max(
    1,
    hours
      .div(hoursPerDay * workingDays(from, until))
      .ceil()
      .toNumber(),
  );
}

/**
 * What a quantity of the product takes: people over the whole period, material on its first day, machine time in the order of
 * the lines. Minutes are rounded up; material is as exact as the recipe.
 */
export function requirementsOf(
  lines: readonly RecipeLine[],
  quantity: Exact,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): Requirement[] {
  return lines.map(({ perUnit, ...terms }, index) => {
    const total = quantity.times(perUnit);
    const amount =
      terms.leg === 'labour'
        ? new Exact(headsFor(total, startsOn, endsOn))
        : terms.leg === 'capacity'
          ? total.ceil()
          : total.toDecimalPlaces(6, Exact.ROUND_CEIL);
    return {
      ...terms,
      position: index + 1,
      ...{ quantity: plain(amount), ownQuantity: '0', startsOn, endsOn },
    };
  });
}
