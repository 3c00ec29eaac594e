import { RefusedError } from '../errors/index.js';
import { badCursor, idOf } from '../graphql/connection.js';

/** The place of an entry in the order of the whole trail. */
export interface AuditPlace {
  /** Microseconds since 1970. */
  readonly atMicros: string;
  readonly chain: string;
  readonly position: string;
}

/** The place that a cursor of the trail stands for; VALIDATION_FAILED at `after` for any other text. */
export function auditPlaceOf(cursor: string): AuditPlace {
  const [, atMicros = '', chain = '', position = ''] = /^(\d{1,18}):(.+):(\d{1,18})$/.exec(idOf(cursor)) ?? [];
  if (position === '') throw new RefusedError(badCursor);
  return { atMicros, chain, position };
}
