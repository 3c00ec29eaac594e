import { codeOf } from '../../errors/error-code.js';

export type EmbeddedServerErrorCode =
  | 'BINARIES_MISSING'
  | 'SYMLINKS_MISSING'
  | 'NO_SERVER_USER'
  | 'DATA_FOLDER_UNUSABLE'
  | 'PORT_TAKEN'
  | 'ALREADY_RUNNING'
  | 'START_FAILED'
  | 'WRONG_VERSION';

/** The way out that is always open. */
export const ownServerHint = 'Or set DATABASE_URL to a PostgreSQL 15 or newer of your own.';

/** The embedded server cannot run: `message` says what is in the way, `hint` what to do about it. */
export class EmbeddedServerError extends Error {
  override readonly name = 'EmbeddedServerError';

  constructor(
    readonly code: EmbeddedServerErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Why the system refuses to read or write a folder, by error code. */
const folderFaults: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read or write it',
  EPERM: 'this user may not change it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: "the user's disk quota is used up",
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'there is a file of that name',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'the path runs in a circle of links',
};

/** Runs `work` on a folder; a fault of the file system becomes DATA_FOLDER_UNUSABLE, everything else passes on. */
export async function onFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = folderFaults[codeOf(error) ?? ''];
    if (reason === undefined || !isOfFiles(error)) throw error;
    throw new EmbeddedServerError(
      'DATA_FOLDER_UNUSABLE',
      `The data folder ${folder} cannot be used: ${reason}.`,
      `Mend that, or name another folder with DATA_DIR. ${ownServerHint}`,
      { cause: error },
    );
  }
}

/** Programs and signals can be refused with the same codes. */
function isOfFiles(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'syscall' in error && !/^(spawn|kill)/.test(String(error.syscall))
  );
}

/** Whatever stopped a start, as an EmbeddedServerError; an error without a system or SQL code is a bug and stays as it is. */
export function asEmbeddedServerError(error: unknown): unknown {
  if (error instanceof EmbeddedServerError || codeOf(error) === undefined) return error;
  return new EmbeddedServerError(
    'START_FAILED',
    `The embedded database did not start: ${error instanceof Error ? error.message : String(error)}`,
    `Start again. ${ownServerHint}`,
    {
      cause: error,
    },
  );
}
