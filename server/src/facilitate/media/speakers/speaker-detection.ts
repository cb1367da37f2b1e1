import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Producer, Router } from 'mediasoup/types';
import { background } from '../../../platform/background.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { type DetectorThread, type ObservedProducer, type SpeechTold, startDetectorThread } from './detector-thread.ts';
import type { SpeakerChange } from './speaker-detector.ts';
import type { SpeechBatch } from './speech-batches.ts';

/** Observes the open microphones of one media session, as mediasoup's ActiveSpeakerObserver does. */
export type SpeakerObserver = {
  /** Observes somebody's microphone, in place of an earlier one of theirs. Failures are written to the log. */
  observe(person: PersonId, producer: Producer, router: Router): void;
  /** Says in which room somebody's open microphone counts, and whether that measures speech; null while it is muted. */
  setRoom(person: PersonId, room: RoomId | null, isMeasured: boolean): void;
  remove(person: PersonId): void;
  close(): void;
};

/** What an observer reports. */
export type SpeakerObserverEvents = {
  changed(change: SpeakerChange): void;
  /** Who spoke in a room that measures speech; ms since the epoch. */
  spoke(speech: Omit<SpeechBatch, 'session'>): void;
  /** The thread has ended: nobody is known to speak until the next one runs. */
  stopped(): void;
};

/** Finds the speakers of all media sessions of this process, in a thread. When it ends, everything else goes on. */
export type SpeakerDetection = {
  observe(events: SpeakerObserverEvents): SpeakerObserver;
  /** How often the thread has ended by itself. */
  deaths(): number;
  close(): void;
};

type Microphone = { observed: ObservedProducer | null; room: RoomId | null; isMeasured: boolean };
type Observed = { events: SpeakerObserverEvents; microphones: Map<PersonId, Microphone> };
/** The thread now: it runs, or the next one starts after a pause, or no more will. */
type Run = { status: 'running'; thread: DetectorThread } | { status: 'restarting' } | { status: 'closed' };

/** Sessions are numbered, since equal ids of sessions and people occur in several dialogues. */
type State = {
  clock: Clock;
  logger: Logger;
  sessions: Map<number, Observed>;
  lastSession: number;
  run: Run;
  deaths: number;
  /** ms until the next start after the thread has ended. */
  nextPause: number;
};

/** ms between the end of a thread and the start of the next. */
const pause = { first: 250, longest: 10_000 };

/** Each router sends its microphones over the loopback interface to one thread, so that packets cost the main thread nothing. */
export function openSpeakerDetection({ clock, logger }: { clock: Clock; logger: Logger }): SpeakerDetection {
  const state: State = {
    clock,
    logger,
    sessions: new Map(),
    lastSession: 0,
    run: { status: 'restarting' },
    deaths: 0,
    nextPause: pause.first,
  };
  start(state);
  return {
    observe: events => observe(state, events),
    deaths: () => state.deaths,
    close() {
      const { run } = state;
      state.run = { status: 'closed' };
      if (run.status !== 'running') return;
      void background(logger, run.thread.terminate(), 'the detector thread does not end');
    },
  };
}

/** Starts a thread and tells it of all microphones. */
function start(state: State): void {
  if (state.run.status === 'closed') return;
  const thread = startDetectorThread(
    {
      changed(changes) {
        state.nextPause = pause.first;
        for (const change of changes) state.sessions.get(change.session)?.events.changed(change);
      },
      spoke: speech => tell(state, speech),
      ended: () => restart(state),
    },
    state.logger,
  );
  state.run = { status: 'running', thread };
  state.logger.debug({ deaths: state.deaths }, 'the detector thread started');
  for (const [session, { microphones }] of state.sessions)
    for (const [person, { room, isMeasured, observed }] of microphones) {
      thread.post({ kind: 'room', session, person, room, isMeasured });
      if (observed) consume(state, session, person, observed);
    }
}

/** The clock of the thread began at another instant than ours; what is told now is not still to come by ours. */
function tell({ clock, sessions }: State, { now, batches }: SpeechTold): void {
  const ours = (at: number) => Math.floor(clock.now() - (now - at));
  for (const { session, room, to, runs } of batches)
    sessions.get(session)?.events.spoke({
      room,
      to: ours(to),
      runs: runs.map(run => ({ person: run.person, from: ours(run.from), to: ours(run.to) })),
    });
}

function restart(state: State): void {
  if (state.run.status === 'closed') return;
  state.deaths += 1;
  state.run = { status: 'restarting' };
  for (const { events } of state.sessions.values()) events.stopped();
  state.clock.at(state.clock.now() + state.nextPause, () => start(state));
  state.nextPause = Math.min(pause.longest, state.nextPause * 2);
}

/** The observer of one more session. */
function observe(state: State, events: SpeakerObserverEvents): SpeakerObserver {
  state.lastSession += 1;
  const session = state.lastSession;
  const microphones: Observed['microphones'] = new Map();
  state.sessions.set(session, { events, microphones });
  const change = (person: PersonId, microphone: Partial<Microphone>) =>
    microphones.set(person, {
      observed: null,
      room: null,
      isMeasured: false,
      ...microphones.get(person),
      ...microphone,
    });
  const remove = (person: PersonId) => {
    if (microphones.delete(person)) threadOf(state)?.post({ kind: 'removed', session, person });
  };
  return {
    observe(person, producer, router) {
      const observed = { producer, router };
      change(person, { observed });
      consume(state, session, person, observed);
    },
    setRoom(person, room, isMeasured) {
      change(person, { room, isMeasured });
      threadOf(state)?.post({ kind: 'room', session, person, room, isMeasured });
    },
    remove,
    close() {
      for (const person of [...microphones.keys()]) remove(person);
      state.sessions.delete(session);
    },
  };
}

const threadOf = ({ run }: State): DetectorThread | null => (run.status === 'running' ? run.thread : null);

/** Sends a microphone to the thread that runs now; a later thread gets it when it starts. */
function consume(state: State, session: number, person: PersonId, observed: ObservedProducer): void {
  const thread = threadOf(state);
  if (!thread) return;
  const isCurrent = () =>
    threadOf(state) === thread && state.sessions.get(session)?.microphones.get(person)?.observed === observed;
  const consuming = thread
    .consume(observed)
    .then(({ source, close }) => {
      if (isCurrent()) thread.post({ kind: 'source', session, person, ...source });
      else close();
    })
    .catch(error => {
      if (isCurrent() && !observed.producer.closed) throw error;
    });
  void background(state.logger, consuming, 'a microphone is not observed', { person });
}
