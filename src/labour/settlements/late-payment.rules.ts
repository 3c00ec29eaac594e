import type { LocalDate } from '../../platform/clock/clock.js';

/** Where a late settlement stands among those that are late: by the day on which it became due. */
export interface LatePlace {
  readonly dueOn: LocalDate;
  readonly id: string;
}

const place = /^(\d{4}-\d{2}-\d{2}):([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/;

/** A place as a list's cursor holds it. */
export function latePlaceText({ dueOn, id }: LatePlace): string {
  return `${dueOn}:${id}`;
}

/** The place that a cursor stands for; none for the cursor of another list. */
export function latePlaceOf(text: string): LatePlace | undefined {
  const [, dueOn, id] = place.exec(text) ?? [];
  const isDay = dueOn !== undefined && !Number.isNaN(Date.parse(dueOn));
  return isDay && id !== undefined ? { dueOn, id } : undefined;
}
