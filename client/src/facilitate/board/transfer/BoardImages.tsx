import type { RoomId } from '@multaqa/shared/kernel/ids';
import { type ReactNode, useCallback } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { ImageAddress } from '../image-address.ts';
import { imagePath } from './image-file.ts';

/** Tells what is drawn inside where the images of this room's board are. */
export function BoardImages({ room, children }: { room: RoomId; children: ReactNode }) {
  const { id } = useDialogue();
  const address = useCallback((file: string) => `/api${imagePath(id, room, file)}`, [id, room]);
  return <ImageAddress value={address}>{children}</ImageAddress>;
}
