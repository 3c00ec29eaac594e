import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NotificationKind, notificationTexts } from '../inbox/notification.messages.js';
import { mustReach, topicOf, topics } from './topic.rules.js';

const kinds = Object.keys(notificationTexts) as NotificationKind[];

describe('every notification', () => {
  it.each(kinds)('%s belongs to a topic', (kind) => expect(topics).toContain(topicOf(kind)));

  it('belongs to one only', () => expect(new Set(kinds).size).toBe(kinds.length));
});

describe('the topics', () => {
  it('are the folders of the tellers', () => {
    const tellers = readFileSync(new URL('../tellers.ts', import.meta.url), 'utf8');
    const folders = [...new Set([...tellers.matchAll(/from '\.\/(\w+)\//g)].map(([, folder]) => folder))];
    expect(folders.sort()).toEqual([...topics].sort());
  });

  it('are not muted for a few kinds, each for a reason', () => {
    expect(Object.keys(mustReach).filter((kind) => !kinds.includes(kind as NotificationKind))).toEqual([]);
    expect(Object.keys(mustReach).length).toBeLessThan(kinds.length / 4);
  });
});
