export type EmbeddedServerFault =
  'BINARIES_MISSING' | 'NO_SERVER_USER' | 'DATA_FOLDER_UNUSABLE' | 'ALREADY_RUNNING' | 'START_FAILED' | 'WRONG_VERSION';

/** Why the embedded server cannot run, and what the person at the keyboard can do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';

  constructor(
    readonly code: EmbeddedServerFault,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
