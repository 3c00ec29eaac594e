import { matchRoutes, type RouteObject } from 'react-router';

/** The place that a message is about, where it is a screen of ours; what leads anywhere else is no link. */
export function placeOfMessage(link: string | null, routes: readonly RouteObject[]): string | undefined {
  // A browser takes `//` and `/\` for the beginning of another site.
  if (link === null || !/^\/(?![/\\])/.test(link)) return undefined;
  const found = matchRoutes([...routes], link)?.at(-1);
  return found && found.route.path !== '*' ? link : undefined;
}
