import { QueryFailedError } from 'typeorm';
import type { Refusal } from '../errors/index.js';

const refusals = new Map<string, Refusal>();

/** Names the refusal that a violated SQL constraint means. Called once per constraint by its owner's module. */
export function mapConstraints(map: Readonly<Record<string, Refusal>>): void {
  for (const [name, refusal] of Object.entries(map)) refusals.set(name, refusal);
}

/** The refusal of a named constraint that a query violated, if its owner mapped it. */
export function constraintRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const driver: unknown = error.driverError;
  if (
    typeof driver !== 'object' ||
    driver === null ||
    !('constraint' in driver) ||
    typeof driver.constraint !== 'string'
  )
    return undefined;
  return refusals.get(driver.constraint);
}
