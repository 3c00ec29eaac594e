import type { Language } from '../../i18n/i18n';
import { csvOf } from '../../ui/sheet/sheet.rules';

const headers: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '品种',
    '数量',
    '单位',
    '等级',
    '方式',
    '单价',
    '借期天数',
    '可供截止日期',
    '最小起订量',
    '存放地点',
    '说明',
  ],
  en: [
    ...['kind', 'quantity', 'unit', 'grade', 'terms', 'price', 'loan_days', 'available_until', 'minimum_take'],
    ...['site', 'description'],
  ],
};

/** A file to fill in: one row for one lot, the first for sale, the second on loan. */
export function exampleSheet(language: Language, until: string): string {
  const [sale, loan, site] = language === 'en' ? ['sale', 'loan', 'Warehouse 2'] : ['出售', '出借', '二号仓'];
  const rows = [
    ['RATTAN-CORE-8', '800', 'kg', 'A', sale, '14.50', '', until, '50', site, ''],
    ['IRON-WIRE-2', '1.2', 't', 'B', loan, '', '60', until, '', site, ''],
  ];
  // Excel takes a CSV for UTF-8 only when it begins with this mark.
  return `\uFEFF${csvOf(headers[language], rows)}`;
}
