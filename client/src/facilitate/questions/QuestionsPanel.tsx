import { NativeSelect } from '@mantine/core';
import type { RoomQuestions } from '@multaqa/shared/facilitate/questions/questions.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useState } from 'react';
import { announce } from '../../design/announce.ts';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Scroller, TabBody } from '../../design/Scroller.tsx';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useMay, useMe, useView } from '../../dialogue/use-dialogue.ts';
import { AskBox } from './AskBox.tsx';
import { Folded } from './Folded.tsx';
import { HostMenu } from './HostMenu.tsx';
import { OpenQuestions } from './OpenQuestions.tsx';
import { OwnQuestions } from './OwnQuestions.tsx';
import { type Order, sectionsOf } from './order.ts';
import styles from './QuestionsPanel.module.css';
import { Away, Queue } from './Queue.tsx';
import { useText } from './texts.ts';
import { markSeen, newestIn } from './unread.ts';
import { useOrder } from './use-order.ts';
import { useQuestionDialogs } from './use-question-dialogs.tsx';

/** What people ask in the room, and for hosts in the rooms that they look into besides. */
export function QuestionsPanel() {
  const { place } = useMe();
  const seen = useView(view => Object.keys(view.questions.rooms).join(' '));
  const rooms = seen.split(' ').filter(Boolean);
  const [chosen, setChosen] = useState<RoomId | null>(null);
  const room = chosen && rooms.includes(chosen) ? chosen : (place?.room ?? '');
  const questions = useView(view => view.questions.rooms[room]);
  if (!questions) return null;
  return (
    <TabBody>
      <Head room={room} rooms={rooms} onChoose={setChosen} hasQuestions={Object.keys(questions.questions).length > 1} />
      <Room key={room} room={room} of={questions} />
    </TabBody>
  );
}

type HeadProps = { room: RoomId; rooms: readonly RoomId[]; onChoose(room: RoomId): void; hasQuestions: boolean };

/** Which room, in which order, and what hosts settle. */
function Head({ room, rooms, onChoose, hasQuestions }: HeadProps) {
  const text = useText();
  const may = useMay();
  const roomName = useRoomName();
  const { order, choices, choose } = useOrder();
  const isHost = may('questions.rule');
  if (!hasQuestions && !isHost && rooms.length < 2) return null;
  return (
    <div className={styles.head}>
      {rooms.length > 1 && (
        <NativeSelect
          aria-label={text('questions.rooms')}
          value={room}
          onChange={event => onChoose(event.currentTarget.value)}
          data={rooms.map(one => ({ value: one, label: roomName(one) }))}
        />
      )}
      <NativeSelect
        className={styles.order}
        aria-label={text('questions.order')}
        value={order}
        onChange={event => choose(event.currentTarget.value as Order)}
        data={choices.map(one => ({ value: one, label: text(`questions.order.${one}`) }))}
      />
      {isHost && <HostMenu room={room} />}
    </div>
  );
}

function Room({ room, of }: { room: RoomId; of: RoomQuestions }) {
  const text = useText();
  const may = useMay();
  const { order } = useOrder();
  const { pinned, open, parked, answered, waiting, away } = sectionsOf(of, order);
  const newest = newestIn(of);
  useEffect(() => markSeen(room, newest), [room, newest]);
  const wait = waiting.length;
  useEffect(() => {
    if (wait > 0) announce(text('questions.wait', { count: wait }));
  }, [wait, text]);
  const isEmpty = pinned.length + open.length === 0;
  const { onOpen, dialogs } = useQuestionDialogs(room);
  return (
    <>
      {dialogs}
      <Scroller label={text('questions.tab')}>
        <div className={styles.list} data-empty={isEmpty && parked.length + answered.length + wait === 0}>
          <Queue room={room} questions={waiting} />
          <OwnQuestions room={room} shown={of.questions} />
          {isEmpty ? (
            <EmptyState
              title={text('questions.empty.title')}
              text={text(may('questions.pin', { room }) ? 'questions.empty.hosts' : 'questions.empty.text')}
            />
          ) : (
            <OpenQuestions {...{ room, pinned, open, order, onOpen }} fair={order === 'fair' ? of.fair : []} />
          )}
          <Folded title={text('questions.parked', { count: parked.length })} {...{ room, onOpen }} questions={parked} />
          <Folded
            title={text('questions.answered-count', { count: answered.length })}
            {...{ room, onOpen }}
            questions={answered}
          />
          <Away room={room} questions={away} />
        </div>
      </Scroller>
      <AskBox room={room} />
    </>
  );
}
