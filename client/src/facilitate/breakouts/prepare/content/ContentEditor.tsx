import { NativeSelect } from '@mantine/core';
import {
  type Prepared as PreparedContent,
  preparedFields,
  preparedFor,
} from '@multaqa/shared/facilitate/breakouts/prepared';
import { useState } from 'react';
import { useBreakoutName } from '../../../../dialogue/rooms.ts';
import { Prepared } from '../../Prepared.tsx';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import styles from './ContentEditor.module.css';
import { MaterialEditor } from './MaterialEditor.tsx';
import { TextEditor } from './TextEditor.tsx';

/** What people find in their room: task, questions and material, for all rooms or for one of them. */
export function ContentEditor({ grouping: shown }: { grouping: ShownGrouping }) {
  const text = useText();
  const nameOf = useBreakoutName();
  const [chosen, choose] = useState<string | null>(null);
  const { grouping, rooms } = shown;
  const room = rooms.find(one => one.room === chosen) ?? null;
  const own = room?.prepared ?? shown.prepared;
  const place = { grouping, room: room?.room ?? null };
  const key = place.room ?? grouping;
  return (
    <div className={styles.content}>
      <NativeSelect
        className={styles.for ?? ''}
        label={text('prepare.for')}
        description={text(room ? 'prepare.for.room.hint' : 'prepare.for.all.hint')}
        value={room?.room ?? ''}
        data={[
          { value: '', label: text('prepare.for.all') },
          ...rooms.map(one => ({
            value: one.room,
            label: isEmpty(one.prepared) ? nameOf(one) : text('prepare.for.own', { name: nameOf(one) }),
          })),
        ]}
        onChange={event => choose(event.currentTarget.value || null)}
      />
      {preparedFields.map(field => (
        <TextEditor
          key={`${key} ${field}`}
          field={field}
          place={place}
          texts={own[field]}
          forAll={room ? shown.prepared[field] : {}}
        />
      ))}
      <MaterialEditor
        key={`${key} material`}
        place={place}
        material={own.material}
        forAll={room ? shown.prepared.material : []}
      />
      <details className={styles.preview}>
        <summary className={styles.summary}>{text('prepare.preview')}</summary>
        <div className={styles.shown}>
          <Prepared prepared={room ? preparedFor(shown.prepared, room.prepared) : shown.prepared} />
        </div>
      </details>
    </div>
  );
}

const isEmpty = ({ task, questions, material }: PreparedContent): boolean =>
  Object.keys(task).length + Object.keys(questions).length + material.length === 0;
