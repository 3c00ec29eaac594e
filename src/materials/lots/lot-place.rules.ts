import { isUUID } from 'class-validator';

/** Where a lot stands in a list: by its distance where there is one, else by its id alone. */
export interface LotPlace {
  readonly distanceM: number | null;
  readonly lotId: string;
}

/** A place as a cursor keeps it. */
export function placeText({ distanceM, lotId }: LotPlace): string {
  return distanceM === null ? lotId : `${String(distanceM)}:${lotId}`;
}

/** The place that a text stands for, in a list with or without distances; undefined where it is of the other. */
export function placeOf(text: string, isNear: boolean): LotPlace | undefined {
  const [, metres, lotId = ''] = /^(?:(\d{1,9}):)?([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!isUUID(lotId) || (metres !== undefined) !== isNear) return undefined;
  return { distanceM: metres === undefined ? null : Number(metres), lotId };
}
