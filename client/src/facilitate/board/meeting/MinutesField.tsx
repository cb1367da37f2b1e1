import { NativeSelect } from '@mantine/core';
import { useText } from './texts.ts';

const minutes = [1, 2, 3, 5, 8, 10, 15, 20, 30];

type Props = {
  /** In seconds. */
  value: number | null;
  onChange(seconds: number | null): void;
  /** The word for no end; null where there is to be one. */
  none: string | null;
};

/** How long something takes, in minutes. */
export function MinutesField({ value, onChange, none }: Props) {
  const text = useText();
  return (
    <NativeSelect
      label={text('meeting.minutes')}
      value={value === null ? 'none' : String(value)}
      onChange={event => {
        const { value: chosen } = event.currentTarget;
        onChange(chosen === 'none' ? null : Number(chosen));
      }}
      data={[
        ...(none === null ? [] : [{ value: 'none', label: none }]),
        ...minutes.map(count => ({ value: String(count * 60), label: text('meeting.minutes.count', { count }) })),
      ]}
    />
  );
}
