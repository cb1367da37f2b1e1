import { useEffect, useRef } from 'react';
import { alertNow, announce } from '../../design/announce.ts';
import { useRoom } from '../../dialogue/room.ts';
import { useMe, useServerClock } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';
import { useFloor, useStanding } from './use-floor.ts';
import { useNameOf, useNth } from './words.ts';

const lead = 30_000;

/** Tells screen readers who has the floor, one's own place, and when thirty seconds are left: at once only that one has the floor oneself. */
export function useAnnouncedFloor(): void {
  useHolder();
  useOwnPlace();
  useTimeLeft();
}

function useHolder(): void {
  const text = useText();
  const nameOf = useNameOf();
  const { room } = useRoom();
  const { person: me } = useMe();
  const { holder } = useFloor(room);
  // Whoever comes into a room hears what changes in it, not what is so already, unless it concerns them.
  const told = useRef({ room, turn: holder && holder.person !== me ? holder.turn : null });
  const turn = holder?.turn ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn is the occasion; names and words are read when it changes.
  useEffect(() => {
    const isNew = told.current.room === room && told.current.turn !== turn;
    told.current = { room, turn };
    if (!isNew) return;
    if (!holder) announce(text('floor.free'));
    else if (holder.person === me) alertNow(text('floor.yours'));
    else announce(text('floor.say.holder', { name: nameOf(holder.person) }));
  }, [room, turn]);
}

function useOwnPlace(): void {
  const text = useText();
  const nth = useNth();
  const standing = useStanding();
  const words =
    standing.kind === 'waiting'
      ? text('floor.say.place', { place: nth(standing.place) })
      : standing.kind === 'next' || (standing.kind === 'round' && standing.ahead === 0)
        ? text('floor.next')
        : null;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
}

function useTimeLeft(): void {
  const text = useText();
  const now = useServerClock();
  const { room } = useRoom();
  const { person: me } = useMe();
  const { holder } = useFloor(room);
  const end = holder?.person === me && holder.seconds !== null ? holder.since + holder.seconds * 1_000 : null;
  useEffect(() => {
    if (end === null) return;
    const wait = end - lead - now();
    if (wait <= 0) return;
    const timer = setTimeout(() => announce(text('floor.say.left')), wait);
    return () => clearTimeout(timer);
  }, [end, now, text]);
}
