import { Button } from '@mantine/core';
import type { HarvestView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { ClusterMark } from '../../design/ClusterMark.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useBreakoutName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import styles from './Harvest.module.css';
import { Prepared } from './Prepared.tsx';
import { useText } from './texts.ts';
import { useHarvest } from './use-live.ts';

type HarvestRoom = HarvestView['rooms'][number];

/** What the rooms have brought back, all of them or one after the other; hosts turn the page for everybody. */
export function Harvest() {
  const harvest = useHarvest();
  if (!harvest) return null;
  const shown = harvest.rooms.find(({ room }) => room === harvest.room);
  return (
    <div className={styles.harvest}>
      <Head harvest={harvest} />
      {shown ? (
        <One of={shown} />
      ) : (
        <ul className={styles.all}>
          {harvest.rooms.map(one => (
            <li key={one.room}>
              <Card of={one} harvest={harvest} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Head({ harvest }: { harvest: HarvestView }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const { session } = useRoom().session;
  const { grouping, rooms } = harvest;
  const at = rooms.findIndex(({ room }) => room === harvest.room);
  const now = rooms[at];
  const turn = (to: number) => void send('breakouts.harvest', { session, grouping, room: rooms[to]?.room ?? null });
  const where = now ? nameOf(now) : harvest.title;
  useEffect(() => announce(text('breakouts.harvest.shows', { title: where })), [where, text]);
  return (
    <header className={styles.head}>
      <h2 className={styles.title}>
        <bdi>{harvest.title}</bdi>
        <span className={styles.quiet}>
          {now
            ? text('breakouts.harvest.at', { number: at + 1, count: rooms.length })
            : text('breakouts.rooms-count', { count: rooms.length })}
        </span>
      </h2>
      {may('breakouts.harvest') && (
        <div className={styles.turn}>
          {now && (
            <Button variant="default" onClick={() => turn(-1)}>
              {text('breakouts.harvest.all')}
            </Button>
          )}
          {at > 0 && (
            <Button variant="default" onClick={() => turn(at - 1)}>
              {text('breakouts.harvest.back')}
            </Button>
          )}
          {at < rooms.length - 1 && (
            <Button onClick={() => turn(at + 1)}>
              {text(now ? 'breakouts.harvest.next' : 'breakouts.harvest.walk')}
            </Button>
          )}
          <Button
            variant="subtle"
            onClick={() => void send('breakouts.harvest', { session, grouping: null, room: null })}
          >
            {text('breakouts.harvest.end')}
          </Button>
        </div>
      )}
    </header>
  );
}

function Card({ of, harvest }: { of: HarvestRoom; harvest: HarvestView }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const show = () =>
    void send('breakouts.harvest', { session: sessionOf(of.room), grouping: harvest.grouping, room: of.room });
  return (
    <article className={styles.card}>
      <h3 className={styles.name}>
        <ClusterMark mark={of.mark} size={18} />
        <bdi>{nameOf(of)}</bdi>
      </h3>
      <ResultList of={of} />
      {may('breakouts.harvest') && (
        <Button variant="subtle" onClick={show} aria-label={text('breakouts.harvest.show.of', { room: nameOf(of) })}>
          {text('breakouts.harvest.show')}
        </Button>
      )}
    </article>
  );
}

function One({ of }: { of: HarvestRoom }) {
  const nameOf = useBreakoutName();
  return (
    <article className={styles.one}>
      <h3 className={styles.large}>
        <ClusterMark mark={of.mark} size={32} />
        <bdi>{nameOf(of)}</bdi>
      </h3>
      <Prepared prepared={{ task: of.task, questions: {}, material: [] }} />
      <ResultList of={of} />
    </article>
  );
}

function ResultList({ of }: { of: HarvestRoom }) {
  const text = useText();
  const people = useView(view => view.people);
  if (of.results.length === 0) return <p className={styles.quiet}>{text('breakouts.harvest.none')}</p>;
  return (
    <ul className={styles.results}>
      {of.results.map(({ result, text: words, by }) => (
        <li key={result}>
          <p dir="auto">{words}</p>
          <p className={styles.quiet}>
            <bdi>{people[by]?.name ?? text('common.nameless')}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}
