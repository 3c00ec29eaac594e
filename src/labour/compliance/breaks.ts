import type { MessageParams, Message } from '../../platform/i18n/message.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { RuleId } from './rule.js';

/** A refusal that a legal rule demands; the answer names the rule and its clause. */
export function breaks(rule: RuleId, message: Message, params?: MessageParams, field?: string): Refusal {
  return { code: 'RULE_VIOLATED', rule, message, ...(params && { params }), ...(field && { field }) };
}
