import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Card } from '../../ui/card';
import { Pages } from '../../ui/pages';
import styles from '../desk/desk.module.css';
import { MyReviewsDocument } from './placement.graphql.ts';
import { ReviewView } from './review-view';

/** What the viewer wrote of others and others wrote of them, with the answers that are still open. */
export function MyReviews({ placements }: { readonly placements: '/my/placements' | '/host/placements' }): ReactNode {
  const { t } = useTranslation('placement');
  return (
    <Card title={t('review.mine')}>
      <Pages
        query={MyReviewsDocument}
        variables={{}}
        of={['Review']}
        pick={({ reviews }) => reviews}
        empty={t('review.none')}
      >
        {(reviews) => (
          <ul className={styles.list}>
            {reviews.map((review) => (
              <li key={review.id}>
                <ReviewView review={review} />
                <Link className={styles.link} to={`${placements}/${review.placementId}`}>
                  {t('review.placement')}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Card>
  );
}
