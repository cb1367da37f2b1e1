import type { Work } from './app.work.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import type { EngineMetrics } from './dialogue/engine-metrics.ts';
import type { DocumentFigures, Documents } from './documents/documents.ts';
import type { Media, MediaFigures } from './facilitate/media/media.ts';
import type { Metrics } from './platform/metrics.ts';
import type { Queue, Store } from './platform/store/store.ts';

/** The engine's own numbers, in the registry. */
export function engineMetrics({ duration, count }: Metrics): EngineMetrics {
  const acknowledgement = duration('multaqa_acknowledgement_seconds', 'From a command to its answer.', [
    'slice',
    'outcome',
  ]);
  const commit = duration('multaqa_commit_seconds', 'From the decision of a transaction until it is on disk.');
  const tick = duration('multaqa_tick_seconds', 'One round of telling every audience of a dialogue what changed.');
  const facts = count('multaqa_facts_total', 'Facts that were added to logs.');
  const commands = count('multaqa_commands_total', 'Commands that were accepted.');
  const leases = count('multaqa_lease_changes_total', 'Leases of dialogues that were taken, lost or released.', [
    'change',
  ]);
  return {
    acknowledged: (slice, outcome, seconds) => acknowledgement(seconds, { slice, outcome }),
    committed(doneCommands, newFacts, seconds) {
      commit(seconds);
      commands(doneCommands);
      facts(newFacts);
    },
    ticked: tick,
    leaseChanged: change => leases(1, { change }),
  };
}

/** What the media part of the server tells of itself; nothing on a server without one. */
export function watchMedia({ gauge, total }: Metrics, media: Pick<Media, 'figures'> | null): void {
  if (!media) return;
  const read = (name: keyof MediaFigures) => () => media.figures()[name];
  gauge('multaqa_media_sessions', 'Media sessions that are open.', read('sessions'));
  gauge('multaqa_media_participants', 'People who take part with a device.', read('participants'));
  gauge('multaqa_media_disconnected', 'Participants whose connection broke a moment ago.', read('disconnected'));
  gauge('multaqa_media_transports', 'WebRTC transports of participants.', read('transports'));
  gauge('multaqa_media_producers', 'Streams that participants send.', read('producers'));
  gauge('multaqa_media_consumers', 'Streams that participants receive.', read('consumers'));
  gauge('multaqa_media_workers', 'mediasoup workers that run.', read('workers'));
  total('multaqa_media_worker_deaths_total', 'mediasoup workers that ended by themselves.', read('workerDeaths'));
  total('multaqa_media_detection_deaths_total', 'Ends of the thread that detects speakers.', read('detectionDeaths'));
  total(
    'multaqa_media_reconcile_differences_total',
    'Consumers that were not what the policy says although nothing had changed; each one is a defect.',
    read('reconcileDifferences'),
  );
}

/** What documents tell of themselves. */
export function watchDocuments({ gauge, total }: Metrics, { figures }: Pick<Documents, 'figures'>): void {
  const read = (name: keyof DocumentFigures) => () => figures()[name];
  gauge('multaqa_documents_loaded', 'Documents in memory.', read('loaded'));
  gauge('multaqa_documents_open', 'Documents that browser tabs have open.', read('opened'));
  total('multaqa_document_updates_total', 'Updates of documents that were written.', read('writtenUpdates'));
  total('multaqa_document_decoder_deaths_total', 'Threads that an update has ended.', read('decoderDeaths'));
}

export type WatchedParts = {
  dialogues: Pick<Dialogues, 'figures' | 'load'>;
  work: Pick<Work, 'figures'>;
  jobs: Pick<Store['jobs'], 'overdueSince'>;
  now(): number;
};

/** What the parts of the server tell of themselves whenever the numbers are read. */
export function watchParts({ gauge }: Metrics, { dialogues, work, jobs, now }: WatchedParts): void {
  const overdue = async (queue: Queue) => {
    const since = await jobs.overdueSince(queue, now());
    return since === null ? 0 : (now() - since) / 1_000;
  };
  gauge('multaqa_connections', 'Browser tabs that are told of a dialogue.', () => dialogues.load().connections);
  gauge('multaqa_commands_waiting', 'Commands that wait for their turn.', () => dialogues.load().commandsWaiting);
  gauge('multaqa_dialogues_loaded', 'Dialogues in memory.', () => dialogues.figures().loaded);
  gauge('multaqa_dialogues_quarantined', 'Dialogues whose log cannot be read.', () => dialogues.figures().quarantined);
  gauge(
    'multaqa_reactions_waiting',
    'Facts whose reactions have not succeeded yet.',
    () => dialogues.figures().reactionsWaiting,
  );
  gauge('multaqa_outbox_age_seconds', 'How long the oldest mail is overdue.', () => overdue('mail'));
  gauge('multaqa_orders_age_seconds', 'How long the oldest ordered work is overdue.', () => overdue('work'));
  gauge('multaqa_tasks_running', 'Heavy tasks that run in threads.', () => work.figures().running);
  gauge('multaqa_tasks_waiting', 'Heavy tasks that wait for a thread.', () => work.figures().waiting);
}
