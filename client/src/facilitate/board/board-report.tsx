import type { DialogueOutcomes } from '@multaqa/shared/dialogue';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { PaperFigure, PaperSection } from '../../design/Paper.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { ReportSection } from '../../dialogue/report-section.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import styles from './board-report.module.css';
import { BoardWords } from './report/BoardWords.tsx';
import { useText } from './texts.ts';

type Outcome = DialogueOutcomes['board'];
type Told = Outcome[number];

/** The boards of all rooms, each as a picture with the dots that were counted on it. */
export const section: ReportSection<Outcome> = { Figures: BoardsFigure, Body: Boards };

function BoardsFigure({ outcome }: { outcome: Outcome }) {
  const text = useText();
  return (
    outcome.length > 0 && <PaperFigure count={outcome.length} label={text('board.figure', { count: outcome.length })} />
  );
}

function Boards({ outcome }: { outcome: Outcome }) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  if (outcome.length === 0) return null;
  const startOf = ({ room }: Told) => sessions[sessionOf(room)]?.plan.startsAt ?? 0;
  const told = [...outcome].sort((a, b) => startOf(a) - startOf(b) || (a.room < b.room ? -1 : 1));
  return (
    <PaperSection heading={text('board.report')}>
      {told.map(one => (
        <OneBoard key={one.room} title={sessions[sessionOf(one.room)]?.plan.title ?? ''} of={one} />
      ))}
    </PaperSection>
  );
}

function OneBoard({ title, of }: { title: string; of: Told }) {
  const { room, votes, hasNamed } = of;
  const roomName = useRoomName();
  return (
    <section className={styles.board}>
      <h3 className={styles.title}>
        <bdi>{title}</bdi> · <bdi>{roomName(room)}</bdi>
      </h3>
      <Picture room={room} title={title} />
      {(votes.length > 0 || hasNamed) && <BoardWords of={of} />}
    </section>
  );
}

/** The board as it is drawn on paper; nothing where this person may not see it. */
function Picture({ room, title }: { room: RoomId; title: string }) {
  const text = useText();
  const { id } = useDialogue();
  const { language } = useLanguage();
  const [isThere, setThere] = useState(true);
  if (!isThere) return null;
  const address = `/api/dialogues/${id}/board/${room}/file`;
  return (
    <>
      <img
        className={styles.picture}
        src={`${address}/svg?language=${language}`}
        alt={text('board.report.picture', { title })}
        loading="lazy"
        onError={() => setThere(false)}
      />
      <p className={styles.quiet}>
        <a href={`${address}/csv?language=${language}`} download>
          {text('board.report.words')}
        </a>
      </p>
    </>
  );
}
