import { describe, expect, it } from 'vitest';
import { mobileOf } from './phone.rules.js';

describe('a mainland mobile number', () => {
  it.each(['13812345678', '+86 138 1234 5678', '0086-138-1234-5678', '１３８１２３４５６７８', ' 138-1234-5678 '])(
    '%p becomes E.164',
    (text) => {
      expect(mobileOf(text)).toBe('+8613812345678');
    },
  );

  it.each(['17012345678', '19912345678', '16612345678'])('%s is one', (text) => {
    expect(mobileOf(text)).toBe(`+86${text}`);
  });

  it.each([
    ['a landline', '0595-23232323'],
    ['a number of Hong Kong', '+852 9123 4567'],
    ['one of the United States', '+1 202 555 0143'],
    ['too short', '1381234567'],
    ['too long', '138123456789'],
    ['a prefix nobody has', '12012345678'],
    ['with an extension', '13812345678 ext 5'],
    ['text around it', 'call 13812345678'],
    ['nothing', ''],
  ])('%s is none: %p', (_, text) => {
    expect(mobileOf(text)).toBeUndefined();
  });
});
