/** Who looks at the screens of the demo region, by their log-in. */
export type Looker = 'nobody' | 'worker' | 'lent' | 'host' | 'lender' | 'quanzhou' | 'operator';

export interface Screen {
  readonly name: string;
  readonly path: string;
  /** A link to follow from there, for screens whose address only the data know. */
  readonly follow?: string;
  /** Shows codes of the API on purpose, which look like the keys of missing texts. */
  readonly hasCodes?: true;
}

/** Every screen of the console, by who has it. A screen that is missing here is not looked at by any test. */
export const screens: Readonly<Record<Looker, readonly Screen[]>> = {
  nobody: [
    { name: 'home', path: '/' },
    { name: 'log-in', path: '/log-in' },
    { name: 'sign-up', path: '/sign-up' },
    { name: 'work', path: '/work' },
    { name: 'gate', path: '/gate' },
    { name: 'verify', path: '/verify' },
    { name: 'rules', path: '/rules' },
    { name: 'nowhere', path: '/no/such/screen' },
  ],
  worker: [
    { name: 'today', path: '/my' },
    { name: 'find-work', path: '/work' },
    { name: 'my-placements', path: '/my/placements' },
    { name: 'my-pass', path: '/my/pass' },
    { name: 'my-attendance', path: '/my/attendance' },
    { name: 'voice', path: '/my/voice' },
    { name: 'profile', path: '/my/profile' },
    { name: 'messages', path: '/messages' },
  ],
  lent: [
    { name: 'today-lent', path: '/my' },
    { name: 'placements-lent', path: '/my/placements' },
    { name: 'placement-lent', path: '/my/placements', follow: 'main h2 a' },
    { name: 'profile-lent', path: '/my/profile' },
    { name: 'pay-lent', path: '/my/pay' },
  ],
  host: [
    { name: 'needs', path: '/host' },
    { name: 'new-need', path: '/host/new' },
    { name: 'need', path: '/host', follow: 'main h2 a' },
    { name: 'placements', path: '/host/placements' },
    { name: 'placement', path: '/host/placements', follow: 'main tbody th a' },
    { name: 'on-site', path: '/host/on-site' },
    { name: 'attendance', path: '/host/attendance' },
    { name: 'attendance-by-day', path: '/host/attendance?by=day' },
    { name: 'attendance-import', path: '/host/attendance/import' },
    { name: 'gate-host', path: '/gate' },
    { name: 'account', path: '/account' },
    { name: 'webhooks', path: '/webhooks' },
    { name: 'agreements', path: '/agreements' },
    { name: 'agreement', path: '/agreements', follow: 'main h2 a' },
    { name: 'materials', path: '/materials' },
    { name: 'materials-wanted', path: '/materials/wanted' },
    { name: 'materials-lots', path: '/materials/lots' },
    { name: 'materials-lot-new', path: '/materials/lots/new' },
    { name: 'materials-requests', path: '/materials/requests' },
    { name: 'materials-request-new', path: '/materials/requests/new' },
    { name: 'materials-transfers', path: '/materials/transfers' },
    { name: 'materials-pools', path: '/materials/pools' },
    { name: 'materials-pool-new', path: '/materials/pools/new' },
    { name: 'capacity', path: '/capacity' },
    { name: 'capacity-wanted', path: '/capacity/wanted' },
    { name: 'capacity-lines', path: '/capacity/lines' },
    { name: 'capacity-windows', path: '/capacity/windows' },
    { name: 'capacity-window-new', path: '/capacity/windows/new' },
    { name: 'capacity-requests', path: '/capacity/requests' },
    { name: 'capacity-request-new', path: '/capacity/requests/new' },
    { name: 'capacity-bookings', path: '/capacity/bookings' },
    { name: 'settlements', path: '/settlements' },
    { name: 'settlement', path: '/settlements', follow: 'main article h2 a' },
  ],
  lender: [
    { name: 'surplus', path: '/lender' },
    { name: 'surplus-listing', path: '/lender', follow: 'main h2 a' },
    { name: 'new-surplus', path: '/lender/new' },
    { name: 'returning', path: '/lender/returning' },
    { name: 'confirmations', path: '/lender/confirmations' },
    { name: 'lent-attendance', path: '/lender/attendance' },
    { name: 'agreements-lender', path: '/agreements' },
    { name: 'settlements-lender', path: '/settlements' },
    { name: 'settlement-lender', path: '/settlements', follow: 'main article h2 a' },
  ],
  quanzhou: [
    { name: 'wall', path: '/bureau' },
    { name: 'desk', path: '/bureau/desk' },
    ...['complaints', 'injuries', 'returns', 'penalties', 'reviews', 'dispatch', 'sanctions'].map((tab) => ({
      name: `desk-${tab}`,
      path: `/bureau/desk?tab=${tab}`,
    })),
    { name: 'register', path: '/bureau/enterprises' },
    { name: 'late-payments', path: '/bureau/late-payments' },
    { name: 'agreements-signed', path: '/agreements' },
    { name: 'agreement-signed', path: '/agreements', follow: 'main h2 a' },
    { name: 'capacity-bureau', path: '/capacity' },
    { name: 'capacity-wanted-bureau', path: '/capacity/wanted' },
    { name: 'materials-wanted-bureau', path: '/materials/wanted' },
    { name: 'materials-bureau', path: '/materials' },
    { name: 'materials-pools-bureau', path: '/materials/pools' },
    { name: 'matching', path: '/matching' },
    { name: 'weights', path: '/matching/weights' },
    { name: 'what-if', path: '/matching/what-if' },
    { name: 'markets', path: '/matching/markets' },
    { name: 'match-run', path: '/matching', follow: 'main table a' },
  ],
  operator: [
    { name: 'system', path: '/operator' },
    { name: 'accounts', path: '/operator/accounts' },
    { name: 'audit', path: '/operator/audit', hasCodes: true },
    { name: 'matching-operator', path: '/matching' },
    { name: 'weights-operator', path: '/matching/weights' },
    { name: 'markets-operator', path: '/matching/markets?least=70' },
  ],
};
