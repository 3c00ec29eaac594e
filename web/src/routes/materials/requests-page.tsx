import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { MaterialsFrame } from './materials-frame';
import styles from './materials.module.css';
import { Proposals } from './proposals';
import { RequestCard } from './request-card';
import {
  CancelRequestDocument,
  CloseRequestDocument,
  MyRequestsDocument,
  type MyRequestsQuery,
} from './requests.graphql.ts';

export type MyRequest = MyRequestsQuery['myMaterialRequests']['edges'][number]['node'];

/** What the enterprise lacks, how far each is met, and what matching advises to take. */
export function RequestsPage(): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <MaterialsFrame
      actions={
        <ButtonLink kind="main" to="/materials/requests/new">
          {t('request.post')}
        </ButtonLink>
      }
    >
      <Pages
        query={MyRequestsDocument}
        variables={{}}
        of={['MaterialRequest', 'MaterialProposal', 'MaterialTransfer']}
        pick={({ myMaterialRequests }) => myMaterialRequests}
        empty={t('request.none')}
      >
        {(requests) => (
          <div className={styles.cards}>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} isOwn>
                <Proposals request={request} />
                <Steps request={request} />
              </RequestCard>
            ))}
          </div>
        )}
      </Pages>
    </MaterialsFrame>
  );
}

function Steps({ request: { id, actions } }: { readonly request: MyRequest }): ReactNode {
  const { t } = useTranslation('materials');
  const variables = { input: { requestId: id } };
  return (
    <Row>
      <ButtonLink to={`/materials/transfers?request=${id}`}>{t('request.transfers')}</ButtonLink>
      {actions.includes('CLOSE') && (
        <ActButton
          label={t('request.close')}
          document={CloseRequestDocument}
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
                  document={CancelRequestDocument}
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
