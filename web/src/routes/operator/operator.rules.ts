/** How often a screen of the system looks again. */
export const lookEveryMs = 5_000;

export const accountKinds = ['WORKER', 'ENTERPRISE', 'BUREAU', 'OPERATOR'] as const;
type AccountKind = (typeof accountKinds)[number];

interface AccountFilter {
  readonly search?: string;
  readonly kind?: AccountKind;
}

export function accountFilterOf(address: URLSearchParams): AccountFilter {
  const search = address.get('search');
  const kind = accountKinds.find((known) => known === address.get('kind'));
  return { ...(search && { search }), ...(kind && { kind }) };
}

interface AuditFilter {
  readonly operation?: string;
  readonly actorId?: string;
  readonly objectId?: string;
}

export function auditFilterOf(address: URLSearchParams): AuditFilter {
  const [operation, actorId, objectId] = ['operation', 'actor', 'object'].map((name) => address.get(name));
  return { ...(operation && { operation }), ...(actorId && { actorId }), ...(objectId && { objectId }) };
}

/** JSON on lines of its own; what is none stays as it is. */
export function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch (error) {
    if (error instanceof SyntaxError) return json;
    throw error;
  }
}
