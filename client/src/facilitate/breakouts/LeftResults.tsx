import { Button } from '@mantine/core';
import { CopyButton } from '../../design/CopyButton.tsx';
import { Notice } from '../../design/Notice.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useDraft, useDraftsUnder } from '../../dialogue/use-dialogue.ts';
import styles from './breakouts.module.css';
import { useText } from './texts.ts';

/** A result that somebody was still writing when they left its room: it is copied or dropped, and waits in its field when the room opens again. */
export function LeftResults() {
  const { session, room } = useRoom();
  const drafts = useDraftsUnder(`breakouts/${session.session}/`);
  return Object.entries(drafts)
    .filter(([name, words]) => words.trim() !== '' && !name.startsWith(`breakouts/${room}/`))
    .map(([name, words]) => <Left key={name} name={name} words={words} />);
}

function Left({ name, words }: { name: string; words: string }) {
  const text = useText();
  const nameOf = useRoomName();
  const [, write] = useDraft(name);
  const room = name.split('/').slice(1, 3).join('/');
  const drop = () => {
    write('');
    offerUndo({ message: text('breakouts.result.removed'), label: text('common.undo'), undo: () => write(words) });
  };
  return (
    <Notice
      action={
        <span className={styles.steps}>
          <CopyButton value={words}>{text('common.copy-text')}</CopyButton>
          <Button variant="subtle" onClick={drop}>
            {text('common.discard')}
          </Button>
        </span>
      }
    >
      {text('breakouts.result.left', { room: nameOf(room) })}
      <span className={styles.words} dir="auto">
        {words}
      </span>
    </Notice>
  );
}
