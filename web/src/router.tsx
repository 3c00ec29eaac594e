import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashPage } from './shell/crash-page';
import { Only } from './shell/only';
import { Shell } from './shell/shell';
import { Loading } from './ui/state';

/** A screen is loaded when somebody goes there. */
function screen<Name extends string>(
  path: string | undefined,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): RouteObject {
  const lazy = async (): Promise<{ Component: ComponentType }> => ({ Component: (await load())[name] });
  return path === undefined ? { index: true, lazy } : { path, lazy };
}

const everyone: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/home/home-page'), 'HomePage'),
  screen('log-in', () => import('./routes/log-in/log-in-page'), 'LogInPage'),
  screen('sign-up', () => import('./routes/sign-up/sign-up-page'), 'SignUpPage'),
  screen('work', () => import('./routes/work/work-page'), 'WorkPage'),
  screen('gate', () => import('./routes/gate/gate-page'), 'GatePage'),
  // Without network nobody can say who is logged in, and the pass is shown all the same: the screen itself asks.
  screen('my/pass', () => import('./routes/pass/pass-page'), 'PassPage'),
  screen('verify', () => import('./routes/verify/verify-page'), 'VerifyPage'),
  screen('statistics', () => import('./routes/statistics/statistics-page'), 'StatisticsPage'),
  screen('rules', () => import('./routes/rules/rules-page'), 'RulesPage'),
];

const loggedIn: readonly RouteObject[] = [
  screen('messages', () => import('./routes/messages/messages-page'), 'MessagesPage'),
  screen('account', () => import('./routes/account/account-page'), 'AccountPage'),
];

const worker: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/worker/today-page'), 'TodayPage'),
  screen('placements', () => import('./routes/worker/placements-page'), 'PlacementsPage'),
  screen('profile', () => import('./routes/worker/profile-page'), 'ProfilePage'),
  screen('pay', () => import('./routes/pay/pay-page'), 'PayPage'),
  screen('attendance', () => import('./routes/attendance/my-attendance-page'), 'MyAttendancePage'),
  screen('buses', () => import('./routes/transport/my-buses-page'), 'MyBusesPage'),
  screen('voice', () => import('./routes/voice/voice-page'), 'VoicePage'),
  screen('placements/:id', () => import('./routes/placement/placement-page'), 'PlacementPage'),
];

const agreements: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/agreements/agreements-page'), 'AgreementsPage'),
  screen(':id', () => import('./routes/agreements/agreement-page'), 'AgreementPage'),
];

const settlements: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/settlements/settlements-page'), 'SettlementsPage'),
  screen(':id', () => import('./routes/settlements/settlement-page'), 'SettlementPage'),
];

const host: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/host/needs-page'), 'NeedsPage'),
  screen('new', () => import('./routes/host/new-need-page'), 'NewNeedPage'),
  screen('needs/:id', () => import('./routes/host/need-page'), 'NeedPage'),
  screen('placements', () => import('./routes/host/placements-page'), 'PlacementsPage'),
  screen('on-site', () => import('./routes/attendance/on-site-page'), 'OnSitePage'),
  screen('attendance', () => import('./routes/attendance/attendance-page'), 'AttendancePage'),
  screen('attendance/import', () => import('./routes/attendance/import-page'), 'ImportPage'),
  screen('placements/:id', () => import('./routes/placement/placement-page'), 'PlacementPage'),
];

const lender: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/lender/listings-page'), 'ListingsPage'),
  screen('new', () => import('./routes/lender/new-surplus-page'), 'NewSurplusPage'),
  screen('listings/:id', () => import('./routes/lender/listing-page'), 'ListingPage'),
  screen('confirmations', () => import('./routes/lender/confirmations-page'), 'ConfirmationsPage'),
  screen('attendance', () => import('./routes/attendance/lent-attendance-page'), 'LentAttendancePage'),
  screen('returning', () => import('./routes/returning/returning-page'), 'ReturningPage'),
  screen('placements/:id', () => import('./routes/placement/placement-page'), 'PlacementPage'),
];

const webhooks: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/webhooks/webhooks-page'), 'WebhooksPage'),
];

const bureau: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/bureau/wall-page'), 'WallPage'),
  screen('enterprises', () => import('./routes/bureau/register-page'), 'RegisterPage'),
  screen('indicators', () => import('./routes/indicators/board-page'), 'BoardPage'),
  screen('indicators/:code', () => import('./routes/indicators/indicator-page'), 'IndicatorPage'),
  screen('alerts', () => import('./routes/alerts/alerts-page'), 'AlertsPage'),
  screen('alerts/rules', () => import('./routes/alerts/rules-page'), 'RulesPage'),
  screen('alerts/:id', () => import('./routes/alerts/alert-page'), 'AlertPage'),
  screen('forecast', () => import('./routes/forecast/forecast-page'), 'ForecastPage'),
  screen('reports', () => import('./routes/reports/editions-page'), 'EditionsPage'),
  screen('reports/new', () => import('./routes/reports/builder-page'), 'NewReportPage'),
  screen('reports/plans', () => import('./routes/reports/plans-page'), 'PlansPage'),
  screen('reports/plans/:id', () => import('./routes/reports/builder-page'), 'ChangeReportPage'),
  screen('reports/:id', () => import('./routes/reports/edition-page'), 'EditionPage'),
  screen('flows', () => import('./routes/flows/flows-page'), 'FlowsPage'),
  screen('transport', () => import('./routes/transport/transport-page'), 'TransportPage'),
  screen('transport/:id', () => import('./routes/transport/plan-page'), 'PlanPage'),
  screen('external', () => import('./routes/external/list-page'), 'ExternalListPage'),
  screen('external/:id', () => import('./routes/external/series-page'), 'ExternalSeriesPage'),
  screen('external/:id/import', () => import('./routes/external/import-page'), 'ExternalImportPage'),
  screen('external/:id/joint', () => import('./routes/external/joint-page'), 'ExternalJointPage'),
  screen('late-payments', () => import('./routes/bureau/late-payments-page'), 'LatePaymentsPage'),
  screen('desk', () => import('./routes/desk/desk-page'), 'DeskPage'),
];

