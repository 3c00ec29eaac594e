/** Who looks at the screens of the demo region, by their log-in. */
export type Looker = 'nobody' | 'worker' | 'lent' | 'host' | 'lender' | 'quanzhou' | 'operator';

export interface Screen {
  readonly name: string;
  readonly path: string;
}

/** Every screen of the console, by who has it. A screen that is missing here is not looked at by any test. */
export const screens: Readonly<Record<Looker, readonly Screen[]>> = {
  nobody: [
    { name: 'home', path: '/' },
    { name: 'log-in', path: '/log-in' },
    { name: 'sign-up', path: '/sign-up' },
    { name: 'work', path: '/work' },
    { name: 'nowhere', path: '/no/such/screen' },
  ],
  worker: [
    { name: 'today', path: '/my' },
    { name: 'find-work', path: '/work' },
    { name: 'my-placements', path: '/my/placements' },
    { name: 'profile', path: '/my/profile' },
    { name: 'messages', path: '/messages' },
  ],
  lent: [
    { name: 'today-lent', path: '/my' },
    { name: 'profile-lent', path: '/my/profile' },
  ],
  host: [
    { name: 'needs', path: '/host' },
    { name: 'new-need', path: '/host/new' },
    { name: 'placements', path: '/host/placements' },
    { name: 'account', path: '/account' },
  ],
  lender: [],
  quanzhou: [{ name: 'wall', path: '/bureau' }],
  operator: [],
};
