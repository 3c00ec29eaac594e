import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { type ListedFragment, SetAccountStateDocument } from './operator.graphql.ts';

interface OfAccount {
  readonly account: Pick<ListedFragment, 'id' | 'login' | 'state' | 'stateNote'>;
}

/** Blocks an account with a reason, or lets it in again. */
export function AccountState({ account }: OfAccount): ReactNode {
  const { t } = useTranslation('operator');
  const [isAsking, setAsking] = useState(false);
  const { login, state } = account;
  if (state === 'BLOCKED') return <Unblock account={account} />;
  return (
    <>
      <Button kind="bad" aria-label={t('block.of', { login })} onClick={() => setAsking(true)}>
        {t('block.do')}
      </Button>
      <Dialog title={t('block.of', { login })} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Block account={account} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

function Block({ account, onClose }: OfAccount & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('operator');
  const tell = useToast();
  const [note, setNote] = useState('');
  const { act, isBusy, problem } = useAct(SetAccountStateDocument);
  const { id, login } = account;
  const unblock = (): void => void act({ input: { accountId: id, state: 'ACTIVE' } });
  const block = async (): Promise<void> => {
    if (!(await act({ input: { accountId: id, state: 'BLOCKED', note: note.trim() } }))) return;
    tell({ text: t('block.done', { login }), undo: { label: t('undo'), run: unblock } });
    onClose();
  };
  return (
    <Form label={t('block.do')} problem={problem} onSubmit={() => void block()}>
      <p>{t('block.explain')}</p>
      <TextField
        label={t('block.reason')}
        hint={t('block.reasonHint')}
        path="note"
        value={note}
        onChange={setNote}
        required
        maxLength={500}
      />
      <Row>
        <Button type="submit" kind="bad" isBusy={isBusy}>
          {t('block.do')}
        </Button>
        <Button onClick={onClose}>{t('block.leave')}</Button>
      </Row>
    </Form>
  );
}

function Unblock({ account }: OfAccount): ReactNode {
  const { t } = useTranslation('operator');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(SetAccountStateDocument);
  const { id, login, stateNote } = account;
  const blockAgain = (): void =>
    void act({ input: { accountId: id, state: 'BLOCKED', note: stateNote ?? t('unblock.undone') } });
  const unblock = async (): Promise<void> => {
    if (!(await act({ input: { accountId: id, state: 'ACTIVE' } }))) return;
    tell({ text: t('unblock.done', { login }), undo: { label: t('undo'), run: blockAgain } });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button isBusy={isBusy} aria-label={t('unblock.of', { login })} onClick={() => void unblock()}>
        {t('unblock.do')}
      </Button>
    </>
  );
}
