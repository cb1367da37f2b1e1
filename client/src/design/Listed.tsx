import { Fragment } from 'react';
import { useText } from './texts.ts';

/** Names or places one after the other in the direction of the page, each of them in its own. */
export function Listed({ items }: { items: readonly string[] }) {
  const text = useText();
  return items.map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two people may live in places of the same name.
    <Fragment key={at}>
      {at > 0 && text('common.comma')}
      <bdi>{item}</bdi>
    </Fragment>
  ));
}
