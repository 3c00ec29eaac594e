import { describe, expect, it } from 'vitest';
import { accountFilterOf, auditFilterOf, indented } from './operator.rules';

describe('what an operator looks for', () => {
  it('stands in the address, without what makes no sense', () => {
    expect(accountFilterOf(new URLSearchParams({ search: 'lin', kind: 'WORKER' }))).toEqual({
      search: 'lin',
      kind: 'WORKER',
    });
    expect(accountFilterOf(new URLSearchParams({ search: '', kind: 'KING' }))).toEqual({});
    expect(auditFilterOf(new URLSearchParams({ operation: 'offer', actor: 'a', object: 'o' }))).toEqual({
      operation: 'offer',
      actorId: 'a',
      objectId: 'o',
    });
    expect(auditFilterOf(new URLSearchParams())).toEqual({});
  });
});

describe('details', () => {
  it('are set on lines, and left as they are where they are no JSON', () => {
    expect(indented('{"runId":"1"}')).toBe('{\n  "runId": "1"\n}');
    expect(indented('<b>no')).toBe('<b>no');
  });
});
