import type { Message } from '../../platform/i18n/message.js';
import type { Rule, RuleBasis, RuleEffect, RuleId } from './rule.js';

const text = (zh: string, en: string): Message => ({ 'zh-CN': zh, en });

/** A rule of the Chinese profile. */
export const rule = (id: RuleId, basis: RuleBasis, effect: RuleEffect, title: Message, clause: Message): Rule => ({
  ...{ id, title, clause, basis, effect },
  jurisdiction: 'CN',
});

/** Both languages of a title or a note, Chinese first. */
export const both = text;

/** What a rule rests on, more than one source. */
export function clauses(...parts: readonly Message[]): Message {
  return text(parts.map((part) => part['zh-CN']).join('；'), parts.map(({ en }) => en).join('; '));
}

const articlesOf =
  (zh: string, en: string) =>
  (...articles: readonly number[]): Message =>
    text(
      `《${zh}》${articles.map((article) => `第${numeral(article)}条`).join('、')}`,
      `${en}, ${articles.length > 1 ? 'arts.' : 'art.'} ${articles.join(', ')}`,
    );

/** Articles of the statutes that rules rest on. */
export const statute = {
  labourContract: articlesOf('劳动合同法', 'Labour Contract Law'),
  labour: articlesOf('劳动法', 'Labour Law'),
  injury: articlesOf('工伤保险条例', 'Regulation on Work-Related Injury Insurance'),
  market: articlesOf('人力资源市场暂行条例', 'Interim Regulations on the Human Resources Market'),
  wages: articlesOf('保障农民工工资支付条例', 'Regulation on Ensuring Wage Payment to Migrant Workers'),
  signature: articlesOf('电子签名法', 'Electronic Signature Law'),
  personalData: articlesOf('个人信息保护法', 'Personal Information Protection Law'),
};

/** The ministry's circular on shared labour, known to us through its published summaries only. */
export const circular98 = text(
  '人社厅发〔2020〕98号（依据公开解读，未见全文）',
  'Circular 人社厅发〔2020〕98号 (from published summaries; the full text was not read)',
);

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 17 → 十七; laws are cited below one hundred here. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return ten + (digits[ones] ?? '');
}
