import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Answer } from '../../ui/state';
import { HostScorecardDocument } from './scorecard.graphql.ts';
import styles from './scorecard.module.css';
import { linesOf, type Scorecard } from './scorecard.rules';

/** How others rate a host; asked for when one opens it, unless the answer came along. */
export function HostScorecard({
  of,
}: {
  readonly of: { readonly hostId: string } | { readonly card: Scorecard };
}): ReactNode {
  const { t } = useTranslation();
  const [isOpened, setOpened] = useState(false);
  return (
    <details className={styles.card} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{t('scorecard.title')}</summary>
      {isOpened && ('hostId' in of ? <OfHost hostId={of.hostId} /> : <Lines card={of.card} />)}
    </details>
  );
}

function OfHost({ hostId }: { readonly hostId: string }): ReactNode {
  const [answer, ask] = useQuery({ query: HostScorecardDocument, variables: { enterpriseId: hostId } });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ hostScorecard }) => <Lines card={hostScorecard} />}
    </Answer>
  );
}

function Lines({ card }: { readonly card: Scorecard }): ReactNode {
  const { t } = useTranslation();
  const { number } = useFormats();
  const lines = linesOf(card);
  if (lines.length === 0) return <p className="soft">{t('scorecard.tooFew')}</p>;
  return (
    <dl className={styles.lines}>
      {lines.map(({ name, mean, count }) => (
        <div key={name}>
          <dt>{t(`scorecard.${name}`)}</dt>
          <dd>
            {mean === null ? (
              <span className="soft">{t('scorecard.few')}</span>
            ) : (
              <>
                <span className="number">{t('scorecard.mean', { mean: number(mean) })}</span>{' '}
                <small className="soft">{t('scorecard.count', { count })}</small>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
