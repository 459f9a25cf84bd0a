/** What an entry says that is not sent any more, because a newer one of the same SKU or order is there. */
export function replacedMessage(kind: 'stock' | 'status'): string {
  return `A newer ${kind === 'stock' ? 'stock level' : kind} took its place before it was sent.`;
}
