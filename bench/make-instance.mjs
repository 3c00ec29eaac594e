// node bench/make-instance.mjs NAME FILE: makes one instance. In a process of its own, because what it takes in memory
// would else be counted to the solvers started after it.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { allInstances } from './catalogue.mjs';
import { writeNetwork } from './instances/network-file.mjs';
import { peakMemoryMb } from './peak-memory.mjs';

const [name, path] = process.argv.slice(2);
const instance = allInstances().find((one) => one.name === name);
if (!instance || !path) throw new Error('usage: node bench/make-instance.mjs NAME FILE');
const network = instance.make();
const edges = network.sink.length;
if (instance.known && instance.known.edges !== edges)
  throw new Error(`${name} has ${edges} edges, not ${instance.known.edges}: the generator draws differently`);
writeNetwork(path, network);
const facts = {
  sources: network.supply.length,
  sinks: network.demand.length,
  edges,
  supply: sum(network.supply),
  demand: sum(network.demand),
};
writeFileSync(`${path}.json`, JSON.stringify(facts));
console.log(JSON.stringify({ name, ...facts, peakMb: peakMemoryMb() }));

/** @param {Int32Array} units */
function sum(units) {
  return units.reduce((total, one) => total + one, 0);
}
