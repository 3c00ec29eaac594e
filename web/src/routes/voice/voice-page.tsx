import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { WordsDialog } from '../../ui/act/words-form';
import { Card, Tag } from '../../ui/card';
import { Page, Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import styles from '../desk/desk.module.css';
import { MyReviews } from '../placement/my-reviews';
import { DataCard } from './data-card';
import {
  AppealPenaltyDocument,
  MyBlocksDocument,
  MyComplaintsDocument,
  MyPenaltiesDocument,
  UnblockDocument,
} from './voice.graphql.ts';

/** What the worker said, what was said against them, and the way to object; and their data. */
export function VoicePage(): ReactNode {
  const { t } = useTranslation('voice');
  return (
    <Page title={t('title')} width="text">
      <Complaints />
      <Penalties />
      <MyReviews placements="/my/placements" />
      <Blocks />
      <DataCard />
    </Page>
  );
}

function Complaints(): ReactNode {
  const { t } = useTranslation(['voice', 'placement', 'desk']);
  return (
    <Card title={t('complaints')}>
      <Pages
        query={MyComplaintsDocument}
        variables={{}}
        of={['Complaint']}
        pick={(data) => data.complaints}
        empty={t('noComplaints')}
      >
        {(complaints) => (
          <ul className={styles.list}>
            {complaints.map(({ id, kind, text, state, answer, against }) => (
              <li key={id}>
                <Row>
                  <h3>{t(`placement:complaintKind.${kind}`)}</h3>
                  <Tag tone={answer ? 'good' : 'call'}>{t(`desk:complaintState.${state}`)}</Tag>
                </Row>
                <p className="soft">{against?.name}</p>
                <p>{text}</p>
                {answer && <p>{t('answer', { answer })}</p>}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

function Penalties(): ReactNode {
  const { t } = useTranslation(['voice', 'placement', 'desk']);
  const { period, dateTime } = useFormats();
  return (
    <Card title={t('penalties')}>
      <Pages
        query={MyPenaltiesDocument}
        variables={{}}
        of={['Penalty']}
        pick={(data) => data.penalties}
        empty={t('noPenalties')}
      >
        {(penalties) => (
          <ul className={styles.list}>
            {penalties.map(({ id: penaltyId, kind, state, startsOn, endsOn, appealBy, appeal, decision, actions }) => (
              <li key={penaltyId}>
                <Row>
                  <h3>{t(`desk:penalty.${kind}`)}</h3>
                  <Tag>{t(`desk:penaltyState.${state}`)}</Tag>
                </Row>
                <p className="soft">{period(startsOn, endsOn)}</p>
                {appeal && <p>{t('desk:appeal', { appeal })}</p>}
                {decision && <p>{t('answer', { answer: decision })}</p>}
                {actions.includes('APPEAL') && (
                  <Row>
                    <span>{t('appealBy', { when: dateTime(appealBy) })}</span>
                    <WordsDialog
                      label={t('appeal')}
                      field={t('placement:return.why')}
                      path="appeal"
                      maxLength={2000}
                      document={AppealPenaltyDocument}
                      variables={(words) => ({ input: { penaltyId, appeal: words } })}
                      done={t('appealed')}
                    />
                  </Row>
                )}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}

function Blocks(): ReactNode {
  const { t } = useTranslation('voice');
  return (
    <Card title={t('blocks')}>
      <Pages
        query={MyBlocksDocument}
        variables={{}}
        of={['Block']}
        pick={(data) => data.myBlocks}
        empty={t('noBlocks')}
      >
        {(blocks) => (
          <ul>
            {blocks.map(({ id, enterprise }) => (
              <li key={id}>
                <Row>
                  <span>{enterprise?.name}</span>
                  <ActButton
                    label={t('unblock')}
                    document={UnblockDocument}
                    variables={{ input: { blockId: id } }}
                    done={t('unblocked')}
                  />
                </Row>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}
