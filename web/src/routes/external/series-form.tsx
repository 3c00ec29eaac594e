import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { CheckField, Form, SelectField, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { RegionField } from '../../ui/region/region-field';
import { useToast } from '../../ui/toast';
import { SaveExternalDocument } from './external.graphql.ts';
import { aggregates, cadences, saveInput, type SeriesDraft } from './external.rules';

interface SeriesFormProps {
  readonly first: SeriesDraft;
  readonly onDone: () => void;
}

/** A series written down: what it counts, how often, and where its values come from. */
export function SeriesForm({ first, onDone }: SeriesFormProps): ReactNode {
  const { t } = useTranslation('external');
  const tell = useToast();
  const go = useNavigate();
  const [draft, setDraft] = useState(first);
  const [key] = useState(() => crypto.randomUUID());
  const { act, isBusy, problem } = useAct(SaveExternalDocument);
  const change = (part: Partial<SeriesDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const input = saveInput(draft, key);
    const saved = input && (await act({ input }));
    if (!saved) return;
    tell({ text: t('form.saved') });
    onDone();
    await go(`/bureau/external/${saved.saveExternalSeries.id}`);
  };
  return (
    <Form label={t('form.new')} problem={problem} onSubmit={() => void save()}>
      <Names draft={draft} change={change} />
      <Counting draft={draft} change={change} />
      <Address draft={draft} change={change} />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('form.save')}
        </Button>
        <Button onClick={onDone}>{t('form.leave')}</Button>
      </Row>
    </Form>
  );
}

interface PartProps {
  readonly draft: SeriesDraft;
  readonly change: (part: Partial<SeriesDraft>) => void;
}

function Names({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('external');
  return (
    <>
      <TextField
        label={t('field.nameZh')}
        path="nameZh"
        required
        maxLength={100}
        value={draft.nameZh}
        onChange={(nameZh) => change({ nameZh })}
      />
      <TextField
        label={t('field.nameEn')}
        path="nameEn"
        hint={t('field.nameEnHint')}
        maxLength={100}
        value={draft.nameEn}
        onChange={(nameEn) => change({ nameEn })}
      />
      <TextField
        label={t('field.code')}
        path="code"
        hint={t('field.codeHint')}
        required
        maxLength={40}
        pattern="[A-Z0-9_]{2,40}"
        value={draft.code}
        onChange={(code) => change({ code: code.toUpperCase() })}
      />
      <TextField
        label={t('field.department')}
        path="department"
        required
        maxLength={60}
        value={draft.department}
        onChange={(department) => change({ department })}
      />
      <RegionField label={t('field.region')} value={draft.region} onChange={(region) => change({ region })} />
    </>
  );
}

function Counting({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('external');
  return (
    <>
      <TextField
        label={t('field.unit')}
        path="unit"
        required
        maxLength={40}
        value={draft.unit}
        onChange={(unit) => change({ unit })}
      />
      <SelectField
        label={t('field.cadence')}
        path="cadence"
        value={draft.cadence}
        onChange={(chosen) => change({ cadence: cadences.find((one) => one === chosen) ?? 'MONTH' })}
        options={cadences.map((one) => ({ value: one, label: t(`cadence.${one}`) }))}
      />
      <SelectField
        label={t('field.aggregate')}
        path="aggregate"
        value={draft.aggregate}
        onChange={(chosen) => change({ aggregate: aggregates.find((one) => one === chosen) ?? 'SUM' })}
        options={aggregates.map((one) => ({ value: one, label: t(`aggregate.${one}`) }))}
      />
      <TextField
        label={t('field.lateDays')}
        path="lateDays"
        required
        inputMode="numeric"
        pattern="\d{1,3}"
        value={draft.lateDays}
        onChange={(lateDays) => change({ lateDays })}
      />
    </>
  );
}

function Address({ draft, change }: PartProps): ReactNode {
  const { t } = useTranslation('external');
  return (
    <>
      <CheckField
        label={t('field.isFetched')}
        checked={draft.isFetched}
        onChange={(isFetched) => change({ isFetched })}
      />
      {draft.isFetched && (
        <>
          <TextField
            label={t('field.url')}
            path="address.url"
            type="url"
            required
            maxLength={500}
            value={draft.url}
            onChange={(url) => change({ url })}
          />
          {(['rowsPointer', 'periodPointer', 'valuePointer'] as const).map((name) => (
            <TextField
              key={name}
              label={t(`field.${name}`)}
              path={`address.${name}`}
              hint={t(`field.${name}Hint`)}
              maxLength={200}
              value={draft[name]}
              onChange={(text) => change({ [name]: text })}
            />
          ))}
        </>
      )}
    </>
  );
}
