import { type Carry, isOneHand, letGo, taken, towardsNext } from '@multaqa/shared/facilitate/board/scene/carry';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { Awareness } from 'y-protocols/awareness';
import type { Desk } from '../desk.ts';
import { changed } from '../edit.ts';
import { readTold } from './told.ts';

/**
 * What somebody has in hand: by their last word, and as it is drawn. `places`: where the things were when it began. It `lasts` while they say so;
 * when they have let go it is drawn on until `until`, since the new place may still be on the way; and once the place has come, it has `landed`.
 */
type Hand = {
  to: Carry;
  at: Carry;
  places: ReadonlyMap<ThingId, string>;
  state: 'lasts' | 'let-go' | 'landed';
  until: number;
};

/** How much of the way left is made in a frame (two thirds within 50 ms), and how long in ms what was let go is drawn where it was last. */
const pull = 0.34;
const grace = 700;

/** Draws what others move, pull and turn as they do it, smoothly, until the board itself says where they dropped it. Returns how to stop. */
export function followHands(desk: Desk, awareness: Awareness): () => void {
  const hands = new Map<number, Hand>();
  let frame = 0;
  const lay = (client: number) => desk.look.preview(`client ${client}`, null);
  const forget = (client: number) => {
    hands.delete(client);
    lay(client);
  };
  const draw = (client: number, hand: Hand) => {
    if (hand.at === hand.to) return;
    hand.at = towardsNext(hand.at, hand.to, pull);
    const scene = desk.board.scene();
    desk.look.preview(`client ${client}`, changed(scene, letGo(scene, hand.at)));
  };
  const step = (now: number) => {
    frame = 0;
    for (const [client, hand] of hands) {
      if (hand.state === 'let-go' && now > hand.until) forget(client);
      else if (hand.state !== 'landed') draw(client, hand);
    }
    if ([...hands.values()].some(({ state }) => state !== 'landed')) frame = requestAnimationFrame(step);
  };
  const hold = (client: number, to: Carry) => {
    const known = hands.get(client);
    if (!known || !isOneHand(known.to, to)) {
      const scene = desk.board.scene();
      hands.set(client, { to, at: taken(scene, to), places: placesOf(desk, to.ids), state: 'lasts', until: 0 });
    } else if (known.state !== 'landed') {
      known.to = to;
      known.state = 'lasts';
    }
  };
  const release = (client: number, hand: Hand) => {
    if (hand.state === 'landed') forget(client);
    if (hand.state !== 'lasts') return;
    hand.state = 'let-go';
    hand.until = performance.now() + grace;
  };
  const take = () => {
    const told = new Map(handsIn(awareness));
    for (const [client, carry] of told) hold(client, carry);
    for (const [client, hand] of hands) if (!told.has(client)) release(client, hand);
    if (hands.size > 0) frame ||= requestAnimationFrame(step);
  };
  // A place that has come since somebody took a thing in hand is where they, or somebody after them, have dropped it.
  const end = desk.board.subscribe(touched => {
    for (const [client, hand] of hands) {
      if (!hand.to.ids.some(id => touched.has(id) && placeOf(desk.board.scene().get(id)) !== hand.places.get(id)))
        continue;
      if (hand.state === 'lasts') hand.state = 'landed';
      else hands.delete(client);
      lay(client);
    }
  });
  take();
  awareness.on('change', take);
  return () => {
    cancelAnimationFrame(frame);
    awareness.off('change', take);
    end();
    for (const client of hands.keys()) lay(client);
  };
}

const placeOf = (thing: Thing | undefined): string =>
  JSON.stringify(thing && ('at' in thing ? thing.at : [thing.line, thing.from, thing.to]));

const placesOf = ({ board }: Desk, ids: readonly ThingId[]): ReadonlyMap<ThingId, string> =>
  new Map(ids.map(id => [id, placeOf(board.scene().get(id))]));

/** What others say that they have in hand, by client. */
const handsIn = (awareness: Awareness) =>
  [...awareness.getStates()].flatMap(([client, state]) => {
    const { carry } = client === awareness.clientID ? {} : readTold(state);
    return carry ? [[client, carry] as const] : [];
  });
