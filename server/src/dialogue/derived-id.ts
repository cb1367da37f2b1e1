import { createHash } from 'node:crypto';
import type { Id } from '@multaqa/shared/kernel/ids';

/** An id of the form of those that senders make, always the same for the same key: a command that is sent again has one effect. */
export function derivedId(key: string): Id {
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
