import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Card } from '../../ui/card';
import { Row } from '../../ui/layout';
import { ComplaintForm } from './complaint-form';
import { BlockHostDocument, BlockWorkerDocument, type PlacementHeadFragment } from './placement.graphql.ts';

/** When something is wrong: the bureau, and never again. */
export function VoiceCard({ placement }: { readonly placement: PlacementHeadFragment }): ReactNode {
  const { t } = useTranslation('placement');
  const { id, party, host, candidate } = placement;
  return (
    <Card title={t('wrong.title')}>
      <Row>
        <Ask label={t('complaint.go')}>{(close) => <ComplaintForm placementId={id} onDone={close} />}</Ask>
        {party === 'WORKER' && host && (
          <Ask label={t('block.host')}>
            {(close) => (
              <>
                <p>{t('block.hostText', { name: host.name })}</p>
                <ActButton
                  kind="bad"
                  label={t('block.host')}
                  document={BlockHostDocument}
                  variables={{ input: { enterpriseId: host.id } }}
                  done={t('block.done')}
                  onDone={close}
                />
              </>
            )}
          </Ask>
        )}
        {party === 'HOST' && candidate && (
          <Ask label={t('block.worker')}>
            {(close) => (
              <>
                <p>{t('block.workerText')}</p>
                <ActButton
                  kind="bad"
                  label={t('block.worker')}
                  document={BlockWorkerDocument}
                  variables={{ input: { workerId: candidate.id } }}
                  done={t('block.done')}
                  onDone={close}
                />
              </>
            )}
          </Ask>
        )}
      </Row>
    </Card>
  );
}
