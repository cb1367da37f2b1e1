import { Button } from '@mantine/core';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { TranscriptLine } from '@multaqa/shared/facilitate/chat/transcript';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { useEffect, useState } from 'react';
import { Avatar } from '../../design/Avatar.tsx';
import { CopyButton } from '../../design/CopyButton.tsx';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Note } from '../../design/Note.tsx';
import { Pill } from '../../design/Pill.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { usePublishedClusters } from '../../dialogue/clusters.ts';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { PersonClusterMark } from '../../dialogue/PersonCluster.tsx';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useView } from '../../dialogue/use-dialogue.ts';
import { get, type Problem, refusedBy } from '../../platform/http.ts';
import { useMoments } from '../../platform/moments.ts';
import { refusalText } from '../../platform/texts.ts';
import styles from './Transcript.module.css';
import { useText } from './texts.ts';
import { WithLinks } from './WithLinks.tsx';

type Answer = { lines: readonly TranscriptLine[]; rooms: RoomNames };
type Reading = { answer: Answer | null; problem: Problem | null };

/** What was written in a closed session while its reader was there. */
export function Transcript({ session }: { session: string }) {
  const text = useText();
  const { id } = useDialogue();
  const [{ answer, problem }, setReading] = useState<Reading>({ answer: null, problem: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    let isHere = true;
    const tell = (reading: Reading) => {
      if (isHere) setReading(reading);
    };
    get<Answer>(`/dialogues/${id}/sessions/${session}/transcript`)
      .then(answer => tell({ answer, problem: null }))
      .catch(error => tell({ answer: null, problem: refusedBy(error) }));
    return () => {
      isHere = false;
    };
  }, [id, session, attempt]);
  if (problem)
    return (
      <div className={styles.failed}>
        <Note tone="danger">{refusalText(text, problem)}</Note>
        <Button variant="default" onClick={() => setAttempt(attempt + 1)}>
          {text('common.try-again')}
        </Button>
      </div>
    );
  if (!answer) return <Skeleton label={text('common.loading')} />;
  if (answer.lines.length === 0) return <EmptyState title={text('chat.transcript.none')} text="" />;
  return <Lines {...answer} />;
}

function Lines({ lines, rooms }: Answer) {
  const text = useText();
  const moments = useMoments();
  const people = useView(view => view.people);
  const { published, nameOf: clusterNameOf } = usePublishedClusters();
  const breakoutName = useBreakoutName();
  const nameOf = (person: string) => people[person]?.name ?? text('common.nameless');
  const plain = lines.map(({ at, author, text: said }) =>
    [
      moments.time(at),
      nameOf(author),
      ...(published ? [clusterNameOf(author)] : []),
      said ?? text('chat.removed'),
    ].join('\t'),
  );
  return (
    <>
      <div className={styles.tools}>
        <CopyButton value={plain.join('\n')}>{text('chat.transcript.copy')}</CopyButton>
      </div>
      <ol className={styles.lines}>
        {lines.map(({ message, at, author, to, text: said }) => (
          <li key={message} className={styles.line}>
            <Avatar id={author} name={nameOf(author)} size={34} />
            <div className={styles.body}>
              <p className={styles.head}>
                <bdi className={styles.name}>{nameOf(author)}</bdi>
                <PersonClusterMark person={author} />
                <bdi className={styles.quiet}>{people[author]?.municipality}</bdi>
                <time className={styles.quiet} dateTime={new Date(at).toISOString()}>
                  {moments.time(at)}
                </time>
                {to === 'all' && <Pill tone="accent">{text('chat.to-all')}</Pill>}
                {to !== 'all' && isLobby(to) && <Pill>{text('rooms.lobby')}</Pill>}
                {rooms[to] && (
                  <Pill>
                    <bdi>{breakoutName(rooms[to])}</bdi>
                  </Pill>
                )}
              </p>
              {said === null ? (
                <p className={styles.quiet}>{text('chat.removed')}</p>
              ) : (
                <p className={styles.words} dir="auto">
                  <WithLinks text={said} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
