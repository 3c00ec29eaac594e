import { createBrowserRouter } from 'react-router';
import { Only } from './shell/only';
import { Shell } from './shell/shell';
import { Loading } from './ui/state';

/** Each screen is loaded when somebody goes there. */
export const router = createBrowserRouter([
  {
    Component: Shell,
    HydrateFallback: Loading,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./routes/home/home-page')).HomePage }) },
      { path: 'log-in', lazy: async () => ({ Component: (await import('./routes/log-in/log-in-page')).LogInPage }) },
      { path: 'work', lazy: async () => ({ Component: (await import('./routes/work/work-page')).WorkPage }) },
      {
        path: 'sign-up',
        lazy: async () => ({ Component: (await import('./routes/sign-up/sign-up-page')).SignUpPage }),
      },
      {
        path: 'my',
        element: <Only kind="WORKER" />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./routes/worker/today-page')).TodayPage }) },
          {
            path: 'placements',
            lazy: async () => ({ Component: (await import('./routes/worker/placements-page')).PlacementsPage }),
          },
          {
            path: 'profile',
            lazy: async () => ({ Component: (await import('./routes/worker/profile-page')).ProfilePage }),
          },
          {
            path: 'messages',
            lazy: async () => ({ Component: (await import('./routes/worker/messages-page')).MessagesPage }),
          },
        ],
      },
      {
        path: 'host',
        element: <Only kind="ENTERPRISE" />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./routes/host/needs-page')).NeedsPage }) },
          { path: 'new', lazy: async () => ({ Component: (await import('./routes/host/new-need-page')).NewNeedPage }) },
          { path: 'needs/:id', lazy: async () => ({ Component: (await import('./routes/host/need-page')).NeedPage }) },
        ],
      },
      {
        path: 'bureau',
        element: <Only kind="BUREAU" />,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./routes/bureau/wall-page')).WallPage }) },
        ],
      },
      { path: '*', lazy: async () => ({ Component: (await import('./routes/home/nowhere-page')).NowherePage }) },
    ],
  },
]);
