import type { Message, MessageParams } from '../../platform/i18n/message.js';
import type { RuleId } from './rule.js';

/** How much a finding weighs. */
export type FindingSeverity =
  /** The next step is refused while it stands. */
  | 'block'
  /** Nothing is refused; those concerned carry a risk. */
  | 'risk'
  /** Worth knowing. */
  | 'note';

/** What a check of a legal rule found, shown to those concerned. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: FindingSeverity;
  readonly message: Message;
  readonly params?: MessageParams;
  /** The input field or term that it is about. */
  readonly subject?: string;
}
