import type { SeatProps } from '../../dialogue/room-feature.ts';
import { features } from './features.ts';

/** What the features have to say of somebody before their name, in small signs with words. */
export function SeatMarks(props: SeatProps) {
  return features.map(({ name, SeatMark }) => SeatMark && <SeatMark key={name} {...props} />);
}

/** How somebody's connection is; nothing while all is well. */
export function SeatStates(props: SeatProps) {
  return features.map(({ name, SeatState }) => SeatState && <SeatState key={name} {...props} />);
}
