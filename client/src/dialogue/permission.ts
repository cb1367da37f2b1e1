import { type DialogueView, situationOf, slices } from '@multaqa/shared/dialogue';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { MessageSpec } from '@multaqa/shared/kernel/messages';
import { permit } from '@multaqa/shared/kernel/permit';
import type { CommandKind } from './commands.ts';

/** What a person sees, and as whom. */
export type Seen = { view: DialogueView; me: string; audience: Audience };

/**
 * True when the rules would let this person send this command now; the same table refuses it on the server.
 * Without an input it answers for the person themselves and the room they are in.
 */
export function isPermitted(
  { view, me, audience }: Seen,
  kind: CommandKind,
  input: { person?: string; room?: string | undefined } = { person: me, room: audience.place?.room },
): boolean {
  const [slice = '', name = ''] = kind.split('.');
  const messages: Record<string, MessageSpec> = slices[slice as keyof typeof slices].messages;
  const spec = messages[name];
  if (!spec) return false;
  return permit(spec, input, { actor: { person: me, ...audience }, ...situationOf(view) }) === null;
}

/** Whether this person may do something now. */
export type May = (kind: CommandKind, input?: { person?: string; room?: string }) => boolean;

/** Remembers what was asked. `current` is the function to ask: the same one until an answer that it gave is another. */
export function openAnswers(seen: () => Seen): { current(): May } {
  const given = new Map<string, { ask(): boolean; answer: boolean }>();
  let basis: readonly unknown[] = [];
  const fresh = (): May => (kind, input) => {
    const ask = () => isPermitted(seen(), kind, input);
    const answer = ask();
    given.set(`${kind} ${input?.person} ${input?.room}`, { ask, answer });
    return answer;
  };
  let may = fresh();
  return {
    current() {
      const { view, me, audience } = seen();
      // Nothing else decides, and most patches change something else.
      const now = [view.about, view.sessions, view.people, me, audience];
      if (now.some((part, at) => part !== basis[at])) {
        basis = now;
        if ([...given.values()].some(({ ask, answer }) => ask() !== answer)) {
          given.clear();
          may = fresh();
        }
      }
      return may;
    },
  };
}
