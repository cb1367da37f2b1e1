import { Button } from '@mantine/core';
import type { ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useOwn, useView } from '../../dialogue/use-dialogue.ts';
import { Asker } from './Asker.tsx';
import styles from './QuestionOnStage.module.css';
import { SupportButton } from './SupportButton.tsx';
import { useText } from './texts.ts';

/** The question that a host has put on the stage, large. */
export function QuestionOnStage() {
  const { room } = useRoom();
  const shown = useView(({ questions }) => {
    const here = questions.rooms[room];
    return here?.stage ? here.questions[here.stage] : undefined;
  });
  return shown ? <Large room={room} of={shown} /> : null;
}

function Large({ room, of }: { room: string; of: ShownQuestion }) {
  const text = useText();
  const roomName = useRoomName();
  const isMine = useOwn(own => own.questions.asked.some(({ question }) => question === of.question));
  useEffect(() => announce(text('questions.stage.shows', { question: of.text })), [of.text, text]);
  const { standing } = of;
  return (
    <article className={styles.stage}>
      <div className={styles.question}>
        <h2 className={styles.words} data-long={of.text.length > 160} dir="auto">
          {of.text}
        </h2>
        <p className={styles.asker}>
          <Asker asker={of.asker} isMine={isMine} />
          {of.from && <span>{text('questions.from', { room: roomName(of.from) })}</span>}
        </p>
        {standing.status === 'answered' && (
          <p className={styles.answer} dir="auto">
            {standing.answer ?? text('questions.aloud')}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <SupportButton room={room} of={of} />
        <HostWays room={room} of={of} />
      </footer>
    </article>
  );
}

function HostWays({ room, of: { question, standing } }: { room: string; of: ShownQuestion }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (!may('questions.show', { room })) return null;
  return (
    <div className={styles.ways}>
      {standing.status !== 'answered' && (
        <Button onClick={() => void send('questions.answer', { room, question, answer: null })}>
          {text('questions.answer.aloud')}
        </Button>
      )}
      <Button variant="default" onClick={() => void send('questions.show', { room, question: null })}>
        {text('questions.stage.off')}
      </Button>
    </div>
  );
}
