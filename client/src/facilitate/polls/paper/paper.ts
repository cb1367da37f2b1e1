import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { CastBallot, EvaluatedPaper } from '@multaqa/shared/facilitate/polls/paper';
import { type Ack, retryable } from '@multaqa/shared/protocol';
import { background } from '../../../platform/report-fault.ts';
import type { KeyValueStore } from '../../../platform/storage.ts';
import type { Blinded, finishPaper } from './oprf.ts';
import {
  afterEvent,
  type KeptPaper,
  newPaper,
  nextStep,
  ownPaper,
  type PaperEvent,
  type PaperState,
  refusalOf,
  standingOf,
} from './paper-state.ts';

/** A person's paper for one run of an anonymous poll, on this device. */
export type Paper = {
  standing(): ReturnType<typeof standingOf>;
  /** Why the ballot does not count; null when it is in the box, or on its way. */
  refusal(): string | null;
  /** Keeps a ballot on this device, and puts it into the box as soon as that is possible; the last one counts. */
  cast(ballot: Ballot): void;
  /** The server holds this blinded number of the person; the view says so. */
  issued(blinded: string): void;
  /** Reads again what this device keeps: another tab may have made a paper. */
  refresh(): void;
  /** Takes up at once what waits for its next attempt. */
  wake(): void;
  /** Forgets what this device keeps of the paper; what is shown stays until the page is loaded again. */
  forget(): void;
};

export type PaperPorts = {
  /** Which paper it is: the public key is the same for everybody in the run. */
  run: { dialogue: string; run: string; key: string };
  store: KeyValueStore;
  /** Names dialogue, person and run on this device. */
  owner: string;
  /** Brings the part that computes, which is loaded when a paper is needed; null when it does not come. */
  tools(): Promise<{ blindPaper(key: string): Blinded; finishPaper: typeof finishPaper } | null>;
  /** Asks for a paper in the person's name. */
  ask(blinded: string): Promise<Ack>;
  /** What the server makes of the blinded number it holds, or the refusal. */
  fetch(): Promise<(EvaluatedPaper & { group: string | null }) | string>;
  /** Puts a ballot into the box in nobody's name; the refusal, or null when it is in. */
  put(ballot: CastBallot): Promise<string | null>;
  /** The groups that papers of this run may tell; a group of one's own would be a mark. */
  groups: readonly string[];
  changed(): void;
  /** Resolves after this many ms, or when `stop` is called. */
  delay(ms: number): { over: Promise<void>; stop(): void };
};

/** ms before the next attempt; the pause doubles with each failure in a row. */
const pauses = { first: 500, longest: 4_000 };

/** What may be tried again: nobody answered, or the server was not ready to. */
const isPassing = (refusal: string): boolean => ['offline', 'not-ready', 'fault', ...retryable].includes(refusal);

/** Opens the paper of a run, and makes one when there is none. What is chosen survives a lost line and a reload. */
export function openPaper(ports: PaperPorts): Paper {
  const { store, owner, changed, delay } = ports;
  let state: PaperState = newPaper;
  let isWorking = false;
  let isForgotten = false;
  let waking = () => {};

  const tell = (event: PaperEvent): void => {
    state = afterEvent(state, event);
    changed();
    work();
  };
  const keep = async (): Promise<void> => {
    const own = ownPaper(state);
    if (own && !isForgotten) await store.put(`${owner}/${own.blinded}`, own);
  };
  const steps = stepsOf(ports, () => state, tell, keep);

  function work(): void {
    if (isWorking) return;
    isWorking = true;
    background(
      workOn().finally(() => {
        isWorking = false;
        // What came after the last look would otherwise wait for the next event.
        if (nextStep(state)) work();
      }),
      'paper',
    );
  }

  async function workOn(): Promise<void> {
    let failures = 0;
    for (let step = nextStep(state); step; step = nextStep(state)) {
      const refusal = await steps[step]();
      if (refusal === null) failures = 0;
      else if (isPassing(refusal)) {
        failures += 1;
        const pause = delay(Math.min(pauses.longest, pauses.first * 2 ** (failures - 1)));
        waking = pause.stop;
        await pause.over;
      } else state = afterEvent(state, { what: 'refused', refusal });
      changed();
    }
  }

  async function restore(): Promise<void> {
    const kept = await store.list(`${owner}/`);
    tell({ what: 'restored', papers: kept.map(([, paper]) => paper as KeptPaper) });
  }

  background(restore(), 'paper');
  return {
    standing: () => standingOf(state),
    refusal: () => refusalOf(state),
    cast(ballot) {
      tell({ what: 'chosen', ballot });
      background(keep(), 'paper');
    },
    issued(blinded) {
      if (state.issued === blinded) return;
      tell({ what: 'issued', blinded });
      // Another tab of this device may have made it.
      if (!ownPaper(state)) background(restore(), 'paper');
    },
    refresh: () => background(restore(), 'paper'),
    wake: () => waking(),
    forget() {
      isForgotten = true;
      for (const { blinded } of state.papers) background(store.remove(`${owner}/${blinded}`), 'paper');
    },
  };
}

type Step = () => Promise<string | null>;

/** What each step does; the refusal, or null when it is done. A paper is on this device before anybody is told of it. */
function stepsOf(
  ports: PaperPorts,
  state: () => PaperState,
  tell: (event: PaperEvent) => void,
  keep: () => Promise<void>,
): Record<'blind' | 'ask' | 'fetch' | 'cast', Step> {
  const { dialogue, run, key } = ports.run;
  const own = (): KeptPaper => {
    const paper = ownPaper(state());
    if (!paper) throw new Error('there is no paper');
    return paper;
  };
  return {
    async blind() {
      const tools = await ports.tools();
      if (!tools) return 'offline';
      const { blindPaper } = tools;
      tell({ what: 'blinded', paper: blindPaper(key) });
      return null;
    },
    async ask() {
      const { blinded } = own();
      await keep();
      const ack = await ports.ask(blinded);
      if (ack.ok) tell({ what: 'issued', blinded });
      // Another device, or another tab, was first; which one it was is told by the view.
      else if (ack.refusal === 'polls.paper-taken') tell({ what: 'issued', blinded: state().issued ?? '' });
      else return ack.refusal;
      return null;
    },
    async fetch() {
      const paper = own();
      const tools = await ports.tools();
      if (!tools) return 'offline';
      const answer = await ports.fetch();
      if (typeof answer === 'string') return answer;
      const { group } = answer;
      const isMark = group !== null && !ports.groups.includes(group);
      const output = isMark ? null : tools.finishPaper({ dialogue, run, group }, key, paper, answer);
      if (output === null) return 'polls.marked';
      tell({ what: 'made', blinded: paper.blinded, output, group });
      await keep();
      return null;
    },
    async cast() {
      const { input, output, group, wanted, blinded } = own();
      if (output === null || wanted === null) throw new Error('there is nothing to cast');
      // Should the answer be lost, nobody knows which ballot is in the box.
      tell({ what: 'cast', blinded, ballot: 'unknown' });
      await keep();
      const refusal = await ports.put({ dialogue, run, group, input, output, ballot: wanted });
      if (refusal !== null) return refusal;
      tell({ what: 'cast', blinded, ballot: wanted });
      await keep();
      return null;
    },
  };
}
