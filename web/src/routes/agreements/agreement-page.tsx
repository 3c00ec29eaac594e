import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { type Agreement, stateTones } from './agreement.rules';
import styles from './agreements.module.css';
import { OneAgreementDocument } from './agreements.graphql.ts';
import { Comments } from './comments';
import { FindingsCard } from './findings';
import { History } from './history';
import { PaperLinks } from './paper-links';
import { PaperView } from './paper-view';
import { Signatures } from './signatures';
import { Stepper } from './stepper';
import { type Editing, TermsForm } from './terms-form';
import { Turn } from './turn';

/** One agreement: where it stands, what it says, what each side may do now. */
export function AgreementPage(): ReactNode {
  const { t } = useTranslation('agreements');
  const { id = '' } = useParams();
  const context = useMemo(() => ({ additionalTypenames: ['Agreement'] }), []);
  const [answer, ask] = useLiveQuery({ query: OneAgreementDocument, variables: { id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ agreement }) => (agreement ? <Whole key={id} agreement={agreement} /> : <Empty>{t('page.gone')}</Empty>)}
    </Answer>
  );
}

function Whole({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { me } = useSession();
  const [editing, setEditing] = useState<Editing>();
  const [term, setTerm] = useState('');
  const { state, kind, number } = agreement;
  const isOpen = state === 'DRAFT' || state === 'ISSUED';
  return (
    <Page title={`${t(`kind.${kind}`)} ${number}`} actions={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>}>
      <Facts agreement={agreement} />
      {state !== 'REJECTED' && <Stepper agreement={agreement} />}
      {me?.kind === 'ENTERPRISE' && editing === undefined && <Turn agreement={agreement} onEdit={setEditing} />}
      <div className={styles.page}>
        {editing === undefined ? (
          <PaperView agreement={agreement} onComment={isOpen && me?.kind === 'ENTERPRISE' ? setTerm : undefined} />
        ) : (
          <TermsForm
            key={`${editing} ${agreement.version}`}
            agreement={agreement}
            editing={editing}
            onDone={() => setEditing(undefined)}
          />
        )}
        <Stack>
          <FindingsCard agreement={agreement} />
          <Signatures agreement={agreement} />
          <PaperLinks agreement={agreement} />
          <Card title={t('history.title')}>
            <History agreement={agreement} />
          </Card>
          <Card title={t('comments.title')}>
            <Comments agreement={agreement} isOpen={isOpen && me?.kind === 'ENTERPRISE'} term={term} onTerm={setTerm} />
          </Card>
        </Stack>
      </div>
    </Page>
  );
}

/** Between whom, for how long, for what. */
function Facts({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { period, number } = useFormats();
  const { host, lender, startsOn, endsOn, headcount, parent, need } = agreement;
  return (
    <dl className={styles.facts}>
      <Fact label={t('side.lender')}>{lender?.name}</Fact>
      <Fact label={t('side.host')}>{host?.name}</Fact>
      <Fact label={t('page.period')}>{period(startsOn, endsOn)}</Fact>
      <Fact label={t('page.heads')}>{t('list.heads', { count: headcount, n: number(headcount) })}</Fact>
      {need && <Fact label={t('page.need')}>{need.occupation.name}</Fact>}
      {parent && (
        <Fact label={t('page.parent')}>
          <Link to={`/agreements/${parent.id}`}>{parent.number}</Link>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
