import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEvery } from '../../api/every';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { QuantityField } from './kinds';
import {
  type LotFragment,
  OpenRequestsOfMineDocument,
  type OpenRequestsOfMineQuery,
  ReserveDocument,
} from './lots.graphql.ts';
import { aboutFen } from './materials.rules';
import { useWords } from './words';

interface ReserveFormProps {
  readonly lot: LotFragment;
  readonly onClose: () => void;
}

const none = {};
const requestsIn = ({ myMaterialRequests }: OpenRequestsOfMineQuery) => myMaterialRequests;

/** How much of a lot, for which of one's own requests, and for how long it is held. */
export function ReserveForm({ lot, onClose }: ReserveFormProps): ReactNode {
  const { t } = useTranslation(['materials', 'common']);
  const tell = useToast();
  const words = useWords();
  const { money } = useFormats();
  const { act, isBusy, problem } = useAct(ReserveDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [quantity, setQuantity] = useState({ value: '', unit: lot.kind.units[0]?.unit ?? '' });
  const [requestId, setRequestId] = useState('');
  const [hours, setHours] = useState('48');
  const about = aboutFen(quantity, lot.kind.units, lot);
  const reserve = async (): Promise<void> => {
    const input = {
      ...{ idempotencyKey, lotId: lot.id, quantity, holdHours: Number(hours) },
      ...(requestId !== '' && { requestId }),
    };
    if (!(await act({ input }))) return;
    tell({ text: t('reserve.done', { quantity: words.quantity(quantity.value, lot.kind.baseUnit) }) });
    onClose();
  };
  return (
    <Form label={t('reserve.label')} problem={problem} onSubmit={() => void reserve()}>
      <QuantityField
        label={t('reserve.quantity')}
        hint={t('reserve.most', { quantity: words.quantity(lot.available, lot.kind.baseUnit) })}
        kind={lot.kind}
        value={quantity}
        onChange={setQuantity}
      />
      {about !== null && <p>{t('reserve.about', { amount: money(about) })}</p>}
      {lot.terms === 'LOAN' && <p>{t('reserve.loan', { count: lot.loanDays ?? 0 })}</p>}
      <RequestChoice lot={lot} value={requestId} onChange={setRequestId} />
      <TextField
        label={t('reserve.hours')}
        hint={t('reserve.hoursHint')}
        path="holdHours"
        type="number"
        min={1}
        max={720}
        required
        value={hours}
        onChange={setHours}
      />
      <p className="soft">
        {t('reserve.next')} <Link to="/materials/transfers">{t('tab.transfers')}</Link>
      </p>
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('reserve.confirm')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}

interface RequestChoiceProps {
  readonly lot: LotFragment;
  readonly value: string;
  readonly onChange: (requestId: string) => void;
}

/** Only where there is one that takes this kind. */
function RequestChoice({ lot, value, onChange }: RequestChoiceProps): ReactNode {
  const { t } = useTranslation('materials');
  const { date } = useFormats();
  const words = useWords();
  const [{ data }] = useEvery(OpenRequestsOfMineDocument, none, requestsIn);
  const fitting = useMemo(
    () => (data ?? []).filter(({ kinds }) => kinds.some(({ id }) => id === lot.kind.id)),
    [data, lot.kind.id],
  );
  if (fitting.length === 0) return null;
  return (
    <SelectField
      label={t('reserve.request')}
      path="requestId"
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('reserve.noRequest') },
        ...fitting.map(({ id, kinds: [wanted], quantity, neededBy }) => ({
          value: id,
          label: t('reserve.oneRequest', {
            kind: wanted?.name ?? '',
            quantity: wanted ? words.quantity(quantity, wanted.baseUnit) : quantity,
            by: date(neededBy),
          }),
        })),
      ]}
    />
  );
}
