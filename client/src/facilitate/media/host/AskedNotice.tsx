import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { alertNow } from '../../../design/announce.ts';
import { Notice } from '../../../design/Notice.tsx';
import { useCommand, useOwn } from '../../../dialogue/use-dialogue.ts';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import styles from './host.module.css';
import { useNameOf } from './room-media.ts';
import { useStops } from './use-stops.ts';
import { useUnmute } from './use-unmute.ts';

type Props = { media: Pick<Media, 'microphone' | 'camera' | 'toggleMicrophone' | 'toggleCamera'> };

/** A host asks this person to unmute or to turn on the camera; they do it themselves or decline. Also says what a host has stopped. */
export function AskedNotice({ media }: Props) {
  const text = useText();
  const send = useCommand();
  const nameOf = useNameOf();
  const { toggleMicrophone, toggleCamera } = useUnmute(media);
  const asked = useOwn(own => own.media?.asked ?? null);
  const words = asked && text(`media.asked.${asked.source}`, { name: nameOf(asked.by) });
  useStops(media);
  useEffect(() => {
    if (words) alertNow(words);
  }, [words]);
  if (!asked) return null;
  const { room, source } = asked;
  const open = () => {
    // Somebody who is on already only has to answer.
    if (media[source] === 'on') void send('media.start', { room, source });
    else if (source === 'microphone') toggleMicrophone();
    else toggleCamera();
  };
  return (
    <Notice
      tone="accent"
      action={
        <span className={styles.answers}>
          <Button variant="default" onClick={() => void send('media.decline', { room })}>
            {text('media.asked.not-now')}
          </Button>
          <Button onClick={open}>{text(source === 'microphone' ? 'media.unmute' : 'media.camera.on')}</Button>
        </span>
      }
    >
      {words}
    </Notice>
  );
}
