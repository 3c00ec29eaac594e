import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { type Agreement, type Difference, type Finding, openChanges } from './agreement.rules';
import styles from './agreements.module.css';
import { FindingLine } from './findings';
import { groupNames, groups, type Term } from './terms.rules';

interface PaperViewProps {
  readonly agreement: Agreement;
  /** Missing where nobody comments any more. */
  readonly onComment: ((term: string) => void) | undefined;
}

/** The terms in words, grouped as the paper groups them, with what the newest version changed and what is amiss. */
export function PaperView({ agreement, onComment }: PaperViewProps): ReactNode {
  const { t } = useTranslation('agreements');
  const newest = agreement.versions.at(-1);
  const changed = openChanges(agreement).length;
  return (
    <article className={styles.paper} aria-label={t('paper.title')}>
      <header className={styles.paperHead}>
        <h2>{t('paper.title')}</h2>
        <p className="soft">
          {t('paper.version', { version: agreement.version })}
          {newest && ` · ${t(newest.isHosts ? 'paper.byHost' : 'paper.byLender')}`}
        </p>
        {changed > 0 && <p className={styles.changedNote}>{t('paper.changed', { count: changed })}</p>}
      </header>
      {groupNames.map((group, index) => (
        <section key={group}>
          <h3>{t('paper.group', { number: index + 1, name: t(`group.${group}`) })}</h3>
          <dl>
            {groups[group].map((term) => (
              <TermLine key={term} term={term} agreement={agreement} onComment={onComment} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}

function TermLine({ term, agreement, onComment }: PaperViewProps & { readonly term: Term }): ReactNode {
  const { t } = useTranslation('agreements');
  const said = agreement.wording.find((one) => one.term === term);
  const difference = openChanges(agreement).find((one) => one.term === term);
  const found = agreement.findings.filter(({ subject }) => subject === term);
  const name = said?.name ?? term;
  return (
    <div id={`term-${term}`} className={styles.term} data-changed={difference !== undefined} tabIndex={-1}>
      <dt>{name}</dt>
      <dd>
        <Value term={term} agreement={agreement} text={said?.text} />
        {difference && <Before difference={difference} />}
        <Found findings={found} />
        {onComment && (
          <span className={`${styles.comment ?? ''} no-print`}>
            <Button kind="quiet" aria-label={t('comments.on', { name })} onClick={() => onComment(term)}>
              ✎
            </Button>
          </span>
        )}
      </dd>
    </div>
  );
}

function Value({
  term,
  agreement,
  text,
}: {
  readonly term: Term;
  readonly agreement: Agreement;
  readonly text: string | null | undefined;
}): ReactNode {
  const { t } = useTranslation(['agreements', 'common']);
  if (term === 'heads' && agreement.terms.heads.length > 0)
    return (
      <ul>
        {agreement.terms.heads.map(({ occupationId, occupation, level, headcount }, index) => (
          <li key={`${occupationId} ${String(index)}`}>
            {t('paper.head', {
              occupation: occupation?.name ?? occupationId,
              level: t(`common:level.${level as 1 | 2 | 3 | 4 | 5}`),
              count: headcount,
            })}
          </li>
        ))}
      </ul>
    );
  if (!text) return <span className="soft">{t(term === 'reimbursements' ? 'paper.none' : 'paper.open')}</span>;
  return <span className={styles.said}>{text}</span>;
}

/** What the version before had said. */
export function Before({ difference: { before } }: { readonly difference: Difference }): ReactNode {
  const { t } = useTranslation('agreements');
  return (
    <p className={styles.before}>
      <span>{t('paper.before')}</span> <del>{before ? before : t('paper.open')}</del>
    </p>
  );
}

export function Found({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return (
    findings.length > 0 && (
      <ul className={styles.found}>
        {findings.map((finding) => (
          <li key={`${finding.rule.id} ${finding.message}`}>
            <FindingLine finding={finding} />
          </li>
        ))}
      </ul>
    )
  );
}
