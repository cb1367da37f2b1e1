import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Notice } from '../design/Notice.tsx';
import { useRoom } from '../dialogue/room.ts';
import { background } from '../platform/report-fault.ts';
import { useOpening, useSound } from './floor/floor-choices.ts';
import type { Standing } from './floor/standing.ts';
import { useCue } from './floor/TurnClock.tsx';
import { useText } from './floor/texts.ts';
import { useAnnouncedFloor } from './floor/use-announced-floor.ts';
import { useStanding } from './floor/use-floor.ts';
import { playChime } from './media/devices/chime.ts';
import { recallDevice } from './media/devices/device-choice.ts';
import { useUnmute } from './media/host/use-unmute.ts';
import { useOwnMedia } from './media/use-media.ts';

/** Tells who gets the floor, and asks once in a session whether the floor opens their microphone. */
export function FloorVoice() {
  const text = useText();
  const { session } = useRoom().session;
  const media = useOwnMedia();
  const { toggleMicrophone } = useUnmute(media);
  const standing = useStanding();
  const { opening, choose } = useOpening(session);
  const isClosed = media.status === 'on' && media.microphone !== 'on';
  useAnnouncedFloor();
  useSounds(standing);
  useTurnStart(standing, () => {
    if (opening === 'yes' && isClosed) toggleMicrophone();
  });
  if (opening !== 'unasked' || !isClosed || standing.kind === 'free' || standing.kind === 'ask') return null;
  const open = () => {
    choose('yes');
    if (standing.kind === 'holding') toggleMicrophone();
  };
  return (
    <Notice
      tone="accent"
      action={
        <Group gap={8} wrap="nowrap">
          <Button variant="default" onClick={() => choose('no')}>
            {text('floor.microphone.no')}
          </Button>
          <Button onClick={open}>{text('floor.microphone.yes')}</Button>
        </Group>
      }
    >
      {text('floor.microphone.ask')}
    </Notice>
  );
}

/** Acts once when a turn of this person begins while the page is there, and never for one that goes on already. */
function useTurnStart(standing: Standing, act: () => void): void {
  const turn = standing.kind === 'holding' ? standing.turn.turn : null;
  const before = useRef(turn);
  useEffect(() => {
    if (turn !== null && turn !== before.current) act();
    before.current = turn;
  });
}

/** What may go wrong where nothing can be played. */
const silent = ['NotAllowedError', 'NotFoundError', 'NotSupportedError', 'AbortError'];

function useSounds(standing: Standing): void {
  const { sound } = useSound();
  const cue = useCue(standing.kind === 'holding' ? standing.turn : null);
  const chime = () => background(playChime(recallDevice('speaker')), 'chime', ...silent);
  useTurnStart(standing, () => sound !== 'none' && chime());
  const before = useRef(cue);
  useEffect(() => {
    if (cue === 'over' && before.current === 'soon' && sound === 'floor-and-end') chime();
    before.current = cue;
  });
}
