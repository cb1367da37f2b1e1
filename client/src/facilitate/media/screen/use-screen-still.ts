import { useCallback, useEffect, useState } from 'react';
import { useServerClock } from '../../../dialogue/use-dialogue.ts';
import { nextFrame } from '../receiving/next-frame.ts';
import { useMediaActions, useMediaState } from '../use-media.ts';

/** A screen as it was at an instant, ms since the epoch. */
export type ScreenStill = { picture: HTMLCanvasElement; at: number };

/** After so long (ms) without a picture none will come. */
const patience = 20_000;

/** A still of somebody's screen, for who takes part by text: the video flows from the question to its first picture, and no longer. */
export function useScreenStill(person: string): {
  still: ScreenStill | null;
  step: 'idle' | 'asked' | 'failed';
  ask(): void;
} {
  const now = useServerClock();
  const { lookAtScreen } = useMediaActions();
  const [still, setStill] = useState<ScreenStill | null>(null);
  const [step, setStep] = useState<'idle' | 'asked' | 'failed'>('idle');
  const isAsked = step === 'asked';
  const track = useMediaState(({ streams }) => {
    const stream = streams.get(person);
    return stream && !stream.screenPaused ? (stream.screen ?? null) : null;
  });
  useEffect(() => {
    if (!isAsked) return;
    lookAtScreen(person);
    const timer = setTimeout(() => setStep('failed'), patience);
    return () => {
      clearTimeout(timer);
      lookAtScreen(null);
    };
  }, [isAsked, person, lookAtScreen]);
  useEffect(() => {
    if (!isAsked || !track) return;
    return nextFrame(track, picture => {
      setStill({ picture, at: now() });
      setStep('idle');
    });
  }, [isAsked, track, now]);
  return { still, step, ask: useCallback(() => setStep('asked'), []) };
}
