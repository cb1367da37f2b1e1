import { NativeSelect } from '@mantine/core';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import { type WhyRoom, whyRoom } from '@multaqa/shared/facilitate/breakouts/rotation/why';
import { useMemo, useState } from 'react';
import { Panel } from '../../../design/Panel.tsx';
import { useBreakoutName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage, useLanguageName } from '../../../platform/languages.ts';
import { useText } from './texts.ts';
import type { KnownRound, Rounds } from './use-rounds.ts';
import styles from './WhyRooms.module.css';

/** Why somebody is where they are, round by round: whom they meet for the first time, and how they understand each other. */
export function WhyRooms({ rounds, guests }: { rounds: Rounds; guests: readonly Guest[] }) {
  const text = useText();
  const names = useNames(guests);
  const [chosen, choose] = useState<string | null>(null);
  const person = chosen ?? names[0]?.value ?? '';
  const { ahead, before } = rounds;
  const all = useMemo(() => ahead.map(({ rooms }) => rooms), [ahead]);
  return (
    <Panel title={text('rotation.why')}>
      <div className={styles.panel}>
        <NativeSelect
          className={styles.select ?? ''}
          aria-label={text('rotation.why.person')}
          value={person}
          data={names}
          onChange={event => choose(event.currentTarget.value)}
        />
        <ol className={styles.rounds}>
          {ahead.map((round, at) => (
            <li key={round.of.grouping} className={styles.round}>
              <Why round={round} why={whyRoom(guests, before, all, at, person)} />
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  );
}

function Why({ round: { of }, why }: { round: KnownRound; why: WhyRoom | null }) {
  const text = useText();
  const nameOf = useBreakoutName();
  const sentences = useSentences(why);
  const room = why ? of.rooms[why.room] : undefined;
  return (
    <>
      <h3 className={styles.title}>
        {room ? text('rotation.why.room', { round: of.title, room: nameOf(room) }) : of.title}
      </h3>
      {sentences.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

function useSentences(why: WhyRoom | null): string[] {
  const text = useText();
  const { locale } = useLanguage();
  const languageName = useLanguageName();
  const people = useView(view => view.people);
  if (!why) return [text('rotation.why.nowhere')];
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const nameOf = (person: string) => people[person]?.name ?? text('common.nameless');
  const names = (some: readonly string[]) => list.format(some.map(nameOf));
  const { fresh, again, towns, shared, interpreters } = why;
  return [
    fresh.length > 0 && text('rotation.why.fresh', { names: names(fresh) }),
    towns.length > 0 && text('rotation.why.towns', { towns: list.format(towns.map(townName)) }),
    again.length > 0 && text('rotation.why.again', { names: names(again.map(({ person }) => person)) }),
    shared.length > 0 && text('rotation.why.shared', { languages: list.format(shared.map(languageName)) }),
    shared.length === 0 && interpreters.length > 0 && text('rotation.why.interpreted', { names: names(interpreters) }),
  ].filter(sentence => sentence !== false);
}

/** A town is told apart by its country; its name stands before it. */
const townName = (town: string): string => town.slice(0, town.lastIndexOf('/'));

function useNames(guests: readonly Guest[]) {
  const text = useText();
  const { language } = useLanguage();
  const people = useView(view => view.people);
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return guests
      .map(({ person }) => ({ value: person, label: people[person]?.name ?? text('common.nameless') }))
      .sort((a, b) => compare(a.label, b.label));
  }, [guests, people, language, text]);
}
