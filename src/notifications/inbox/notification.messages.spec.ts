import { describe, expect, it } from 'vitest';
import {
  type NotificationKind,
  notificationSubject,
  notificationText,
  notificationTexts,
} from './notification.messages.js';

const params = {
  host: '竹韵',
  lender: '铁艺',
  workZh: '藤编工',
  workEn: 'Rattan weaver',
  ...{ materialZh: '藤条', materialEn: 'Rattan cane', processZh: '焊接', processEn: 'Welding' },
  ...{ owner: '铁艺', receiver: '竹韵', customer: '竹韵', organiser: '竹韵', workshop: '焊接车间' },
  ...{ enterprise: '竹韵', reference: 'PO-7', product: '藤椅', due: '2026-12-20', daysLeft: 5 },
  ...{ lacksZh: '藤编工', lacksEn: 'Rattan weaver' },
  ...{ rule: '用工满足率偏低', bureau: '安溪县人社局', indicatorZh: '用工满足率', indicatorEn: 'Fill rate' },
  title: '用工监测周报',
  ...{ stop: '官桥车站', at: '07:20' },
  ...{ placeZh: '安溪县', placeEn: 'Anxi County' },
  startsOn: '2026-12-01',
  endsOn: '2026-12-20',
  added: 3,
  ...{ search: '近处', found: 2 },
  note: '资料不全',
  number: 'GJ-2026-000001',
  against: '竹韵',
  listZh: '失信名单',
  listEn: 'the list of dishonest enterprises',
  reason: '拖欠工资',
  day: '2026-12-02',
  ...{ on: '2026-12-10', from: '2026-12-01', until: '2026-12-31', pausedFrom: '2026-12-03', pausedUntil: '2026-12-05' },
  ...{ occurredOn: '2026-12-02', fileBy: '2027-01-01', workerUntil: '2027-12-02', dueOn: '2027-01-31' },
  ...{ appealBy: '2026-12-04 09:00', expiresAt: '2026-12-04 09:00' },
};

describe('every notification', () => {
  it.each(Object.keys(notificationTexts) as NotificationKind[])('%s reads whole in both languages', (kind) => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(notificationText(kind, params, language) + notificationSubject(kind, language)).not.toMatch(/[{}]/);
  });

  it('has a subject of its own in each language', () => {
    const kinds = Object.keys(notificationTexts) as NotificationKind[];
    for (const language of ['zh-CN', 'en'] as const)
      expect(new Set(kinds.map((kind) => notificationSubject(kind, language))).size).toBe(kinds.length);
  });

  it('stays one line in one direction, whatever an enterprise is called', () => {
    const host = '竹韵\r\n\r\nhttps://evil.example\u2028\u202Eyk\u0000';
    expect(notificationText('placementStarted', { ...params, host }, 'zh-CN')).toBe(
      '派驻已开始：竹韵 https://evil.example yk ，藤编工。',
    );
  });

  it('uses the reader’s word for the work', () => {
    expect(notificationText('placementStarted', params, 'zh-CN')).toBe('派驻已开始：竹韵，藤编工。');
    expect(notificationText('placementStarted', params, 'en')).toBe('A placement has begun: Rattan weaver at 竹韵.');
  });
});
