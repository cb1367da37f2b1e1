import { Textarea, TextInput } from '@mantine/core';
import { limits } from '@multaqa/shared/limits';
import { useText } from '../texts.ts';
import type { BallotFieldProps } from './ballot-field.ts';
import styles from './Vote.module.css';

/** Answers in one's own words: a few sentences, or words for a cloud. */
export function WriteField({ sheet, value, onChange, isDisabled }: BallotFieldProps) {
  const text = useText();
  const { design } = sheet;
  const written = value && 'write' in value ? value.write : [];
  const isCloud = design.kind === 'cloud';
  const count = design.kind === 'cloud' ? design.entries : design.kind === 'text' ? design.answers : 1;
  const write = (at: number, words: string) => {
    const next = Array.from({ length: count }, (_, one) => (one === at ? words : (written[one] ?? '')));
    // Fields that are left empty at the end are no answers.
    const filled = next.reduce((last, one, place) => (one === '' ? last : place + 1), 0);
    onChange({ write: next.slice(0, filled) });
  };
  return (
    <div className={styles.field}>
      {Array.from({ length: count }, (_, at) => {
        const label = count === 1 ? text('polls.write') : text('polls.write.number', { number: at + 1 });
        const common = {
          label,
          dir: 'auto',
          disabled: isDisabled,
          value: written[at] ?? '',
          maxLength: isCloud ? limits.cloudGraphemes : limits.writtenGraphemes,
          onChange: (event: { currentTarget: { value: string } }) => write(at, event.currentTarget.value),
        };
        return isCloud ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its number.
          <TextInput key={at} {...common} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its number.
          <Textarea key={at} {...common} autosize minRows={2} maxRows={6} />
        );
      })}
    </div>
  );
}
