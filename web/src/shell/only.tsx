import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session';
import type { AccountKind } from '../api/session.graphql.ts';
import { Loading } from '../ui/state';
import { startOf } from './places';

/** Screens of some kinds of user. The API decides what anyone may see; this only saves them a dead end. */
export function Only({ kinds }: { readonly kinds: readonly AccountKind[] }): ReactNode {
  const { me } = useSession();
  const { pathname } = useLocation();
  if (me === undefined) return <Loading />;
  if (me === null) return <Navigate to="/log-in" replace state={{ from: pathname }} />;
  return kinds.includes(me.kind) ? <Outlet /> : <Navigate to={startOf(me.kind)} replace />;
}
