import type { BoardOwn, BoardView } from '@multaqa/shared/facilitate/board/board.state';
import { addThing, changeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { boxOf, type Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { blockOf } from '@multaqa/shared/facilitate/board/scene/places';
import { readScene } from '@multaqa/shared/facilitate/board/scene/scene';
import { type Colour, isBoxed, type Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { type Browser, newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import { openTyper, type Typer } from '../../server/src/proof/typer.ts';
import type { Chance } from './chance.ts';

/** A room keeps so many notes of simulated people; then they only move them. */
const most = 24;
const side: Point = [200, 200];
const colours = ['yellow', 'pink', 'blue', 'green'] as const satisfies Colour[];

type Drawing = { browser: Browser; client: Client; dialogue: string; room: string; words: string; chance: Chance };

/** What somebody does at the board of their room: a private note or a dot where that is asked for, else a note, or moving one. */
export async function drawIn({ browser, client, dialogue, room, words, chance }: Drawing): Promise<void> {
  const { round, vote } = (client.view() as { board?: BoardView }).board?.[room] ?? {};
  const own = (client.own() as { board?: BoardOwn }).board ?? { jots: [], dots: {} };
  if (round?.status === 'writing') {
    const note = { room, note: newId(), text: words, colour: chance.pick(colours) };
    if (own.jots.length < 3) await client.command('board.jot', note);
    return;
  }
  const typer = openTyper(browser, dialogue, `board:${room}`);
  const opened = await typer.open();
  const spent = Object.values(own.dots).reduce((sum, one) => sum + one, 0);
  if (opened.ok && vote?.status === 'open' && spent < vote.dots) {
    const notes = notesOn(typer);
    if (notes.length > 0) await client.command('board.dot', { room, thing: chance.pick(notes).id, dots: 1 });
  } else if (opened.ok && opened.access === 'write') {
    draw(typer, words, chance);
    await typer.saved();
  }
  typer.close();
}

const notesOn = ({ doc }: Typer): Thing[] => [...readScene(doc).values()].filter(({ kind }) => kind === 'note');

/** A note where the next one has its place, or one of those that are there a little further. */
function draw({ doc }: Typer, words: string, chance: Chance): void {
  const scene = readScene(doc);
  const notes = [...scene.values()].filter(isBoxed).filter(({ kind }) => kind === 'note');
  if (notes.length < most) {
    const [left = 0, top = 0] = blockOf(most, side, 24, 'ltr')[notes.length] ?? [];
    const id = newId().replaceAll('-', '').slice(0, 10);
    doc.transact(() =>
      addThing(doc, id, {
        ...{ kind: 'note', at: boxOf(left, top, ...side), colour: chance.pick(colours), text: words, says: null },
        ...{ z: notes.length + 1, group: null, frame: null, into: null, outcome: null, fixed: false, tags: [] },
      }),
    );
    return;
  }
  const { id, at } = chance.pick(notes);
  const [x, y, width, height] = at;
  const moved = boxOf(x + chance.between(-40, 40), y + chance.between(-40, 40), width, height);
  doc.transact(() => changeThing(doc, id, { at: moved }));
}
