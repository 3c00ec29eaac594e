import { describe, expect, it } from 'vitest';
import { languageOf, render } from './message.js';

describe('the caller’s language', () => {
  it.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr,en;q=0.5,zh;q=0.7', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['en;q=nonsense', 'en'],
  ])('%s is read as %s', (header, language) => expect(languageOf(header)).toBe(language));
});

it('parameters are put in; unknown ones stay visible', () => {
  expect(render({ 'zh-CN': '{n} 人', en: '{n} people, {m}' }, 'en', { n: 3 })).toBe('3 people, {m}');
});
