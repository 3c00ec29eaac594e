import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { refuseTransition } from '../../platform/errors/index.js';
import { actionsOn, maySeeEnterprise } from './enterprise.policy.js';
import { refuseWithoutReason, stateAfter, usccOf } from './enterprise.rules.js';
import { verificationTransitions } from './enterprise.states.js';

const valid = ['91350100M000100Y43', '91110000600037341L'];

describe('a unified social credit code', () => {
  it.each(valid)('%s holds', (code) => {
    expect(usccOf(code)).toBe(code);
  });

  it('holds when its check character is 0', () => {
    expect(usccOf('91350524MA00000290')).toBe('91350524MA00000290');
  });

  it('is taken in lower case, full width and with spaces', () => {
    expect(usccOf('91350100m000100y43')).toBe('91350100M000100Y43');
    expect(usccOf('９１３５０１００Ｍ０００１００Ｙ４３')).toBe('91350100M000100Y43');
    expect(usccOf(' 9135 0100 M000100Y-43 ')).toBe('91350100M000100Y43');
  });

  it('does not hold when any one character is another', () => {
    const other = fc.constantFrom(...('0123456789ABCDEFGHJKLMNPQRTUWXY'.match(/./g) ?? []));
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(17), other, (code, at, character) => {
        fc.pre(code.charAt(at) !== character);
        expect(usccOf(code.slice(0, at) + character + code.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each(['', '91350100M000100Y4', '91350100M000100Y433', '9135O100M000100Y43', '350524198001011236'])(
    '%p is none',
    (text) => {
      expect(usccOf(text)).toBeUndefined();
    },
  );
});

describe('a bureau’s decision', () => {
  it('moves only along the table', () => {
    expect(refuseTransition(verificationTransitions, 'submitted', stateAfter('verify'))).toBeUndefined();
    expect(refuseTransition(verificationTransitions, 'suspended', stateAfter('verify'))).toBeUndefined();
    expect(refuseTransition(verificationTransitions, 'submitted', stateAfter('suspend'))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      allowed: ['verified', 'rejected'],
    });
    expect(refuseTransition(verificationTransitions, 'rejected', stateAfter('verify'))).toBeDefined();
  });

  it('says why, unless it verifies', () => {
    expect(refuseWithoutReason('verify', '')).toBeUndefined();
    expect(refuseWithoutReason('reject', '')).toMatchObject({ field: 'input.note' });
    expect(refuseWithoutReason('suspend', 'wages unpaid')).toBeUndefined();
  });
});

describe('an enterprise that nobody has verified yet', () => {
  const enterprise = { id: 'a', verification: 'submitted' } as const;
  const account = { accountId: 'x', sessionId: 's', language: 'en' } as const;

  it('is seen by its own people, operators and the bureau it lies under', () => {
    expect(
      maySeeEnterprise({ kind: 'enterprise', enterpriseId: 'a', role: 'member', ...account }, enterprise, false),
    ).toBe(true);
    expect(maySeeEnterprise({ kind: 'operator', ...account }, enterprise, false)).toBe(true);
    expect(maySeeEnterprise({ kind: 'bureau', bureauId: 'b', regionId: 'r', ...account }, enterprise, true)).toBe(true);
  });

  it('is not seen by other enterprises, workers and bureaus elsewhere', () => {
    expect(
      maySeeEnterprise({ kind: 'enterprise', enterpriseId: 'b', role: 'owner', ...account }, enterprise, false),
    ).toBe(false);
    expect(maySeeEnterprise({ kind: 'worker', workerId: 'w', ...account }, enterprise, false)).toBe(false);
    expect(maySeeEnterprise({ kind: 'bureau', bureauId: 'b', regionId: 'r', ...account }, enterprise, false)).toBe(
      false,
    );
  });
});

describe('what may be done to a registration', () => {
  const account = { accountId: 'x', sessionId: 's', language: 'en' } as const;
  const officer = { kind: 'bureau', bureauId: 'b', regionId: 'r', ...account } as const;
  const owner = { kind: 'enterprise', enterpriseId: 'a', role: 'owner', ...account } as const;

  it.each([
    ['submitted', ['verify', 'reject']],
    ['verified', ['suspend']],
    ['suspended', ['verify']],
    ['rejected', []],
  ] as const)('by its bureau while %s', (verification, actions) => {
    expect(actionsOn(officer, { id: 'a', verification }, true)).toEqual(actions);
    expect(actionsOn(officer, { id: 'a', verification }, false)).toEqual([]);
  });

  it('by its owner alone, once it was rejected', () => {
    expect(actionsOn(owner, { id: 'a', verification: 'rejected' }, false)).toEqual(['resubmit']);
    expect(actionsOn(owner, { id: 'a', verification: 'submitted' }, false)).toEqual([]);
    expect(actionsOn(owner, { id: 'b', verification: 'rejected' }, false)).toEqual([]);
    expect(actionsOn({ ...owner, role: 'member' }, { id: 'a', verification: 'rejected' }, false)).toEqual([]);
    expect(actionsOn({ kind: 'operator', ...account }, { id: 'a', verification: 'submitted' }, false)).toEqual([]);
  });
});
