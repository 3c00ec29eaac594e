import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'web/src/locales';
const namespaces = readdirSync(`${folder}/zh-CN`);

/** Key paths with the placeholders that their texts take. */
function keysOf(texts: unknown, path = ''): string[] {
  if (typeof texts === 'string') return [`${path} ${(texts.match(/\{\{\w+\}\}/g) ?? []).sort().join()}`];
  return Object.entries(texts as object).flatMap(([key, value]) => keysOf(value, `${path}.${key}`));
}

const read = (language: string, namespace: string): unknown =>
  JSON.parse(readFileSync(`${folder}/${language}/${namespace}`, 'utf8'));

describe('the texts', () => {
  it('are in the same files in both languages', () => {
    expect(readdirSync(`${folder}/en`)).toEqual(namespaces);
  });

  it.each(namespaces)('of %s say the same things in both languages, with the same placeholders', (namespace) => {
    const [zh, en] = [read('zh-CN', namespace), read('en', namespace)];
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
    expect(JSON.stringify(zh)).not.toContain('""');
    expect(JSON.stringify(en)).not.toMatch(/""|[一-鿿]/);
  });
});
