import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Bar, Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { EmptySeatsDocument } from './host.graphql.ts';

interface EmptySeatsProps {
  readonly needId: string;
  /** What may be done about it. */
  readonly children?: ReactNode;
}

/** Why seats are empty: how many workers each single thing keeps away, so that who looks sees what to change. */
export function EmptySeats({ needId, children }: EmptySeatsProps): ReactNode {
  const { t } = useTranslation('host');
  const context = useMemo(() => ({ additionalTypenames: ['Offer', 'Proposal'] }), []);
  const variables = useMemo(() => ({ needId }), [needId]);
  const [answer, ask] = useLiveQuery({ query: EmptySeatsDocument, variables, context });
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
              {children}
            </Stack>
          </Card>
        );
      }}
    </Answer>
  );
}
