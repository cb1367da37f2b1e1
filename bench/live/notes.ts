import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import * as Y from 'yjs';
import { type Browser, newId } from '../../server/src/app.samples.ts';
import { openTyper } from '../../server/src/proof/typer.ts';

type Writing = {
  browser: Browser;
  dialogue: string;
  room: string;
  kind: OutcomeKind;
  /** What the outcome says. */
  title: string;
  wait(seconds: number): Promise<void>;
};

/** A room keeps so many outcomes of simulated people; then they only read. */
const most = 8;

/** Writes an outcome into the notes of a room, word by word as somebody types; nothing where enough stand there. */
export async function writeOutcome({ browser, dialogue, room, kind, title, wait }: Writing): Promise<void> {
  const typer = openTyper(browser, dialogue, `notes:${room}`);
  const opened = await typer.open();
  const text = typer.doc.getXmlFragment('text');
  const written = text.toArray().filter(part => part instanceof Y.XmlElement && part.nodeName === 'outcome');
  if (opened.ok && opened.access === 'write' && written.length < most) {
    const words = new Y.XmlText();
    const [outcome, head, body] = ['outcome', 'outcomeTitle', 'outcomeBody'].map(name => new Y.XmlElement(name));
    head?.insert(0, [words]);
    body?.insert(0, [new Y.XmlElement('paragraph')]);
    outcome?.setAttribute('id', newId());
    outcome?.setAttribute('kind', kind);
    if (outcome && head && body) outcome.insert(0, [head, body]);
    if (outcome) text.insert(text.length, [outcome]);
    for (const word of title.split(' ')) {
      words.insert(words.length, `${words.length > 0 ? ' ' : ''}${word}`);
      await wait(0.3);
    }
    await typer.saved();
  }
  typer.close();
}
