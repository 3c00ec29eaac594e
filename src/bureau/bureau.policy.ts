import type { Policy } from '../platform/auth/allow.decorator.js';

export const ownAlerts: Policy = {
  to: ['bureau'],
  owns: 'alerts and rules of the viewer’s bureau; alerts of those below it to read',
};

export const ownBulletins: Policy = { to: ['bureau'], owns: 'reports of the viewer’s bureau, with their plans' };

export const ownTransport: Policy = {
  to: ['bureau'],
  owns: 'plans of buses of the viewer’s bureau, and their seats as numbers',
};
export const ownSeats: Policy = { to: ['worker'], owns: 'seats that the viewer was asked to' };

export const ownForecasts: Policy = { to: ['bureau'], owns: 'regions of the viewer’s jurisdiction, as counts' };
export const ownExternalSeries: Policy = {
  to: ['bureau'],
  owns: 'external series of the viewer’s bureau, with their values and runs',
};
