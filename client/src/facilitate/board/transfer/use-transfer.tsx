import { removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { encloses, middleOf, type Point, unionOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { thingBounds } from '@multaqa/shared/facilitate/board/scene/outline';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { type ReactNode, useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import type { Problem } from '../../../platform/http.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { refusalText } from '../../../platform/texts.ts';
import { newThingId } from '../scene/new-thing.ts';
import { bringImages } from './bring-images.ts';
import { type Carried, carriedFrom, carriedType, placed, wordsOf } from './carried.ts';
import { NotesDialog, type NotesSource, type ReadRows } from './NotesDialog.tsx';
import { mostNotes, notesFrom, type Rows } from './notes-from.ts';
import { asOneNote, type Pasted, readPasted, rowsOf } from './pasted.ts';
import { SendingImages } from './SendingImages.tsx';
import { putThings, type TransferDesk, type TransferTarget } from './target.ts';
import { useText } from './texts.ts';
import { useImages } from './use-images.ts';

type Clipboard = Pick<ClipboardEvent, 'clipboardData' | 'preventDefault'>;
type Dropped = Pick<DragEvent, 'dataTransfer' | 'preventDefault'>;

/** What comes onto a board and is taken from it by clipboard, by dropping, and by a dialog for lists. */
export type Transfer = {
  copy(event: Clipboard): void;
  cut(event: Clipboard): void;
  paste(event: Clipboard): void;
  drop(event: Dropped, at: Point): void;
  /** Opens the dialog that makes notes from a list or a table. */
  openList(): void;
  addImages(files: readonly File[]): void;
  /** An image that has just come and says in no words what it shows; null for none. */
  undescribed: ThingId | null;
  /** Its words are written, or left for later. */
  described(): void;
  /** The dialog and the images on their way, to be drawn over the board. */
  parts: ReactNode;
};

type Asking = { source: NotesSource; at: Point };

export function useTransfer(target: TransferDesk, room: RoomId): Transfer {
  const { say, put, notes } = usePutting(target);
  const lostWords = useLostWords();
  const { language, direction } = useLanguage();
  const { id: dialogue } = useDialogue();
  const images = useImages(target, room);
  const [asking, setAsking] = useState<(Asking & { readCells(text: string): Rows }) | null>(null);
  const here = (): Point => target.pointer.now ?? middleOf(target.view());

  const ask = async (source: NotesSource, at: Point) => {
    const { readCsv } = await import('../../../platform/tables/read-csv.ts');
    setAsking({ source, at, readCells: text => readCsv(text, '\t') });
  };
  const takeThings = async (carried: Carried, at: Point) => {
    const brought = await bringImages(carried, dialogue, room);
    if (brought.lost > 0) tell(lostWords(brought), 'danger');
    if (brought.carried.things.length > 0)
      put(placed(brought.carried, { scene: target.board.scene(), at, newId: newThingId }));
  };
  const takeWords = ({ text, isCut }: { text: string; isCut: boolean }, at: Point) => {
    const rows = rowsOf(text, cells => cells.split('\n').map(line => line.split('\t')));
    const isSingle = rows.length <= 1 && (rows[0]?.length ?? 0) <= 1;
    if (isSingle) notes([asOneNote(text)], at);
    else void ask({ kind: 'text', text, isCut }, at);
  };
  const takeTable = async (file: File, at: Point) => {
    const read = await readRows(file);
    if (read) await ask({ kind: 'rows', ...read }, at);
    else tell(say('board.transfer.file.failed'), 'danger');
  };
  /** What does not come at once stays in the dialog; where there is no room at all, everything does. */
  const putList = (texts: readonly string[], from: NonNullable<typeof asking>) => {
    if (!notes(texts, from.at)) return;
    const rest = texts.slice(mostNotes);
    const source = { kind: 'rows', rows: rest.map(text => [text]), isCut: false } as const;
    setAsking(rest.length > 0 ? { ...from, source } : null);
  };
  const take = (pasted: Pasted, at: Point, isPlaced: boolean): boolean => {
    if (pasted.kind === 'things') void takeThings(pasted.carried, at);
    else if (pasted.kind === 'images') images.add(pasted.files, at, isPlaced ? 'there' : 'near');
    else if (pasted.kind === 'words') takeWords(pasted, at);
    else if (pasted.kind === 'table') void takeTable(pasted.file, at);
    else tell(say('board.transfer.nothing'), 'danger');
    return pasted.kind !== 'nothing';
  };
  const copy = ({ clipboardData, preventDefault }: { clipboardData: DataTransfer | null; preventDefault(): void }) => {
    const carried = carriedFrom(target.board.scene(), target.chosen(), room);
    if (!carried || !clipboardData) return 0;
    preventDefault();
    clipboardData.setData(carriedType, JSON.stringify(carried));
    clipboardData.setData('text/plain', wordsOf(carried, language, direction));
    return carried.things.length;
  };
  const copied = (event: Clipboard) =>
    copy({ clipboardData: event.clipboardData, preventDefault: () => event.preventDefault() });
  return {
    copy(event) {
      const count = copied(event);
      if (count > 0) announce(say('board.transfer.copied', { count }));
    },
    cut(event) {
      if (copied(event) === 0) return;
      const count = removeChosen(target);
      announce(say('board.transfer.cut', { count }));
    },
    paste(event) {
      if (!event.clipboardData) return;
      event.preventDefault();
      take(readPasted(event.clipboardData), here(), target.pointer.now !== null);
    },
    drop(event, at) {
      if (!event.dataTransfer) return;
      event.preventDefault();
      take(readPasted(event.dataTransfer), at, true);
    },
    openList: () => void ask({ kind: 'text', text: '' }, middleOf(target.view())),
    undescribed: images.undescribed[0] ?? null,
    described: images.described,
    addImages: files => images.add(files, middleOf(target.view()), 'near'),
    parts: (
      <>
        <SendingImages sending={images.sending} onAgain={images.again} onDrop={images.drop} />
        {asking && (
          <NotesDialog
            source={asking.source}
            readCells={asking.readCells}
            readFile={readRows}
            onPut={texts => putList(texts, asking)}
            onClose={() => setAsking(null)}
          />
        )}
      </>
    ),
  };
}

/** Why images do not come along: mostly because their board is not for everybody. */
function useLostWords(): (brought: { lost: number; problem: Problem | null }) => string {
  const say = useText();
  return ({ lost, problem }) => {
    // Whoever may not read the board of an image hears that there is none.
    const isHidden = problem === null || problem.refusal === 'unknown';
    const why = isHidden ? say('board.transfer.image.not-yours') : refusalText(say, problem);
    return `${say('board.transfer.image.lost', { count: lost })} ${why}`;
  };
}

/** Puts things on the board, and says how many came or that there was no room. */
function usePutting(target: TransferDesk) {
  const say = useText();
  const { direction } = useLanguage();
  const put = (things: ReturnType<typeof placed>): boolean => {
    const isPut = putThings(target, things);
    if (isPut) {
      bringIntoSight(target, things);
      announce(say('board.transfer.added', { count: things.length }));
    } else tell(say('board.transfer.full'), 'danger');
    return isPut;
  };
  const notes = (texts: readonly string[], at: Point) =>
    put(notesFrom(texts, { scene: target.board.scene(), at, direction, colour: 'yellow', newId: newThingId }));
  return { say, put, notes };
}

/** Shows what has come, where not all of it is in sight. */
function bringIntoSight({ board, camera, view }: TransferDesk, things: ReturnType<typeof placed>): void {
  const scene = board.scene();
  const bounds = unionOf(things.flatMap(([id]) => scene.get(id) ?? []).map(thing => thingBounds(scene, thing)));
  if (bounds && !encloses(view(), bounds)) camera.show(bounds);
}

/** Files of text up to this size are read. */
const mostBytes = 4_000_000;

async function readRows(file: File): Promise<ReadRows | null> {
  if (file.size > mostBytes) return null;
  try {
    const { mostRows, readCsv } = await import('../../../platform/tables/read-csv.ts');
    const { textOf } = await import('../../../platform/tables/read-text.ts');
    const rows = readCsv(textOf(new Uint8Array(await file.arrayBuffer())));
    return rows.length > 0 ? { rows, isCut: rows.length >= mostRows } : null;
  } catch {
    // The file is gone, or nobody may read it any more.
    return null;
  }
}

function removeChosen({ board, chosen, mayChange }: TransferTarget): number {
  const scene = board.scene();
  const going = chosen().filter(id => {
    const thing = scene.get(id);
    return thing && !thing.fixed && mayChange(thing);
  });
  if (going.length > 0) board.edit(doc => removeThings(doc, going));
  return going.length;
}
