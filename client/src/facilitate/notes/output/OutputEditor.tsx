import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { plenaryOf, type RoomId, type SessionId } from '@multaqa/shared/kernel/ids';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useMay, useView } from '../../../dialogue/use-dialogue.ts';
import { insertOutcomes, mergeOutcomes } from '../outcome/written-outcomes.ts';
import { RoomNotes } from '../RoomNotes.tsx';
import { useText } from '../texts.ts';
import { BringNotes } from './BringNotes.tsx';
import { MergeList } from './MergeList.tsx';
import styles from './Output.module.css';
import { RoomOutcomes } from './RoomOutcomes.tsx';
import { SignOff } from './SignOff.tsx';
import { useOutcomes } from './use-outcomes.ts';

/** What a session brings together: its text, with what the rooms have written at its side for those who write it. */
export function OutputEditor({ session }: { session: SessionId }) {
  const text = useText();
  const may = useMay();
  const outcomes = useOutcomes(session) ?? [];
  const [editor, setEditor] = useState<Editor | null>(null);
  const [bringing, setBringing] = useState<RoomId | null>(null);
  const roomName = useRoomName();
  const isSigned = useView(({ notes }) => notes.outputs[session]?.status === 'signed');
  const writes = may('notes.sign') && !isSigned && editor !== null;
  const take = (taken: readonly Registered[]) => editor && insertOutcomes(editor, taken.map(asWritten), 'end');
  const merge = (ids: string[]) => {
    if (editor && mergeOutcomes(editor, ids)) announce(text('output.merged'));
  };
  const rooms = [...new Set(outcomes.filter(({ document }) => document === 'notes').map(({ room }) => room))];
  return (
    <>
      <SignOff session={session} />
      <div className={styles.page} data-reads={!writes}>
        <div className={styles.text}>
          <RoomNotes kind="output" room={plenaryOf(session)} onReady={setEditor} />
        </div>
        {writes && (
          <div className={styles.side}>
            <MergeList outcomes={outcomes} onMerge={merge} />
            <RoomOutcomes outcomes={outcomes} rooms={rooms} onTake={take} onNotes={setBringing} />
          </div>
        )}
        {bringing && editor && (
          <BringNotes
            key={bringing}
            room={bringing}
            title={roomName(bringing)}
            editor={editor}
            onDone={() => setBringing(null)}
          />
        )}
      </div>
    </>
  );
}

const asWritten = ({ room: _r, document: _d, by: _b, at: _a, changedAt: _c, ...written }: Registered) => written;
