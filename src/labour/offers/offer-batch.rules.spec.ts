import { describe, expect, it } from 'vitest';
import { notFound, platformMessages } from '../../platform/errors/index.js';
import { freeSeats, refusalAt, takingOrder, unplaced } from './offer-batch.rules.js';

describe('a batch of offers', () => {
  it('is taken up in the same order whoever asks in whichever', () => {
    const items = [{ proposalId: 'c' }, { applicationId: 'b' }, { proposalId: 'a' }, { proposalId: 'a' }];
    expect(takingOrder(items)).toEqual([1, 2, 3, 0]);
    const reversed = [...items].reverse();
    expect(takingOrder(reversed).map((index) => reversed[index])).toEqual(
      takingOrder(items).map((index) => items[index]),
    );
  });

  it('names the item at fault', () => {
    expect(refusalAt(2, notFound('input.proposalId')).field).toBe('input.items.2.proposalId');
    expect(refusalAt(0, notFound('input')).field).toBe('input.items.0');
    expect(refusalAt(0, notFound())).toEqual({ code: 'NOT_FOUND', message: platformMessages.notFound });
  });

  it('names no field of an item that the caller did not name', () => {
    expect(unplaced(notFound('input.proposalId'))).toEqual({ code: 'NOT_FOUND', message: platformMessages.notFound });
  });

  it('has the seats that nobody holds and nobody was offered', () => {
    const need = { headcount: 5, seatsTaken: 1, state: 'open' };
    expect(freeSeats(need, 2)).toBe(2);
    expect(freeSeats(need, 9)).toBe(0);
    expect(freeSeats({ ...need, state: 'closed' }, 0)).toBe(0);
  });
});
