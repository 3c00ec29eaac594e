import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { ClaimCode } from './claim-code';
import { ContractFields } from './contract-fields';
import { blankContract, type ContractDraft, contractInput } from './contract.rules';
import { type ListingHeadsQuery, NameSurplusWorkerDocument, RecordEmploymentDocument } from './lender.graphql.ts';

interface NameHeadProps {
  /** Which head; undefined: the dialog is closed. */
  readonly head: ListingHeadsQuery['surplusHeads']['edges'][number]['node'] | undefined;
  readonly onClose: () => void;
  readonly onCode: (handed: { workerId: string; name: string; code: string }) => void;
}

/** Says who a head is; the worker is asked for consent at once, and signs up with the code that comes back. */
export function NameHead({ head, onClose, onCode }: NameHeadProps): ReactNode {
  const { t } = useTranslation('lender');
  const [named, setNamed] = useState<{
    readonly name: string;
    readonly code: string | null;
    readonly isStated: boolean;
  }>();
  const isOpen = head !== undefined;
  return (
    <Dialog title={named ? t('claim.title') : t('name.title')} isOpen={isOpen} onClose={onClose}>
      {head && !named && (
        <PersonForm
          workerId={head.workerId}
          onClose={onClose}
          onNamed={(name, code, isStated) => {
            setNamed({ name, code, isStated });
            if (code !== null) onCode({ workerId: head.workerId, name, code });
          }}
        />
      )}
      {named && (
        <Stack>
          {named.code === null ? (
            <Notice>{t('claim.repeated')}</Notice>
          ) : (
            <>
              <ClaimCode name={named.name} code={named.code} />
              <Notice tone="call">{t('claim.once')}</Notice>
            </>
          )}
          {!named.isStated && <Notice tone="bad">{t('contract.failed')}</Notice>}
          <p>{t('claim.how', { place: `${location.origin}/sign-up` })}</p>
          <Row>
            <Button kind="main" onClick={onClose}>
              {t('claim.done')}
            </Button>
          </Row>
        </Stack>
      )}
    </Dialog>
  );
}

interface PersonFormProps {
  readonly workerId: string;
  readonly onClose: () => void;
  readonly onNamed: (name: string, code: string | null, isStated: boolean) => void;
}

/** Nothing of this is kept in the browser: it is somebody else's. */
function PersonForm({ workerId, onClose, onNamed }: PersonFormProps): ReactNode {
  const { t } = useTranslation('lender');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [idNumber, setIdNumber] = useState('');
  const [contract, setContract] = useState(blankContract);
  const { go, isBusy, problem } = useNaming(workerId, contract, onNamed);
  const submit = (): Promise<void> => go({ name, phone, idNumber });
  return (
    <Form label={t('name.title')} problem={problem} onSubmit={() => void submit()}>
      <p className="soft">{t('name.what')}</p>
      <TextField
        label={t('name.name')}
        path="person.name"
        value={name}
        onChange={setName}
        autoComplete="off"
        maxLength={100}
        required
      />
      <TextField
        label={t('name.phone')}
        path="person.phone"
        type="tel"
        value={phone}
        onChange={setPhone}
        autoComplete="off"
        maxLength={30}
        required
      />
      <TextField
        label={t('name.idNumber')}
        hint={t('name.idNumberHint')}
        path="person.idNumber"
        value={idNumber}
        onChange={setIdNumber}
        autoComplete="off"
        minLength={15}
        maxLength={40}
        required
      />
      <h3>{t('contract.title')}</h3>
      <ContractFields contract={contract} onChange={setContract} isOptional />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('name.go')}
        </Button>
        <Button onClick={onClose}>{t('name.cancel')}</Button>
      </Row>
    </Form>
  );
}

interface Person {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
}

/** Names a head, and states the contract where one was written down. */
function useNaming(workerId: string, contract: ContractDraft, onNamed: PersonFormProps['onNamed']) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [contractKey] = useState(() => crypto.randomUUID());
  const naming = useAct(NameSurplusWorkerDocument);
  const stating = useAct(RecordEmploymentDocument);
  const go = async (person: Person): Promise<void> => {
    const done = await naming.act({ input: { idempotencyKey, workerId, person } });
    if (!done) return;
    // The head has its name now, whatever becomes of the contract: that can be stated again on the list.
    const isStated =
      contract.startsOn === '' || (await stating.act({ input: contractInput(contract, workerId, contractKey) }));
    const { head, claimCode } = done.nameSurplusWorker;
    onNamed(head.name ?? person.name, claimCode, Boolean(isStated));
  };
  return { go, isBusy: naming.isBusy || stating.isBusy, problem: naming.problem };
}
