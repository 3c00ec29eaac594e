import type { SelectQueryBuilder } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Offer } from './offer.entity.js';
import type { OfferRole } from './offer.input.js';

/** Limits a query to the offers a viewer is party to: its host, its lender, its worker. */
export function offersOf(query: SelectQueryBuilder<Offer>, viewer: Viewer): SelectQueryBuilder<Offer> {
  if (viewer.kind === 'enterprise')
    return query.andWhere('(offer.hostId = :enterpriseId OR offer.lenderId = :enterpriseId)', {
      enterpriseId: viewer.enterpriseId,
    });
  if (viewer.kind === 'worker') return query.andWhere('offer.workerId = :workerId', { workerId: viewer.workerId });
  return query.andWhere('FALSE');
}

/** Narrows such a query to one side of the deal; nobody but an enterprise is on either. */
export function offersAs(query: SelectQueryBuilder<Offer>, viewer: Viewer, role: OfferRole): SelectQueryBuilder<Offer> {
  if (viewer.kind !== 'enterprise') return query.andWhere('FALSE');
  const party = `offer.${role}Id = :party` as const;
  return query.andWhere(party, { party: viewer.enterpriseId });
}
