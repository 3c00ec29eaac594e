/**
 * Facts decide the kind: a person with an employer can only say that they would go (R1, finding 1);
 * a person without one applies for a hire by the host itself.
 */
export function applicationKind(worker: { readonly homeEnterpriseId: string | null }): 'direct' | 'interest' {
  return worker.homeEnterpriseId === null ? 'direct' : 'interest';
}
