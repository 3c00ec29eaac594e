import { defineMessages } from '../../platform/i18n/message.js';

/** Reports of bureaus. */
export const bulletinTexts = defineMessages({
  bulletinMade: {
    'zh-CN': '报告“{title}”（{from} 至 {until}）已生成，可下载 PDF 与 XLSX。',
    en: 'The report “{title}” ({from} to {until}) is made: a PDF and an XLSX.',
  },
});

export const bulletinSubjects = defineMessages({
  bulletinMade: { 'zh-CN': '报告已生成', en: 'A report is made' },
});

/** The mail that brings an edition to an address, which may be that of nobody with an account. */
export const bulletinMailWords = defineMessages({
  subject: { 'zh-CN': '{title}（{from} 至 {until}）', en: '{title} ({from} to {until})' },
  body: {
    'zh-CN':
      '{title}\n{from} 至 {until}，第 {version} 版\n\n{summary}\n\n附件为 PDF（报告）与 XLSX（含公式、图表与每个数字的来源）。',
    en: '{title}\n{from} to {until}, edition {version}\n\n{summary}\n\nAttached: the PDF (the report) and the XLSX (with formulas, charts and where each figure comes from).',
  },
});
