import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version of the running code, as its package says; from the source tree and from dist alike. */
export const version: string = versionOfPackage();

function versionOfPackage(): string {
  const candidates = ['../../../package.json', '../../../../package.json'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`no package.json at ${candidates.join(' or ')}`);
  return (JSON.parse(readFileSync(found, 'utf8')) as { version: string }).version;
}
