import { defineMessages } from '../../platform/i18n/message.js';

export const sanctionMessages = defineMessages({
  notVerified: {
    'zh-CN': '企业尚未通过人社部门核验，可以浏览，暂不能发布用工需求或富余人员，也不能发出、确认邀约或签署协议。',
    en: 'The enterprise is not verified by the bureau yet: it may browse, but not publish needs or surplus, make or confirm offers, or sign agreements.',
  },
  barred: {
    'zh-CN': '企业被列入{list}，暂不能进行交易。原因：{reason}',
    en: 'The enterprise is on {list}, so it cannot deal. Reason: {reason}',
  },
  dishonest: { 'zh-CN': '失信名单', en: 'the list of dishonest enterprises' },
  penalised: { 'zh-CN': '行政处罚名单', en: 'the list of penalised enterprises' },
  wageArrears: { 'zh-CN': '拖欠农民工工资失信名单', en: 'the list of enterprises that owe wages' },
  endsBeforeStart: { 'zh-CN': '结束日期不能早于开始日期。', en: 'The end date must not be before the start date.' },
  rows: { 'zh-CN': '须为 1 到 {max} 行', en: 'must have 1 to {max} rows' },
  alreadyLifted: { 'zh-CN': '该条已解除。', en: 'This entry was lifted already.' },
});
