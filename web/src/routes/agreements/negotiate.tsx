import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { useLiveQuery } from '../../api/live';
import { useSession } from '../../api/session';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { AgreementsForNeedDocument, DraftAgreementDocument } from './agreements.graphql.ts';
import { sideOf } from './agreement.rules';

interface NegotiateProps {
  readonly needId: string;
  /** The enterprise on the other side of the offer. */
  readonly partnerId: string;
}

/** From an offer to its agreement: to the one that stands or is being negotiated, else a new one. */
export function Negotiate({ needId, partnerId }: NegotiateProps): ReactNode {
  const { t } = useTranslation('agreements');
  const { me } = useSession();
  const goTo = useNavigate();
  const context = useMemo(() => ({ additionalTypenames: ['Agreement'] }), []);
  const [{ data }] = useLiveQuery({ query: AgreementsForNeedDocument, variables: { needId }, context });
  const { act, isBusy, problem } = useAct(DraftAgreementDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const begin = async (): Promise<void> => {
    const done = await act({ input: { idempotencyKey, needId, partnerId } });
    if (done) await goTo(`/agreements/${done.draftAgreement.id}`);
  };
  if (!data) return null;
  const known = data.agreements.edges
    .map(({ node }) => node)
    .find(({ state, ...parties }) => {
      const side = sideOf(parties, me?.enterprise?.id);
      const partner = side === 'host' ? parties.lender : parties.host;
      return partner?.id === partnerId && state !== 'REJECTED' && state !== 'TERMINATED' && state !== 'ENDED';
    });
  if (known)
    return (
      <Link to={`/agreements/${known.id}`}>
        {t('negotiate.known', { number: known.number, state: t(`state.${known.state}`) })}
      </Link>
    );
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button isBusy={isBusy} onClick={() => void begin()}>
        {t('negotiate.go')}
      </Button>
    </>
  );
}
