import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { breakLines } from './line-breaks.js';

/** A Chinese character is two wide, anything else one. */
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2014-\u2026\u3000-\u9fff\uff00-\uffef]/.test(character) ? 2 : 1), 0);

describe('lines of a paragraph', () => {
  it('break between any two Chinese characters, but not before a closing mark or after an opening one', () => {
    expect(breakLines('甲方向乙方借用员工，期限两个月。', 10, measure)).toEqual([
      '甲方向乙方',
      '借用员工，',
      '期限两个',
      '月。',
    ]);
    expect(breakLines('依据劳动（合同）法', 10, measure)).toEqual(['依据劳动', '（合同）法']);
  });

  it('keep Latin words and numbers whole, and cut only what is wider than a line', () => {
    expect(breakLines('the wage is 2,400.00 yuan', 10, measure)).toEqual(['the wage', 'is', '2,400.00', 'yuan']);
    expect(breakLines('abcdefghijkl', 5, measure)).toEqual(['abcde', 'fghij', 'kl']);
  });

  it('keep the author’s own line breaks', () => {
    expect(breakLines('甲\n\n乙', 10, measure)).toEqual(['甲', '', '乙']);
  });

  it('lose no character, are never too wide and never begin with a mark that closes', () => {
    const text = fc
      .array(fc.constantFrom(...'甲乙丙丁，。；：、！？）（「」《》“”a b c 1 2 . ,'.split('')), { maxLength: 120 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (given, width) => {
        const lines = breakLines(given, width, measure);
        expect(lines.join('').replace(/\s/g, '')).toBe(given.replace(/\s/g, ''));
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
    const prose = fc
      .array(fc.constantFrom('甲', '乙方', '员工，', '工资。', '（期限）', '「岗位」；', '2400元', 'Gongji '), {
        maxLength: 80,
      })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(prose, fc.integer({ min: 12, max: 40 }), (given, width) => {
        const lines = breakLines(given, width, measure).slice(1);
        for (const line of lines) expect(line).not.toMatch(/^[。，、；：」）]/);
      }),
    );
  });
});
