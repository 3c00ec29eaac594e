/** A start that cannot be; its message says why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
