// npm run bench:engine: our engine and every peer on this machine, side by side on the same instances.
import { writeFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import process from 'node:process';
import { compare, contradictions } from './comparison.mjs';
import { engineSolvers, prototypeSolvers } from './engine-solvers.mjs';
import { engineStamp } from './engine-stamp.mjs';
import { storedInstance } from './instance-store.mjs';
import { machineFacts } from './machine.mjs';
import { readOptions, USAGE } from './options.mjs';
import { peerSolvers } from './peers/peers.mjs';
import { reportPage } from './report.mjs';
import { resultTable } from './table.mjs';

const words = process.argv.slice(2);
const options = readOptions(words);
if (options.help) console.log(USAGE);
else process.exitCode = await bench();

/** @returns {Promise<number>} exit code: 1 when values contradict each other or the engine has no proof */
async function bench() {
  const stamp = engineStamp(options.engine);
  const { solvers, missing } = await solversThere();
  const notes = [...missing];
  const declined = new Map();
  const stored = [];
  const rows = [];
  const wrong = [];
  for (const instance of options.instances) {
    process.stderr.write(`${instance.name}\n`);
    const one = await storedInstance(instance, options.cache);
    const able = solvers.filter((solver) => {
      const reason = solver.declines?.(one, options.mode);
      if (reason) append(declined, `${solver.name} not run (${reason})`, instance.name);
      return !reason;
    });
    const compared = await compare(one, able, options);
    stored.push(one);
    rows.push(...compared);
    wrong.push(...contradictions(compared, instance, options.mode));
    for (const { solver, fault } of compared) if (fault) notes.push(`${instance.name}: ${solver} ${fault}`);
  }
  if (engineStamp(options.engine) !== stamp)
    wrong.push('The engine was built anew while it was measured: run this again');
  for (const [reason, names] of declined) notes.push(`${reason}: ${names.join(', ')}`);
  await publish({ stored, rows, notes: [...wrong, ...notes] });
  return wrong.length > 0 ? 1 : 0;
}

async function solversThere() {
  const all = [
    ...engineSolvers(options),
    ...(options.prototype ? prototypeSolvers(options.prototype) : []),
    ...peerSolvers(options),
  ];
  const wanted = all.filter(
    ({ name, family }) => !options.solvers || options.solvers.includes(name) || options.solvers.includes(family),
  );
  const solvers = [];
  const missing = [];
  for (const solver of wanted) {
    const install = await solver.missing?.();
    if (install) missing.push(`${solver.name} is not installed: ${install}`);
    else solvers.push(solver);
  }
  return { solvers, missing };
}

async function publish({ stored, rows, notes }) {
  console.log(resultTable(rows, options.mode));
  for (const note of notes) console.log(note);
  const command = ['npm run bench:engine --', ...wordsToRepeat()].join(' ');
  const machine = await machineFacts();
  const results = { machine, command, mode: options.mode, stored, rows, notes };
  if (options.out) writeFileSync(options.out, reportPage(results));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(forPrograms(results), null, 2)}\n`);
}

/** The command line without what is only of this machine. */
function wordsToRepeat() {
  const kept = ['size', 'only', 'solvers', 'runs', 'out'].filter(
    (name) => words.some((word) => isOption(word, name)) && !isAbsolute(textOf(name)),
  );
  return [...kept.map((name) => `--${name} ${textOf(name)}`), ...(options.priority ? ['--priority'] : [])];
}

function isOption(word, name) {
  return word === `--${name}` || word.startsWith(`--${name}=`);
}

function textOf(name) {
  const value = options[name];
  return Array.isArray(value) ? value.join(',') : String(value);
}

function forPrograms({ stored, ...results }) {
  return {
    ...results,
    stored: undefined,
    instances: stored.map(({ instance, facts }) => ({ name: instance.name, ...facts })),
  };
}

function append(lists, key, item) {
  lists.set(key, [...(lists.get(key) ?? []), item]);
}
