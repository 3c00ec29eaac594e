import type { Message } from '../i18n/message.js';

/** What a refusal shows of the legal rule that it rests on. */
export interface RuleText {
  readonly title: Message;
  /** The clause, e.g. `《工伤保险条例》第十七条`. */
  readonly clause: Message;
}

const book = new Map<string, RuleText>();

/** Makes rules known by their ids. Called once by the module that owns them. */
export function mapRules(rules: Readonly<Record<string, RuleText>>): void {
  for (const [id, text] of Object.entries(rules)) book.set(id, text);
}

/** The text of a rule, if its owner made it known. */
export function ruleText(id: string): RuleText | undefined {
  return book.get(id);
}
