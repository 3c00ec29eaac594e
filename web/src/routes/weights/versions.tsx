import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { type WeightsFragment, WeightsVersionsDocument } from './weights.graphql.ts';
import styles from './weights.module.css';
import { type Weights, weightsOf } from './weights.rules';
import { WhoAndWhen } from './who-and-when';

interface VersionsProps {
  readonly marketId: string;
  /** The version that holds. */
  readonly held: number;
  /** Missing for those who only look. */
  readonly onFill: ((weights: Weights) => void) | undefined;
}

/** The weights that a market has had, newest first. */
export function Versions({ marketId, held, onFill }: VersionsProps): ReactNode {
  const { t } = useTranslation('weights');
  return (
    <Card title={t('versions.title')}>
      <Pages
        query={WeightsVersionsDocument}
        variables={{ marketId }}
        of={['ScoreWeights']}
        pick={({ scoreWeightsVersions }) => scoreWeightsVersions}
        empty={t('versions.nothing')}
      >
        {(versions) => (
          <ol className={styles.versions} aria-label={t('versions.title')}>
            {versions.map((version) => (
              <Version key={version.version} of={version} isHeld={version.version === held} onFill={onFill} />
            ))}
          </ol>
        )}
      </Pages>
    </Card>
  );
}

interface VersionProps extends Pick<VersionsProps, 'onFill'> {
  readonly of: WeightsFragment;
  readonly isHeld: boolean;
}

function Version({ of, isHeld, onFill }: VersionProps): ReactNode {
  const { t } = useTranslation('weights');
  const { number } = useFormats();
  const { version, parts } = of;
  return (
    <li className={styles.version}>
      <div>
        <strong>{t('versions.version', { version })}</strong> {isHeld && <Tag tone="good">{t('versions.held')}</Tag>}
        <WhoAndWhen of={of} />
        <ul className={styles.weights}>
          {parts.map(({ name, label, weight }) => (
            <li key={name}>
              {label} <span className="number">{number(weight)}</span>
            </li>
          ))}
        </ul>
      </div>
      {onFill && !isHeld && (
        <Button aria-label={t('versions.takeNamed', { version })} onClick={() => onFill(weightsOf(parts))}>
          {t('versions.take')}
        </Button>
      )}
    </li>
  );
}
