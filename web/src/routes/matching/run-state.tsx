import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/card';
import type { RunFragment } from './matching.graphql.ts';

const tones = {
  QUEUED: 'plain',
  RUNNING: 'call',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
} as const;

export function RunState({ state }: { readonly state: RunFragment['state'] }): ReactNode {
  const { t } = useTranslation('matching');
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
}

/** Whether the plan was shown to be the best there is. */
export function Proof({ proven }: { readonly proven: boolean }): ReactNode {
  const { t } = useTranslation('matching');
  return <Tag tone={proven ? 'good' : 'call'}>{proven ? t('proof.checked') : t('proof.open')}</Tag>;
}
