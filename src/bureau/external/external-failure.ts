/** Why a run brought nothing. */
export type ExternalFailure =
  | 'ADDRESS_REFUSED'
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  | 'REDIRECTED'
  | 'BAD_STATUS'
  | 'TOO_LARGE'
  | 'NOT_JSON'
  | 'NO_ROWS'
  | 'TOO_MANY_ROWS'
  | 'FAULTY_ROWS'
  | 'INTERRUPTED';
