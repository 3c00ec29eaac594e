import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { Finding, FindingSeverity } from './finding.js';
import type { Rule, RuleBasis, RuleEffect } from './rule.js';
import { ruleOf } from './rule-book.js';

export const RuleBasisEnum = {
  STATUTE: 'statute',
  CIRCULAR: 'circular',
  INFERENCE: 'inference',
  UNVERIFIED: 'unverified',
} as const satisfies Record<string, RuleBasis>;
registerEnumType(RuleBasisEnum, {
  name: 'RuleBasis',
  description: 'How sure the source of a rule is.',
  valuesMap: {
    STATUTE: { description: 'The text of a law or regulation.' },
    CIRCULAR: { description: 'A ministry’s or bureau’s paper, as its published summaries give it.' },
    INFERENCE: { description: 'Our reading or choice: no text says so outright.' },
    UNVERIFIED: { description: 'Not checked against a reliable text.' },
  },
});

export const RuleEffectEnum = {
  ENFORCED: 'enforced',
  FLAGGED: 'flagged',
  DUTY: 'duty',
} as const satisfies Record<string, RuleEffect>;
registerEnumType(RuleEffectEnum, {
  name: 'RuleEffect',
  description: 'What the service does about a rule.',
  valuesMap: {
    ENFORCED: { description: 'A step that breaks it is refused.' },
    FLAGGED: { description: 'It is shown to those concerned and to the bureau; people decide.' },
    DUTY: { description: 'Only people can keep it: the operator, the bureau or the enterprises.' },
  },
});

export const FindingSeverityEnum = {
  BLOCK: 'block',
  RISK: 'risk',
  NOTE: 'note',
} as const satisfies Record<string, FindingSeverity>;
registerEnumType(FindingSeverityEnum, {
  name: 'FindingSeverity',
  description: 'How much a finding weighs.',
  valuesMap: {
    BLOCK: { description: 'The next step is refused while it stands.' },
    RISK: { description: 'Nothing is refused; those concerned carry a risk.' },
    NOTE: { description: 'Worth knowing.' },
  },
});

@ObjectType('ComplianceRule', { description: 'A legal rule of shared labour, and what the service does about it.' })
export class ComplianceRuleView {
  @Field(() => ID, { description: 'R1 to R48; refusals name it.' }) id: string;
  @Field({ description: 'What it asks.' }) title: string;
  @Field({ description: 'Where it stands.' }) clause: string;
  @Field(() => RuleBasisEnum, { description: 'How sure its source is.' }) basis: RuleBasis;
  @Field(() => RuleEffectEnum, { description: 'What the service does about it.' }) effect: RuleEffect;
}

export const ComplianceRuleConnection = ConnectionOf(ComplianceRuleView, 'ComplianceRule');

@ObjectType('ComplianceFinding', { description: 'What a check of a legal rule found.' })
export class ComplianceFindingView {
  @Field(() => ComplianceRuleView, { description: 'The rule.' }) rule: ComplianceRuleView;
  @Field(() => FindingSeverityEnum, { description: 'How much it weighs.' }) severity: FindingSeverity;
  @Field({ description: 'What was found, in words.' }) message: string;
  @Field(() => String, { nullable: true, description: 'The field or term that it is about.' }) subject: string | null;
}

export function toComplianceRuleView(
  { id, title, clause, basis, effect }: Rule,
  language: Language,
): ComplianceRuleView {
  return { id, title: render(title, language), clause: render(clause, language), basis, effect };
}

export function toComplianceFindingView(finding: Finding, language: Language): ComplianceFindingView {
  const { rule, severity, message, params, subject = null } = finding;
  return {
    rule: toComplianceRuleView(ruleOf(rule), language),
    ...{ severity, message: render(message, language, params), subject },
  };
}
