import { isHost } from '@multaqa/shared/kernel/context';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useCommand, useMay, useMe, useRoleIn } from '../../../dialogue/use-dialogue.ts';
import { refusalText } from '../../../platform/texts.ts';
import { useNameOf, useRoomMedia } from '../host/room-media.ts';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import { type ScreenStep, screenStepOf } from './screen-flow.ts';

/** What sharing needs of the media. */
export type ScreenMedia = Pick<Media, 'status' | 'screen' | 'startScreen' | 'stopScreen'>;

/** What this person can do with the room's one screen now. */
export type ScreenChoice = 'none' | 'share' | 'take-over' | 'ask' | 'stop';

type Props = { media: ScreenMedia; room: string };

/** Shares this person's screen with the room, and ends that. */
export function useScreen({ media, room }: Props) {
  const text = useText();
  const send = useCommand();
  const dialogue = useDialogue();
  const flow = screenStepOf(dialogue);
  const { step } = useStore(flow);
  const { startScreen, stopScreen } = media;
  const { choice, isWaiting } = useScreenChoice({ media, room });

  const share = useCallback(async () => {
    if (flow.getState().step === 'choosing') return;
    const go = (next: ScreenStep) => flow.setState({ step: next });
    go('choosing');
    // Browsers give a screen within the user's gesture only, so nothing may be awaited before.
    const isCaptured = await startScreen();
    if (!isCaptured) return go('idle');
    const ack = await send('media.share', { room }, { forgetRefusal: true });
    if (ack.ok) return go('confirming');
    stopScreen();
    tell(refusalText(text, ack), 'danger');
    go('idle');
  }, [flow, room, send, startScreen, stopScreen, text]);

  const end = useCallback(() => {
    flow.setState({ step: 'ending' });
    stopScreen();
    void send('media.unshare', { room }, { forgetRefusal: true });
  }, [flow, room, send, stopScreen]);

  /** Joins the queue for the screen, or leaves it. */
  const ask = useCallback(
    () => void send(isWaiting ? 'media.unshare' : 'media.share', { room }, { forgetRefusal: true }),
    [isWaiting, room, send],
  );

  return { choice, isWaiting, isBusy: step === 'choosing', share, end, ask };
}

function useScreenChoice({ media, room }: Props): { choice: ScreenChoice; isWaiting: boolean } {
  const may = useMay();
  const me = useMe();
  const roleHere = useRoleIn(room);
  const { screen } = useRoomMedia();
  const isWaiting = screen.wanted.includes(me.person);
  if (!may('media.share', { room }) || media.status !== 'on' || !canCapture()) return { choice: 'none', isWaiting };
  const holder = screen.status === 'shared' ? screen.person : screen.status === 'offered' ? screen.to : null;
  if (screen.status === 'shared' && holder === me.person) return { choice: 'stop', isWaiting };
  if (holder === null || holder === me.person) return { choice: 'share', isWaiting };
  return { choice: isHost(roleHere) ? 'take-over' : 'ask', isWaiting };
}

// Phones cannot capture their screen.
const canCapture = () => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** Keeps what this device sends and what the room says of it the same; mounted once, beside the button. */
export function useScreenTruth({ media, room }: Props): void {
  const nameOf = useNameOf();
  const { person } = useMe();
  const flow = screenStepOf(useDialogue());
  const { step } = useStore(flow);
  const { screen } = useRoomMedia();
  const isMine = screen.status === 'shared' && screen.person === person;
  const sharer = screen.status === 'shared' && !isMine ? nameOf(screen.person) : null;
  const isWaiting = screen.wanted.includes(person);
  useAgreement({ media, room, flow, isMine, isWaiting });
  useEndedNotice({ isMine, sharer, isOwnDoing: step === 'ending' || screen.status === 'offered' });
  useWaitingNotice(isWaiting ? sharer : null);
}

type Agreement = Props & { flow: ReturnType<typeof screenStepOf>; isMine: boolean; isWaiting: boolean };

function useAgreement({ media, room, flow, isMine, isWaiting }: Agreement): void {
  const send = useCommand();
  const { step } = useStore(flow);
  const { status, screen, stopScreen } = media;
  useEffect(() => {
    const isDone = step === 'confirming' ? isMine || isWaiting : step === 'ending' && !isMine;
    if (isDone) flow.setState({ step: 'idle' });
    if (step !== 'idle' || status !== 'on') return;
    // The browser's own bar has ended it, the page was loaded again, or the media server was faster than the view.
    if (isMine && screen !== 'on') void send('media.unshare', { room }, { forgetRefusal: true });
    if (!isMine && screen === 'on') stopScreen();
  }, [flow, step, status, screen, isMine, isWaiting, room, send, stopScreen]);
}

/** Tells that somebody else has ended the share: a host, or who took the screen over. */
function useEndedNotice({
  isMine,
  sharer,
  isOwnDoing,
}: {
  isMine: boolean;
  sharer: string | null;
  isOwnDoing: boolean;
}) {
  const text = useText();
  const wasMine = useRef(isMine);
  useEffect(() => {
    if (wasMine.current && !isMine && !isOwnDoing)
      tell(sharer ? text('media.screen.taken', { name: sharer }) : text('media.screen.ended'));
    wasMine.current = isMine;
  }, [isMine, isOwnDoing, sharer, text]);
}

/** Tells once for whose screen this person waits. */
function useWaitingNotice(waitsFor: string | null): void {
  const text = useText();
  const before = useRef(waitsFor);
  useEffect(() => {
    if (waitsFor && !before.current) tell(text('media.screen.waiting', { name: waitsFor }));
    before.current = waitsFor;
  }, [waitsFor, text]);
}
