import { expect, it } from 'vitest';
import fc from 'fast-check';
import { formatTraceparent, parseTraceparent } from './traceparent.js';

const trace = '0af7651916cd43dd8448eb211c80319c';
const span = 'b7ad6b7169203331';

it('reads what the standard gives as an example, and writes it again', () => {
  const known = parseTraceparent(`00-${trace}-${span}-01`);
  expect(known).toEqual({ traceId: trace, spanId: span, traceFlags: 1, isRemote: true });
  expect(known && formatTraceparent(known)).toBe(`00-${trace}-${span}-01`);
});

it('a later version may say more, and is passed on as version 00; flags that mean nothing yet are dropped', () => {
  const known = parseTraceparent(`cc-${trace}-${span}-03-what-the-future-will-be-like`);
  expect(known && formatTraceparent(known)).toBe(`00-${trace}-${span}-01`);
});

it.each([
  ['nothing', undefined],
  ['empty', ''],
  ['version ff', `ff-${trace}-${span}-01`],
  ['version 00 with more behind', `00-${trace}-${span}-01-more`],
  ['capitals', `00-${trace.toUpperCase()}-${span}-01`],
  ['a trace of zeros', `00-${'0'.repeat(32)}-${span}-01`],
  ['a span of zeros', `00-${trace}-${'0'.repeat(16)}-01`],
  ['two headers in one', `00-${trace}-${span}-01, 00-${trace}-${span}-01`],
  ['a line more', `00-${trace}-${span}-01\n`],
])('is not told of a span by %s', (_, text) => {
  expect(parseTraceparent(text)).toBeUndefined();
});

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

it('what is written is what the database takes, and reads back as the same span', () => {
  fc.assert(
    fc.property(hex(31), hex(15), fc.constantFrom(0, 1), (traceRest, spanRest, traceFlags) => {
      const told = { traceId: `1${traceRest}`, spanId: `1${spanRest}`, traceFlags };
      const text = formatTraceparent(told);
      expect(text).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);
      expect(parseTraceparent(text)).toEqual({ ...told, isRemote: true });
    }),
  );
});
