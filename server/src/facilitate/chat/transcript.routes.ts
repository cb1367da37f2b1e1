import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { transcriptKinds, transcriptOf } from '@multaqa/shared/facilitate/chat/transcript';
import { endedFor, type Sessions } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { State } from '@multaqa/shared/kernel/composition';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Router } from 'express';
import { visitorOf } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { Door } from '../../platform/door.ts';
import { Refused } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';
import type { Store } from '../../platform/store/store.ts';

export type TranscriptPorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  store: Store;
  /** How the breakouts among these rooms are called. */
  roomNames(state: State, rooms: ReadonlySet<RoomId>): RoomNames;
};

/** What was written in a session, for those who took part in it ([C10]); the words of a closed session are in the log alone. */
export function transcriptRoutes(ports: TranscriptPorts): Router {
  const { dialogues, door, store } = ports;
  const router = Router();
  router.get('/dialogues/:dialogue/sessions/:session/transcript', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const { dialogue, session } = request.params;
    const visitor = await visitorOf(ports, request, dialogue);
    // The same answer for a session that there is not, and for one that somebody was not in.
    if (!visitor || endedFor(visitor.state.sessions as Sessions, visitor.person, session) === null)
      throw new Refused('unknown');
    const facts = await store.dialogues.factsOfKinds(visitor.dialogue, transcriptKinds, 0);
    const lines = transcriptOf(facts.map(dialogues.rules.upcast), session, visitor.person);
    const rooms = ports.roomNames(visitor.state, new Set(lines.map(({ to }) => to)));
    response.json({ lines, rooms });
  });
  return router;
}
