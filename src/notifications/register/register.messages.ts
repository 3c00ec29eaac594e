import { defineMessages } from '../../platform/i18n/message.js';

/** Whether an enterprise may deal. */
export const registerTexts = defineMessages({
  enterpriseVerified: {
    'zh-CN': '贵单位已通过核验，可以发布用工和富余人员。',
    en: 'Your enterprise is verified; you can publish needs and surplus.',
  },
  enterpriseRejected: { 'zh-CN': '贵单位未通过核验：{note}', en: 'Your enterprise was not verified: {note}' },
  enterpriseSuspended: { 'zh-CN': '贵单位已被暂停：{note}', en: 'Your enterprise was suspended: {note}' },
  sanctionImported: {
    'zh-CN': '贵单位被列入{list}，暂不能进行交易。原因：{reason}',
    en: 'Your enterprise is on {list}, so it cannot deal. Reason: {reason}',
  },
  sanctionLifted: { 'zh-CN': '贵单位已移出{list}。', en: 'Your enterprise is no longer on {list}.' },
});

export const registerSubjects = defineMessages({
  enterpriseVerified: { 'zh-CN': '贵单位已通过核验', en: 'Your enterprise is verified' },
  enterpriseRejected: { 'zh-CN': '贵单位未通过核验', en: 'Your enterprise was not verified' },
  enterpriseSuspended: { 'zh-CN': '贵单位已被暂停', en: 'Your enterprise was suspended' },
  sanctionImported: { 'zh-CN': '贵单位被列入限制名单', en: 'Your enterprise is on a list' },
  sanctionLifted: { 'zh-CN': '限制名单已移出', en: 'Your enterprise is off a list' },
});

export const listNames = defineMessages({
  dishonest: { 'zh-CN': '失信名单', en: 'the list of dishonest enterprises' },
  penalised: { 'zh-CN': '行政处罚名单', en: 'the list of penalised enterprises' },
  wage_arrears: { 'zh-CN': '拖欠农民工工资失信名单', en: 'the list of enterprises that owe wages' },
});
