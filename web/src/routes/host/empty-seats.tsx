import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Bar, Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import type { ChangeableNeed } from './change-by-remedy.rules';
import { EmptySeatsDocument } from './host.graphql.ts';
import { WhatWouldFill } from './what-would-fill';

/** Why seats are empty: how many workers each single thing keeps away, so that the host sees what to change, and what would fill them. */
export function EmptySeats({ need: asked }: { readonly need: ChangeableNeed }): ReactNode {
  const { t } = useTranslation('host');
  const context = useMemo(() => ({ additionalTypenames: ['Offer', 'Proposal'] }), []);
  const [answer, ask] = useLiveQuery({ query: EmptySeatsDocument, variables: { needId: asked.id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ need }) => {
        const { seats = 0, reasons = [], isComplete = true } = need?.emptySeats ?? {};
        if (seats === 0) return null;
        const most = Math.max(1, ...reasons.map(({ workers }) => workers));
        return (
          <Card title={t('emptySeats.title', { count: seats })}>
            <Stack>
              <p className="soft">
                {reasons.length === 0 ? t('emptySeats.nobody') : t('emptySeats.each')}
                {!isComplete && t('emptySeats.atLeast')}
              </p>
              {reasons.map(({ code, label, workers }) => (
                <Bar
                  key={code}
                  label={label}
                  share={workers / most}
                  text={t('emptySeats.workers', { count: workers })}
                />
              ))}
              <WhatWouldFill need={asked} />
            </Stack>
          </Card>
        );
      }}
    </Answer>
  );
}
