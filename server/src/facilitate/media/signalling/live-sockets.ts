import type { State } from '@multaqa/shared/kernel/composition';
import { limits } from '@multaqa/shared/limits';
import type { Admission } from '../../../dialogue/admission.ts';
import type { ClientSocket } from '../../../platform/sockets.ts';

/** The media sockets that were admitted, counted for each person. */
export type LiveSockets = {
  /**
   * Counts a socket until it disconnects; false when its person already has the most that one may have in this dialogue.
   * Synchronous, so that sockets that arrive together cannot pass the limit.
   */
  add(socket: ClientSocket, admission: Admission): boolean;
  /** Disconnects the sockets of a dialogue whose people this state no longer admits. */
  recheck(dialogue: string, state: State): void;
};

/** A registry of admitted media sockets, empty at first. */
export function openLiveSockets(): LiveSockets {
  const perPerson = new Map<string, Map<ClientSocket, Admission>>();

  return {
    add(socket, admission) {
      const key = `${admission.dialogue}/${admission.person}`;
      const own = perPerson.get(key) ?? new Map();
      if (own.size >= limits.mediaSocketsPerPerson) return false;
      perPerson.set(key, own.set(socket, admission));
      const gone = () => {
        own.delete(socket);
        if (own.size === 0 && perPerson.get(key) === own) perPerson.delete(key);
      };
      socket.on('disconnect', gone);
      // Socket.IO has connected an admitted socket by then, or never will: its transport broke in the meantime.
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
