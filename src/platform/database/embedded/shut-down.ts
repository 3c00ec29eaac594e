/** PostgreSQL's fast shutdown, its immediate one, and the end; with the time each has to work, in milliseconds. */
const ladder = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Ends a server, asking harder each time. `gone` waits and says whether the server has ended within that time. */
export async function shutDown(
  send: (signal: NodeJS.Signals) => void,
  gone: (withinMs: number) => Promise<boolean>,
): Promise<void> {
  if (await gone(0)) return;
  for (const [signal, patienceMs] of ladder) {
    send(signal);
    if (await gone(patienceMs)) return;
  }
}
