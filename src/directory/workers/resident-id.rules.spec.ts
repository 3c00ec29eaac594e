import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ageOn, maskIdNumber, refuseResidentId, residentIdOf } from './resident-id.rules.js';

/** GB 11643: a number with the check character that belongs to it. */
function withCheck(front: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(front.charAt(at)), 0);
  return front + '10X98765432'.charAt(sum % 11);
}

const today = '2026-11-23';
const endingInX =
  Array.from({ length: 1000 }, (_, at) => withCheck(`35052419900307${String(at).padStart(3, '0')}`)).find((id) =>
    id.endsWith('X'),
  ) ?? '';

describe('a resident ID number', () => {
  it('holds with its check character, X in either case, and folded to half width', () => {
    expect(residentIdOf('11010519491231002X')).toEqual({
      number: '11010519491231002X',
      bornOn: '1949-12-31',
      birthYear: 1949,
    });
    expect(residentIdOf('11010519491231002x')?.number).toBe('11010519491231002X');
    expect(residentIdOf('１１０１０５１９４９１２３１００２Ｘ')?.number).toBe('11010519491231002X');
    expect(residentIdOf(endingInX.toLowerCase())?.number).toBe(endingInX);
  });

  it('does not hold when any one digit is another', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.nat(9), (at, digit) => {
        const id = '110105194912310021';
        const base = withCheck(id.slice(0, 17));
        fc.pre(base.charAt(at) !== String(digit));
        expect(residentIdOf(base.slice(0, at) + String(digit) + base.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['an area that is no province', withCheck('99999919900307123')],
    ['30 February', withCheck('35052419900230123')],
    ['a year to come', withCheck('35052420990307123')],
    ['the 15 digits of before 1999', '350524900307123'],
    ['letters', '3505241990030712AB'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(refuseResidentId(text, today, 'input.idNumber')).toMatchObject({
      code: 'VALIDATION_FAILED',
      field: 'input.idNumber',
    });
  });

  it('keeps the code of a county that was abolished, and of residents from Hong Kong, Macao and Taiwan', () => {
    for (const area of ['350402', '810000', '820000', '830000']) {
      expect(refuseResidentId(withCheck(`${area}19900307123`), today, 'f')).toBeUndefined();
    }
  });

  it('is of someone from 16 to 80 on the day', () => {
    const refusalOf = (born: string) => refuseResidentId(withCheck(`350524${born}123`), today, 'f');
    expect(refusalOf('20101123')).toBeUndefined();
    expect(refusalOf('20101124')).toMatchObject({ params: { min: 16, max: 80 } });
    expect(refusalOf('19451124')).toBeUndefined();
    expect(refusalOf('19451123')).toMatchObject({ params: { min: 16, max: 80 } });
  });

  it('counts a year of age from the birthday on, 29 February included', () => {
    expect(ageOn('2008-02-29', '2024-02-28')).toBe(15);
    expect(ageOn('2008-02-29', '2024-02-29')).toBe(16);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  });

  it('is shown with all but seven characters masked', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X');
  });
});
