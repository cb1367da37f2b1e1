import type { RoomSigns } from '@multaqa/shared/facilitate/reactions/reactions.rules';
import { isHost } from '@multaqa/shared/kernel/context';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useRoleIn, useView } from '../../dialogue/use-dialogue.ts';
import { signs } from './pictures.ts';
import { useText } from './texts.ts';
import { useSigns } from './use-signs.ts';

/** For hosts: how the room feels, in one calm line, while somebody shows it. */
export function Temperature() {
  const { room } = useRoom();
  const shown = useSigns(room);
  const isForHost = isHost(useRoleIn(room));
  return isForHost && shown && <Line shown={shown} />;
}

function Line({ shown }: { shown: RoomSigns }) {
  const words = useSignWords(shown);
  const { slower } = shown;
  const text = useText();
  useEffect(() => {
    if (slower > 0) announce(text('reactions.count.slower', { count: slower }));
  }, [slower, text]);
  return <Notice tone={slower > 0 ? 'accent' : 'plain'}>{words.join(' · ')}</Notice>;
}

/** What a room shows, in words: who has a question, where that is told. */
export function useSignWords(shown: RoomSigns): string[] {
  const text = useText();
  const names = useView(({ people }) => shown.asking.map(person => people[person]?.name ?? '').join('\n'));
  return signs.flatMap(sign => {
    if (shown[sign] === 0) return [];
    const count = text(`reactions.count.${sign}`, { count: shown[sign] });
    const known = names.split('\n').filter(Boolean).join(text('common.comma'));
    return [sign === 'question' && known ? text('reactions.asking', { count, names: known }) : count];
  });
}
