/** Minutes that a bus stands at a stop. */
const stopMinutes = 5;

/**
 * When a bus is at each of its stops, in minutes of the plan's day. On the way to work the last stop is reached at
 * `minute`; on the way home the first is left at it. `legs` are kilometres between one stop and the next.
 */
export function timetable(
  legs: readonly number[],
  direction: 'out' | 'home',
  minute: number,
  kmPerHour: number,
): number[] {
  const times = [0];
  for (const [at, km] of legs.entries()) times.push((times[at] ?? 0) + (km / kmPerHour) * 60 + stopMinutes);
  const shift = direction === 'out' ? minute - (times.at(-1) ?? 0) : minute;
  return times.map((time) => Math.floor(time + shift));
}

/** `07:35`, and by how many days it is off the plan's. */
export function clockOf(minute: number): { readonly at: string; readonly dayOffset: number } {
  const dayOffset = Math.floor(minute / 1_440);
  const ofDay = minute - dayOffset * 1_440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return { at: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`, dayOffset };
}
