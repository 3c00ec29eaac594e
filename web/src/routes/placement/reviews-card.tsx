import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card';
import { Stack } from '../../ui/layout';
import type { Life } from './placement.rules';
import { ReviewView } from './review-view';

/** What the sides said of each other. */
export function ReviewsCard({ life: { reviews } }: { readonly life: Life }): ReactNode {
  const { t } = useTranslation('placement');
  return (
    reviews.length > 0 && (
      <Card title={t('review.title')}>
        <Stack>
          {reviews.map((review) => (
            <ReviewView key={review.id} review={review} />
          ))}
        </Stack>
      </Card>
    )
  );
}
