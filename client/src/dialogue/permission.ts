import { type DialogueView, situationOf, slices } from '@multaqa/shared/dialogue';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { MessageSpec } from '@multaqa/shared/kernel/messages';
import { permit } from '@multaqa/shared/kernel/permit';
import type { CommandKind } from './commands.ts';

/**
 * True when the rules would let this person send this command now; the same table refuses it on the server.
 * Without an input it answers for the person themselves and the room they are in.
 */
export function isPermitted(
  { view, me, audience }: { view: DialogueView; me: string; audience: Audience },
  kind: CommandKind,
  input: { person?: string; room?: string | undefined } = { person: me, room: audience.place?.room },
): boolean {
  const [slice = '', name = ''] = kind.split('.');
  const messages: Record<string, MessageSpec> = slices[slice as keyof typeof slices].messages;
  const spec = messages[name];
  if (!spec) return false;
  return permit(spec, input, { actor: { person: me, ...audience }, ...situationOf(view) }) === null;
}
