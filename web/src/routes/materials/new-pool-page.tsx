import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type Kind, KindField, WithKinds } from './kinds';
import { blankPool, mostTiers, type PoolDraft, poolInput, type TierDraft } from './pool.rules';
import { OpenPoolDocument } from './pools.graphql.ts';

/** A purchase to organise: what, at which prices by total, from which total on, until when. */
export function NewPoolPage(): ReactNode {
  const { t } = useTranslation('materials');
  return (
    <Page title={t('pool.open')} actions={<ButtonLink to="/materials/pools">{t('tab.pools')}</ButtonLink>}>
      <WithKinds>{(kinds) => <PoolForm kinds={kinds} />}</WithKinds>
    </Page>
  );
}

function PoolForm({ kinds }: { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('materials');
  const navigate = useNavigate();
  const tell = useToast();
  const site = useSite();
  const { act, isBusy, problem } = useAct(OpenPoolDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(blankPool);
  const change = (part: Partial<PoolDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const input = poolInput({ ...draft, place: draft.place ?? site }, key);
  const open = async (): Promise<void> => {
    if (!input || !(await act({ input }))) return;
    tell({ text: t('pool.opened') });
    await navigate('/materials/pools');
  };
  return (
    <Form label={t('pool.open')} problem={problem} onSubmit={() => void open()}>
      <Columns least="l">
        <Card title={t('pool.what')}>
          <Stack>
            <Goods kinds={kinds} draft={draft} change={change} />
            <Tiers draft={draft} change={change} />
            <TextAreaField
              label={t('lot.description')}
              path="description"
              maxLength={1000}
              rows={2}
              value={draft.description}
              onChange={(description) => change({ description })}
            />
          </Stack>
        </Card>
        <Card title={t('pool.whereTitle')}>
          <Stack>
            <TextField
              label={t('lot.siteName')}
              path="siteName"
              required
              maxLength={100}
              value={draft.siteName}
              onChange={(siteName) => change({ siteName })}
            />
            <SiteField label={t('pool.whereMap')} chosen={draft.place} onChange={(place) => change({ place })} />
          </Stack>
        </Card>
      </Columns>
      {!input && <Notice>{t('lot.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('pool.publish')}
        </Button>
      </Row>
    </Form>
  );
}

interface PartProps {
  readonly draft: PoolDraft;
  readonly change: (part: Partial<PoolDraft>) => void;
}

function Goods({ kinds, draft, change }: PartProps & { readonly kinds: readonly Kind[] }): ReactNode {
  const { t } = useTranslation('materials');
  const units = kinds.find(({ id }) => id === draft.kindId)?.units ?? [];
  return (
    <>
      <KindField
        label={t('kind')}
        path="kindId"
        kinds={kinds}
        blank={t('chooseKind')}
        required
        value={draft.kindId}
        onChange={(kindId) => change({ kindId, unit: kinds.find(({ id }) => id === kindId)?.units[0]?.unit ?? '' })}
      />
      <Columns least="s">
        <SelectField
          label={t('unit')}
          path="unit"
          value={draft.unit}
          onChange={(unit) => change({ unit })}
          options={units.map(({ unit, name }) => ({ value: unit, label: name }))}
        />
        <TextField
          label={t('pool.thresholdField')}
          hint={t('pool.thresholdHint')}
          path="threshold"
          type="number"
          min={0}
          step="any"
          required
          value={draft.threshold}
          onChange={(threshold) => change({ threshold })}
        />
        <TextField
          label={t('pool.closesOn')}
          path="closesOn"
          type="date"
          required
          value={draft.closesOn}
          onChange={(closesOn) => change({ closesOn })}
        />
        <TextField
          label={t('pool.supplier')}
          path="supplierName"
          required
          maxLength={100}
          value={draft.supplierName}
          onChange={(supplierName) => change({ supplierName })}
        />
      </Columns>
    </>
  );
}

/** Up in quantity, down in price. */
function Tiers({ draft: { tiers }, change }: PartProps): ReactNode {
  const { t } = useTranslation('materials');
  const set = (place: number, tier: TierDraft): void => change({ tiers: tiers.with(place, tier) });
  return (
    <section>
      <h3>{t('pool.tiers')}</h3>
      {tiers.map((tier, place) => (
        <Columns key={place} least="s">
          <TextField
            label={t('pool.tierFrom', { number: place + 1 })}
            path={`tiers.${place}.fromQuantity`}
            type="number"
            min={0}
            step="any"
            required
            value={tier.from}
            onChange={(from) => set(place, { ...tier, from })}
          />
          <TextField
            label={t('pool.tierPrice', { number: place + 1 })}
            path={`tiers.${place}.fenPerUnit`}
            type="number"
            min={0.01}
            step={0.01}
            required
            value={tier.price}
            onChange={(price) => set(place, { ...tier, price })}
          />
        </Columns>
      ))}
      <Row>
        {tiers.length < mostTiers && (
          <Button onClick={() => change({ tiers: [...tiers, { from: '', price: '' }] })}>{t('pool.addTier')}</Button>
        )}
        {tiers.length > 1 && (
          <Button onClick={() => change({ tiers: tiers.slice(0, -1) })}>{t('pool.dropTier')}</Button>
        )}
      </Row>
    </section>
  );
}
