import { NativeSelect, TextInput } from '@mantine/core';
import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { useView } from '../../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import type { StartedWay } from './dealing.ts';
import styles from './OptionsOf.module.css';

/** What is chosen in the form, for every way; each uses its own part. */
export type Options = {
  most: number | null;
  by: 'rooms' | 'size';
  rooms: number;
  size: number;
  earlier: string | null;
};

type Props = {
  way: StartedWay;
  options: Options;
  /** What can be repeated. */
  groupings: readonly GroupingView[];
  onChange(options: Options): void;
};

/** What a way has to know. */
export function OptionsOf({ way, options, groupings, onChange }: Props) {
  const text = useText();
  const set = (change: Partial<Options>) => onChange({ ...options, ...change });
  const rooms = (
    <Count
      label={text('prepare.rooms.count')}
      value={options.rooms}
      most={limits.breakouts}
      onChange={value => set({ rooms: value ?? 1 })}
    />
  );
  switch (way) {
    case 'cluster':
      return (
        <Count
          label={text('prepare.most')}
          hint={text('prepare.most.hint')}
          placeholder={text('prepare.most.none')}
          value={options.most}
          most={limits.peoplePerDialogue}
          onChange={most => set({ most })}
        />
      );
    case 'random':
      return (
        <div className={styles.pair}>
          <NativeSelect
            label={text('prepare.by')}
            value={options.by}
            data={(['size', 'rooms'] as const).map(value => ({ value, label: text(`prepare.by.${value}`) }))}
            onChange={event => set({ by: event.currentTarget.value === 'rooms' ? 'rooms' : 'size' })}
          />
          {options.by === 'rooms' ? (
            rooms
          ) : (
            <Count
              label={text('prepare.size')}
              value={options.size}
              most={limits.peoplePerDialogue}
              onChange={value => set({ size: value ?? 1 })}
            />
          )}
        </div>
      );
    case 'last':
      return <EarlierField options={options} groupings={groupings} onChange={earlier => set({ earlier })} />;
    default:
      return rooms;
  }
}

type EarlierProps = Pick<Props, 'options' | 'groupings'> & { onChange(grouping: string): void };

function EarlierField({ options, groupings, onChange }: EarlierProps) {
  const text = useText();
  const sessions = useView(view => view.sessions);
  return (
    <NativeSelect
      label={text('prepare.earlier')}
      description={text('prepare.earlier.hint')}
      value={options.earlier ?? groupings[0]?.grouping ?? ''}
      data={groupings.map(({ grouping, title, session }) => ({
        value: grouping,
        label: text('prepare.earlier.of', { title, session: sessions[session]?.plan.title ?? '' }),
      }))}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}

type CountProps = {
  label: string;
  hint?: string;
  placeholder?: string;
  value: number | null;
  most: number;
  onChange(value: number | null): void;
};

/** A whole number from 1 on; null while the field is empty. */
export function Count({ label, hint, placeholder, value, most, onChange }: CountProps) {
  const [typed, setTyped] = useState(() => `${value ?? ''}`);
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      min={1}
      max={most}
      label={label}
      description={hint}
      {...(placeholder && { placeholder })}
      value={typed}
      onChange={event => {
        setTyped(event.currentTarget.value);
        onChange(countFrom(event.currentTarget.value, most));
      }}
    />
  );
}

function countFrom(typed: string, most: number): number | null {
  const number = Math.round(Number(typed));
  return typed.trim() === '' || !(number >= 1) ? null : Math.min(number, most);
}
