import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const graceMs = 15_000;

/** The API and the job process as children of this one: started together, stopped together. */
export class Processes {
  private readonly children: ChildProcess[] = [];
  private stopping = false;
  /** Hears of a child that ends by itself. */
  onFailure: (name: string, code: number | null) => void = () => undefined;

  /** Starts `main` or `worker` and waits until it says that it is ready. */
  async start(name: 'main' | 'worker', env: Record<string, string | undefined>): Promise<void> {
    // In a process group of its own: Ctrl-C reaches this process, which stops the children in order.
    const child = fork(fileURLToPath(new URL(`../${name}.js`, import.meta.url)), {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.children.push(child);
    const ended = once(child, 'exit').then(([code]) => {
      if (!this.stopping) this.onFailure(name, code as number | null);
      throw new Error(`${name} ended before it was ready`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
  }

  /** Asks every child to end and waits; one that does not end in time is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(
      this.children.map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
        await gone;
        clearTimeout(timer);
      }),
    );
  }
}
