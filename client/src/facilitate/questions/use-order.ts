import { create } from 'zustand';
import { useView } from '../../dialogue/use-dialogue.ts';
import { recall, remember } from '../../platform/preferences.ts';
import { type Order, orders } from './order.ts';

const useChosen = create<{ order: Order | null }>(() => ({
  order: orders.find(one => one === recall('questions-order')) ?? null,
}));

/** The order in which this person reads questions, kept on their device. Without clusters there is none that is fair across them. */
export function useOrder(): { order: Order; choices: readonly Order[]; choose(order: Order): void } {
  const hasClusters = useView(view => view.cluster.published !== null);
  const chosen = useChosen(({ order }) => order);
  const choices: readonly Order[] = hasClusters ? orders : orders.filter(one => one !== 'fair');
  return {
    order: chosen && choices.some(one => one === chosen) ? chosen : (choices[0] ?? 'support'),
    choices,
    choose(order) {
      remember('questions-order', order);
      useChosen.setState({ order });
    },
  };
}
