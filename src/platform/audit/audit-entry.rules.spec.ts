import { describe, expect, it } from 'vitest';
import { cursorOf } from '../graphql/connection.js';
import { auditPlaceOf } from './audit-entry.rules.js';

describe('a cursor of the trail', () => {
  it('says when, in which chain and where in it', () => {
    expect(auditPlaceOf(cursorOf('1795485600123456:enterprise:0192f0c1-0000-7000-8000-000000000001:12'))).toEqual({
      atMicros: '1795485600123456',
      chain: 'enterprise:0192f0c1-0000-7000-8000-000000000001',
      position: '12',
    });
  });

  it.each(['', 'operator', '12:operator', 'x:operator:1', '1:operator:1; DROP'])('%p is none', (text) => {
    expect(() => auditPlaceOf(cursorOf(text))).toThrow();
  });
});
