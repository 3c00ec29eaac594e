/** How long a run may go on after it was called off. */
const lookEveryMs = 500;

export interface RunWatch {
  /** Aborted once the run is over, whoever ended it. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Looks again and again whether a run is over: it may be called off in another process, or taken over by one. */
export function watchRun(isOver: () => Promise<boolean>, onFault: (error: unknown) => void): RunWatch {
  const stop = new AbortController();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    isOver()
      .then((over) => over && stop.abort())
      .catch(onFault)
      .finally(() => (isLooking = false));
  }, lookEveryMs);
  return { signal: stop.signal, end: () => clearInterval(timer) };
}
