import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Advices } from './advices';
import { CapacityFrame } from './capacity-frame';
import styles from './capacity.module.css';
import { RequestCard } from './request-card';
import {
  CancelStepRequestDocument,
  CloseStepRequestDocument,
  MyStepRequestsDocument,
  type MyStepRequestsQuery,
} from './requests.graphql.ts';

export type MyRequest = MyStepRequestsQuery['myCapacityRequests']['edges'][number]['node'];

/** What the enterprise needs done elsewhere, how far each step is secured, and what matching advises. */
export function RequestsPage(): ReactNode {
  const { t } = useTranslation('capacity');
  return (
    <CapacityFrame
      actions={
        <ButtonLink kind="main" to="/capacity/requests/new">
          {t('request.post')}
        </ButtonLink>
      }
    >
      <Pages
        query={MyStepRequestsDocument}
        variables={{}}
        of={['CapacityRequest', 'CapacityProposal', 'CapacityBooking']}
        pick={({ myCapacityRequests }) => myCapacityRequests}
        empty={t('request.none')}
      >
        {(requests) => (
          <div className={styles.cards}>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} isOwn>
                <Advices request={request} />
                <RequestSteps request={request} />
              </RequestCard>
            ))}
          </div>
        )}
      </Pages>
    </CapacityFrame>
  );
}

function RequestSteps({ request: { id, actions } }: { readonly request: MyRequest }): ReactNode {
  const { t } = useTranslation('capacity');
  const variables = { input: { capacityRequestId: id } };
  return (
    <Row>
      <ButtonLink to={`/capacity/bookings?request=${id}`}>{t('request.bookings')}</ButtonLink>
      {actions.includes('CLOSE') && (
        <ActButton
          label={t('request.close')}
          document={CloseStepRequestDocument}
          variables={variables}
          done={t('request.closed')}
        />
      )}
      {actions.includes('CANCEL') && (
        <Ask label={t('request.cancel')} kind="bad">
          {(close) => (
            <Stack>
              <p>{t('request.cancelExplain')}</p>
              <Row>
                <ActButton
                  label={t('request.cancelConfirm')}
                  kind="bad"
                  document={CancelStepRequestDocument}
                  variables={variables}
                  done={t('request.cancelled')}
                  onDone={close}
                />
              </Row>
            </Stack>
          )}
        </Ask>
      )}
    </Row>
  );
}
