import { isChangeOrigin } from '@tiptap/extension-collaboration';
import type { Transaction } from '@tiptap/pm/state';

/** True when this person has changed the document by it; what arrives from others, and undoing, is none. */
export const isOwnChange = (transaction: Transaction): boolean =>
  transaction.docChanged && !isChangeOrigin(transaction);

/** True when this person has changed the document by these, and nobody else has. */
export const areOwnChanges = (transactions: readonly Transaction[]): boolean =>
  transactions.some(({ docChanged }) => docChanged) &&
  transactions.every(transaction => !transaction.docChanged || isOwnChange(transaction));
