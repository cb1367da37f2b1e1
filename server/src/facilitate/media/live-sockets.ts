import type { State } from '@multaqa/shared/kernel/composition';
import { limits } from '@multaqa/shared/limits';
import type { Admission } from '../../dialogue/admission.ts';
import type { ClientSocket } from '../../platform/sockets.ts';

/** The media sockets that are let in, counted for each person. */
export type LiveSockets = {
  /** Counts a socket until it ends; false when its person has as many in this dialogue as one may have. In one turn, so that sockets that come together cannot pass the limit. */
  add(socket: ClientSocket, admission: Admission): boolean;
  /** Ends those of a dialogue whose door this state shuts. */
  recheck(dialogue: string, state: State): void;
};

export function openLiveSockets(): LiveSockets {
  const perPerson = new Map<string, Map<ClientSocket, Admission>>();

  return {
    add(socket, admission) {
      const key = `${admission.dialogue}/${admission.person}`;
      const mine = perPerson.get(key) ?? new Map();
      if (mine.size >= limits.mediaSocketsPerPerson) return false;
      perPerson.set(key, mine.set(socket, admission));
      const gone = () => {
        mine.delete(socket);
        if (mine.size === 0 && perPerson.get(key) === mine) perPerson.delete(key);
      };
      socket.on('disconnect', gone);
      // Socket.IO connects what is let in before that, or never: then its line has broken meanwhile.
      setImmediate(() => socket.connected || gone());
      return true;
    },
    recheck(dialogue, state) {
      for (const sockets of [...perPerson.values()])
        for (const [socket, admission] of [...sockets])
          if (admission.dialogue === dialogue && admission.refusedBy(state)) socket.disconnect(true);
    },
  };
}
