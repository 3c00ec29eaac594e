import { describe, expect, it } from 'vitest';
import { decisionsOf, filterOf, needsReason, placeOf } from './register.rules';

describe('the register', () => {
  it('offers a bureau its decisions, not the enterprise’s own steps', () => {
    expect(decisionsOf({ actions: ['RESUBMIT', 'REJECT', 'VERIFY'] })).toEqual(['VERIFY', 'REJECT']);
    expect(decisionsOf({ actions: [] })).toEqual([]);
    expect(needsReason('VERIFY')).toBe(false);
    expect(needsReason('REJECT')).toBe(true);
    expect(needsReason('SUSPEND')).toBe(true);
  });

  it('says where an enterprise is, largest first', () => {
    const region = { id: 'r', name: '安溪县', parent: { id: 'p', name: '泉州市' } };
    expect(placeOf({ region })).toBe('泉州市 · 安溪县');
    expect(placeOf({ region: { ...region, parent: null } })).toBe('安溪县');
  });

  it('asks for what stands in the address, and leaves out what makes no sense', () => {
    const address = new URLSearchParams({ search: '藤', region: 'GB2260:350524', state: 'VERIFIED' });
    expect(filterOf(address)).toEqual({ search: '藤', regionId: 'GB2260:350524', verification: 'VERIFIED' });
    expect(filterOf(new URLSearchParams({ state: 'NONSENSE', search: '' }))).toEqual({});
  });
});
