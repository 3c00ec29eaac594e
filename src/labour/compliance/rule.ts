import type { Message } from '../../platform/i18n/message.js';

const count = 48;

/** R1 to R48 of the rule book. */
export type RuleId = `R${number}`;
export const ruleIds: readonly RuleId[] = Array.from({ length: count }, (_, index): RuleId => `R${index + 1}`);

/** What the product does about a rule. */
export type RuleEffect =
  /** A step that breaks it is refused. */
  | 'enforced'
  /** It is shown to those concerned, and to the bureau; people decide. */
  | 'flagged'
  /** Nobody but the operator can keep it; the documentation says how. */
  | 'duty';

/** How sure the source is; docs/compliance.md says so of each rule. */
export type RuleBasis = 'statute' | 'circular' | 'inference' | 'unverified';

export interface Rule {
  readonly id: RuleId;
  readonly title: Message;
  readonly clause: Message;
  readonly basis: RuleBasis;
  readonly effect: RuleEffect;
  /** The profile of law that it belongs to. */
  readonly jurisdiction: 'CN';
}
