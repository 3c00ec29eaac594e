import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { bar } from '../bar.mjs';

const ACTIONS = 10_000;

/** The test that plays random actions of four enterprises and looks at the books after each batch, with more of them. */
export async function ledgerBar() {
  const began = performance.now();
  const test = spawn('npx', ['vitest', 'run', 'test/invariants/stock-ledger.e2e.ts'], {
    env: { ...process.env, STOCK_ACTIONS: String(ACTIONS) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(test, 'exit');
  console.log(`${ACTIONS} random actions on the stock ledger, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  bar('books of material that do not balance', code === 0 ? 0 : 1, 0, 'runs');
}
