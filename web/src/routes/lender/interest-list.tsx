import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import { LentWork } from './lent-work';
import styles from './lender.module.css';
import { DeclineInterestDocument, EmployeeInterestsDocument, type EmployeeInterestsQuery } from './lender.graphql.ts';

type Interest = EmployeeInterestsQuery['employeeInterests']['edges'][number]['node'];

/** Work elsewhere that own employees asked for. */
export function InterestList(): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Pages
      query={EmployeeInterestsDocument}
      variables={{}}
      of={['Application']}
      pick={({ employeeInterests }) => employeeInterests}
      empty={t('interests.nothing')}
    >
      {(interests) => (
        <ul className={styles.cards}>
          {interests.map((interest) => (
            <InterestCard key={interest.id} interest={interest} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

const states = ['submitted', 'taken', 'declined', 'withdrawn'] as const;

function InterestCard({ interest }: { readonly interest: Interest }): ReactNode {
  const { t } = useTranslation('lender');
  const { ago } = useFormats();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(DeclineInterestDocument);
  const { id, note, candidate, need, createdAt } = interest;
  const state = states.find((one) => one === interest.state) ?? 'submitted';
  const name = candidate?.person?.name ?? t('heads.anonymous', { code: id.slice(-4).toUpperCase() });
  const decline = async (): Promise<void> => {
    if (await act({ input: { applicationId: id } })) tell({ text: t('interests.declined') });
  };
  return (
    <Card
      as="li"
      title={t('interests.who', { name, work: need?.occupation.name ?? '' })}
      actions={<Tag tone={state === 'submitted' ? 'call' : 'plain'}>{t(`interestState.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        {need && <LentWork work={need} />}
        {note !== '' && <p>{note}</p>}
        <p className="soft">{ago(createdAt)}</p>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        {state === 'submitted' && (
          <div>
            <Button isBusy={isBusy} onClick={() => void decline()} aria-label={t('interests.declineOf', { name })}>
              {t('interests.decline')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