const matching: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/matching/matching-page'), 'MatchingPage'),
  screen('weights', () => import('./routes/weights/weights-page'), 'WeightsPage'),
  screen('what-if', () => import('./routes/what-if/what-if-page'), 'WhatIfPage'),
  screen('markets', () => import('./routes/markets/markets-page'), 'MarketsPage'),
  screen(':id', () => import('./routes/matching/run-page'), 'RunPage'),
];

const materials: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/materials/market-page'), 'MarketPage'),
  screen('wanted', () => import('./routes/materials/wanted-page'), 'WantedPage'),
  screen('pools', () => import('./routes/materials/pools-page'), 'PoolsPage'),
];

const ownMaterials: readonly RouteObject[] = [
  screen('lots', () => import('./routes/materials/my-lots-page'), 'MyLotsPage'),
  screen('lots/new', () => import('./routes/materials/new-lot-page'), 'NewLotPage'),
  screen('lots/import', () => import('./routes/materials/import-lots-page'), 'ImportLotsPage'),
  screen('requests', () => import('./routes/materials/requests-page'), 'RequestsPage'),
  screen('requests/new', () => import('./routes/materials/new-request-page'), 'NewRequestPage'),
  screen('transfers', () => import('./routes/materials/transfers-page'), 'TransfersPage'),
  screen('pools/new', () => import('./routes/materials/new-pool-page'), 'NewPoolPage'),
];

const capacity: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/capacity/find-page'), 'FindPage'),
  screen('wanted', () => import('./routes/capacity/wanted-page'), 'WantedPage'),
];

const ownCapacity: readonly RouteObject[] = [
  screen('lines', () => import('./routes/capacity/lines-page'), 'LinesPage'),
  screen('windows', () => import('./routes/capacity/windows-page'), 'WindowsPage'),
  screen('windows/new', () => import('./routes/capacity/new-window-page'), 'NewWindowPage'),
  screen('requests', () => import('./routes/capacity/requests-page'), 'RequestsPage'),
  screen('requests/new', () => import('./routes/capacity/new-request-page'), 'NewRequestPage'),
  screen('bookings', () => import('./routes/capacity/bookings-page'), 'BookingsPage'),
];

const orders: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/orders/orders-page'), 'OrdersPage'),
  screen(':id', () => import('./routes/orders/order-page'), 'OrderPage'),
];

const ownOrders: readonly RouteObject[] = [
  screen('new', () => import('./routes/orders/new-order-page'), 'NewOrderPage'),
  screen('recipes', () => import('./routes/orders/recipes-page'), 'RecipesPage'),
  screen('recipes/edit', () => import('./routes/orders/recipe-page'), 'RecipePage'),
];

const regionOrders: readonly RouteObject[] = [
  screen('region', () => import('./routes/orders/region-page'), 'RegionPage'),
];

const operator: readonly RouteObject[] = [
  screen(undefined, () => import('./routes/operator/system-page'), 'SystemPage'),
  screen('accounts', () => import('./routes/operator/accounts-page'), 'AccountsPage'),
  screen('audit', () => import('./routes/operator/audit-page'), 'AuditPage'),
];

export const router = createBrowserRouter([
  {
    Component: Shell,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: CrashPage,
        children: [
          ...everyone,
          { element: <Only kinds={['WORKER', 'ENTERPRISE', 'BUREAU', 'OPERATOR']} />, children: [...loggedIn] },
          { path: 'my', element: <Only kinds={['WORKER']} />, children: [...worker] },
          { path: 'host', element: <Only kinds={['ENTERPRISE']} />, children: [...host] },
          { path: 'lender', element: <Only kinds={['ENTERPRISE']} />, children: [...lender] },
          { path: 'agreements', element: <Only kinds={['ENTERPRISE', 'BUREAU']} />, children: [...agreements] },
          { path: 'settlements', element: <Only kinds={['ENTERPRISE']} />, children: [...settlements] },
          { path: 'webhooks', element: <Only kinds={['ENTERPRISE']} />, children: [...webhooks] },
          { path: 'bureau', element: <Only kinds={['BUREAU']} />, children: [...bureau] },
          { path: 'matching', element: <Only kinds={['BUREAU', 'OPERATOR']} />, children: [...matching] },
          { path: 'materials', element: <Only kinds={['ENTERPRISE', 'BUREAU']} />, children: [...materials] },
          { path: 'materials', element: <Only kinds={['ENTERPRISE']} />, children: [...ownMaterials] },
          { path: 'orders', element: <Only kinds={['ENTERPRISE', 'BUREAU']} />, children: [...orders] },
          { path: 'orders', element: <Only kinds={['ENTERPRISE']} />, children: [...ownOrders] },
          { path: 'orders', element: <Only kinds={['BUREAU']} />, children: [...regionOrders] },
          { path: 'capacity', element: <Only kinds={['ENTERPRISE', 'BUREAU']} />, children: [...capacity] },
          { path: 'capacity', element: <Only kinds={['ENTERPRISE']} />, children: [...ownCapacity] },
          { path: 'operator', element: <Only kinds={['OPERATOR']} />, children: [...operator] },
          screen('*', () => import('./routes/home/nowhere-page'), 'NowherePage'),
        ],
      },
    ],
  },
]);
