import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Card, Tag } from '../../ui/card';
import { Page, Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import styles from '../desk/desk.module.css';
import { EndContract } from '../lender/end-contract';
import { AcknowledgeReturnDocument, WorkersReturningDocument } from './returning.graphql.ts';

/** Who comes back when: each needs a place with the lender again. */
export function ReturningPage(): ReactNode {
  const { t } = useTranslation('returning');
  const { date } = useFormats();
  return (
    <Page title={t('title')} width="text">
      <Card>
        <Pages
          query={WorkersReturningDocument}
          variables={{}}
          of={['ReturningWorker', 'EmploymentEnd']}
          pick={(data) => data.workersReturning}
          empty={t('nothing')}
        >
          {(workers) => (
            <ul className={styles.list}>
              {workers.map(({ placementId, returnsOn, reason, acknowledgedAt, isPlacedAgain, candidate }) => (
                <li key={placementId}>
                  <Row>
                    <Link to={`/lender/placements/${placementId}`}>{candidate?.person?.name ?? t('somebody')}</Link>
                    {isPlacedAgain && <Tag tone="good">{t('again')}</Tag>}
                    {acknowledgedAt !== null && <Tag>{t('back')}</Tag>}
                  </Row>
                  <p>{t('on', { day: date(returnsOn), reason: t(`reason.${reason}`) })}</p>
                  <Row>
                    {acknowledgedAt === null && (
                      <ActButton
                        label={t('acknowledge')}
                        document={AcknowledgeReturnDocument}
                        variables={{ input: { placementId } }}
                        done={t('done')}
                      />
                    )}
                    {candidate?.person && <EndContract workerId={candidate.id} name={candidate.person.name} />}
                  </Row>
                </li>
              ))}
            </ul>
          )}
        </Pages>
      </Card>
    </Page>
  );
}
