import { messages } from '@multaqa/shared/facilitate/breakouts/breakouts.messages';
import type { Rotation } from '@multaqa/shared/facilitate/breakouts/rotation/plan';
import { RotationSettings } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { Id } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { type Request, Router } from 'express';
import { z } from 'zod';
import { visitorOf } from '../../dialogue/admission.ts';
import { derivedId } from '../../dialogue/derived-id.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../dialogue/work-or-refusal.ts';
import type { Door } from '../../platform/door.ts';
import { Refused, readBody } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';
import type { Logger } from '../../platform/logger.ts';
import { answerInSteps, type Steps } from '../../platform/steps.ts';
import type { RotationAsked } from './rotation.task.ts';
import { type BreakoutCommand, commandsFor, rotationIn } from './rotation.ts';

export type RotationRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  /** Plans in a thread; rejects with a `WorkFailed`. */
  plan(dialogue: string, asked: RotationAsked, steps: Steps): Promise<Rotation>;
};

/** What a rotation is asked for: `rotation` is an id of the caller's, so that a call that is sent again has one effect. */
const Wanted = z.strictObject({
  rotation: Id,
  settings: RotationSettings,
  /** Groupings that stay as they are, of any way: who meets in them counts as having met. */
  fixed: z.array(Id).max(limits.sessionsPerDialogue * limits.roundsPerSession),
  /** What the rounds are called, from the first on; a round without a title is called by its number. */
  titles: z.array(messages.prepare.input.shape.title).max(limits.sessionsPerDialogue * limits.roundsPerSession),
});
type Wanted = z.infer<typeof Wanted>;

/** Plans the rounds that are still to be held, for those who prepare rooms: each becomes a grouping, or is dealt again where it is one. */
export function rotationRoutes(ports: RotationRoutePorts): Router {
  const { dialogues, door, logger } = ports;
  /** Dialogues for which a rotation is being planned: one at a time, so that two do not deal the same rounds. */
  const busy = new Set<string>();

  /** Somebody who prepares rooms in the dialogue of a request, and its newest state. */
  async function plannerOf(request: Request) {
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    const role = dialogues.rules.audienceOf(visitor.state, visitor.person)?.role;
    if (!role || !dialogues.rules.specOf('breakouts.prepare')?.by[role]) throw new Refused('not-permitted');
    return visitor;
  }

  const router = Router();
  router.post('/dialogues/:dialogue/rotation', async (request, response) => {
    await door.admit(request, 'signed-in', 'change');
    const { dialogue } = await plannerOf(request);
    const wanted = Wanted.safeParse(await readBody(request, response));
    if (!wanted.success) throw new Refused('malformed');
    if (busy.has(dialogue)) throw new Refused('busy');
    busy.add(dialogue);
    try {
      await answerInSteps(request, response, logger, async steps => {
        const { settings, fixed } = wanted.data;
        const now = dialogues.clock.now();
        const before = rotationIn((await plannerOf(request)).state, settings, fixed, now);
        const rotation = await workOrRefusal(ports.plan(dialogue, { settings, fixed, now }, steps), {
          logger,
          dialogue,
          steps,
          words: 'a rotation could not be planned',
        });
        steps.signal.throwIfAborted();
        if (rotation.status !== 'planned') return rotation;
        // Rounds that began meanwhile are not dealt again.
        const { person, state } = await plannerOf(request);
        const { open, surplus } = rotationIn(state, settings, fixed, now);
        if (JSON.stringify(open) !== JSON.stringify(before.open)) throw new Refused('busy');
        const commands = commandsOf(wanted.data, state, rotation.rounds, { dialogue, open, surplus });
        const seq = await sent(dialogues, dialogue, person, wanted.data, commands);
        return { status: 'planned', rounds: open.map(({ round }) => round), seq };
      });
    } finally {
      busy.delete(dialogue);
    }
  });
  return router;
}

type Rounds = Extract<Rotation, { status: 'planned' }>['rounds'];

/** Everything that is to be done: the settings are kept, rounds that nobody asks for go, the others are made or dealt again. */
function commandsOf(
  { rotation, settings, titles }: Wanted,
  state: Parameters<typeof commandsFor>[0],
  rounds: Rounds,
  { dialogue, open, surplus }: Pick<ReturnType<typeof rotationIn>, 'open' | 'surplus'> & { dialogue: string },
): BreakoutCommand[] {
  const idFor = (name: string) => derivedId(`rotation ${dialogue} ${rotation} ${name}`);
  return [
    { kind: 'breakouts.set', input: { settings } },
    ...surplus.map(grouping => ({ kind: 'breakouts.discard' as const, input: { grouping } })),
    ...open.flatMap((round, at) => {
      const title = titles[round.round - 1] ?? String(round.round);
      return commandsFor(state, round, rounds[at] ?? [], { title, idFor });
    }),
  ];
}

/** Sends commands one after the other; the position of the log after the last one. */
async function sent(
  dialogues: Dialogues,
  dialogue: string,
  person: string,
  { rotation }: Wanted,
  commands: readonly BreakoutCommand[],
): Promise<number> {
  let seq = 0;
  for (const { kind, input } of commands) {
    // The same request again has the same effect, however often it is sent.
    const id = derivedId(`rotation ${dialogue} ${rotation} ${kind} ${JSON.stringify(input)}`);
    const ack = await dialogues.command(dialogue, person, kind, input, id);
    if (!ack.ok) throw new Refused(ack.refusal, ack.reference ?? null);
    seq = ack.seq;
  }
  return seq;
}
