import { describe, expect, it } from 'vitest';
import type { RouteObject } from 'react-router';
import { placeOfMessage } from './message-link.rules';

const routes: RouteObject[] = [
  {
    children: [
      { path: 'my', children: [{ index: true }, { path: 'placements' }] },
      { path: 'host', children: [{ path: 'needs/:id' }] },
      { path: '*' },
    ],
  },
];

describe('the place a message is about', () => {
  it.each(['/my', '/my/placements', '/my/placements?tab=all', '/host/needs/0198'])('links to the screen %s', (link) => {
    expect(placeOfMessage(link, routes)).toBe(link);
  });

  it.each([
    null,
    '',
    'my',
    '/no/such/screen',
    '//evil.example/my',
    '/\\evil.example/my',
    'https://evil.example/my',
    'javascript:alert(1)',
  ])('does not link to %s', (link) => {
    expect(placeOfMessage(link, routes)).toBeUndefined();
  });
});
