import { platformMessages, type Refusal } from '../../platform/errors/index.js';

/** Where a page of found windows ends: its distance, where one is told, and its id. */
export interface FoundPlace {
  readonly distanceM: number | null;
  readonly windowId: string;
}

export function placeText({ distanceM, windowId }: FoundPlace): string {
  return `${distanceM ?? '-'}:${windowId}`;
}

const shape = /^(-|\d{1,8}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads `placeText`; undefined for what is no place, or one of a list in another order. */
export function placeOf(text: string, isNear: boolean): FoundPlace | undefined {
  const [, distance, windowId] = shape.exec(text) ?? [];
  if (windowId === undefined || (distance !== '-') !== isNear) return undefined;
  return { distanceM: isNear ? Number(distance) : null, windowId };
}

export const badPlace: Refusal = {
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field: 'after' },
  field: 'after',
};
