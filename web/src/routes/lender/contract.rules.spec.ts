import { describe, expect, it } from 'vitest';
import { blankContract, contractDraft, contractInput } from './contract.rules';

describe('a labour contract as its form holds it', () => {
  const stated = { id: 'e', contractNumber: 'LC-7', startsOn: '2024-01-01', isDispatched: false };

  it('comes back as it was stated, with and without a last day', () => {
    for (const endsOn of ['2027-12-31', null]) {
      const sent = contractInput(contractDraft({ ...stated, endsOn }), 'w', 'k');
      expect(sent).toMatchObject({ contractNumber: 'LC-7', startsOn: '2024-01-01', endsOn });
    }
  });

  it('is open-ended when that is ticked, whatever day was typed before', () => {
    const draft = { ...blankContract, startsOn: '2024-01-01', endsOn: '2026-01-01', isOpenEnded: true };
    expect(contractInput(draft, 'w', 'k').endsOn).toBeNull();
    expect(contractDraft(null)).toBe(blankContract);
  });
});
