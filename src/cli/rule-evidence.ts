import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Where a rule is kept: the code that refuses by it or says that it holds it, and the tests named after it. */
export interface RuleEvidence {
  readonly code: readonly string[];
  readonly tests: readonly string[];
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

// The book itself, what prints it, and words alone prove nothing.
const words = /^src\/labour\/compliance\/|^src\/cli\/|\.(messages|input|view|dto|resolver)\.ts$/;
const call = /\bbreaks\(\s*'(R\d+)'/g;
const remark = /\/\*\*\s*(R\d+)\b|\((R\d+(?:(?:, | and |–)R\d+)*)[),;:]/g;
const test = /\b(?:it|test|describe)(?:\.each\([^\n]*\))?\(\s*(['"`])((?:R\d+[ ,/]+(?:and )?)+)(.*?)\1/gs;

/** By rule: what the sources under `root` show of it. */
export async function ruleEvidence(root: string): Promise<ReadonlyMap<string, RuleEvidence>> {
  const files = [...(await sourcesIn(root, 'src')), ...(await sourcesIn(root, 'test'))];
  const code = new Map<string, Set<string>>();
  const tests = new Map<string, Set<string>>();
  for (const { path, text } of files.filter((file) => !words.test(file.path))) {
    if (/\.(spec|e2e)\.ts$/.test(path)) for (const [id, name] of testsIn(text)) add(tests, id, name);
    else for (const id of rulesIn(text)) add(code, id, path);
  }
  const ids = new Set([...code.keys(), ...tests.keys()]);
  return new Map([...ids].map((id) => [id, { code: sorted(code.get(id)), tests: sorted(tests.get(id)) }]));
}

/** The rules that code refuses by, or names in a comment as `(R5)` or `/** R5 …`. */
export function rulesIn(text: string): string[] {
  const called = [...text.matchAll(call)].flatMap(([, id]) => id ?? []);
  const named = [...text.matchAll(remark)].flatMap(([, first, list]) => [...(first ?? list ?? '').matchAll(/R\d+/g)]);
  return [...called, ...named.map(([id]) => id)];
}

/** The tests whose names begin with rules, as pairs of a rule and the name. */
export function testsIn(text: string): [string, string][] {
  return [...text.matchAll(test)].flatMap(([, , ids = '', rest = '']) =>
    [...ids.matchAll(/R\d+/g)].map(([id]): [string, string] => [id, `${ids}${rest}`.replace(/\s+/g, ' ')]),
  );
}

async function sourcesIn(root: string, folder: string): Promise<SourceFile[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return Promise.all(
    names.map(async (entry) => {
      const full = join(entry.parentPath, entry.name);
      return { path: relative(root, full).split(sep).join('/'), text: await readFile(full, 'utf8') };
    }),
  );
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function sorted(values: ReadonlySet<string> | undefined): string[] {
  return [...(values ?? [])].sort();
}
