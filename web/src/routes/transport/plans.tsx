import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { type TransportPlanState, TransportPlansDocument } from './transport.graphql.ts';
import { wayOf } from './transport.rules';

const tones = {
  QUEUED: 'call',
  RUNNING: 'call',
  PLANNED: 'plain',
  FAILED: 'bad',
  PUBLISHED: 'good',
  CANCELLED: 'plain',
} as const satisfies Record<TransportPlanState, string>;

export function PlanState({ state }: { readonly state: TransportPlanState }): ReactNode {
  const { t } = useTranslation('transport');
  return <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>;
}

/** Every plan of buses of the bureau, newest first. */
export function Plans(): ReactNode {
  const { t } = useTranslation('transport');
  const { date, money } = useFormats();
  return (
    <Card title={t('plans.title')}>
      <Pages
        query={TransportPlansDocument}
        variables={{}}
        of={['TransportPlan']}
        pick={({ transportPlans }) => transportPlans}
        empty={t('plans.none')}
      >
        {(plans) => (
          <Table caption={t('plans.title')}>
            <thead>
              <tr>
                <th scope="col">{t('field.way')}</th>
                <th scope="col">{t('field.day')}</th>
                <th scope="col">{t('field.state')}</th>
                <th scope="col">{t('field.heads')}</th>
                <th scope="col">{t('field.cost')}</th>
              </tr>
            </thead>
            <tbody>
              {plans.map((plan) => (
                <tr key={plan.id}>
                  <th scope="row">
                    <Link to={`/bureau/transport/${plan.id}`}>{t('way', wayOf(plan, plan.direction))}</Link>
                  </th>
                  <td>{date(plan.day)}</td>
                  <td>
                    <PlanState state={plan.state} />
                  </td>
                  <td className="number">{plan.outcome ? `${plan.outcome.seated} / ${plan.outcome.heads}` : '–'}</td>
                  <td className="number">{plan.outcome ? money(plan.outcome.costFen) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Pages>
    </Card>
  );
}
