import type { Policy } from '../platform/auth/allow.decorator.js';

export const ownWrite: Policy = {
  to: ['enterprise'],
  owns: 'what the viewer’s enterprise has and asks for',
  scope: 'capacity:write',
};
export const ownRead: Policy = {
  to: ['enterprise'],
  owns: 'what the viewer’s enterprise has and asks for',
  scope: 'capacity:read',
};
/** What is on offer and asked for is public to those who are logged in and may act on it. */
export const market: Policy = {
  to: ['enterprise', 'bureau', 'operator'],
  owns: 'open windows and requests; others only for their enterprise, who booked of them, operators',
  scope: 'capacity:read',
};
export const parties: Policy = {
  to: ['enterprise'],
  owns: 'bookings whose owner or customer the viewer’s enterprise is',
  scope: 'capacity:read',
};
export const partiesWrite: Policy = { ...parties, scope: 'capacity:write' };
