import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { RadioList } from '../../ui/act/radio-list';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { EndEmploymentDocument, type EndEmploymentMutation, type EmploymentEndReason } from './lender.graphql.ts';

const reasons: readonly EmploymentEndReason[] = ['EXPIRED', 'AGREED', 'RESIGNED', 'DISMISSED', 'OTHER'];

/** How far back the API takes a last day. */
const longest = 366;

type Findings = EndEmploymentMutation['endEmployment']['findings'];

interface EndContractProps {
  readonly workerId: string;
  readonly name: string;
}

/** The way to state that a worker's labour contract has ended: what follows is said before. */
export function EndContract({ workerId, name }: EndContractProps): ReactNode {
  const { t } = useTranslation('lender');
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button kind="quiet" aria-label={t('ended.goOf', { name })} onClick={() => setOpen(true)}>
        {t('ended.go')}
      </Button>
      <Dialog title={t('ended.of', { name })} isOpen={isOpen} onClose={close}>
        <EndContractForm workerId={workerId} name={name} onClose={close} />
      </Dialog>
    </>
  );
}

function EndContractForm({ workerId, name, onClose }: EndContractProps & { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(EndEmploymentDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<EmploymentEndReason>();
  const [endedOn, setEndedOn] = useState('');
  const [findings, setFindings] = useState<Findings>([]);
  const send = async (): Promise<void> => {
    if (!reason) return;
    const answer = await act({ input: { idempotencyKey, workerId, reason, endedOn } });
    if (!answer) return;
    tell({ text: t('ended.done', { name }) });
    if (answer.endEmployment.findings.length > 0) setFindings(answer.endEmployment.findings);
    else onClose();
  };
  if (findings.length > 0) return <EndFindings findings={findings} onClose={onClose} />;
  return (
    <Form label={t('ended.go')} problem={problem} onSubmit={() => void send()}>
      <Notice tone="call">
        <p>{t('ended.what')}</p>
        <p>
          <small>
            <Link to="/rules#R23">{t('ended.rule')}</Link>
          </small>
        </p>
      </Notice>
      <RadioList
        label={t('ended.reason')}
        value={reason}
        onChange={setReason}
        options={reasons.map((value) => ({ value, label: t(`endReason.${value}`) }))}
      />
      <TextField
        label={t('ended.lastDay')}
        hint={t('ended.lastDayHint')}
        path="endedOn"
        type="date"
        min={inDays(-longest)}
        max={inDays(0)}
        required
        value={endedOn}
        onChange={setEndedOn}
      />
      <Row>
        <Button kind="bad" type="submit" isBusy={isBusy}>
          {t('ended.send')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}

interface EndFindingsProps {
  readonly findings: Findings;
  readonly onClose: () => void;
}

/** What the law has to say to an employer that lets many go; it is done all the same. */
function EndFindings({ findings, onClose }: EndFindingsProps): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <>
      {findings.map(({ message, rule }) => (
        <Notice tone="call" key={rule.id}>
          <p>{message}</p>
          <p>
            <small>
              <Link to={`/rules#${rule.id}`}>
                {rule.id} · {rule.clause}
              </Link>
            </small>
          </p>
        </Notice>
      ))}
      <Button onClick={onClose}>{t('ended.read')}</Button>
    </>
  );
}
