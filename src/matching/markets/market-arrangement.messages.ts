import { defineMessages } from '../../platform/i18n/message.js';

export const arrangementMessages = defineMessages({
  unnamed: { 'zh-CN': '新市场须有中英文名称。', en: 'A new market needs a name in both languages.' },
  outside: {
    'zh-CN': '地区 {region} 不在您的辖区内。',
    en: 'Region {region} is not inside your jurisdiction.',
  },
  reachesOutside: {
    'zh-CN': '该市场包含辖区以外的地区，只能由上级或平台运营方调整。',
    en: 'This market reaches beyond your jurisdiction; whoever is responsible for all of it may arrange it.',
  },
});
