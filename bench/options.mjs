import { parseArgs } from 'node:util';
import { allInstances, DEFAULT_SIZES, SIZES } from './catalogue.mjs';

export const USAGE = `usage: npm run bench:engine -- [options]
  --size SIZE,…       ${SIZES.join(', ')} or all (default ${DEFAULT_SIZES.join(',')})
  --only NAME,…       these instances, of whatever size
  --solvers NAME,…    these solvers (engine, prototype, lemon-network-simplex, …; default all)
  --priority          class by class, instead of all sinks equally urgent
  --runs N            runs of each solver, of which the median is told (default 5)
  --limit SECONDS     a run is stopped after that long (default 900)
  --cache FOLDER      where instances and the compiled peer are kept (default .bench)
  --json FILE         the results, for programs
  --out FILE          the results with the facts of this machine, for people (docs/benchmarks.md)
  --engine MODULE     an engine other than dist/src/engine/index.js
  --prototype SCRIPT  also run: node SCRIPT FILE REPETITIONS '{}', which reads SOLVER from the environment`;

/** @param {string[]} words the command line */
export function readOptions(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      size: { type: 'string', default: DEFAULT_SIZES.join(',') },
      only: { type: 'string' },
      solvers: { type: 'string' },
      priority: { type: 'boolean', default: false },
      runs: { type: 'string', default: '5' },
      limit: { type: 'string', default: '900' },
      cache: { type: 'string', default: '.bench' },
      json: { type: 'string' },
      out: { type: 'string' },
      engine: { type: 'string' },
      prototype: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { only, size } = values;
  return {
    ...values,
    instances: chosenInstances(only?.split(','), size.split(',')),
    solvers: values.solvers?.split(','),
    mode: values.priority ? 'priority' : 'fill',
    runs: wholeNumber('--runs', values.runs),
    limitMs: wholeNumber('--limit', values.limit) * 1000,
  };
}

/** @param {string[] | undefined} names @param {string[]} sizes */
function chosenInstances(names, sizes) {
  const all = allInstances();
  const unknownSize = sizes.find((size) => size !== 'all' && !SIZES.includes(size));
  if (unknownSize) throw new Error(`There is no size ${unknownSize}: ${SIZES.join(', ')} or all`);
  if (!names) return all.filter(({ size }) => sizes.includes('all') || sizes.includes(size));
  return names.map((name) => {
    const instance = all.find((one) => one.name === name);
    if (!instance) throw new Error(`There is no instance ${name}: ${all.map((one) => one.name).join(', ')}`);
    return instance;
  });
}

function wholeNumber(option, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option} is a whole number from 1, not ${text}`);
  return number;
}
