// npm run bench:sharing [-- SECONDS]: materials, machine hours and orders. Prints whether a lot and hours that many want at once
// are ever sold twice, whether the books of materials balance, what planning a region's orders jointly is worth, the rates
// of the demo region, and how long matching of many lots to many requests takes.
import process from 'node:process';
import { materialBars } from './sharing/material-bars.mjs';
import { demoBars } from './sharing/demo-bars.mjs';
import { ledgerBar } from './sharing/ledger-bar.mjs';
import { race } from './sharing/race.mjs';
import { regionBars } from './sharing/region-bars.mjs';

const [seconds = 60] = process.argv.slice(2).map(Number);

const parts = [() => race(seconds), ledgerBar, () => regionBars(1_000), demoBars, () => materialBars(10_000)];
for (const part of parts) {
  await part();
  console.log('');
}
