import { ActionIcon } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect } from 'react';
import { alertNow } from '../../design/announce.ts';
import { Icon } from '../../design/Icon.tsx';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useDraft, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './Announcement.module.css';
import { useText } from './texts.ts';
import { WithLinks } from './WithLinks.tsx';

/** What the hosts have announced last, above the stage of every room until its reader puts it away; that is kept on their device. */
export function Announcement() {
  const text = useText();
  const { person } = useMe();
  const { room, session } = useRoom();
  const announced = useView(({ chat }) => chat[room]?.announced ?? null);
  const [putAway, putAwayUntil] = useDraft(`chat/announcements/${session.session}`);
  const author =
    useView(({ people }) => (announced ? people[announced.author]?.name : null)) ?? text('common.nameless');
  const isNew = announced !== null && announced.author !== person && announced.seq > Number(putAway);
  const words = isNew ? text('chat.announced', { name: author, said: announced.text }) : null;
  useEffect(() => {
    if (words) alertNow(words);
  }, [words]);
  if (!isNew) return null;
  return (
    <Notice
      tone="accent"
      action={
        <ActionIcon aria-label={text('chat.announced.close')} onClick={() => putAwayUntil(String(announced.seq))}>
          <Icon of={IconX} size={20} />
        </ActionIcon>
      }
    >
      <b>
        <bdi>{author}</bdi>
      </b>
      <span className={styles.words} dir="auto">
        <WithLinks text={announced.text} />
      </span>
    </Notice>
  );
}
