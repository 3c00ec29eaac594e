import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, Tag } from '../../ui/card';
import type { EditionFragment } from './reports.graphql.ts';

const tones = { QUEUED: 'plain', RUNNING: 'call', SUCCEEDED: 'good', FAILED: 'bad' } as const;

/** Where an edition stands; how far it is, while it is made. */
export function EditionState({
  edition: { state, progress },
}: {
  readonly edition: Pick<EditionFragment, 'state' | 'progress'>;
}): ReactNode {
  const { t } = useTranslation('reports');
  if (state === 'RUNNING')
    return <Bar label={t('state.RUNNING')} share={progress / 100} text={`${String(progress)}%`} />;
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
}
