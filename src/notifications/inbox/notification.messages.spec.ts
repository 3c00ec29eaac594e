import { describe, expect, it } from '@jest/globals';
import { type NotificationKind, notificationText, notificationTexts } from './notification.messages.js';

const params = {
  host: '竹韵',
  lender: '铁艺',
  workZh: '藤编工',
  workEn: 'Rattan weaver',
  startsOn: '2026-12-01',
  endsOn: '2026-12-20',
  added: 3,
  note: '资料不全',
};

describe('every notification', () => {
  it.each(Object.keys(notificationTexts) as NotificationKind[])('%s reads whole in both languages', (kind) => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(notificationText(kind, params, language)).not.toMatch(/[{}]/);
  });

  it('uses the reader’s word for the work', () => {
    expect(notificationText('placementStarted', params, 'zh-CN')).toBe('派驻已开始：竹韵，藤编工。');
    expect(notificationText('placementStarted', params, 'en')).toBe('A placement has begun: Rattan weaver at 竹韵.');
  });
});
