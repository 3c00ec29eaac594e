import { useQuery } from 'urql';
import { useSession } from '../../api/session';
import type { ChosenPlace } from '../map/place-field';
import { MySiteDocument } from './site.graphql.ts';

/** Where the enterprise itself is; null where that is not known, and for all others. */
export function useSite(): ChosenPlace | null {
  const { me } = useSession();
  const [{ data }] = useQuery({ query: MySiteDocument, variables: {}, pause: me?.kind !== 'ENTERPRISE' });
  if (!data) return null;
  const { latitude, longitude, region } = data.myEnterprise;
  if (latitude === null || longitude === null) return null;
  return { latitude, longitude, regionId: region.id, regionName: region.name };
}
