import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import { useFloor } from '../../../facilitate/floor/use-floor.ts';
import { useMediaState } from '../../../facilitate/media/use-media.ts';
import { useTick } from '../../../platform/use-tick.ts';

/** A pause to breathe belongs to the turn, in ms. */
const breath = 3_000;
const second = 1_000;

/** For how long somebody has been speaking, in whole seconds; how long they may, where that is said; whether they are heard now, or have the floor. */
type Speaking = { seconds: number; whole: number | null; isSpeaking: boolean };

/** The time of somebody with the floor, else for how long their voice has been heard. For a component that shows one person for its whole life. */
export function useTurn(person: string): Speaking {
  const heard = useHeard(person);
  const now = useServerClock();
  const { holder } = useFloor(useRoom().room);
  const turn = holder?.person === person ? holder : null;
  useTick(turn && second);
  if (!turn) return { ...heard, whole: null };
  return { isSpeaking: true, seconds: Math.max(0, Math.floor((now() - turn.since) / second)), whole: turn.seconds };
}

/** For how long somebody has been heard without a long pause. */
function useHeard(person: string): Pick<Speaking, 'seconds' | 'isSpeaking'> {
  const isSpeaking = useMediaState(({ activeSpeakers }) => activeSpeakers.includes(person));
  const [seconds, setSeconds] = useState(0);
  const turn = useRef({ spoken: 0, heardAt: 0 });
  useEffect(() => {
    if (!isSpeaking) return;
    const now = () => performance.now();
    if (now() - turn.current.heardAt > breath) turn.current.spoken = 0;
    let last = now();
    const count = () => {
      const at = now();
      turn.current = { spoken: turn.current.spoken + at - last, heardAt: at };
      last = at;
      setSeconds(Math.floor(turn.current.spoken / second));
    };
    const timer = setInterval(count, second / 4);
    return () => {
      clearInterval(timer);
      count();
    };
  }, [isSpeaking]);
  return { seconds, isSpeaking };
}
