import type { ShownPlace, ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import { useEffect, useMemo } from 'react';
import { announce } from '../../design/announce.ts';
import { Icon } from '../../design/Icon.tsx';
import { useOwn } from '../../dialogue/use-dialogue.ts';
import type { Order } from './order.ts';
import { type CardProps, QuestionCard } from './QuestionCard.tsx';
import styles from './QuestionsPanel.module.css';
import { useText } from './texts.ts';
import { useSettled } from './use-settled.ts';

type Props = Pick<CardProps, 'room' | 'onOpen'> & {
  pinned: readonly ShownQuestion[];
  open: readonly ShownQuestion[];
  fair: readonly ShownPlace[];
  order: Order;
};

/** What waits for an answer: the pinned ones first. New ones wait until the reader wants them. */
export function OpenQuestions({ room, pinned, open, fair, order, onOpen }: Props) {
  const text = useText();
  const asked = useOwn(own => own.questions.asked);
  const own = useMemo(() => new Set(asked.map(({ question }) => question)), [asked]);
  const byId = new Map(open.map(one => [one.question, one]));
  const { ids, fresh, isMoved, settle } = useSettled(
    open.map(({ question }) => question),
    `${room} ${order}`,
    own,
  );
  const news = fresh > 0 ? text('questions.fresh', { count: fresh }) : null;
  useEffect(() => {
    if (news) announce(news);
  }, [news]);
  const card = (of: ShownQuestion) => (
    <li key={of.question}>
      <QuestionCard room={room} of={of} place={fair.find(({ question }) => question === of.question)} onOpen={onOpen} />
    </li>
  );
  return (
    <>
      {(news || isMoved) && (
        <button type="button" className={styles.fresh} onClick={settle}>
          <Icon of={IconArrowUp} size={18} />
          {news ?? text('questions.order-again')}
        </button>
      )}
      <ul className={styles.cards} aria-label={text('questions.pending')}>
        {pinned.map(card)}
        {ids.flatMap(id => byId.get(id) ?? []).map(card)}
      </ul>
    </>
  );
}
