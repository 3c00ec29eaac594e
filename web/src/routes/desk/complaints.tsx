import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { WordsDialog } from '../../ui/act/words-form';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Answer } from '../../ui/state';
import {
  AnswerComplaintDocument,
  CaseFileDocument,
  DeskComplaintsDocument,
  type DeskComplaintsQuery,
  RemovePostDocument,
  TakeUpComplaintDocument,
} from './desk.graphql.ts';
import styles from './desk.module.css';

type Complaint = DeskComplaintsQuery['complaints']['edges'][number]['node'];

/** Complaints of the jurisdiction, posts that were reported among them. */
export function Complaints(): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <Pages
      query={DeskComplaintsDocument}
      variables={{}}
      of={['Complaint']}
      pick={(data) => data.complaints}
      empty={t('nothing')}
    >
      {(complaints) => (
        <ul className={styles.list}>
          {complaints.map((complaint) => (
            <ComplaintRow key={complaint.id} complaint={complaint} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

function ComplaintRow({ complaint }: { readonly complaint: Complaint }): ReactNode {
  const { t } = useTranslation(['desk', 'placement']);
  const { dateTime } = useFormats();
  const { id, kind, text, state, answer, createdAt, complainant, against, needId } = complaint;
  return (
    <li>
      <Row>
        <h3>{t(`placement:complaintKind.${kind}`)}</h3>
        <Tag tone={state === 'OPEN' || state === 'IN_REVIEW' ? 'call' : 'plain'}>{t(`complaintState.${state}`)}</Tag>
      </Row>
      <p className="soft">
        {t('complaint.who', {
          who: complainant ?? t('complaint.somebody'),
          against: against?.name ?? '–',
          when: dateTime(createdAt),
        })}
      </p>
      <p>{text}</p>
      {answer && <p>{t('complaint.answered', { answer })}</p>}
      {needId === null && <CaseFileView complaintId={id} />}
      <Steps complaint={complaint} />
    </li>
  );
}

function Steps({ complaint: { id, actions, needId, state } }: { readonly complaint: Complaint }): ReactNode {
  const { t } = useTranslation('desk');
  const isOpen = state === 'OPEN' || state === 'IN_REVIEW';
  const words = {
    path: 'answer',
    maxLength: 4000,
    document: AnswerComplaintDocument,
    field: t('complaint.answer'),
  } as const;
  return (
    <Row>
      {actions.includes('TAKE_UP') && (
        <ActButton
          kind="main"
          label={t('complaint.takeUp')}
          document={TakeUpComplaintDocument}
          variables={{ input: { complaintId: id } }}
          done={t('done')}
        />
      )}
      {actions.includes('RESOLVE') && (
        <WordsDialog
          kind="main"
          label={t('complaint.resolve')}
          {...words}
          variables={(answer) => ({ input: { complaintId: id, decision: 'RESOLVED' as const, answer } })}
          done={t('done')}
        />
      )}
      {actions.includes('DISMISS') && (
        <WordsDialog
          label={t('complaint.dismiss')}
          {...words}
          variables={(answer) => ({ input: { complaintId: id, decision: 'DISMISSED' as const, answer } })}
          done={t('done')}
        />
      )}
      {needId !== null && isOpen && (
        <WordsDialog
          kind="bad"
          label={t('post.remove')}
          explain={t('post.text')}
          field={t('reason')}
          path="reason"
          maxLength={1000}
          document={RemovePostDocument}
          variables={(reason) => ({ input: { needId, reason } })}
          done={t('done')}
        />
      )}
    </Row>
  );
}

/** Asked for when it is opened. */
function CaseFileView({ complaintId }: { readonly complaintId: string }): ReactNode {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('file.open')}</summary>
      {isOpen && <CaseFile complaintId={complaintId} />}
    </details>
  );
}

function CaseFile({ complaintId }: { readonly complaintId: string }): ReactNode {
  const { t } = useTranslation('desk');
  const { period, dateTime, money } = useFormats();
  const [answer] = useQuery({ query: CaseFileDocument, variables: { id: complaintId } });
  return (
    <Answer of={answer}>
      {({ complaint }) => {
        const file = complaint?.caseFile;
        if (!file) return <p>{t('file.none')}</p>;
        const { attendance, trail } = file;
        return (
          <>
            <p>
              {t('file.facts', {
                period: period(file.startsOn, file.endsOn),
                wage: money(file.wageFen),
                agreement: file.agreementNumber ?? '–',
              })}
            </p>
            <p>
              {t('file.attendance', {
                days: attendance.days,
                confirmed: attendance.confirmed,
                disputed: attendance.disputed,
              })}
            </p>
            <ol>
              {trail.map(({ at, action, by }) => (
                <li key={`${at} ${action}`}>
                  <span className="soft">{dateTime(at)}</span> {by} <code>{action}</code>
                </li>
              ))}
            </ol>
          </>
        );
      }}
    </Answer>
  );
}
