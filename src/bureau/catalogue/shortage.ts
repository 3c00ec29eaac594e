import type { Indicator } from './indicator.js';

/**
 * What is forecast. It is no indicator of a day, since a seat is open for a week; so it has no formula over sums by day, and stands
 * beside the indicators.
 */
export const shortage: Omit<Indicator, 'formula'> = {
  code: 'SHORTAGE',
  name: { 'zh-CN': '缺工人数', en: 'Shortage' },
  definition: {
    'zh-CN':
      '一周（周一至周日）内，每个用工需求的人数减去在该周在岗或约定在岗的人数（不低于零），再求和。计入已发布且用工期与该周有重叠的需求，不含草稿和已撤销的；关闭的需求自关闭后的下一周起不再计入。取消或未到岗的录用不计，提前结束的计至最后一天。',
    en: 'Of a week from Monday to Sunday: the heads of each need less the placements that fill it in that week (not below none), summed. Needs count that are published and whose period touches the week, without drafts and withdrawn ones; a need that was closed does not count from the week after. Placements count in weeks that they touch, to their last day; those cancelled and those who did not come do not.',
  },
  unit: 'heads',
  better: 'less',
  dimensions: ['occupation'],
  sources: [
    'labour_need',
    'placement',
    'offer',
    'audit_log',
    'production_order',
    'order_requirement',
    'order_allocation',
  ],
};
