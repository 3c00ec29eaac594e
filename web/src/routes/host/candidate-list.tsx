import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Bar, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { useToast } from '../../ui/toast';
import styles from './host.module.css';
import { CandidatesDocument, type CandidatesQuery, MakeOffersDocument } from './host.graphql.ts';

type Proposal = NonNullable<CandidatesQuery['need']>['proposals']['edges'][number]['node'];

/** Points of a score are counted of ten thousand. */
const full = 10_000;
const none: NonNullable<CandidatesQuery['need']>['proposals'] = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
};

interface Offering {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: ReadonlySet<string>) => void;
  readonly offer: () => Promise<void>;
  readonly isBusy: boolean;
  /** What went wrong, each said once. */
  readonly problems: readonly string[];
}

/** Offers to all that are chosen; those that did not go out stay chosen, and why is told. */
function useOffering(): Offering {
  const { t } = useTranslation('host');
  const tell = useToast();
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<readonly string[]>([]);
  const { act, isBusy, problem } = useAct(MakeOffersDocument);
  const offer = async (): Promise<void> => {
    const items = [...chosen].map((proposalId) => ({ proposalId }));
    const done = await act({ input: { idempotencyKey: crypto.randomUUID(), items } });
    if (!done) return;
    const failed = done.makeOffers.filter(({ problem: fault }) => fault !== null);
    setRefused([...new Set(failed.map(({ problem: fault }) => fault?.message ?? ''))]);
    choose(new Set(failed.flatMap(({ proposalId }) => proposalId ?? [])));
    tell({ text: t('candidates.sent', { count: done.makeOffers.length - failed.length }) });
  };
  return { chosen, choose, offer, isBusy, problems: problem ? [problem.message] : refused };
}

/** Whom the matching proposes, why, and offers to any number of them at once. */
export function CandidateList({
  needId,
  seatsOpen,
}: {
  readonly needId: string;
  readonly seatsOpen: number;
}): ReactNode {
  const { t } = useTranslation('host');
  const { chosen, choose, offer, isBusy, problems } = useOffering();
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <>
      {problems.map((message) => (
        <Notice key={message} tone="bad">
          {message}
        </Notice>
      ))}
      <Pages
        query={CandidatesDocument}
        variables={{ needId }}
        of={['Proposal', 'Offer']}
        pick={({ need }) => need?.proposals ?? none}
        empty={t('candidates.nothing')}
      >
        {(proposals) => (
          <ul className={styles.list}>
            <li>
              <Button kind="quiet" onClick={() => choose(best(proposals, seatsOpen))}>
                {t('candidates.best', { count: Math.min(seatsOpen, proposals.length) })}
              </Button>
            </li>
            {proposals.map((proposal) => (
              <Candidate
                key={proposal.id}
                proposal={proposal}
                isChosen={chosen.has(proposal.id)}
                onToggle={() => toggle(proposal.id)}
              />
            ))}
          </ul>
        )}
      </Pages>
      <div className={styles.foot} data-on={chosen.size > 0}>
        <Button kind="main" isBusy={isBusy} disabled={chosen.size === 0} onClick={() => void offer()}>
          {t('candidates.offer', { count: chosen.size, open: seatsOpen })}
        </Button>
      </div>
    </>
  );
}

/** As many as there are seats, best first. */
function best(proposals: readonly Proposal[], seats: number): ReadonlySet<string> {
  return new Set(
    proposals
      .toSorted((a, b) => b.score - a.score)
      .slice(0, seats)
      .map(({ id }) => id),
  );
}

interface CandidateProps {
  readonly proposal: Proposal;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Candidate({ proposal, isChosen, onToggle }: CandidateProps): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { distance } = useFormats();
  const { id, score, distanceM, parts, candidate } = proposal;
  const name = t('candidates.anonymous', { code: id.slice(-4).toUpperCase() });
  const level = candidate?.skills[0]?.level;
  return (
    <li className={styles.candidate}>
      <label className={styles.choice}>
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span>{name}</span>
        <Tag>{t('candidates.score', { score: Math.round((100 * score) / full) })}</Tag>
      </label>
      <p className="soft">
        {[distance(distanceM / 1000), level && t(`common:level.${level as 1 | 2 | 3 | 4 | 5}`)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <details>
        <summary>{t('candidates.why')}</summary>
        {parts.map((part) => (
          <Bar
            key={part.name}
            label={t(`common:part.${part.name}`, { defaultValue: part.name })}
            share={part.points / full}
            text={`${Math.round((100 * part.points) / full)}`}
          />
        ))}
      </details>
    </li>
  );
}
