import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Button, ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import {
  MakeReportDocument,
  ReportableIndicatorsDocument,
  ReportPlansDocument,
  SaveReportPlanDocument,
  type ReportPlanFragment,
} from './reports.graphql.ts';
import { lastPeriod, turned } from './reports.rules';
import { ReportsFrame } from './reports-frame';

/** What the bureau reports again and again, and to whom. */
export function PlansPage(): ReactNode {
  const { t } = useTranslation('reports');
  const [{ data }] = useQuery({ query: ReportableIndicatorsDocument, variables: {} });
  const names = new Map(data?.indicators.map(({ code, name }) => [code, name]));
  return (
    <ReportsFrame>
      <Pages
        query={ReportPlansDocument}
        variables={{}}
        of={['BulletinPlan']}
        pick={({ bulletinPlans }) => bulletinPlans}
        empty={t('plan.none')}
      >
        {(plans) => (
          <Stack>
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} names={names} />
            ))}
          </Stack>
        )}
      </Pages>
    </ReportsFrame>
  );
}

interface PlanCardProps {
  readonly plan: ReportPlanFragment;
  readonly names: ReadonlyMap<string, string>;
}

function PlanCard({ plan, names }: PlanCardProps): ReactNode {
  const { t } = useTranslation('reports');
  const [key] = useState(() => crypto.randomUUID());
  const { id, title, cadence, atHour, isOn, addresses, codes } = plan;
  return (
    <Card
      as="article"
      title={title}
      actions={
        <Row>
          <Tag>{t(`language.${plan.language}`)}</Tag>
          <Tag tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'plan.on' : 'plan.off')}</Tag>
        </Row>
      }
    >
      <Stack>
        <p>
          {t(`when.${cadence}`, { hour: atHour })} {t('plan.to', { count: addresses.length })}
        </p>
        <p className="soft">{codes.map((code) => names.get(code) ?? code).join(' · ')}</p>
        <Row>
          <Ask label={t('make.label')} title={t('make.of', { title })} kind="main">
            {(close) => <MakeForm plan={plan} onDone={close} />}
          </Ask>
          <ButtonLink to={`/bureau/reports/plans/${id}`}>{t('plan.change')}</ButtonLink>
          <ActButton
            key={String(isOn)}
            label={t(isOn ? 'plan.turnOff' : 'plan.turnOn')}
            document={SaveReportPlanDocument}
            variables={{ input: turned(plan, !isOn, `${key}-${String(isOn)}`) }}
            done={t(isOn ? 'plan.turnedOff' : 'plan.turnedOn')}
          />
        </Row>
      </Stack>
    </Card>
  );
}

interface MakeFormProps {
  readonly plan: ReportPlanFragment;
  readonly onDone: () => void;
}

/** An edition of any period: the last that is over, unless another is chosen. */
function MakeForm({ plan, onDone }: MakeFormProps): ReactNode {
  const { t } = useTranslation('reports');
  const go = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [period, setPeriod] = useState(() => lastPeriod(plan.cadence, inDays(0)));
  const { act, isBusy, problem } = useAct(MakeReportDocument);
  const make = async (): Promise<void> => {
    const input = { idempotencyKey: `${key}-${period.from}-${period.until}`, planId: plan.id, ...period };
    const made = await act({ input });
    if (!made) return;
    onDone();
    await go(`/bureau/reports/${made.makeBulletin.id}`);
  };
  return (
    <Form label={t('make.label')} problem={problem} onSubmit={() => void make()}>
      <TextField
        label={t('field.from')}
        path="from"
        type="date"
        required
        value={period.from}
        onChange={(from) => setPeriod((before) => ({ ...before, from }))}
      />
      <TextField
        label={t('field.until')}
        path="until"
        type="date"
        required
        value={period.until}
        onChange={(until) => setPeriod((before) => ({ ...before, until }))}
      />
      <p className="soft">{t('make.hint', { count: plan.addresses.length })}</p>
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('make.label')}
        </Button>
        <Button onClick={onDone}>{t('plan.leave')}</Button>
      </Row>
    </Form>
  );
}
