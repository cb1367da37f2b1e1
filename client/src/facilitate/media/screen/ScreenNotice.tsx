import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { alertNow } from '../../../design/announce.ts';
import { Notice } from '../../../design/Notice.tsx';
import { useCommand, useMe } from '../../../dialogue/use-dialogue.ts';
import styles from '../host/host.module.css';
import { useNameOf, useRoomMedia } from '../host/room-media.ts';
import { useText } from '../texts.ts';
import { type ScreenMedia, useScreen } from './use-screen.ts';

type Props = { media: ScreenMedia; room: string };

/** Asks the person who shares a screen whether to hand it over, and the person who waits whether to share now. */
export function ScreenNotice({ media, room }: Props) {
  const { person } = useMe();
  const { screen } = useRoomMedia();
  if (screen.status === 'shared')
    return screen.person === person ? <Wanted room={room} wanted={screen.wanted} /> : null;
  const isTurn = screen.status === 'offered' ? screen.to === person : screen.wanted.includes(person);
  return isTurn ? <YourTurn media={media} room={room} isOffered={screen.status === 'offered'} /> : null;
}

/** For the person who shares: the first in the queue whom they have not told to wait yet. */
function Wanted({ room, wanted }: { room: string; wanted: readonly string[] }) {
  const text = useText();
  const send = useCommand();
  const nameOf = useNameOf();
  const [kept, setKept] = useState<readonly string[]>([]);
  const next = wanted.find(person => !kept.includes(person));
  const words = next && text('media.screen.wanted', { name: nameOf(next) });
  useEffect(() => {
    if (words) alertNow(words);
  }, [words]);
  // Somebody who left the queue and asks again is announced again.
  useEffect(() => setKept(before => before.filter(person => wanted.includes(person))), [wanted]);
  if (!next) return null;
  return (
    <Notice
      tone="accent"
      action={
        <span className={styles.answers}>
          <Button variant="default" onClick={() => setKept([...kept, next])}>
            {text('media.screen.keep')}
          </Button>
          <Button onClick={() => void send('media.offer', { room, person: next })}>
            {text('media.screen.hand-over')}
          </Button>
        </span>
      }
    >
      {words}
    </Notice>
  );
}

/** For the person who waited: the screen is free for them. */
function YourTurn({ media, room, isOffered }: Props & { isOffered: boolean }) {
  const text = useText();
  const send = useCommand();
  const { choice, isBusy, share } = useScreen({ media, room });
  const words = text(isOffered ? 'media.screen.offered' : 'media.screen.free');
  useEffect(() => alertNow(words), [words]);
  if (choice !== 'share' || isBusy) return null;
  return (
    <Notice
      tone="accent"
      action={
        <span className={styles.answers}>
          <Button variant="default" onClick={() => void send('media.unshare', { room })}>
            {text('media.asked.not-now')}
          </Button>
          <Button onClick={() => void share()}>{text('media.screen.share-now')}</Button>
        </span>
      }
    >
      {words}
    </Notice>
  );
}
