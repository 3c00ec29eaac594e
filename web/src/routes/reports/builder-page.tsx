import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { languageNow } from '../../i18n/i18n';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Columns, Page, Row } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { Content } from './content';
import { PlanFields } from './plan-fields';
import { PreviewReportDocument, ReportPlanByIdDocument, SaveReportPlanDocument } from './reports.graphql.ts';
import { blankPlan, draftOf, lastPeriod, type PlanDraft, saveInput, termsOf } from './reports.rules';

/** A report put together: what it reports, when and to whom at one side, how it reads at the other. */
export function NewReportPage(): ReactNode {
  const { t } = useTranslation('reports');
  const [first] = useState(() => blankPlan(languageNow() === 'en' ? 'EN' : 'ZH_CN', t('plan.title')));
  return (
    <Page title={t('plan.new')} width="wall" actions={<Back />}>
      <Builder first={first} />
    </Page>
  );
}

/** A plan that there is already. */
export function ChangeReportPage(): ReactNode {
  const { t } = useTranslation('reports');
  const { id = '' } = useParams();
  const [answer, ask] = useQuery({ query: ReportPlanByIdDocument, variables: { id } });
  return (
    <Page title={t('plan.change')} width="wall" actions={<Back />}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ bulletinPlan }) =>
          bulletinPlan ? <Builder first={draftOf(bulletinPlan)} /> : <Empty>{t('plan.gone')}</Empty>
        }
      </Answer>
    </Page>
  );
}

function Back(): ReactNode {
  const { t } = useTranslation('reports');
  return <ButtonLink to="/bureau/reports/plans">{t('tab.plans')}</ButtonLink>;
}

function Builder({ first }: { readonly first: PlanDraft }): ReactNode {
  const { t } = useTranslation('reports');
  const tell = useToast();
  const go = useNavigate();
  const [draft, setDraft] = useState(first);
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(SaveReportPlanDocument);
  const save = async (): Promise<void> => {
    if (!(await act({ input: saveInput(draft, key) }))) return;
    tell({ text: t('plan.saved') });
    await go('/bureau/reports/plans');
  };
  return (
    <Columns least="l">
      <Card title={t('plan.what')}>
        <Form label={t('plan.what')} problem={problem} onSubmit={() => void save()}>
          <PlanFields draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
          <Row>
            <Button kind="main" type="submit" isBusy={isBusy}>
              {t('plan.save')}
            </Button>
          </Row>
        </Form>
      </Card>
      <Card title={t('preview')}>
        <Preview draft={draft} />
      </Card>
    </Columns>
  );
}

/** The last period that is over, as the report would tell it now; the title follows the typing without asking again. */
function Preview({ draft }: { readonly draft: PlanDraft }): ReactNode {
  const { t } = useTranslation('reports');
  const { regionId, codes, groupBy, language, cadence } = draft;
  const variables = useMemo(() => {
    const terms = termsOf({ ...blankPlan(language, '-'), regionId, codes, groupBy });
    return { input: { terms, ...lastPeriod(cadence, inDays(0)) } };
  }, [regionId, codes, groupBy, language, cadence]);
  const [answer, ask] = useQuery({ query: PreviewReportDocument, variables, pause: codes.length === 0 });
  if (codes.length === 0) return <Empty>{t('plan.noIndicator')}</Empty>;
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ previewBulletin }) => <Content content={{ ...previewBulletin, title: draft.title }} />}
    </Answer>
  );
}
