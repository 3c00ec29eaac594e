export type EngineInputErrorCode =
  | 'NOT_AN_INTEGER'
  | 'NEGATIVE_SUPPLY'
  | 'NEGATIVE_DEMAND'
  | 'NEGATIVE_CAPACITY'
  | 'PRIORITY_OUT_OF_RANGE'
  | 'SCORE_OUT_OF_RANGE'
  | 'INDEX_OUT_OF_RANGE'
  | 'DUPLICATE_EDGE'
  | 'SHAPE_MISMATCH'
  | 'TOO_LARGE';

/** The caller handed in something that is not an allocation problem. The message names the place and both numbers. */
export class EngineInputError extends Error {
  override readonly name = 'EngineInputError';

  constructor(
    readonly code: EngineInputErrorCode,
    message: string,
  ) {
    super(message);
  }
}
