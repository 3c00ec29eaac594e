import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { type Agreement, sideOf, turnsOf } from './agreement.rules';
import styles from './agreements.module.css';
import { AgreeToTermsDocument } from './agreements.graphql.ts';
import { EndEarlyDialog } from './end-early-dialog';
import { RejectDialog } from './reject-dialog';
import { SignDialog } from './sign-dialog';
import type { Editing } from './terms-form';

type Asking = 'sign' | 'reject' | 'end';

interface TurnProps {
  readonly agreement: Agreement;
  readonly onEdit: (editing: Editing) => void;
}

/** Whose turn it is, and what the viewer can do now. */
export function Turn({ agreement, onEdit }: TurnProps): ReactNode {
  const { t } = useTranslation('agreements');
  const tell = useToast();
  const [asking, setAsking] = useState<Asking>();
  const agree = useAct(AgreeToTermsDocument);
  const { id, version, actions } = agreement;
  const isToFill = agreement.state === 'DRAFT' && agreement.findings.some(({ severity }) => severity === 'BLOCK');
  const close = (): void => setAsking(undefined);
  const issue = async (): Promise<void> => {
    if (await agree.act({ input: { agreementId: id, version } })) tell({ text: t('act.agreed') });
  };
  return (
    <section className={styles.turn} aria-label={t('act.title')}>
      <WhoseTurn agreement={agreement} />
      {agree.problem && <Notice tone="bad">{agree.problem.message}</Notice>}
      <Row>
        {actions.includes('SIGN') && (
          <Button kind="main" onClick={() => setAsking('sign')}>
            {t('act.SIGN')}
          </Button>
        )}
        {actions.includes('ISSUE') && (
          <Button kind="main" isBusy={agree.isBusy} onClick={() => void issue()}>
            {t('act.ISSUE')}
          </Button>
        )}
        {actions.includes('PROPOSE') && (
          <Button kind={isToFill ? 'main' : 'plain'} onClick={() => onEdit('propose')}>
            {t('act.PROPOSE')}
          </Button>
        )}
        {actions.includes('AMEND') && <Button onClick={() => onEdit('amend')}>{t('act.AMEND')}</Button>}
        {actions.includes('REJECT') && <Button onClick={() => setAsking('reject')}>{t('act.REJECT')}</Button>}
        {actions.includes('TERMINATE') && <Button onClick={() => setAsking('end')}>{t('act.TERMINATE')}</Button>}
      </Row>
      <SignDialog agreement={agreement} isOpen={asking === 'sign'} onClose={close} />
      <RejectDialog agreement={agreement} isOpen={asking === 'reject'} onClose={close} />
      <EndEarlyDialog agreement={agreement} isOpen={asking === 'end'} onClose={close} />
    </section>
  );
}

function WhoseTurn({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { t } = useTranslation('agreements');
  const { me } = useSession();
  const { ago } = useFormats();
  const { state, findings, actions, expiresAt, host, lender } = agreement;
  const side = sideOf(agreement, me?.enterprise?.id);
  const turns = turnsOf(agreement);
  if (turns.length === 0 || side === undefined) return <p>{t(`stands.${state}`)}</p>;
  const partner = side === 'host' ? lender?.name : host?.name;
  const isMine = turns.includes(side);
  const hasGaps = findings.some(({ severity }) => severity === 'BLOCK');
  const what =
    state === 'ISSUED'
      ? isMine
        ? actions.includes('SIGN')
          ? 'sign'
          : 'ownerSigns'
        : 'theySign'
      : isMine
        ? hasGaps
          ? 'fill'
          : 'answer'
        : 'theyAnswer';
  return (
    <p>
      <strong>{t(isMine ? 'turn.yours' : 'turn.theirs')}</strong> {t(`turn.${what}`, { partner })}{' '}
      <span className="soft">{t('list.lapses', { when: ago(expiresAt) })}</span>
    </p>
  );
}
