import { defineMessages } from '../../platform/i18n/message.js';

export const savedSearchMessages = defineMessages({
  tooMany: {
    'zh-CN': '最多保存 {most} 条搜索，请先删除一条。',
    en: 'You can keep {most} searches; delete one first.',
  },
});
