import type { Language } from '../../i18n/i18n';
import { csvOf } from '../../ui/sheet/sheet.rules';

const headers: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['姓名', '日期', '上班', '下班', '休息分钟'],
  en: ['worker_name', 'date', 'check_in', 'check_out', 'break_minutes'],
};

/** A file to fill in: one row for one person and day. */
export function exampleSheet(language: Language, day: string): string {
  const rows = [
    ['林小竹', day, '08:00', '17:00', '60'],
    ['陈阿华', day, '20:00', '04:30', '30'],
  ];
  // Excel takes a CSV for UTF-8 only when it begins with this mark.
  return `\uFEFF${csvOf(headers[language], rows)}`;
}
