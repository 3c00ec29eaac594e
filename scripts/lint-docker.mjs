// Checks Dockerfile and docker-compose.yml without an engine: syntax and known mistakes.
import { readFileSync } from 'node:fs';
import { DCLinter } from 'dclint';
import { validate } from 'dockerfile-utils';

const found = validate(readFileSync('Dockerfile', 'utf8')).map(
  ({ range, message }) => `Dockerfile:${range.start.line + 1} ${message}`,
);
// The order of keys is ours: what it is, what it needs, how it is checked.
const rules = { 'service-keys-order': 0, 'top-level-properties-order': 0 };
const compose = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
for (const { filePath, messages } of await compose.lintFiles(['docker-compose.yml'], false)) {
  found.push(...messages.map(({ line, message, rule }) => `${filePath}:${line} ${message} (${rule})`));
}
for (const line of found) console.error(line);
console.log(`Dockerfile and docker-compose.yml: ${found.length} findings`);
process.exitCode = found.length > 0 ? 1 : 0;
