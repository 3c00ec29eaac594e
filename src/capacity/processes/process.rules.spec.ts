import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { refuseEmptyBounds, refuseTwice, refuseUnknownAttributes, unkeptBound } from './process.rules.js';
import { shippedProcesses } from './shipped-processes.js';

describe('the shipped catalogue', () => {
  const machines = shippedProcesses.flatMap((process) => process.machines);

  it('has every code once, and a machine for each process', () => {
    const codes = [...shippedProcesses, ...machines].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(shippedProcesses.length).toBeGreaterThanOrEqual(25);
    expect(shippedProcesses.filter((process) => process.machines.length === 0)).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[A-Z][A-Z-]{1,29}$/);
  });

  it('names everything in both languages, and each attribute by a word once', () => {
    for (const { nameZh, nameEn } of [...shippedProcesses, ...machines, ...machines.flatMap((one) => one.attributes)])
      expect([nameZh, nameEn]).toEqual([
        expect.stringMatching(/^\P{ASCII}+$/u),
        expect.stringMatching(/^[\p{ASCII}]+$/u),
      ]);
    for (const { attributes } of machines)
      expect(
        refuseTwice(
          attributes.map(({ name }) => name),
          'x',
        ),
      ).toBeUndefined();
  });
});

describe('attributes', () => {
  it('are known to the machine type, and named once', () => {
    expect(refuseUnknownAttributes(['a'], [{ name: 'a' }, { name: 'b' }], 'x')).toBeUndefined();
    expect(refuseUnknownAttributes(['c'], [{ name: 'a' }], 'x')?.params).toEqual({ name: 'c', known: 'a' });
    expect(refuseTwice(['a', 'b', 'a'], 'x')?.params).toEqual({ name: 'a' });
  });

  it('are bounded by something that can be kept', () => {
    expect(refuseEmptyBounds([{ name: 'a', atLeast: 1, atMost: 1 }], 'x')).toBeUndefined();
    expect(refuseEmptyBounds([{ name: 'a', atLeast: 1 }, { name: 'b' }], 'x')?.field).toBe('x.1.atMost');
    expect(refuseEmptyBounds([{ name: 'a', atLeast: 2, atMost: 1 }], 'x')?.field).toBe('x.0.atMost');
  });

  it('keep bounds by their values alone; what is not stated keeps none', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(number, fc.option(number), fc.option(number), (value, atLeast, atMost) => {
        const bound = { name: 'a', atLeast, atMost };
        const isKept = (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
        expect(unkeptBound([bound], { a: value })).toBe(isKept ? undefined : bound);
        expect(unkeptBound([bound], {})).toBe(bound);
      }),
    );
  });
});
