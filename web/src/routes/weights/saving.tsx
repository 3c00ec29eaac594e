import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WordsDialog } from '../../ui/act/words-form';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import type { WeightsOutcomeFragment } from '../what-if/what-if.graphql.ts';
import { SetWeightsDocument, type WeightsFragment } from './weights.graphql.ts';
import { standingOf, triedWeights, type Weights } from './weights.rules';

interface SavingProps {
  readonly marketId: string;
  readonly outcome: WeightsOutcomeFragment;
  readonly current: WeightsFragment;
  /** What the fields show. */
  readonly shown: Weights;
  readonly onFill: (weights: Weights) => void;
}

/** Makes a version of just the weights that were tried, or says why that is not possible. */
export function Saving({ marketId, outcome, current, shown, onFill }: SavingProps): ReactNode {
  const { t } = useTranslation('weights');
  const tried = triedWeights(outcome);
  switch (standingOf(outcome, current, shown)) {
    case 'held':
      return <Notice tone="good">{t('save.held', { version: current.version })}</Notice>;
    case 'outdated':
      return (
        <Notice tone="call">
          <p>{t('save.outdated', { based: outcome.basedOnVersion, version: current.version })}</p>
          <Button onClick={() => onFill(tried)}>{t('save.take')}</Button>
        </Notice>
      );
    case 'changed':
      return (
        <Notice tone="call">
          <p>{t('save.changed')}</p>
          <Button onClick={() => onFill(tried)}>{t('save.take')}</Button>
        </Notice>
      );
    case 'ready':
      return (
        <Row>
          <WordsDialog
            label={t('save.label')}
            kind="main"
            explain={t('save.explain')}
            field={t('save.note')}
            hint={t('save.noteHint')}
            path="note"
            maxLength={500}
            document={SetWeightsDocument}
            variables={(note) => ({
              input: {
                ...{ idempotencyKey: crypto.randomUUID(), marketId, weights: tried, note },
                basedOnVersion: outcome.basedOnVersion,
              },
            })}
            done={t('save.done')}
          />
        </Row>
      );
  }
}
