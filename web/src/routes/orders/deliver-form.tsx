import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import type { Order } from './orders.rules';
import { DeliverOrderDocument, type OrderMissCause } from './orders.graphql.ts';

const causes: readonly OrderMissCause[] = ['LABOUR', 'MATERIAL', 'CAPACITY', 'OTHER'];

interface DeliverFormProps {
  readonly order: Order;
  readonly onDone: () => void;
}

/** When and how much was delivered; why, where it came late or short. */
export function DeliverForm({ order, onDone }: DeliverFormProps): ReactNode {
  const { t } = useTranslation('orders');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(DeliverOrderDocument);
  const [deliveredOn, setDay] = useState(() => inDays(0));
  const [quantity, setQuantity] = useState(order.quantity);
  const [cause, setCause] = useState<OrderMissCause>();
  const isMissed = deliveredOn > order.dueDate || Number(quantity) < Number(order.quantity);
  const deliver = async (): Promise<void> => {
    const missedBecause = isMissed ? cause : undefined;
    if (!(await act({ input: { orderId: order.id, deliveredOn, quantity, missedBecause } }))) return;
    tell({ text: t('deliver.done') });
    onDone();
  };
  return (
    <Form label={t('deliver.open')} problem={problem} onSubmit={() => void deliver()}>
      <TextField
        label={t('deliver.on')}
        path="deliveredOn"
        type="date"
        required
        max={inDays(0)}
        value={deliveredOn}
        onChange={setDay}
      />
      <TextField
        label={t('deliver.quantity')}
        path="quantity"
        type="number"
        required
        min={0}
        step="any"
        value={quantity}
        onChange={setQuantity}
      />
      {isMissed && (
        <SelectField
          label={t('deliver.cause')}
          path="missedBecause"
          required
          value={cause ?? ''}
          onChange={(chosen) => setCause(causes.find((known) => known === chosen))}
          options={[
            { value: '', label: t('deliver.chooseCause') },
            ...causes.map((known) => ({ value: known, label: t(`cause.${known}`) })),
          ]}
        />
      )}
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('deliver.confirm')}
        </Button>
      </Row>
    </Form>
  );
}
