import { Button } from '@mantine/core';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { CopyButton } from '../../design/CopyButton.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useDraft, useDraftsUnder, useMay } from '../../dialogue/use-dialogue.ts';
import styles from './LateDraft.module.css';
import { useText } from './texts.ts';

/** What somebody was writing in a room that they are not in any more, such as a breakout that has closed: it is taken along, copied or dropped. */
export function LeftDrafts({ room }: { room: RoomId }) {
  const may = useMay();
  const drafts = useDraftsUnder(`chat/${sessionOf(room)}/`);
  const left = Object.entries(drafts)
    .map(([name, words]) => ({ from: name.slice('chat/'.length), words }))
    .filter(({ from, words }) => from !== room && words.trim() !== '' && !may('chat.say', { room: from }));
  return left.map(({ from, words }) => <Left key={from} from={from} words={words} to={room} />);
}

function Left({ from, words, to }: { from: RoomId; words: string; to: RoomId }) {
  const text = useText();
  const nameOf = useRoomName();
  const [here, setHere] = useDraft(`chat/${to}`);
  const [, setThere] = useDraft(`chat/${from}`);
  const take = () => {
    setHere(here ? `${here}\n${words}` : words);
    setThere('');
  };
  const drop = () => {
    setThere('');
    offerUndo({ message: text('chat.elsewhere.dropped'), label: text('common.undo'), undo: () => setThere(words) });
  };
  return (
    <section className={styles.late}>
      <h3 className={styles.quiet}>{text('chat.elsewhere', { room: nameOf(from) })}</h3>
      <blockquote className={styles.words} dir="auto">
        {words}
      </blockquote>
      <div className={styles.ways}>
        <Button variant="default" onClick={take}>
          {text('chat.elsewhere.take')}
        </Button>
        <CopyButton value={words}>{text('chat.late.copy')}</CopyButton>
        <Button variant="subtle" onClick={drop}>
          {text('common.discard')}
        </Button>
      </div>
    </section>
  );
}
