import type { PersonId } from '@multaqa/shared/kernel/ids';
import { currentAnswers } from '@multaqa/shared/people/form/form.state';
import { isGrouped, roleOf } from '@multaqa/shared/people/people.state';
import { retryable } from '@multaqa/shared/protocol';
import { derivedId } from '../dialogue/derived-id.ts';
import type { Dialogues } from '../dialogue/dialogues.ts';
import type { Effect } from '../dialogue/effects.ts';
import { WorkFailed, type WorkFailure } from '../platform/work-failed.ts';
import { type Known, knownOf } from './known.ts';

export type PlacingPorts = {
  dialogues: Pick<Dialogues, 'command' | 'peek'>;
  /** Finds the cluster for somebody, in a thread; null where there is none. Rejects with a `WorkFailed`. */
  find(dialogue: string, person: PersonId): Promise<string | null>;
  /** Writes to the log why a search was given up. */
  report(dialogue: string, error: unknown, person: PersonId): void;
};

/** What passes by itself. Any other failure would come again, and keep the reactions behind it waiting, such as an erasure. */
const passing: readonly string[] = ['busy', 'cancelled', 'closed'] satisfies WorkFailure[];

/**
 * Places those who come after the clusters were published, where the organiser has chosen a rule for that: for the smallest cluster at
 * once, for the nearest as soon as they have said something that tells people apart, at the latest when they enter a session. Whom no
 * search finds a place for waits for the organiser, or for what is said of them next. The ports come later, since what was not done when
 * the last process ended begins before everything is put together.
 */
export const placeLateComers = (started: Promise<PlacingPorts>): Effect => ({
  kinds: [
    'people.added',
    'people.restored',
    'people.joined',
    'people.edited',
    'people.described',
    'form.answered',
    'sessions.entered',
  ],
  async run(dialogue, { kind, data, seq }) {
    const { dialogues, find, report } = await started;
    const { person } = data as { person: PersonId };
    const state = await dialogues.peek(dialogue);
    if (state === null || state === 'quarantined') return;
    const known = knownOf(state);
    if (!isWaiting(known, person) || !isTime(known, person, kind)) return;
    const cluster = await find(dialogue, person).catch(error => {
      if (error instanceof WorkFailed && passing.includes(error.code)) throw error;
      report(dialogue, error, person);
      return null;
    });
    if (cluster === null) return;
    const id = derivedId(`place ${dialogue} ${seq}`);
    const ack = await dialogues.command(dialogue, 'engine', 'cluster.place', { person, cluster }, id);
    // Any other refusal means that it is no longer wanted: clusters were withdrawn, or the person was removed.
    if (!ack.ok && (retryable.includes(ack.refusal) || ack.refusal === 'fault')) throw new Error(ack.refusal);
  },
});

/** True for somebody who is to be grouped and has no cluster, where a rule places late comers. */
function isWaiting({ people, cluster }: Known, person: PersonId): boolean {
  const role = roleOf(people, person);
  if (!cluster.published || cluster.lateRule === 'ask' || cluster.published.of[person]) return false;
  return role !== null && isGrouped(role);
}

/** The nearest cluster is looked for when more is known than town and languages, or when a meeting begins for the person. */
function isTime({ people, form, cluster }: Known, person: PersonId, kind: string): boolean {
  if (cluster.lateRule === 'smallest' || kind === 'sessions.entered') return true;
  const { needs = [], vision = '' } = people[person] ?? {};
  const answers = currentAnswers(form, form.answers[person]);
  return needs.length > 0 || vision !== '' || answers.needs.length > 0 || answers.region !== '';
}
