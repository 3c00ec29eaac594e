import type { SavedSearchesQuery } from './saved.graphql.ts';
import { radiiKm, variablesOf, type WorkSearch } from './work.rules';

export type Saved = SavedSearchesQuery['savedSearches']['edges'][number]['node'];

/** A search as the API keeps it: everything but the order. */
export function filtersOf(search: WorkSearch) {
  return variablesOf({ ...search, sort: null });
}

/** A kept search as the address of the page holds one. */
export function addressOf({ near, text, minWageFen, wageUnit, lodging }: Saved['filters']): URLSearchParams {
  const address = new URLSearchParams();
  if (text !== null) address.set('text', text);
  if (minWageFen !== null) address.set('wage', String(minWageFen / 100));
  if (wageUnit !== null) address.set('unit', wageUnit);
  if (lodging) address.set('lodging', 'yes');
  if (near) address.set('at', `${near.latitude},${near.longitude}`);
  else address.set('anywhere', 'yes');
  const km = radiiKm.find((radius) => 1000 * radius >= (near?.radiusM ?? 0)) ?? radiiKm.at(-1);
  if (near) address.set('km', String(km));
  return address;
}

/** With what to keep a search again that was just deleted. */
export function againOf({ name, alerts, filters }: Saved) {
  const { near, text, minWageFen, wageUnit, currency, lodging, regionId, occupationId } = filters;
  return {
    name,
    alerts,
    filters: {
      ...{ text, minWageFen, wageUnit, lodging, regionId, occupationId },
      ...(currency !== null && { currency }),
      near: near && { latitude: near.latitude, longitude: near.longitude, radiusM: near.radiusM },
    },
  };
}
