import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { CheckField, Form, TextField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { SaveSearchDocument } from './saved.graphql.ts';
import { filtersOf } from './saved.rules';
import type { WorkSearch } from './work.rules';

/** Keeps what is searched for now under a name; for workers. */
export function SaveSearch({ search }: { readonly search: WorkSearch }): ReactNode {
  const { t } = useTranslation('work');
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (me?.kind !== 'WORKER') return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('saved.save')}</Button>
      <Dialog title={t('saved.save')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <SaveForm search={search} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SaveForm({ search, onDone }: { readonly search: WorkSearch; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('work');
  const tell = useToast();
  const { act, problem, isBusy } = useAct(SaveSearchDocument);
  const [name, setName] = useState(search.text);
  const [alerts, setAlerts] = useState(true);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const save = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey, name, alerts, filters: filtersOf(search) } }))) return;
    tell({ text: t('saved.done') });
    onDone();
  };
  return (
    <Form label={t('saved.save')} problem={problem} onSubmit={() => void save()}>
      <TextField
        label={t('saved.name')}
        hint={t('saved.nameHint')}
        path="name"
        value={name}
        onChange={setName}
        maxLength={50}
        required
      />
      <CheckField label={t('saved.alerts')} checked={alerts} onChange={setAlerts} />
      <Button kind="main" type="submit" isBusy={isBusy}>
        {t('saved.go')}
      </Button>
    </Form>
  );
}
