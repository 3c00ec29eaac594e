import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BUILT_ENGINE = join(dirname(fileURLToPath(import.meta.url)), '../dist/src/engine/index.js');

/** Tells one build of the engine from another, so that no table mixes two. @param {string} [module] not the built one */
export function engineStamp(module) {
  const folder = dirname(module ? resolve(module) : BUILT_ENGINE);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
