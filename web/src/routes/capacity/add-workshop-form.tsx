import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import type { ChosenPlace } from '../../ui/map/place-field';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { useToast } from '../../ui/toast';
import { AddWorkshopDocument } from './lines.graphql.ts';

/** Where lines stand. */
export function AddWorkshopForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const tell = useToast();
  const site = useSite();
  const { act, isBusy, problem } = useAct(AddWorkshopDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ChosenPlace | null>(null);
  const place = chosen ?? site;
  const add = async (): Promise<void> => {
    if (!place) return;
    const { regionId, latitude, longitude } = place;
    if (!(await act({ input: { idempotencyKey, name, regionId, latitude, longitude } }))) return;
    tell({ text: t('workshop.added') });
    onClose();
  };
  return (
    <Form label={t('workshop.add')} problem={problem} onSubmit={() => void add()}>
      <TextField label={t('workshop.name')} path="name" required maxLength={100} value={name} onChange={setName} />
      <SiteField label={t('workshop.map')} chosen={chosen} onChange={setChosen} />
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy} disabled={!place}>
          {t('workshop.add')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
