import { describe, expect, it } from 'vitest';
import {
  colourAt,
  coloursOf,
  groupsOf,
  groupsOfToday,
  type Market,
  marketByCounty,
  movesTo,
  numbersOf,
  type Suggestion,
  topOf,
} from './markets.rules';

const county = (id: string) => ({ id, name: `县${id}`, nameZh: `县${id}`, nameEn: id, parent: null });
const market = (id: string, ...counties: string[]): Market => ({
  id,
  name: `市场${id}`,
  counties: counties.map(county),
});
const figures = { workers: 5, seats: 3, containedPercent: 80 };
const suggestion: Suggestion = {
  measuredAt: '2026-11-01T00:00:00Z',
  suggested: [
    { ...figures, isAsToday: false, market: { id: 'q', name: '市场q' }, counties: [county('1')] },
    {
      ...figures,
      workers: 9,
      isAsToday: true,
      market: { id: 'x', name: '市场x' },
      counties: [county('2'), county('3')],
    },
  ],
  today: [{ ...figures, market: { id: 'x', name: '市场x' } }],
};

describe('divisions', () => {
  it('tells the markets of today with what was measured, the largest first', () => {
    const groups = groupsOfToday([market('q', '1'), market('x', '2', '3')], suggestion);
    expect(groups.map(({ id, figures: measured }) => [id, measured?.containedPercent])).toEqual([
      ['x', 80],
      ['q', undefined],
    ]);
  });

  it('names what is suggested by its counties, or by the market that it is already', () => {
    const groups = groupsOf(suggestion.suggested, (names) => names.join('、'));
    expect(groups.map(({ name }) => name)).toEqual(['市场x', '县1']);
  });

  it('gives every county the colour and the number of its group', () => {
    const groups = groupsOfToday([market('q', '1'), market('x', '2', '3')], suggestion);
    expect([...numbersOf(groups)]).toEqual([
      ['2', 1],
      ['3', 1],
      ['1', 2],
    ]);
    expect(coloursOf(groups).get('2')).toBe(coloursOf(groups).get('3'));
    expect(new Set(Array.from({ length: 15 }, (_, place) => colourAt(place))).size).toBe(15);
  });

  it('moves only those that are not there already', () => {
    const today = marketByCounty([market('q', '1'), market('x', '2')]);
    const counties = [county('1'), county('2'), county('9')];
    expect(movesTo('x', counties, today).map(({ id, from }) => [id, from])).toEqual([
      ['1', '市场q'],
      ['9', undefined],
    ]);
    expect(movesTo(null, counties, today)).toHaveLength(3);
  });

  it('knows what lies above a county', () => {
    expect(topOf({ ...county('1'), parent: { id: 'p', name: 'p', parent: { id: 't', name: 't' } } })?.id).toBe('t');
    expect(topOf({ ...county('1'), parent: { id: 'p', name: 'p', parent: null } })?.id).toBe('p');
    expect(topOf(county('1'))).toBeUndefined();
  });
});
