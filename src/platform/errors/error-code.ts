/** The `code` that Node and drivers put on errors (`ECONNREFUSED`, `EEXIST`, an SQLSTATE); undefined when there is none. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
