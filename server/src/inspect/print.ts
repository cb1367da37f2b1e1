import type { Recorded } from '@multaqa/shared/kernel/slice';

/** One fact as a line: position, instant, who, what. Names and addresses, which travel beside a fact, are left out. */
export const lineOf = ({ seq, at, actor, kind, data }: Recorded): string =>
  [String(seq).padStart(6), new Date(at).toISOString(), actor.slice(0, 8).padEnd(8), kind, JSON.stringify(data)].join(
    '  ',
  );

/** A value as indented JSON, without the names and addresses that it may hold. */
export const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (hidden.has(key) && inner ? '…' : inner), 2);

const hidden = new Set(['name', 'email']);
