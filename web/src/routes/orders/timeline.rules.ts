/** Days, with the last one. */
export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Where something lies on a line of days, in percent of its length. */
export interface Span {
  readonly left: number;
  readonly width: number;
}

const dayMs = 86_400_000;

/** The place of a period within the order's, both with their last day; what lies outside is cut off. */
export function spanOf(whole: Period, { startsOn, endsOn }: Period): Span {
  const from = Date.parse(whole.startsOn);
  const length = Date.parse(whole.endsOn) + dayMs - from;
  const at = (ms: number): number => Math.min(100, Math.max(0, (100 * (ms - from)) / length));
  const left = at(Date.parse(startsOn));
  return { left, width: at(Date.parse(endsOn) + dayMs) - left };
}

/** A handful of days at even distances, the first one among them, as marks on the line. */
export function marksOf({ startsOn, endsOn }: Period): readonly string[] {
  const days = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / dayMs);
  const step = Math.max(1, Math.ceil(days / 5));
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, index) =>
    new Date(Date.parse(startsOn) + index * step * dayMs).toISOString().slice(0, 10),
  );
}
