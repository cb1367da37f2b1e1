import { useEffect } from 'react';
import { alertNow } from '../../../design/announce.ts';
import { Notice } from '../../../design/Notice.tsx';
import { useNameOf } from '../host/room-media.ts';
import { isSpokenFromElsewhere } from '../receiving/voices.ts';
import { useText } from '../texts.ts';
import { useMediaState } from '../use-media.ts';

/** Says whose voice comes from beyond the room: a host who speaks to this room, or to this person alone. */
export function VoiceNotice() {
  const text = useText();
  const nameOf = useNameOf();
  const voice = useMediaState(({ streams }) => {
    const found = [...streams].find(([, stream]) => isSpokenFromElsewhere(stream));
    return { person: found?.[0] ?? null, way: found?.[1].audioWay === 'whisper' ? 'whisper' : 'address' } as const;
  });
  const words = voice.person && text(`media.voice.${voice.way}`, { name: nameOf(voice.person) });
  useEffect(() => {
    if (words) alertNow(words);
  }, [words]);
  return words ? <Notice tone="accent">{words}</Notice> : null;
}
