import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { PlanTransportDocument, type TransportDirection, type TransportGroupsQuery } from './transport.graphql.ts';
import { firstDraft, type PlanDraft, planInput, type VehicleDraft } from './transport.rules';
import styles from './transport.module.css';

interface PlanFormProps {
  readonly group: TransportGroupsQuery['transportGroups'][number];
  readonly direction: TransportDirection;
  readonly onDone: () => void;
}

/** When the buses are to be there, and which vehicles can be had. */
export function PlanForm({ group, direction, onDone }: PlanFormProps): ReactNode {
  const { t } = useTranslation('transport');
  const go = useNavigate();
  const [draft, setDraft] = useState(() => firstDraft([t('vehicle.minibus'), t('vehicle.coach')]));
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(PlanTransportDocument);
  const change = (part: Partial<PlanDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const send = async (): Promise<void> => {
    const { day, originId, destinationId } = group;
    const input = { idempotencyKey: key, day, direction, originId, destinationId, ...planInput(draft) };
    const made = await act({ input });
    if (made) await go(`/bureau/transport/${made.planTransport.id}`);
  };
  return (
    <Form label={t('plan.ask')} problem={problem} onSubmit={() => void send()}>
      <p className="soft">{t('plan.explain')}</p>
      <Columns least="s">
        <TextField
          label={t(direction === 'OUT' ? 'field.arrive' : 'field.depart')}
          path="minute"
          type="time"
          required
          value={draft.at}
          onChange={(at) => change({ at })}
        />
        <TextField
          label={t('field.walk')}
          path="walkM"
          inputMode="decimal"
          required
          value={draft.walkKm}
          onChange={(walkKm) => change({ walkKm })}
        />
        <TextField
          label={t('field.speed')}
          path="kmPerHour"
          inputMode="numeric"
          required
          value={draft.kmPerHour}
          onChange={(kmPerHour) => change({ kmPerHour })}
        />
      </Columns>
      <Vehicles vehicles={draft.vehicles} onChange={(vehicles) => change({ vehicles })} />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('plan.go')}
        </Button>
        <Button onClick={onDone}>{t('plan.leave')}</Button>
      </Row>
    </Form>
  );
}

interface VehiclesProps {
  readonly vehicles: readonly VehicleDraft[];
  readonly onChange: (vehicles: readonly VehicleDraft[]) => void;
}

const mostKinds = 10;
const parts = ['name', 'seats', 'count', 'fixed', 'perKm'] as const;
const paths = { name: 'name', seats: 'seats', count: 'count', fixed: 'fixedFen', perKm: 'fenPerKm' } as const;

function Vehicles({ vehicles, onChange }: VehiclesProps): ReactNode {
  const { t } = useTranslation('transport');
  const change = (at: number, part: Partial<VehicleDraft>): void =>
    onChange(vehicles.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const blank = { name: '', seats: '', count: '1', fixed: '', perKm: '' };
  return (
    <>
      {vehicles.map((vehicle, at) => (
        <fieldset key={at} className={styles.vehicle}>
          <legend>{t('vehicle.nth', { nth: at + 1 })}</legend>
          <div className={styles.parts}>
            {parts.map((part) => (
              <TextField
                key={part}
                label={t(`vehicle.${part}`)}
                path={`vehicles.${at}.${paths[part]}`}
                required
                inputMode={part === 'name' ? 'text' : 'decimal'}
                maxLength={50}
                value={vehicle[part]}
                onChange={(value) => change(at, { [part]: value })}
              />
            ))}
          </div>
          {vehicles.length > 1 && (
            <Button onClick={() => onChange(vehicles.filter((_, index) => index !== at))}>{t('vehicle.drop')}</Button>
          )}
        </fieldset>
      ))}
      {vehicles.length < mostKinds && (
        <Row>
          <Button onClick={() => onChange([...vehicles, blank])}>{t('vehicle.add')}</Button>
        </Row>
      )}
    </>
  );
}
