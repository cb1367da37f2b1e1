import { boardsOf } from '@multaqa/shared/dialogue';
import { parseDocumentName } from '@multaqa/shared/documents/names';
import { lockedIn } from '@multaqa/shared/facilitate/board/board.state';
import { isHost } from '@multaqa/shared/kernel/context';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { retryable } from '@multaqa/shared/protocol';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { DocumentFeature } from '../../documents/feature.ts';
import type { Clock } from '../../platform/clock.ts';
import { guardBoard } from './guard-board.ts';
import { tellWriters } from './tell-writers.ts';

/** What boards need of the server. */
export type BoardPorts = { dialogues: Pick<Dialogues, 'loaded' | 'command' | 'rules'>; clock: Clock };

/** From the first stroke until the figures hear of who draws, in ms: who draws meanwhile is told together. */
const writersPause = 2_000;

/** What the server does with the boards of rooms: nobody changes what hosts have locked, and the exchange hears of who takes part. */
export function boardDocuments({ dialogues, clock }: BoardPorts): DocumentFeature {
  return {
    kind: 'board',
    guard(dialogue, name, doc) {
      const state = stateOf(dialogues, dialogue);
      const room = roomOf(name);
      const locked = new Set(lockedIn(boardsOf(state), room));
      return guardBoard(doc, locked, person => isHost(dialogues.rules.roleIn(state, person, room)));
    },
    open({ dialogue, name, doc, personOf }) {
      return tellWriters(doc, {
        personOf,
        now: clock.now,
        pause: () => new Promise(resolve => void clock.at(clock.now() + writersPause, resolve)),
        async tell(people) {
          const ack = await dialogues.command(dialogue, 'engine', 'board.wrote', { room: roomOf(name), people });
          // What is drawn before or after a session counts for no figure.
          if (!ack.ok && retryable.includes(ack.refusal)) throw new Error(ack.refusal);
        },
      });
    },
  };
}

/** What the server does with the layer of hosts: it holds things like every board. */
export const hostBoardDocuments: DocumentFeature = {
  kind: 'hostboard',
  guard: (_dialogue, _name, doc) => guardBoard(doc, new Set(), () => true),
};

function stateOf(dialogues: BoardPorts['dialogues'], dialogue: string) {
  const live = dialogues.loaded(dialogue);
  if (!live) throw new Error('the dialogue is not in memory');
  return live.runner.state();
}

function roomOf(name: string): RoomId {
  const document = parseDocumentName(name);
  if (!document) throw new Error(`${name} is no name of a document`);
  return document.room;
}
