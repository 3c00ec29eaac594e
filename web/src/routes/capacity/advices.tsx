import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { HeatCalendar } from '../../ui/calendar/heat-calendar';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { type Advice, adviceOf, hoursOf } from './capacity.rules';
import styles from './capacity.module.css';
import type { MyRequest } from './requests-page';
import {
  DeclineCapacityProposalDocument,
  HoldProposedDocument,
  RequestProposalsDocument,
  type RequestProposalsQuery,
} from './requests.graphql.ts';
import { useWords } from './words';

type Found = NonNullable<RequestProposalsQuery['capacityRequest']>['proposals'];
type Proposal = Found['edges'][number]['node'];

const nothing: Found = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What matching advises to book, by step and window; it waits for an answer. */
export function Advices({ request: { id, state } }: { readonly request: MyRequest }): ReactNode {
  const { t } = useTranslation('capacity');
  const variables = useMemo(() => ({ id }), [id]);
  if (state !== 'OPEN') return null;
  return (
    <Pages
      query={RequestProposalsDocument}
      variables={variables}
      of={['CapacityProposal', 'CapacityBooking']}
      pick={({ capacityRequest }) => capacityRequest?.proposals ?? nothing}
      empty={t('advice.none')}
    >
      {(proposals) => <AdviceList requestId={id} proposals={proposals} />}
    </Pages>
  );
}

interface AdviceListProps {
  readonly requestId: string;
  readonly proposals: readonly Proposal[];
}

function AdviceList({ requestId, proposals }: AdviceListProps): ReactNode {
  const { t } = useTranslation('capacity');
  const advices = adviceOf(proposals.filter(({ state }) => state === 'PROPOSED'));
  if (advices.length === 0) return <p className="soft">{t('advice.none')}</p>;
  return (
    <section>
      <h3>{t('advice.title', { count: advices.length })}</h3>
      <ul className={styles.proposals}>
        {advices.map((advice) => (
          <OneAdvice key={`${advice.step} ${advice.windowId}`} requestId={requestId} advice={advice} />
        ))}
      </ul>
    </section>
  );
}

interface OneAdviceProps {
  readonly requestId: string;
  readonly advice: Advice<Proposal>;
}

function OneAdvice({ requestId, advice: { step, windowId, proposals } }: OneAdviceProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { money, number } = useFormats();
  const words = useWords();
  // One key for one advice: a second press does not hold it twice.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const window = proposals[0]?.window;
  if (!window) return null;
  const days = proposals.map(({ day, minutes }) => ({ day, minutes })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const costFen = proposals.reduce((sum, proposal) => sum + proposal.costFen, 0);
  return (
    <li>
      <strong>{t('advice.step', { number: step, line: window.line.name })}</strong>
      <p>
        {window.owner.name} · {window.line.workshop.region.name} ·{' '}
        {t('advice.cost', { price: money(window.fenPerHour), cost: money(costFen) })}
      </p>
      <HeatCalendar
        label={t('advice.days')}
        days={days.map(({ day, minutes }) => ({
          ...{ day, share: 1, figure: number(hoursOf(minutes)), text: words.hours(minutes) },
        }))}
      />
      <Row>
        <ActButton
          label={t('advice.take')}
          kind="main"
          document={HoldProposedDocument}
          variables={{
            input: { idempotencyKey, capacityWindowId: windowId, capacityRequestId: requestId, step, days },
          }}
          done={t('advice.taken')}
        />
        {proposals.map(({ id, day }) => (
          <DeclineDay key={id} id={id} day={day} isOnly={proposals.length === 1} />
        ))}
      </Row>
    </li>
  );
}

interface DeclineDayProps {
  readonly id: string;
  readonly day: string;
  readonly isOnly: boolean;
}

function DeclineDay({ id, day, isOnly }: DeclineDayProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { dayAndMonth } = useFormats();
  return (
    <ActButton
      label={isOnly ? t('advice.decline') : t('advice.declineDay', { day: dayAndMonth(day) })}
      document={DeclineCapacityProposalDocument}
      variables={{ input: { capacityProposalId: id } }}
      done={t('advice.declined')}
    />
  );
}
