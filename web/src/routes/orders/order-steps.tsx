import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { DeliverForm } from './deliver-form';
import type { Order, Plan } from './orders.rules';
import { CancelOrderDocument, SecureOrderDocument } from './orders.graphql.ts';

interface SecureStepProps {
  readonly order: Order;
  readonly plan: Plan;
}

/** Reserves all of the plan, or says what stands in the way. */
export function SecureStep({ order, plan }: SecureStepProps): ReactNode {
  const { t } = useTranslation('orders');
  const { money } = useFormats();
  const [key] = useState(() => crypto.randomUUID());
  if (plan.missing.length > 0) return <Notice tone="bad">{t('plan.lacking', { count: plan.missing.length })}</Notice>;
  return (
    <Stack>
      <p>{t('plan.explain', { cost: money(plan.costFen) })}</p>
      <Row>
        <ActButton
          label={t('plan.secure')}
          kind="main"
          document={SecureOrderDocument}
          variables={{ input: { orderId: order.id, idempotencyKey: key } }}
          done={t('plan.secured')}
        />
      </Row>
    </Stack>
  );
}

/** How an order ends: delivered, or called off. */
export function OrderSteps({ order }: { readonly order: Order }): ReactNode {
  const { t } = useTranslation('orders');
  const { id, actions } = order;
  return (
    <Row>
      {actions.includes('DELIVER') && (
        <Ask label={t('deliver.open')}>{(close) => <DeliverForm order={order} onDone={close} />}</Ask>
      )}
      {actions.includes('CANCEL') && (
        <Ask label={t('cancel.open')} kind="bad">
          {(close) => (
            <Stack>
              <p>{t('cancel.explain')}</p>
              <Row>
                <ActButton
                  label={t('cancel.confirm')}
                  kind="bad"
                  document={CancelOrderDocument}
                  variables={{ input: { orderId: id } }}
                  done={t('cancel.done')}
                  onDone={close}
                />
              </Row>
            </Stack>
          )}
        </Ask>
      )}
    </Row>
  );
}
