import { PersonClusterMark } from '../dialogue/PersonCluster.tsx';
import type { RoomFeature, SeatProps } from '../dialogue/room-feature.ts';

/** The mark of each person's cluster, wherever the room shows them. */
export const clusterFeature: RoomFeature = { name: 'cluster', in: 'rooms-and-lobby', SeatMark };

// The panel has the cluster's name beside the town, and the table has marks of its own.
function SeatMark({ person, size }: SeatProps) {
  return size === 'list' || size === 'seat' ? null : (
    <PersonClusterMark person={person} size={size === 'stage' ? 16 : 13} />
  );
}
