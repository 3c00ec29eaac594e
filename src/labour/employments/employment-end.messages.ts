import { defineMessages } from '../../platform/i18n/message.js';

export const employmentEndMessages = defineMessages({
  badDate: {
    'zh-CN': '结束日期须在过去一年内，且不晚于今天（{today}）。',
    en: 'The day lies within the last year and not after today ({today}).',
  },
  massReduction: {
    'zh-CN':
      '近 30 天贵单位在本平台解除了 {dismissed} 人的劳动合同。裁减二十人以上，或占职工总数百分之十以上的，须提前三十日向工会或全体职工说明情况，并向人社部门报告。把暂时富余的员工共享给缺工企业，可以不裁员。',
    en: 'In the last 30 days you dismissed {dismissed} workers here. Cutting 20 people, or 10% of the staff, takes 30 days’ notice to the union or all staff and a report to the bureau. Lending those whom you have no work for just now avoids it.',
  },
});
