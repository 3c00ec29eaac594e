import { badCursor, idOf, type Page, type PageArgs } from '../../platform/graphql/connection.js';
import { RefusedError } from '../../platform/errors/index.js';
import { dataRules } from './data.rules-data.js';
import { loanRules } from './loan.rules-data.js';
import { marketRules } from './market.rules-data.js';
import type { Rule, RuleId } from './rule.js';
import { workRules } from './work.rules-data.js';

/** R1 to R48, in order: what the law asks of shared labour, and what the product does about it. */
export const ruleBook: readonly Rule[] = [...loanRules, ...workRules, ...marketRules, ...dataRules];

const byId = new Map(ruleBook.map((rule) => [rule.id, rule]));

/** A rule by its id. */
export function ruleOf(id: RuleId): Rule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`no rule ${id} in the rule book`);
  return rule;
}

/** One page of the book, in its own order. */
export function pageOfRules({ first, after }: PageArgs): Page<Rule> {
  const last = after ? ruleBook.findIndex(({ id }) => id === idOf(after)) : -1;
  if (after && last < 0) throw new RefusedError(badCursor);
  const rows = ruleBook.slice(last + 1, last + 1 + first);
  return { rows, hasNextPage: last + 1 + first < ruleBook.length, hasPreviousPage: Boolean(after) };
}
