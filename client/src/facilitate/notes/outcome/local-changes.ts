import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Transaction } from '@tiptap/pm/state';

/** True when this person has changed the document by these; what arrives from others, and undoing, is theirs alone. */
export const areOwnChanges = (transactions: readonly Transaction[]): boolean =>
  transactions.some(transaction => transaction.docChanged) &&
  !transactions.some(transaction => transaction.docChanged && isChangeOrigin(transaction));
