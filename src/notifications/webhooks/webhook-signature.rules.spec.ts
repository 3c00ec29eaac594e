import { describe, expect, it } from 'vitest';
import { newWebhookSecret, signaturesOf } from './webhook-signature.rules.js';

// Made with openssl dgst -sha256 -hmac, not with this code.
const secret = 'whsec_Z29uZ2ppLXdlYmhvb2stdGVzdC12ZWN0b3Ita2V5LTE=';
const former = 'whsec_dGhlLWZvcm1lci1rZXktdGhlLWZvcm1lci1rZXktMDA=';
const message = {
  id: '018f6a1e-7c2b-7d3e-9a4f-5b6c7d8e9f01',
  timestamp: 1_764_115_200,
  body: '{"type":"labour.offer.accepted","topic":"market","timestamp":"2026-11-26T00:00:00.000Z","enterpriseId":"e","data":{"offerId":"o"}}',
};
const signature = 'v1,daroDHjK8cAzZXpfHGPi+Fqb6njbZ5Ta83/fQxGGH6U=';

describe('a signature', () => {
  it('is the one that openssl makes', () => {
    expect(signaturesOf(message, [secret])).toBe(signature);
  });

  it('is made with each secret that is valid, the newest first', () => {
    expect(signaturesOf(message, [secret, former])).toBe(
      `${signature} v1,liw3bk5+i6w3MZe0fwXKgmOYkmTnHy7wboo2IG+KnJY=`,
    );
  });

  it('covers id, time and body', () => {
    for (const other of [{ id: 'x' }, { timestamp: 1 }, { body: '{}' }])
      expect(signaturesOf({ ...message, ...other }, [secret])).not.toBe(signature);
  });

  it('a secret is 32 random bytes', () => {
    const [one, two] = [newWebhookSecret(), newWebhookSecret()];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.replace('whsec_', ''), 'base64')).toHaveLength(32);
  });
});
