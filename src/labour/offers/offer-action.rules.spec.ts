import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../platform/auth/viewer.js';
import { type ActionableOffer, lenderLacks, offerActions } from './offer-action.rules.js';
import type { OfferFacts } from './offer.rules.js';

const now = new Date('2026-11-23T08:00:00Z');
const offer = (changes: Partial<ActionableOffer> = {}): ActionableOffer => ({
  ...{ kind: 'loan', state: 'sent', expiresAt: new Date(now.getTime() + 1) },
  ...{ workerId: 'worker', hostId: 'host', lenderId: 'lender' },
  ...{ startsOn: '2026-12-01', endsOn: '2026-12-31', wageFen: 2400 },
  ...changes,
});
const facts = (changes: Partial<OfferFacts> = {}): OfferFacts => ({
  ...{ need: { headcount: 1, seatsTaken: 0, state: 'open' }, consent: { id: 'consent' } },
  contract: { startsOn: '2026-01-01', endsOn: null, isDispatched: false },
  agreement: { id: 'agreement', wageFen: 2400 },
  isBarredWork: false,
  ...changes,
});
const worker: Viewer = {
  ...{ kind: 'worker', accountId: 'a', sessionId: 's', workerId: 'worker', language: 'en' },
};
const enterprise = (enterpriseId: string, scopes?: readonly 'labour:read'[]): Viewer => ({
  ...{ kind: 'enterprise', accountId: 'a', enterpriseId, role: 'owner', language: 'en', ...(scopes && { scopes }) },
});

describe('what can be done with an offer', () => {
  it('its worker may answer, its host may take it back, its lender may only say no before the worker has said yes', () => {
    expect(offerActions(offer(), worker, facts(), now)).toEqual(['accept', 'decline']);
    expect(offerActions(offer(), enterprise('host'), facts(), now)).toEqual(['withdraw']);
    expect(offerActions(offer(), enterprise('lender'), facts(), now)).toEqual(['decline']);
    expect(offerActions(offer({ state: 'accepted' }), enterprise('lender'), facts(), now)).toEqual([
      'confirm',
      'decline',
    ]);
  });

  it('nobody can accept what is late, full or without consent', () => {
    expect(offerActions(offer({ expiresAt: now }), worker, facts(), now)).toEqual(['decline']);
    const full = facts({ need: { headcount: 1, seatsTaken: 1, state: 'open' } });
    expect(offerActions(offer(), worker, full, now)).toEqual(['decline']);
    expect(offerActions(offer(), worker, facts({ consent: undefined }), now)).toEqual(['decline']);
    expect(offerActions(offer(), worker, facts({ isBarredWork: true }), now)).toEqual(['decline']);
    const direct = offer({ kind: 'direct', lenderId: null });
    expect(offerActions(direct, worker, facts({ consent: undefined }), now)).toEqual(['accept', 'decline']);
  });

  it('R8 its lender cannot confirm a loan before both enterprises have signed, nor below the agreed wage', () => {
    const accepted = offer({ state: 'accepted' });
    const lender = enterprise('lender');
    expect(offerActions(accepted, lender, facts({ agreement: undefined }), now)).toEqual(['decline']);
    const better = facts({ agreement: { id: 'agreement', wageFen: 2401 } });
    expect(offerActions(accepted, lender, better, now)).toEqual(['decline']);
    expect(offerActions(accepted, lender, facts({ contract: undefined }), now)).toEqual(['decline']);
  });

  it('strangers, anonymous callers and keys that only read may do nothing', () => {
    expect(offerActions(offer(), enterprise('stranger'), facts(), now)).toEqual([]);
    expect(offerActions(offer(), { kind: 'anonymous' }, facts(), now)).toEqual([]);
    expect(offerActions(offer(), enterprise('host', ['labour:read']), facts(), now)).toEqual([]);
  });

  it('nothing is left to do with one that is over', () => {
    for (const state of ['confirmed', 'declined', 'withdrawn', 'expired'] as const) {
      for (const viewer of [worker, enterprise('host'), enterprise('lender')])
        expect(offerActions(offer({ state }), viewer, facts(), now)).toEqual([]);
    }
  });

  it('its lender alone is told which papers are missing, until the offer is over', () => {
    const bare = facts({ consent: undefined, contract: undefined, agreement: undefined });
    const papers = (of: ActionableOffer, viewer: Viewer, known = bare): string[] =>
      lenderLacks(of, viewer, known).map(({ paper }) => paper);
    expect(papers(offer(), enterprise('lender'))).toEqual(['consent', 'contract', 'agreement']);
    expect(papers(offer({ state: 'accepted' }), enterprise('lender'), facts({ contract: undefined }))).toEqual([
      'contract',
    ]);
    expect(papers(offer(), enterprise('lender'), facts())).toEqual([]);
    expect(papers(offer({ state: 'declined' }), enterprise('lender'))).toEqual([]);
    expect(papers(offer({ kind: 'direct', lenderId: 'lender' }), enterprise('lender'))).toEqual([]);
    expect(papers(offer(), enterprise('host'))).toEqual([]);
    expect(papers(offer(), worker)).toEqual([]);
  });
});
