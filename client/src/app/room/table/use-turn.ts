import { useEffect, useRef, useState } from 'react';
import { useMediaState } from '../../../facilitate/media/use-media.ts';

/** A pause to breathe belongs to the turn, in ms. */
const breath = 3_000;
const second = 1_000;

/** For how long somebody has been speaking in this turn, in whole seconds, and whether they still are. Begins again after a pause. For a component that shows one person for its whole life. */
export function useTurn(person: string): { seconds: number; isSpeaking: boolean } {
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
