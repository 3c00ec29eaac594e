import type common from '../locales/zh-CN/common.json';
import type { AccountKind } from '../api/session.graphql.ts';

export interface Place {
  readonly to: string;
  /** On a phone there is room for five: the rest stand behind "more". */
  readonly isMore?: true;
  readonly text: `place.${keyof (typeof common)['place']}`;
  readonly icon: string;
  /** Screens that lie elsewhere and belong to it. */
  readonly covers?: readonly string[];
}

const messages: Place = { to: '/messages', text: 'place.messages', icon: '✉' };

const matching: Place = { to: '/matching', text: 'place.matching', icon: '⇌' };
const account: Place = { to: '/account', text: 'place.account', icon: '⚙' };

const places: Record<AccountKind, readonly Place[]> = {
  WORKER: [
    { to: '/my', text: 'place.today', icon: '☀' },
    { to: '/my/pass', text: 'place.pass', icon: '▣' },
    { to: '/work', text: 'place.work', icon: '⌕' },
    { to: '/my/placements', text: 'place.placements', icon: '⚒' },
    { to: '/my/buses', text: 'place.buses', icon: '⇉', isMore: true },
    { to: '/my/pay', text: 'place.pay', icon: '¥', isMore: true },
    { to: '/my/profile', text: 'place.profile', icon: '☺', isMore: true },
    { ...messages, isMore: true },
  ],
  ENTERPRISE: [
    { to: '/host', text: 'place.needs', icon: '⚑' },
    { to: '/host/placements', text: 'place.onSite', icon: '⚒', covers: ['/host/on-site', '/host/attendance'] },
    { to: '/lender', text: 'place.surplus', icon: '⇄' },
    { to: '/agreements', text: 'place.agreements', icon: '✍' },
    { to: '/orders', text: 'place.orders', icon: '☑', isMore: true },
    { to: '/settlements', text: 'place.settlements', icon: '¥', isMore: true },
    { to: '/materials', text: 'place.materials', icon: '▤', isMore: true },
    { to: '/capacity', text: 'place.capacity', icon: '◫', isMore: true },
    { ...messages, isMore: true },
    { ...account, isMore: true, covers: ['/webhooks'] },
  ],
  BUREAU: [
    { to: '/bureau', text: 'place.wall', icon: '▦' },
    { to: '/bureau/indicators', text: 'place.indicators', icon: '∿', isMore: true },
    { to: '/bureau/alerts', text: 'place.alerts', icon: '△', isMore: true },
    { to: '/bureau/flows', text: 'place.flows', icon: '≋', isMore: true },
    { to: '/bureau/transport', text: 'place.transport', icon: '⇉', isMore: true },
    { to: '/bureau/forecast', text: 'place.forecast', icon: '↗', isMore: true },
    { to: '/bureau/reports', text: 'place.reports', icon: '▧', isMore: true },
    { to: '/bureau/external', text: 'place.external', icon: '⊕', isMore: true },
    { to: '/bureau/desk', text: 'place.desk', icon: '✔' },
    { to: '/bureau/enterprises', text: 'place.register', icon: '⌂' },
    { to: '/bureau/late-payments', text: 'place.late', icon: '¥', isMore: true },
    matching,
    { to: '/orders', text: 'place.orders', icon: '☑', isMore: true },
    { to: '/materials', text: 'place.materials', icon: '▤', isMore: true },
    { to: '/capacity', text: 'place.capacity', icon: '◫', isMore: true },
    { ...messages, isMore: true },
    { ...account, isMore: true },
  ],
  OPERATOR: [
    { to: '/operator', text: 'place.system', icon: '♥' },
    { to: '/operator/accounts', text: 'place.accounts', icon: '☺' },
    matching,
    { to: '/operator/audit', text: 'place.audit', icon: '☰' },
    messages,
    account,
  ],
};

/** Where each kind of user can go, most used first; a phone shows them at its lower edge. */
export function placesOf(kind: AccountKind | undefined): readonly Place[] {
  return kind === undefined ? [] : places[kind];
}

/** Where each kind of user begins. */
export function startOf(kind: AccountKind): string {
  return places[kind][0]?.to ?? '/';
}

/** Whether one is at this place: on its screen, below it, or on one that it covers. Where another place lies below it, only its own screen counts. */
export function isAt(place: Place, pathname: string, places: readonly Place[]): boolean {
  const { to, covers = [] } = place;
  const isExact = places.some((other) => other.to.startsWith(`${to}/`));
  return [...(isExact ? [] : [to]), ...covers].some((path) => lies(pathname, path)) || bare(pathname) === to;
}

function lies(pathname: string, path: string): boolean {
  return bare(pathname) === path || pathname.startsWith(`${path}/`);
}

/** Without a slash at its end. */
function bare(pathname: string): string {
  return pathname.replace(/\/+$/, '');
}
