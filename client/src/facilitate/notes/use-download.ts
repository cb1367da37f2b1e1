import type { NoteKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback } from 'react';
import { announce } from '../../design/announce.ts';
import { tell } from '../../design/toasts.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useRoomName } from '../../dialogue/rooms.ts';
import { getFile } from '../../platform/http.ts';
import { useLanguage } from '../../platform/languages.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useText } from './texts.ts';

/** The forms in which notes are taken home. */
export const formats = ['docx', 'pdf', 'html', 'md', 'json'] as const;
export type NoteFormat = (typeof formats)[number];

/** Makes a file of notes, in the language of the interface, and hands it to the browser. */
export function useDownload(kind: NoteKind, room: RoomId): (format: NoteFormat) => Promise<void> {
  const text = useText();
  const { id } = useDialogue();
  const { language } = useLanguage();
  const roomName = useRoomName();
  return useCallback(
    async format => {
      announce(text('notes.download.making'));
      try {
        const file = await getFile(`/dialogues/${id}/notes/${kind}/${room}/${format}?language=${language}`);
        const name = kind === 'output' ? text('output.title') : text('notes.of', { room: roomName(room) });
        saveFile(`${name}.${format}`, file.type, new Uint8Array(await file.arrayBuffer()));
      } catch {
        tell(text('notes.download.failed'), 'danger');
      }
    },
    [id, kind, room, language, roomName, text],
  );
}
