import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import styles from './host.module.css';
import {
  ApplicantsDocument,
  type ApplicantsQuery,
  DeclineApplicationDocument,
  MakeOfferDocument,
} from './host.graphql.ts';

type Applications = NonNullable<ApplicantsQuery['need']>['applications'];
type Applicant = Applications['edges'][number]['node'];
const none: Applications = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** Who asked for the work by themselves. */
export function ApplicantList({ needId }: { readonly needId: string }): ReactNode {
  const { t } = useTranslation('host');
  return (
    <Pages
      query={ApplicantsDocument}
      variables={{ needId }}
      of={['Application', 'Offer']}
      pick={({ need }) => need?.applications ?? none}
      empty={t('applicants.nothing')}
    >
      {(applicants) => (
        <ul className={styles.list}>
          {applicants.map((applicant) => (
            <ApplicantRow key={applicant.id} applicant={applicant} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

function ApplicantRow({ applicant }: { readonly applicant: Applicant }): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { ago } = useFormats();
  const { id, state, note, createdAt, candidate } = applicant;
  const level = candidate?.skills[0]?.level;
  return (
    <li className={styles.candidate}>
      <div className={styles.choice}>
        <span>{t('candidates.anonymous', { code: id.slice(-4).toUpperCase() })}</span>
        <Tag tone={state === 'submitted' ? 'call' : 'plain'}>
          {t(`applicationState.${state}`, { defaultValue: state })}
        </Tag>
      </div>
      <p className="soft">
        {[t('applicants.when', { when: ago(createdAt) }), level && t(`common:level.${level as 1 | 2 | 3 | 4 | 5}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {note && <p>{note}</p>}
      {state === 'submitted' && <Answering applicationId={id} />}
    </li>
  );
}

function Answering({ applicationId }: { readonly applicationId: string }): ReactNode {
  const { t } = useTranslation('host');
  const tell = useToast();
  const offer = useAct(MakeOfferDocument);
  const decline = useAct(DeclineApplicationDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const problem = offer.problem ?? decline.problem;
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        <Button
          kind="main"
          isBusy={offer.isBusy}
          onClick={() =>
            void offer
              .act({ input: { applicationId, idempotencyKey } })
              .then((done) => done && tell({ text: t('applicants.sent') }))
          }
        >
          {t('applicants.offer')}
        </Button>
        <Button
          isBusy={decline.isBusy}
          onClick={() =>
            void decline
              .act({ input: { applicationId } })
              .then((done) => done && tell({ text: t('applicants.declined') }))
          }
        >
          {t('applicants.decline')}
        </Button>
      </Row>
    </>
  );
}
