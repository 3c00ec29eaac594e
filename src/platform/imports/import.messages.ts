import type { CellError, SpreadsheetErrorCode, SpreadsheetProblem } from '../spreadsheet/index.js';
import { defineMessages, type Language, type Message, render } from '../i18n/message.js';

const cell = defineMessages<CellError['code']>({
  REQUIRED: { 'zh-CN': '必填', en: 'is required' },
  NOT_A_NUMBER: { 'zh-CN': '不是数字', en: 'is not a number' },
  NOT_AN_INTEGER: { 'zh-CN': '不是整数', en: 'is not a whole number' },
  TOO_PRECISE: { 'zh-CN': '小数位过多', en: 'has too many decimals' },
  OUT_OF_RANGE: { 'zh-CN': '超出允许范围', en: 'is out of range' },
  NOT_A_DATE: { 'zh-CN': '不是日期', en: 'is not a date' },
  NOT_A_BOOLEAN: { 'zh-CN': '应为“是”或“否”', en: 'must be yes or no' },
  NOT_ONE_OF: { 'zh-CN': '不在可选值或目录中', en: 'is not a known value' },
  TOO_LONG: { 'zh-CN': '过长', en: 'is too long' },
  TOO_MANY_ITEMS: { 'zh-CN': '项数过多', en: 'has too many items' },
  BAD_FORMAT: { 'zh-CN': '格式不正确', en: 'is not in the expected form' },
  FORMULA_ERROR: { 'zh-CN': '公式出错', en: 'holds a formula error' },
  UNEXPECTED_CELL: { 'zh-CN': '表头之外的内容', en: 'lies outside the columns' },
});

const file: Message = { 'zh-CN': '无法读取该文件（{code}）。', en: 'The file cannot be read ({code}).' };
const files: Partial<Record<SpreadsheetErrorCode, Message>> = defineMessages({
  FILE_TOO_LARGE: { 'zh-CN': '文件过大（上限 5 MB）。', en: 'The file is too large (5 MB at most).' },
  TOO_MANY_ROWS: { 'zh-CN': '行数过多（上限 10,000 行）。', en: 'The file has too many rows (10,000 at most).' },
  NO_HEADER: { 'zh-CN': '没有表头。', en: 'The file has no header row.' },
  MISSING_COLUMN: { 'zh-CN': '缺少必需的列：{columns}', en: 'A required column is missing: {columns}' },
  ARCHIVE_REFUSED: {
    'zh-CN': '该工作簿含有不可接受的内容（宏、外部链接或异常压缩）。',
    en: 'The workbook holds what cannot be accepted (macros, external links or an odd archive).',
  },
});

/** A fault found by our own rules, told like a cell's fault with its own words. */
export type ImportFault = CellError & {
  readonly text?: { readonly message: Message; readonly params?: Readonly<Record<string, string | number>> };
};

export function describeFault({ code, text }: ImportFault, language: Language): string {
  return text ? render(text.message, language, text.params) : render(cell[code], language);
}

/** The columns that a file lacks, each by the headers it would be found by. */
export function missingColumns(problem: SpreadsheetProblem): string {
  if (problem.code !== 'MISSING_COLUMN') return '';
  return problem.params.missing.map(({ headers }) => headers.join(' / ')).join('; ');
}

export function fileMessage(code: SpreadsheetErrorCode): Message {
  return files[code] ?? file;
}

export const importMessages = defineMessages({
  noFile: { 'zh-CN': '请以 multipart 字段 file 上传文件。', en: 'Upload the file as the multipart field “file”.' },
  badOption: { 'zh-CN': '参数 {name} 无效。', en: 'The parameter {name} is not valid.' },
  employerNeeded: { 'zh-CN': '没有企业列时须指定企业。', en: 'Without an employer column, name the enterprise.' },
  reportSheet: { 'zh-CN': '错误', en: 'Errors' },
  reportLine: { 'zh-CN': '原行号', en: 'line' },
  reportErrors: { 'zh-CN': '错误说明', en: 'errors' },
});
