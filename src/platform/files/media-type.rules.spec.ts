import { describe, expect, it } from 'vitest';
import { downloadName, mediaTypeOf } from './media-type.rules.js';

describe('what a file is', () => {
  it.each([
    ['image/png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['image/jpeg', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['application/pdf', Buffer.from('%PDF-1.7\n')],
    [undefined, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [undefined, Buffer.from(' %PDF-1.7')],
    [undefined, Buffer.from('<html>')],
    [undefined, Buffer.from('ffd8', 'hex')],
    [undefined, Buffer.alloc(0)],
  ])('is found in its bytes: %s', (mediaType, bytes) => {
    expect(mediaTypeOf(bytes)).toBe(mediaType);
  });

  it('gives it a name of ours', () => {
    expect(downloadName('licence', 'image/jpeg')).toBe('licence.jpg');
  });
});
