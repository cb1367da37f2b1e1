import type { Message, Reaction } from '@multaqa/shared/facilitate/chat/chat.state';
import { useCommand, useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './Reactions.module.css';
import { useText } from './texts.ts';

type Props = { room: string; message: Message };

/** Who feels what about a message; a click joins or takes back. */
export function Reactions(props: Props) {
  return Object.keys(props.message.reactions).length === 0 ? null : <Given {...props} />;
}

function Given({ room, message }: Props) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { person } = useMe();
  const people = useView(view => view.people);
  const given = Object.entries(message.reactions) as [Reaction, readonly string[]][];
  return (
    <ul className={styles.reactions}>
      {given.map(([reaction, by]) => {
        const isMine = by.includes(person);
        const names = by.map(id => people[id]?.name ?? text('common.nameless')).join(text('common.comma'));
        return (
          <li key={reaction}>
            <button
              type="button"
              className={styles.reaction}
              aria-pressed={isMine}
              aria-label={text('chat.reacted', { reaction, names })}
              title={names}
              disabled={!may('chat.react', { room })}
              onClick={() => void send('chat.react', { room, message: message.message, reaction, on: !isMine })}
            >
              <span>{reaction}</span>
              <span>{text('common.number', { number: by.length })}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
