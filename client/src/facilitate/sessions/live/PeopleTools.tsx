import { NativeSelect, TextInput } from '@mantine/core';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { type Order, orders } from './listed.ts';
import styles from './PeopleHere.module.css';
import { useText } from './texts.ts';

type Props = { query: string; onQuery(query: string): void; order: Order; onOrder(order: Order): void };

/** Finds one of many by typing, and puts them in order. */
export function PeopleTools({ query, onQuery, order, onOrder }: Props) {
  const text = useText();
  return (
    <div className={styles.tools}>
      <TextInput
        type="search"
        aria-label={text('live.find')}
        placeholder={text('live.find')}
        leftSection={<Icon of={IconSearch} size={18} />}
        value={query}
        onChange={event => onQuery(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={text('live.order')}
        value={order}
        data={orders.map(value => ({ value, label: text(`live.order.${value}`) }))}
        onChange={event => onOrder(orders.find(one => one === event.currentTarget.value) ?? 'arrival')}
      />
    </div>
  );
}
