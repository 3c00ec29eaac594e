// Instances as files that every solver reads. They are made once, and again when the code that makes them has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const MAKING_LIMIT_MS = 1_800_000;

/**
 * @typedef {object} StoredInstance
 * @property {import('./catalogue.mjs').Instance} instance
 * @property {string} path
 * @property {{sources: number, sinks: number, edges: number, supply: number, demand: number}} facts
 */

/** @param {import('./catalogue.mjs').Instance} instance @param {string} folder @returns {Promise<StoredInstance>} */
export async function storedInstance(instance, folder) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${instance.name}.${instance.extension}`);
  const stampFile = `${path}.made-by`;
  const stamp = generatorStamp();
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    const made = await runChild(
      process.execPath,
      [join(here, 'make-instance.mjs'), instance.name, path],
      MAKING_LIMIT_MS,
    );
    if ('fault' in made) throw new Error(`${instance.name} could not be made: ${made.fault}`);
    writeFileSync(stampFile, stamp);
  }
  return { instance, path, facts: JSON.parse(readFileSync(`${path}.json`, 'utf8')) };
}

function generatorStamp() {
  const folder = join(here, 'instances');
  const files = [
    join(here, 'catalogue.mjs'),
    ...readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
