import { audienceKey } from '@multaqa/shared/kernel/context';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { traceOf } from '../../dialogue/trace.ts';
import { mediaStoreOf } from '../../facilitate/media/use-media.ts';
import { connectionTo, transportOf, unanswered } from '../../platform/connection.ts';
import { background, resultOrNull } from '../../platform/report-fault.ts';
import styles from './DevelopmentPanel.module.css';

type RowProps = { name: string; children: ReactNode; size?: string };

function Row({ name, children, size }: RowProps) {
  return (
    <div className={styles.row}>
      <span>{name}</span>
      <span>{children}</span>
      <span>{size}</span>
    </div>
  );
}

const timeOf = (at: number): string => new Date(at).toISOString().slice(11, 23);

/** ms between two measurements of the round trip. */
const measureEvery = 3_000;

/** The transport of this tab's connection, its round trip, and where it is in the log. */
export function ConnectionSection() {
  const { id, store } = useDialogue();
  const { connection, snapshot } = useStore(store);
  const roundTrip = useRoundTrip(id);
  return (
    <section>
      <h2>Connection</h2>
      <Row name="status">
        {connection.status} since {timeOf(connection.since)}
      </Row>
      <Row name="transport">{transportOf(connectionTo(id)) ?? 'none'}</Row>
      <Row name="round trip">{roundTrip === null ? 'not measured' : `${Math.round(roundTrip)} ms`}</Row>
      <Row name="position">{snapshot?.seq}</Row>
      <Row name="audience">{snapshot && audienceKey(snapshot.audience)}</Row>
      <Row name="clock offset">{snapshot?.clockOffset} ms</Row>
    </section>
  );
}

function useRoundTrip(dialogue: string): number | null {
  const [roundTrip, setRoundTrip] = useState<number | null>(null);
  useEffect(() => {
    let isShown = true;
    const measure = async () => {
      const found = await resultOrNull(traceOf(dialogue).roundTrip(), 'round-trip', ...unanswered);
      if (isShown) setRoundTrip(found);
    };
    const start = () => background(measure(), 'round-trip');
    start();
    const timer = setInterval(start, measureEvery);
    return () => {
      isShown = false;
      clearInterval(timer);
    };
  }, [dialogue]);
  return roundTrip;
}

/** Commands of this person that the view does not show yet. */
export function OutboxSection() {
  const outbox = useStore(useDialogue().store, ({ outbox }) => outbox);
  return (
    <section>
      <h2>Outbox ({outbox.length})</h2>
      {outbox.map(item => (
        <Row key={item.id} name={item.kind} size={timeOf(item.at)}>
          {item.state === 'refused' ? `refused: ${item.refusal}` : item.state}
        </Row>
      ))}
    </section>
  );
}

/** What is sent and received by WebRTC, and over which quality. */
export function MediaSection() {
  const media = useStore(mediaStoreOf(useDialogue()));
  const { quality, data } = media;
  return (
    <section>
      <h2>Media</h2>
      <Row name="status">{media.status}</Row>
      <Row name="local">
        microphone {media.microphone}, camera {media.camera}, screen {media.screen}
      </Row>
      <Row name="quality">
        {quality.rung} (chosen: {quality.chosen}, network: {quality.network})
      </Row>
      <Row name="data">
        {data.bytes} bytes{data.perHour !== null && `, ${data.perHour} an hour`}
      </Row>
      <Row name="participants">{media.participants.size}</Row>
      {[...media.streams].map(([person, streams]) => (
        <Row key={person} name="receives">
          {person} ({(['audio', 'video', 'screen', 'screenAudio'] as const).filter(kind => streams[kind]).join(', ')})
        </Row>
      ))}
    </section>
  );
}

/** The messages of the server, newest first. */
export function PatchesSection() {
  const trace = traceOf(useDialogue().id);
  const entries = useSyncExternalStore(trace.subscribe, trace.entries);
  return (
    <section>
      <h2>Received</h2>
      {entries.map(({ order, at, kind, what, bytes }) => (
        <Row key={order} name={`${timeOf(at)} ${kind}`} size={`${bytes} B`}>
          {what}
        </Row>
      ))}
    </section>
  );
}
