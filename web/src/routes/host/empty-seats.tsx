import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Bar, Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { EmptySeatsDocument } from './host.graphql.ts';

/** Why seats are empty: how many workers each single thing keeps away, so that the host sees what to change. */
export function EmptySeats({ needId }: { readonly needId: string }): ReactNode {
  const { t } = useTranslation('host');
  const context = useMemo(() => ({ additionalTypenames: ['Offer', 'Proposal'] }), []);
  const [answer, ask] = useLiveQuery({ query: EmptySeatsDocument, variables: { needId }, context });
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
            </Stack>
          </Card>
        );
      }}
    </Answer>
  );
}
