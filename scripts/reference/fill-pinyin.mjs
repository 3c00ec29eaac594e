/**
 * Fills `pinyin` and `initials` of src/directory/reference/occupations.json from the Chinese names ("焊工" ->
 * "hangong", "hg"), and checks every ISCO-08 code against a list of them. The rest of that file is written by hand;
 * run this after a change to it and read the diff, as pinyin-pro does not know every trade term.
 *
 *   node scripts/reference/fill-pinyin.mjs <node_modules with pinyin-pro> <isco08_groups_en.csv>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const FILE = new URL('../../src/directory/reference/occupations.json', import.meta.url);

function withPinyin(occupation, pinyin) {
  const syllables = pinyin(occupation.nameZh, { toneType: 'none', type: 'array', v: true });
  return {
    ...occupation,
    pinyin: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}

function main([packages, iscoFile]) {
  if (!packages || !iscoFile) throw new Error('usage: fill-pinyin.mjs <node_modules> <isco08_groups_en.csv>');
  const { pinyin } = createRequire(join(resolve(packages), 'index.js'))('pinyin-pro');
  const isco = new Set(readFileSync(iscoFile, 'utf8').match(/^\d{4}(?=,)/gm));
  const content = JSON.parse(readFileSync(FILE, 'utf8'));
  const unknown = content.occupations.filter(({ isco08 }) => !isco.has(isco08));
  if (unknown.length > 0) throw new Error(`not in ISCO-08: ${unknown.map(({ code }) => code).join(', ')}`);
  content.occupations = content.occupations.map((occupation) => withPinyin(occupation, pinyin));
  const lists = Object.entries(content).map(
    ([name, rows]) => `"${name}": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  writeFileSync(FILE, `{\n${lists.join(',\n')}\n}\n`);
}

main(process.argv.slice(2));
