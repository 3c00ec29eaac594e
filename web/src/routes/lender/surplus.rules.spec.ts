import { describe, expect, it } from 'vitest';
import { exampleSheet } from './example-sheet.rules';
import { inDays } from '../../api/local-day';
import { blankLine, blankSurplus, surplusInput } from './surplus.rules';

const place = { regionId: 'GB2260:350524', regionName: '安溪县', latitude: 25.05, longitude: 118.18 };
const line = { ...blankLine('a'), occupation: { id: 'GJ:RT-WEAVE', name: '藤编工' }, wage: '21.35' };

describe('a draft of surplus', () => {
  it('is published with fen and metres', () => {
    const input = surplusInput({ ...blankSurplus, place, lines: [{ ...line, relocation: '80' }, line] }, 'the-key');
    expect(input).toMatchObject({
      idempotencyKey: 'the-key',
      reason: 'SEASON',
      lines: [
        { occupationId: 'GJ:RT-WEAVE', headcount: 5, wageFloorFen: 2135, radiusM: 20_000, relocationRadiusM: 80_000 },
        { relocationRadiusM: null },
      ],
    });
  });

  it.each([
    ['the place', { place: null, lines: [line] }],
    ['every line', { place, lines: [] }],
    ['an occupation', { place, lines: [line, { ...line, occupation: null }] }],
    ['a wage', { place, lines: [{ ...line, wage: '' }] }],
    ['heads', { place, lines: [{ ...line, headcount: '0' }] }],
  ])('waits while it lacks %s', (_what, part) => {
    expect(surplusInput({ ...blankSurplus, ...part }, 'the-key')).toBeUndefined();
  });
});

describe('the example file', () => {
  it.each(['zh-CN', 'en'] as const)('in %s has as many cells in each row as headers', (language) => {
    const rows = exampleSheet(language, inDays(0), inDays(60)).split('\r\n');
    expect(rows.map((row) => row.split(',').length)).toEqual([11, 11, 11]);
  });
});
