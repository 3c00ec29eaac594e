import { ruleBook } from '../labour/index.js';
import { ruleEvidence } from './rule-evidence.js';

const basis = {
  statute: 'statute',
  circular: 'circular, from its published summaries',
  inference: '**our inference**, no text says so outright',
  unverified: '**unverified**',
};
const effect = {
  enforced: 'enforced: a step that breaks it is refused',
  flagged: 'flagged: shown to those concerned and the bureau; people decide',
  duty: 'duty: only people can keep it',
};

const introduction = `# Legal rules

What the law of shared labour asks, how sure we are that it does, and where the service holds it. A refusal that rests
on a rule names it in \`extensions.rules\`; the query \`complianceRules\` lists them in the caller’s language. This page is
no legal advice: a rule marked as inference or unverified needs a lawyer’s reading before anyone relies on it.
Code and tests are found by script: code that refuses by the rule or names it, tests named after it.
`;

/** docs/compliance.md: each rule, its source, what is done about it, and the proof. */
export async function compliancePage(): Promise<string> {
  const evidence = await ruleEvidence('.');
  const rows = ruleBook.map((rule) => {
    const { code = [], tests = [] } = evidence.get(rule.id) ?? {};
    const cells = [
      ...[rule.id, `${rule.title['zh-CN']}<br>${rule.title.en}`, `${rule.clause['zh-CN']}<br>${rule.clause.en}`],
      ...[basis[rule.basis], effect[rule.effect]],
      ...[code.map((path) => `[${path.replace(/^src\//, '')}](../${path})`).join('<br>'), tests.join('<br>')],
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head = '| rule | asks | clause | basis | effect | code | tests |\n| --- | --- | --- | --- | --- | --- | --- |';
  return `${introduction}\n${head}\n${rows.join('\n')}\n`;
}
