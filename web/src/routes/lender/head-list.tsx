import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { ClaimCode } from './claim-code';
import { ContractDialog } from './contract-dialog';
import { ContractForAll } from './contract-for-all';
import { contractDraft } from './contract.rules';
import { HeadContract } from './head-contract';
import { consentTones } from './consent.rules';
import styles from './lender.module.css';
import { ListingHeadsDocument, type ListingHeadsQuery } from './lender.graphql.ts';
import { NameHead } from './name-head';

type Head = ListingHeadsQuery['surplusHeads']['edges'][number]['node'];

const filters = { all: null, unnamed: false, named: true } as const;
const choices = ['all', 'unnamed', 'named'] as const;

/** A code that stands on this page until one leaves it: it is shown by the API only once. */
interface HandedCode {
  readonly workerId: string;
  readonly name: string;
  readonly code: string;
}

interface HeadListProps {
  readonly listingId: string;
  /** Only heads on offer can be named. */
  readonly isOpen: boolean;
}

/** The heads of a listing: who they are, and what each answered. */
export function HeadList({ listingId, isOpen }: HeadListProps): ReactNode {
  const { t } = useTranslation('lender');
  const [filter, setFilter] = useState<(typeof choices)[number]>('all');
  const [naming, setNaming] = useState<Head>();
  const [stating, setStating] = useState<Head>();
  const [codes, setCodes] = useState<readonly HandedCode[]>([]);
  return (
    <Stack>
      <Choice
        label={t('heads.filter')}
        value={filter}
        onChange={(chosen) => setFilter(choices.find((one) => one === chosen) ?? 'all')}
        options={choices.map((value) => ({ value, label: t(`heads.${value}`) }))}
      />
      <ContractForAll listingId={listingId} />
      <HandedCodes codes={codes} />
      <Pages
        key={filter}
        query={ListingHeadsDocument}
        variables={{ listingId, named: filters[filter] }}
        of={['SurplusHead', 'Consent', 'Employment', 'EmploymentEnd']}
        pick={({ surplusHeads }) => surplusHeads}
        empty={t('heads.nothing')}
      >
        {(heads) => (
          <ul className={styles.rows}>
            {heads.map((head) => (
              <HeadRow
                key={head.workerId}
                head={head}
                onName={isOpen ? () => setNaming(head) : undefined}
                onState={() => setStating(head)}
              />
            ))}
          </ul>
        )}
      </Pages>
      <NameHead
        key={naming?.workerId}
        head={naming}
        onClose={() => setNaming(undefined)}
        onCode={(code) => setCodes((known) => [...known, code])}
      />
      <ContractDialog
        key={`contract ${stating?.workerId ?? ''}`}
        worker={stating && { id: stating.workerId, name: stating.name ?? '' }}
        known={contractDraft(stating?.employment ?? null)}
        onClose={() => setStating(undefined)}
      />
    </Stack>
  );
}

/** Codes that were handed out while one was here. */
function HandedCodes({ codes }: { readonly codes: readonly HandedCode[] }): ReactNode {
  const { t } = useTranslation('lender');
  if (codes.length === 0) return null;
  return (
    <Notice tone="call">
      <p>{t('claim.keep')}</p>
      <ul className={styles.rows}>
        {codes.map(({ workerId, name, code }) => (
          <li key={workerId}>
            <ClaimCode name={name} code={code} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface HeadRowProps {
  readonly head: Head;
  readonly onName: (() => void) | undefined;
  readonly onState: () => void;
}

function HeadRow({ head, onName, onState }: HeadRowProps): ReactNode {
  const { t } = useTranslation(['lender', 'common']);
  const { workerId, name, level, occupation, consent, claimPending } = head;
  const code = workerId.slice(-4).toUpperCase();
  return (
    <li>
      <div className={styles.between}>
        <span>
          <strong>{name ?? t('heads.anonymous', { code })}</strong>{' '}
          <span className="soft">
            {[occupation?.name, level && t(`common:level.${level as 1 | 2 | 3 | 4 | 5}`)].filter(Boolean).join(' · ')}
          </span>
        </span>
        {consent && <Tag tone={consentTones[consent.state]}>{t(`consentState.${consent.state}`)}</Tag>}
        {name === null && onName && (
          <Button onClick={onName} aria-label={t('heads.nameOf', { code })}>
            {t('heads.name')}
          </Button>
        )}
      </div>
      {consent && (
        <p className="soft">
          <Answered consent={consent} />
          {claimPending && ` · ${t('heads.claimPending')}`}
        </p>
      )}
      {name !== null && <HeadContract head={head} name={name} onState={onState} />}
    </li>
  );
}

/** When a request lapses, or when it was answered. */
function Answered({ consent }: { readonly consent: NonNullable<Head['consent']> }): ReactNode {
  const { t } = useTranslation('lender');
  const { ago, dateTime } = useFormats();
  const { state, expiresAt, decidedAt } = consent;
  if (state === 'REQUESTED') return t('consents.lapses', { when: ago(expiresAt), at: dateTime(expiresAt) });
  return decidedAt === null ? null : t('consents.decided', { at: dateTime(decidedAt) });
}
