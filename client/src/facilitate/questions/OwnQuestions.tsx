import { Button, VisuallyHidden } from '@mantine/core';
import type { OwnQuestion } from '@multaqa/shared/facilitate/questions/questions.rules';
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { OutboxItem } from '../../dialogue/outbox.ts';
import { useDraft, useMay, useOutbox, useOwn } from '../../dialogue/use-dialogue.ts';
import { refusalText } from '../../platform/texts.ts';
import styles from './OwnQuestions.module.css';
import { Withdraw } from './QuestionMenu.tsx';
import { useText } from './texts.ts';

type Sent = { room: string; question: string; text: string };
type Props = { room: string; shown: { readonly [question: string]: unknown } };

/** One's own questions that the room does not see: on their way, waiting for a host, declined or hidden. */
export function OwnQuestions({ room, shown }: Props) {
  const text = useText();
  const asked = useOwn(own => own.questions.asked);
  const known = new Set(asked.map(({ question }) => question));
  const away = asked.filter(
    one =>
      one.room === room &&
      (one.standing.status === 'waiting' || one.standing.status === 'declined' || one.standing.status === 'hidden'),
  );
  const onTheWay = useOutbox(items =>
    items.filter(({ kind, input }) => {
      const { room: where, question } = input as Sent;
      return kind === 'questions.ask' && where === room && !known.has(question) && !(question in shown);
    }),
  );
  if (away.length + onTheWay.length === 0) return null;
  return (
    <ul className={styles.own} aria-label={text('questions.mine')}>
      {away.map(one => (
        <li key={one.question} className={styles.item}>
          <Standing of={one} />
        </li>
      ))}
      {onTheWay.map(item => (
        <li key={item.id} className={styles.item} data-state={item.state}>
          <Unsent item={item} room={room} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ of }: { of: OwnQuestion }) {
  const text = useText();
  const may = useMay();
  const { question, room, text: words, standing } = of;
  return (
    <div className={styles.standing}>
      <div>
        <p className={styles.words} dir="auto">
          {words}
        </p>
        <p className={styles.state}>
          {standing.status === 'waiting' && <Icon of={IconClock} size={16} />}
          <StandingWords of={standing} />
        </p>
      </div>
      {may('questions.withdraw', { room }) && (
        <MenuOnDemand label={text('questions.actions', { question: words })}>
          <Withdraw room={room} question={question} />
        </MenuOnDemand>
      )}
    </div>
  );
}

function StandingWords({ of }: { of: OwnQuestion['standing'] }) {
  const text = useText();
  if (of.status === 'waiting') return text('questions.mine.waiting');
  if (of.status === 'hidden') return text('questions.mine.hidden');
  if (of.status !== 'declined') return null;
  return of.reason ? text('questions.mine.declined-because', { reason: of.reason }) : text('questions.mine.declined');
}

/** A question on its way: with a clock while it waits, with the reason where it was refused. */
function Unsent({ item, room }: { item: OutboxItem; room: string }) {
  const text = useText();
  const { dismiss } = useDialogue();
  const [draft, setDraft] = useDraft(`questions/${room}`);
  const { text: words } = item.input as Sent;
  const again = () => {
    setDraft(draft ? `${draft}\n${words}` : words);
    dismiss(item.id);
  };
  return (
    <>
      <p className={styles.words} dir="auto">
        {words}
      </p>
      {item.state === 'refused' ? (
        <>
          <p className={styles.reason}>
            <Icon of={IconAlertCircle} size={18} />
            {refusalText(text, item)}
          </p>
          <div className={styles.ways}>
            <Button variant="default" onClick={again}>
              {text('questions.again')}
            </Button>
            <Button variant="subtle" onClick={() => dismiss(item.id)}>
              {text('common.discard')}
            </Button>
          </div>
        </>
      ) : (
        <span className={styles.state}>
          <Icon of={IconClock} size={16} />
          <VisuallyHidden>{text('questions.sending')}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
