import { notesOf } from '@multaqa/shared/dialogue';
import { parseDocumentName } from '@multaqa/shared/documents/names';
import { seedWith } from '@multaqa/shared/facilitate/notes/document/seed';
import { outcomeIn, outcomesOf, templateFor } from '@multaqa/shared/facilitate/notes/notes.state';
import type { NoteKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { retryable } from '@multaqa/shared/protocol';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { openFaults } from '../../dialogue/faults.ts';
import type { Documents } from '../../documents/documents.ts';
import type { DocumentFeature, FollowedDocument, Watcher } from '../../documents/feature.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { followOutcomes } from './follow-outcomes.ts';
import { keepClean } from './keep-clean.ts';

/** What the notes need of the server. */
export type NotePorts = {
  dialogues: Pick<Dialogues, 'loaded' | 'command'>;
  edit: Documents['edit'];
  clock: Clock;
  logger: Logger;
};

/** From what is typed to the register, in ms: what is typed in between is read together. */
const readingPause = 250;
/** How long (ms) a reading that was refused for a moment waits. */
const retryPause = 1_000;

/** What the server does with notes: their first headings, their outcomes in the register, and nothing in them that does not belong there. */
export function noteDocuments(kind: NoteKind, ports: NotePorts): DocumentFeature {
  const { dialogues, clock } = ports;
  const pause = (ms: number) => new Promise<void>(resolve => void clock.at(clock.now() + ms, resolve));
  const notes = (dialogue: string) => {
    const live = dialogues.loaded(dialogue);
    if (!live) throw new Error('the dialogue is not in memory');
    return notesOf(live.runner.state());
  };

  /** Tells the register, as often as it takes; what the rules refuse for good is written to the log. */
  async function tell(dialogue: string, command: string, input: unknown): Promise<void> {
    for (;;) {
      const ack = await dialogues.command(dialogue, 'engine', command, input);
      if (ack.ok) return;
      if (!retryable.includes(ack.refusal)) {
        openFaults(ports.logger, dialogue).log(new Error(ack.refusal), 'an outcome is not in the register', {
          command,
        });
        return;
      }
      await pause(retryPause);
    }
  }

  function open({ dialogue, name, doc, personOf }: FollowedDocument): Watcher {
    const room = roomOf(name);
    const outcomes = followOutcomes(
      { kind, room, name, doc },
      {
        known: () => outcomesOf(notes(dialogue), kind, room),
        isElsewhere: outcome => {
          const found = outcomeIn(notes(dialogue), outcome);
          return found !== null && (found.room !== room || found.document !== kind);
        },
        tell: ({ kind: command, input }) => tell(dialogue, command, input),
        personOf,
        pause: () => pause(readingPause),
      },
    );
    const clean = keepClean(doc, {
      remove: change => ports.edit(dialogue, name, 'engine', change),
      pause: () => pause(readingPause),
      report: stray => ports.logger.warn({ dialogue, name, stray }, 'something foreign was taken out of a document'),
    });
    return {
      async changed() {
        await clean.changed();
        await outcomes.changed();
      },
      close() {
        clean.close();
        outcomes.close();
      },
    };
  }

  return {
    kind,
    seed(dialogue, name) {
      const template = kind === 'notes' ? templateFor(notes(dialogue), roomOf(name)) : null;
      return template && seedWith(template);
    },
    open,
  };
}

function roomOf(name: string): RoomId {
  const document = parseDocumentName(name);
  if (!document) throw new Error(`${name} is no name of a document`);
  return document.room;
}
