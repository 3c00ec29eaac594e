import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import {
  againstOf,
  complaintActions,
  isParty,
  mayKnowComplainant,
  refuseAboutNothing,
  refuseAgainstOneself,
} from './complaint.rules.js';

const loan = { workerId: 'w', hostId: 'h', lenderId: 'l' };
const officer: Viewer = {
  kind: 'bureau',
  accountId: 'a',
  sessionId: 's',
  bureauId: 'b',
  regionId: 'r',
  language: 'en',
};
const host: Viewer = { kind: 'enterprise', accountId: 'a', enterpriseId: 'h', role: 'owner', language: 'en' };

describe('a complaint', () => {
  it('is about a placement or an enterprise', () => {
    expect(refuseAboutNothing({})).toMatchObject({ code: 'VALIDATION_FAILED', field: 'input.placementId' });
    expect(refuseAboutNothing({ placementId: 'p' })).toBeUndefined();
    expect(refuseAboutNothing({ againstEnterpriseId: 'e' })).toBeUndefined();
  });

  it('is a party’s', () => {
    expect([{ workerId: 'w' }, { enterpriseId: 'h' }, { enterpriseId: 'l' }].map((who) => isParty(loan, who))).toEqual([
      true,
      true,
      true,
    ]);
    expect([{ workerId: 'x' }, { enterpriseId: 'x' }].map((who) => isParty(loan, who))).toEqual([false, false]);
    expect(isParty({ ...loan, lenderId: null }, { enterpriseId: 'l' })).toBe(false);
  });

  it('is against the other side, or the enterprise of the deal that it names', () => {
    expect(againstOf(loan, { workerId: 'w' }, undefined)).toBe('h');
    expect(againstOf(loan, { workerId: 'w' }, 'l')).toBe('l');
    expect(againstOf(loan, { workerId: 'w' }, 'stranger')).toBeNull();
    expect(againstOf(loan, { enterpriseId: 'l' }, undefined)).toBe('h');
    expect(againstOf(loan, { enterpriseId: 'h' }, undefined)).toBe('l');
    expect(againstOf({ ...loan, lenderId: null }, { enterpriseId: 'h' }, undefined)).toBeNull();
    expect(refuseAgainstOneself({ enterpriseId: 'h' }, 'h')).toMatchObject({ code: 'CONFLICT' });
    expect(refuseAgainstOneself({ workerId: 'h' }, 'h')).toBeUndefined();
  });

  it('is an officer’s to take up and to answer', () => {
    expect(complaintActions({ state: 'open' }, officer)).toEqual(['take_up']);
    expect(complaintActions({ state: 'in_review' }, officer)).toEqual(['resolve', 'dismiss']);
    expect(complaintActions({ state: 'resolved' }, officer)).toEqual([]);
    expect(complaintActions({ state: 'open' }, host)).toEqual([]);
  });

  it('stays unnamed to the other side unless it is open', () => {
    const complaint = { isOpen: false, againstId: 'h', enterpriseId: null };
    expect(mayKnowComplainant(complaint, host)).toBe(false);
    expect(mayKnowComplainant({ ...complaint, isOpen: true }, host)).toBe(true);
    expect(mayKnowComplainant({ ...complaint, enterpriseId: 'h', againstId: 'l' }, host)).toBe(true);
    expect(mayKnowComplainant(complaint, officer)).toBe(true);
    expect(mayKnowComplainant({ ...complaint, isOpen: true }, { kind: 'anonymous' })).toBe(false);
  });
});
