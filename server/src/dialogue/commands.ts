import { type Ack, type Answer, type EngineRefusal, Envelope, Question } from '@multaqa/shared/protocol';
import type { Logger } from '../platform/logger.ts';
import type { Dialogues } from './dialogues.ts';
import type { EngineMetrics } from './engine-metrics.ts';
import type { LiveDialogue } from './live-dialogue.ts';
import type { Rates } from './rates.ts';

export type CommandPorts = {
  dialogues: Pick<Dialogues, 'rules' | 'clock'>;
  rates: Rates;
  metrics: EngineMetrics;
  logger: Logger;
};

/** Limits, parses and runs what somebody sends; `isSignedIn` reads their sign-in again before a command that changes rights. */
export function openCommands({ dialogues: { rules, clock }, rates, metrics, logger }: CommandPorts) {
  return {
    async command(
      { dialogue, runner }: LiveDialogue,
      person: string,
      body: unknown,
      isSignedIn: () => Promise<boolean>,
    ): Promise<Ack> {
      const envelope = Envelope.safeParse(body);
      const spec = envelope.success ? rules.specOf(envelope.data.kind) : null;
      // A token is taken before the input is looked at: to look is what costs.
      if (!rates.take(dialogue, person, spec?.rate ?? 'light')) return refuse('too-fast');
      if (!envelope.success) return refuse('malformed');
      const { id, kind, input } = envelope.data;
      const parsed = rules.parse(kind, input, Buffer.byteLength(JSON.stringify(input) ?? ''));
      if (!parsed.ok) return parsed;
      if (spec?.changesRights && !(await isSignedIn())) return refuse('not-permitted');
      const startedAt = clock.monotonic();
      const ack = await runner.submit(person, id, parsed.command);
      metrics.acknowledged(parsed.command.slice, outcomeOf(ack), (clock.monotonic() - startedAt) / 1_000);
      logger.debug({ dialogue, person, command: id, kind, ...ack }, 'a command was answered');
      return ack;
    },

    async ask({ dialogue, runner, now }: LiveDialogue, person: string, body: unknown): Promise<Answer> {
      if (!rates.take(dialogue, person, 'read')) return refuse('too-fast');
      const question = Question.safeParse(body);
      if (!question.success) return refuse('malformed');
      return rules.ask(runner.state(), person, question.data.kind, question.data.input, now());
    },
  };
}

function outcomeOf(ack: Ack): 'accepted' | 'refused' | 'failed' {
  if (ack.ok) return 'accepted';
  return ack.refusal === 'fault' ? 'failed' : 'refused';
}

const refuse = (refusal: EngineRefusal): { ok: false; refusal: EngineRefusal } => ({ ok: false, refusal });
