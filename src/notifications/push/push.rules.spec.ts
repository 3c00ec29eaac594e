import { describe, expect, it } from 'vitest';
import { notPublic, PushFault, refuseEndpoint, verdictOf } from './push.rules.js';

const fault = (statusCode?: number): PushFault => PushFault.of({ statusCode });

describe('the address of a push service', () => {
  it('is a name over TLS', () => {
    expect(refuseEndpoint('https://push.example.com/send/abc', 'input.endpoint')).toBeUndefined();
  });

  it.each([
    ...['http://push.example.com/a', 'https://push.example.com:8443/a', 'https://a:b@push.example.com/', 'push', ''],
    ...['https://localhost/a', 'https://127.0.0.1/a', 'https://[::1]/a', 'https://2130706433/a', 'file:///etc/passwd'],
  ])('is not %s', (endpoint) =>
    expect(refuseEndpoint(endpoint, 'input.endpoint')).toMatchObject({ field: 'input.endpoint' }),
  );
});

describe('a push message that was not taken', () => {
  it.each([
    [410, true, true],
    [404, true, true],
    [413, true, false],
    [403, false, false],
    [429, false, false],
    [500, false, false],
    [undefined, false, false],
  ])('with %s: in vain %s, gone %s', (status, isPermanent, isGone) => {
    expect([fault(status).isPermanent, fault(status).isGone]).toEqual([isPermanent, isGone]);
  });

  it('because the address was not public is never tried again', () => {
    expect(PushFault.of({ code: notPublic })).toMatchObject({ isPermanent: true, isGone: true });
  });

  it('is kept without the address', () => {
    expect(PushFault.of({ statusCode: 500, endpoint: 'https://push.example/secret' }).message).not.toContain('secret');
  });
});

describe('all devices together', () => {
  const sent = { id: 'sent', fault: undefined };
  const gone = { id: 'gone', fault: fault(410) };
  const busy = { id: 'busy', fault: fault(503) };
  const never = { id: 'never', fault: fault(413) };

  it('were told where one was', () => {
    expect(verdictOf([sent, gone, busy])).toEqual({ gone: ['gone'], isSent: true, fault: undefined });
  });

  it('are tried again while one may take it', () => {
    expect(verdictOf([never, busy]).fault).toBe(busy.fault);
    expect(verdictOf([never, gone]).fault).toBe(never.fault);
  });

  it('that are gone are no fault', () => {
    expect(verdictOf([gone])).toEqual({ gone: ['gone'], isSent: false, fault: undefined });
  });
});
