/** Enterprises look at the market of materials; what of it is whose is for services to say. */
export const marketOfMaterials = {
  to: ['enterprise'],
  owns: 'open lots and requests of all enterprises; others only for their owner',
  scope: 'materials:read',
} as const;

/** What stands on the market is for officers and operators to look at too; they have nothing of their own there. */
export const lookAtMaterials = { ...marketOfMaterials, to: ['enterprise', 'bureau', 'operator'] } as const;

/** Enterprises act for themselves. */
export const ownMaterials = {
  to: ['enterprise'],
  owns: 'lots, requests and pooled purchases of the viewer’s enterprise',
  scope: 'materials:write',
} as const;

/** A transfer is between two. */
export const partiesOfTransfer = {
  to: ['enterprise'],
  owns: 'transfers that the viewer’s enterprise is a party to',
  scope: 'materials:read',
} as const;

export const actingParty = { ...partiesOfTransfer, scope: 'materials:write' } as const;
