import type { Language } from '../../i18n/i18n';
import { csvOf } from '../../ui/sheet/sheet.rules';

const headers: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    ...['编号', '工种', '技能等级', '人数', '工资', '计薪单位', '可用开始日期', '可用结束日期'],
    ...['通勤半径公里', '住宿可达半径公里', '原因'],
  ],
  en: [
    ...[
      'reference',
      'occupation',
      'level',
      'headcount',
      'wage_floor',
      'wage_unit',
      'available_from',
      'available_until',
    ],
    ...['radius_km', 'relocation_radius_km', 'reason'],
  ],
};

/** A file to fill in: headers that the API reads, and two rows that it would take. */
export function exampleSheet(language: Language, startsOn: string, endsOn: string): string {
  const [weaver, polisher, hour, season] =
    language === 'en' ? ['GJ:RT-WEAVE', 'GJ:RT-GRIND', 'hour', 'season'] : ['藤编工', '打磨抛光工', '小时', '淡季'];
  const rows = [
    ['A-1', weaver, '3', '5', '21.00', hour, startsOn, endsOn, '20', '', season],
    ['A-2', polisher, '2', '4', '20.00', hour, startsOn, endsOn, '15', '80', season],
  ];
  // Excel takes a CSV for UTF-8 only when it begins with this mark.
  return `\uFEFF${csvOf(headers[language], rows)}`;
}
