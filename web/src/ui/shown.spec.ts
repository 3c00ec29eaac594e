import { describe, expect, it } from 'vitest';
import { withPage } from './shown';

const [one, two, three] = [{ id: '1' }, { id: '2' }, { id: '3' }];

describe('what a list of pages shows', () => {
  it('is the same object while each page tells the same rows', () => {
    const shown = withPage(withPage(new Map(), [one, two]), [three]);
    expect(withPage(shown, [one, two])).toBe(shown);
    expect(withPage(shown, [three])).toBe(shown);
    expect(withPage(shown, [])).toBe(shown);
  });

  it('has all pages, each as it was told last', () => {
    const shown = withPage(withPage(withPage(new Map(), [one, two]), [three]), [one]);
    expect([...shown.values()].flat()).toEqual([one, three]);
    const again = { ...three };
    expect([...withPage(shown, [again]).values()].flat()[1]).toBe(again);
  });
});
