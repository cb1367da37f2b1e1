import { useMemo } from 'react';
import { NetworkTest } from './NetworkTest.tsx';
import { tryNetwork } from './try-network.ts';

/** The test of the network to a dialogue's own server. */
export function NetworkTrial({ dialogue }: { dialogue: string }) {
  const probe = useMemo(() => tryNetwork(dialogue), [dialogue]);
  return <NetworkTest probe={probe} />;
}
