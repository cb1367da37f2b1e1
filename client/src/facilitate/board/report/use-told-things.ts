import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ToldThing } from '@multaqa/shared/facilitate/board/table/told-things';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useCallback, useEffect, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { get, type Problem, refusedBy } from '../../../platform/http.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from './texts.ts';

/** The things of a board that the report tells of. */
export type ToldThings =
  | { status: 'reading' }
  | { status: 'failed'; problem: Problem; again(): void }
  | { status: 'read'; things: ReadonlyMap<ThingId, ToldThing> };

/** Asks the server for the things of a room's board that the report tells of. */
export function useToldThings(room: RoomId): ToldThings {
  const { id } = useDialogue();
  const [told, tell] = useState<Exclude<ToldThings, { status: 'failed' }> | { status: 'failed'; problem: Problem }>({
    status: 'reading',
  });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks once more.
  useEffect(() => {
    let isGone = false;
    tell({ status: 'reading' });
    get<{ things: ToldThing[] }>(`/dialogues/${id}/board/${room}/words`)
      .then(({ things }) => {
        if (!isGone) tell({ status: 'read', things: new Map(things.map(thing => [thing.id, thing])) });
      })
      .catch(error => {
        if (!isGone) tell({ status: 'failed', problem: refusedBy(error) });
      });
    return () => {
      isGone = true;
    };
  }, [id, room, attempt]);
  const again = useCallback(() => setAttempt(before => before + 1), []);
  return told.status === 'failed' ? { ...told, again } : told;
}

/** What a thing says to whoever reads; that it is gone, where it is not on the board any more. */
export function useToldWords(): (thing: ToldThing | undefined) => string {
  const text = useText();
  const { language } = useLanguage();
  return thing => {
    if (!thing) return text('board-report.gone');
    const words = thing.text.trim() || (thing.says ? saidBy(thing.says, language) : '');
    return words || text(thing.kind === 'image' ? 'board-report.image' : 'board-report.wordless');
  };
}
