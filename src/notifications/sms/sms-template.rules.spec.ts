import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NotificationKind, notificationTexts } from '../inbox/notification.messages.js';
import { digestTemplate, smsTemplates, templateOf } from './sms-template.rules.js';

const all = Object.entries(smsTemplates) as [NotificationKind, (typeof smsTemplates)[NotificationKind]][];

describe('a template', () => {
  it.each(all)('of %s is filled with what its notification says', (kind, template) => {
    const said = [...notificationTexts[kind]['zh-CN'].matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(said).toEqual(expect.arrayContaining([...(template?.params ?? [])]));
  });

  it('has the same blanks for every kind that uses it', () => {
    for (const [, template] of all) {
      const same = all.filter(([, other]) => other?.name === template?.name).map(([, other]) => other?.params);
      expect(new Set(same.map((params) => params?.join())).size).toBe(1);
    }
  });

  it('has a name that a setting can hold, and not the digest’s', () => {
    for (const [, template] of all) expect(template?.name).toMatch(/^[a-z_]+$/);
    expect(all.map(([, template]) => template?.name)).not.toContain(digestTemplate.name);
  });

  it('is told to whoever runs the product, with its blanks', () => {
    const [, section = ''] = readFileSync('docs/operations.md', 'utf8').split('## Messages outside the app');
    const [page = ''] = section.split('\n## ');
    const written = [...page.matchAll(/^\| `(\w+)`\s*\| ([^|]*)\|/gm)].map(([, name = '', blanks = '']) => [
      name,
      [...blanks.matchAll(/`(\w+)`/g)].map(([, blank]) => blank).join(),
    ]);
    const known = [...all.map(([, template]) => template), digestTemplate];
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(known.map((template) => [template?.name, template?.params.join()])),
    );
  });

  it('is missing where an SMS would be noise', () => expect(templateOf('proposalsAdded')).toBeUndefined());
});
