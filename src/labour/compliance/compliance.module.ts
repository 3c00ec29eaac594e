import { Module, type OnModuleInit } from '@nestjs/common';
import { mapRules } from '../../platform/errors/index.js';
import { ComplianceResolver } from './compliance.resolver.js';
import { ruleBook } from './rule-book.js';

/** The rule book: refusals name its rules from the start on. */
@Module({ providers: [ComplianceResolver] })
export class ComplianceModule implements OnModuleInit {
  onModuleInit(): void {
    mapRules(Object.fromEntries(ruleBook.map((rule) => [rule.id, rule])));
  }
}
