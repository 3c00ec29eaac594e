import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { availabilityInput, type Conditions, conditionsOf } from './availability.rules';
import { Fact } from './job-facts';
import {
  CloseAvailabilityDocument,
  type MyProfileQuery,
  SetAvailabilityDocument,
  type WageUnit,
} from './profile.graphql.ts';
import styles from './worker.module.css';

type Availability = MyProfileQuery['myAvailability']['edges'][number]['node'];

const wageUnits: readonly WageUnit[] = ['HOUR', 'DAY', 'MONTH', 'PIECE'];
const dayMs = 86_400_000;

/** When one can work and on what conditions; for an employee on loan, what the employer has set. */
export function AvailabilityCard({ availabilities }: { readonly availabilities: readonly Availability[] }): ReactNode {
  const { t } = useTranslation('profile');
  const open = availabilities.find(({ state }) => state === 'OPEN');
  return (
    <Card
      title={t('availability.title')}
      actions={<Tag tone={open ? 'good' : 'plain'}>{open ? t('availability.open') : t('availability.closed')}</Tag>}
    >
      {open?.setByEmployer ? <SetByEmployer availability={open} /> : <ConditionsForm key={open?.id} known={open} />}
    </Card>
  );
}

function SetByEmployer({ availability }: { readonly availability: Availability }): ReactNode {
  const { t } = useTranslation(['profile', 'common']);
  const { period, distance, money } = useFormats();
  const { startsOn, endsOn, radiusM, wageFloorFen, wageUnit } = availability;
  return (
    <>
      <p className="soft">{t('availability.byEmployer')}</p>
      <dl className={styles.facts}>
        <Fact label={t('availability.when')}>{period(startsOn, endsOn)}</Fact>
        <Fact label={t('availability.radius')}>{distance(radiusM / 1000)}</Fact>
        <Fact label={t('availability.wage')}>
          {money(wageFloorFen)} {t(`common:wageUnit.${wageUnit}`)}
        </Fact>
      </dl>
    </>
  );
}

function ConditionsForm({ known }: { readonly known: Availability | undefined }): ReactNode {
  const { t } = useTranslation(['profile', 'common']);
  const tell = useToast();
  const save = useAct(SetAvailabilityDocument);
  const close = useAct(CloseAvailabilityDocument);
  const [conditions, setConditions] = useState<Conditions>(() => {
    const day = (ahead: number): string => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10);
    return conditionsOf(known, day(0), day(180));
  });
  const submit = async (): Promise<void> => {
    if (await save.act({ input: availabilityInput(conditions) })) tell({ text: t('saved') });
  };
  return (
    <Form label={t('availability.title')} problem={save.problem ?? close.problem} onSubmit={() => void submit()}>
      <Fields conditions={conditions} onChange={setConditions} />
      <Row>
        <Button kind="main" type="submit" isBusy={save.isBusy}>
          {t('availability.save')}
        </Button>
        {known && (
          <Button isBusy={close.isBusy} onClick={() => void close.act({ input: { availabilityId: known.id } })}>
            {t('availability.close')}
          </Button>
        )}
      </Row>
    </Form>
  );
}

interface FieldsProps {
  readonly conditions: Conditions;
  readonly onChange: (conditions: Conditions) => void;
}

function Fields({ conditions, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation(['profile', 'common']);
  const field = (name: Exclude<keyof Conditions, 'wageUnit'>, path: string) => ({
    path,
    value: conditions[name],
    onChange: (value: string) => onChange({ ...conditions, [name]: value }),
  });
  return (
    <Columns least="s">
      <TextField label={t('availability.from')} type="date" required {...field('startsOn', 'startsOn')} />
      <TextField label={t('availability.until')} type="date" required {...field('endsOn', 'endsOn')} />
      <TextField
        label={t('availability.radiusKm')}
        type="number"
        min={1}
        max={200}
        required
        {...field('radius', 'radiusM')}
      />
      <TextField
        label={t('availability.relocationKm')}
        hint={t('availability.relocationHint')}
        type="number"
        min={1}
        max={2000}
        {...field('relocation', 'relocationRadiusM')}
      />
      <TextField
        label={t('availability.wageYuan')}
        type="number"
        min={0}
        step={0.01}
        required
        {...field('wage', 'wageFloorFen')}
      />
      <SelectField
        label={t('availability.wageUnit')}
        value={conditions.wageUnit}
        onChange={(unit) => onChange({ ...conditions, wageUnit: wageUnits.find((one) => one === unit) ?? 'HOUR' })}
        options={wageUnits.map((unit) => ({ value: unit, label: t(`common:wageUnit.${unit}`) }))}
      />
    </Columns>
  );
}
