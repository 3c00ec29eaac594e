import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Bar, Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { type BusStopFragment, NameTransportStopDocument } from './transport.graphql.ts';
import { seatsIn, type Trip } from './transport.rules';
import { When } from './when';
import styles from './transport.module.css';

interface BusCardProps {
  readonly trip: Trip;
  /** Whether its stops may still be named. */
  readonly mayName: boolean;
}

/** One bus: who rides as numbers, what it costs, and its stops in the order of driving. */
export function BusCard({ trip, mayName }: BusCardProps): ReactNode {
  const { t } = useTranslation('transport');
  const { money, distance } = useFormats();
  const { nth, vehicle, seats, costFen, km, stops } = trip;
  const riding = seatsIn(trip, 'FORESEEN', 'ASKED', 'TAKEN');
  const waiting = seatsIn(trip, 'ASKED');
  const declined = seatsIn(trip, 'DECLINED');
  return (
    <Card as="article" title={`${t('bus.nth', { nth })} · ${vehicle}`}>
      <Stack>
        <Bar label={t('bus.filled')} share={riding / seats} text={`${riding} / ${seats}`} />
        <p className="soft">
          {money(costFen)} · {distance(km)}
          {waiting > 0 && ` · ${t('bus.waiting', { count: waiting })}`}
          {declined > 0 && ` · ${t('bus.declined', { count: declined })}`}
        </p>
        <ol className={styles.stops}>
          {stops.map((stop) => (
            <li key={stop.id} data-home={stop.isHome}>
              <When stop={stop} />
              <span>{stop.name}</span>
              {mayName && stop.isHome && (
                <Ask label={t('stop.rename')} title={t('stop.title', { name: stop.name })}>
                  {(close) => <NameForm stop={stop} onDone={close} />}
                </Ask>
              )}
            </li>
          ))}
        </ol>
      </Stack>
    </Card>
  );
}

interface NameFormProps {
  readonly stop: BusStopFragment;
  readonly onDone: () => void;
}

function NameForm({ stop, onDone }: NameFormProps): ReactNode {
  const { t } = useTranslation('transport');
  const tell = useToast();
  const [name, setName] = useState(stop.name);
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(NameTransportStopDocument);
  const send = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey: key, stopId: stop.id, name } }))) return;
    tell({ text: t('stop.named') });
    onDone();
  };
  return (
    <Form label={t('stop.rename')} problem={problem} onSubmit={() => void send()}>
      <TextField
        label={t('stop.name')}
        path="name"
        hint={t('stop.hint')}
        required
        maxLength={100}
        value={name}
        onChange={setName}
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('stop.save')}
        </Button>
        <Button onClick={onDone}>{t('plan.leave')}</Button>
      </Row>
    </Form>
  );
}
