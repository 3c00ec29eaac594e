import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { Answer, Empty } from '../../ui/state';
import { AlertCard } from './alert-card';
import { OneAlertDocument } from './alerts.graphql.ts';
import { AlertsFrame } from './alerts-frame';

/** One alert, as a message leads to it. */
export function AlertPage(): ReactNode {
  const { id = '' } = useParams();
  return (
    <AlertsFrame>
      <OneAlert id={id} />
    </AlertsFrame>
  );
}

function OneAlert({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('alerts');
  const variables = useMemo(() => ({ id }), [id]);
  const [answer, ask] = useLiveQuery({ query: OneAlertDocument, variables });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ alert }) => (alert ? <AlertCard alert={alert} /> : <Empty>{t('gone')}</Empty>)}
    </Answer>
  );
}
